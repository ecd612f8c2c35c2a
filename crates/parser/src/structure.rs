//! The structure of a page in plain text: headline, body, captions, furniture.

use crosscheck_model::{Block, BlockKind, Issue, Span};

/// What [`layout`] tells of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// Headline.
    pub title: Option<Span>,
    /// The page's stretches, in order, without overlap.
    pub blocks: Vec<Block>,
    /// What is odd.
    pub issues: Vec<Issue>,
}

/// Tells the stretches of a page apart.
pub fn layout(text: &str, _lower: &str) -> Layout {
    let blocks = vec![Block { span: Span::new(0, text.len()), kind: BlockKind::Body }];
    Layout { blocks, ..Layout::default() }
}
