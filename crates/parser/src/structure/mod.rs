//! The structure of a page in plain text: headline, body, captions, furniture.
//!
//! Lines are put together into paragraphs (`para`), each described by its form: length, closing punctuation, density of
//! small words, bullets, cue phrases. The article is the heaviest run of running text; what stands between, above and
//! below is told by form and neighbours (`article`); the posts of a live blog hang on their times (`live`). The method is
//! jusText's (Pomikálek 2011), with a table of cues instead of markup.

mod article;
mod live;
mod para;
mod run;

use crosscheck_model::{Block, BlockKind, Issue, Span};

/// What [`layout`] tells of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// Headline.
    pub title: Option<Span>,
    /// The page's paragraphs, in order; together they cover the text, white space after a paragraph being its own.
    pub blocks: Vec<Block>,
    /// What is odd.
    pub issues: Vec<Issue>,
}

/// Tells the paragraphs of a page apart. `lower` is `text` with its ASCII letters in lower case.
///
/// ```
/// use crosscheck_model::BlockKind;
/// let text = "Bridge closed\n\nBy Ann Lee\n\nThe old bridge was closed on Monday after a crack was found.\n\nMost Read\n\nNine cats";
/// let layout = crosscheck_parser::structure::layout(text, &text.to_ascii_lowercase());
/// assert_eq!(layout.title.map(|span| span.slice(text)), Some("Bridge closed"));
/// let kinds: Vec<_> = layout.blocks.iter().map(|block| block.kind).collect();
/// use BlockKind::*;
/// assert_eq!(kinds, [Title, Metadata, Body, Furniture, Furniture]);
/// ```
pub fn layout(text: &str, lower: &str) -> Layout {
    let paras = para::paragraphs(text, lower);
    let (kinds, title) = article::classify(&paras, text, lower);
    let mut blocks: Vec<Block> = Vec::with_capacity(paras.len().max(1));
    for (para, kind) in paras.iter().zip(kinds) {
        // What stands before the first paragraph is white space and byte order marks.
        let start = if blocks.is_empty() { 0 } else { para.start };
        if let Some(last) = blocks.last_mut() {
            last.span.end = Span::new(start, start).start;
        }
        blocks.push(Block { span: Span::new(start, para.end), kind });
    }
    match blocks.last_mut() {
        Some(last) => last.span = Span::new(last.span.start as usize, text.len()),
        None if text.is_empty() => {}
        None => blocks.push(Block { span: Span::new(0, text.len()), kind: BlockKind::Body }),
    }
    let title = title.map(|i| Span::new(paras[i].start, paras[i].end));
    Layout { title, blocks, issues: Vec::new() }
}
