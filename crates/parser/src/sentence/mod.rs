//! Sentences.
//!
//! A sentence ends at ".", "!", "?" or an ellipsis, with the quotes and brackets that close after it, when what stands
//! around the stop says so (`boundary`); and at the end of its paragraph, stop or not. A dateline without a dash stands by itself (`dateline`).
//! Works on bytes, in one pass.

mod boundary;
mod dateline;

use crosscheck_model::{Block, BlockKind, Sentence, Span};

/// Sentences are cut at white space when they get longer, so that text without stops costs no more than other text.
const MAX_SENTENCE: usize = 1 << 14;

/// Splits every block into sentences; no sentence crosses a block.
///
/// ```
/// use crosscheck_model::{Block, BlockKind, Span};
/// let text = "Sen. Lee left on Sept. 3. Others stayed.";
/// let block = Block { span: Span::new(0, text.len()), kind: BlockKind::Body };
/// let sentences = crosscheck_parser::sentence::split(text, &[block]);
/// assert_eq!(sentences[1].span.slice(text), "Others stayed.");
/// ```
pub fn split(text: &str, blocks: &[Block]) -> Vec<Sentence> {
    // News runs to some 150 bytes a sentence.
    let mut out = Vec::with_capacity(text.len() / 128 + blocks.len());
    for (index, block) in blocks.iter().enumerate() {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        let (mut from, end) = (block.span.start as usize, block.span.end as usize);
        let mut push = |from: usize, to: usize| {
            let slice = &text[from..to];
            let start = from + (slice.len() - slice.trim_start_matches(is_blank).len());
            let end = from + slice.trim_end_matches(is_blank).len();
            if start < end {
                out.push(Sentence { span: Span::new(start, end), block: index, kind: block.kind });
            }
        };
        // "QUITO | The death toll ...": the dateline is no part of what is told.
        if block.kind == BlockKind::Body
            && let Some(told) = dateline::end(&text[from..end])
        {
            push(from, from + told);
            from += told;
        }
        let bytes = text.as_bytes();
        let mut at = from;
        let mut cut = None;
        loop {
            let stop = next_stop(bytes, at, end);
            while stop.unwrap_or(end) - from > MAX_SENTENCE {
                let to = *cut.get_or_insert_with(|| cut_of(text, from, end));
                if to >= stop.unwrap_or(end) {
                    break;
                }
                push(from, to);
                from = to;
                cut = None;
            }
            let Some(stop) = stop else { break };
            at = match boundary::after(text, from, stop, end) {
                Ok(next) => {
                    push(from, next);
                    from = next;
                    cut = None;
                    next
                }
                Err(next) => next,
            };
        }
        push(from, end);
    }
    out
}

/// The first character from `at` on that can end a sentence.
fn next_stop(bytes: &[u8], mut at: usize, end: usize) -> Option<usize> {
    loop {
        // 0xA6 closes the three bytes of "…"; other characters end in it, too.
        at += bytes[at..end].iter().position(|b| matches!(b, b'.' | b'!' | b'?' | 0xA6))?;
        if bytes[at] != 0xA6 {
            return Some(at);
        }
        if at >= 2 && bytes[at - 2..at] == [0xE2, 0x80] {
            return Some(at - 2);
        }
        at += 1;
    }
}

/// Where a sentence without a stop is cut: at the last white space that keeps it short enough, else at the next one.
fn cut_of(text: &str, from: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    let limit = (from + MAX_SENTENCE).min(end);
    let before = bytes[from..limit].iter().rposition(u8::is_ascii_whitespace).map(|i| from + i + 1);
    let after = || bytes[limit..end].iter().position(u8::is_ascii_whitespace).map(|i| limit + i + 1);
    before.filter(|&cut| cut > from).or_else(after).unwrap_or(end)
}

/// White space, and the marks that are printed like it.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}')
}
