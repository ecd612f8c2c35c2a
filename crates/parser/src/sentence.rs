//! Sentences.

use crosscheck_model::{Block, Sentence, Span};

/// Splits every block into sentences.
pub fn split(text: &str, blocks: &[Block]) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let mut at = block.span.start as usize;
        for line in block.span.slice(text).split_inclusive('\n') {
            let start = at + (line.len() - line.trim_start().len());
            let end = at + line.trim_end().len();
            if start < end {
                let block_index = u32::try_from(index).unwrap_or(u32::MAX);
                out.push(Sentence { span: Span::new(start, end), block: block_index, kind: block.kind });
            }
            at += line.len();
        }
    }
    out
}
