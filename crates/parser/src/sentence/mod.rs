//! Sentences.
//!
//! A sentence ends at ".", "!", "?" or an ellipsis, with the quotes and brackets that close after it, when what stands
//! around the stop says so (`boundary`); and at the end of its paragraph, stop or not. Works on bytes, in one pass.

mod boundary;

use crosscheck_model::{Block, Sentence, Span};

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
        let bytes = text.as_bytes();
        let mut at = from;
        while at < end {
            let Some(stop) = bytes[at..end].iter().position(|&b| is_stop(b)).map(|i| at + i) else { break };
            while stop - from > MAX_SENTENCE {
                let Some(cut) = blank_before(text, from, from + MAX_SENTENCE) else { break };
                push(from, cut);
                from = cut;
            }
            match boundary::after(text, from, stop, end) {
                Ok(next) => {
                    push(from, next);
                    from = next;
                    at = next;
                }
                Err(next) => at = next,
            }
        }
        while end - from > MAX_SENTENCE {
            let Some(cut) = blank_before(text, from, from + MAX_SENTENCE) else { break };
            push(from, cut);
            from = cut;
        }
        push(from, end);
    }
    out
}

/// Bytes that can end a sentence, or begin a character that does.
fn is_stop(byte: u8) -> bool {
    matches!(byte, b'.' | b'!' | b'?')
}

/// The end of the last white space before `at`, if any lies after `from`.
fn blank_before(text: &str, from: usize, at: usize) -> Option<usize> {
    text.as_bytes()[from..at].iter().rposition(u8::is_ascii_whitespace).map(|i| from + i + 1)
}

/// White space, and the marks that are printed like it.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}')
}
