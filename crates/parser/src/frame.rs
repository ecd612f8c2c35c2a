//! Frames: what happened to the counted thing, where, and who says so.

use crosscheck_model::Sentence;
use crosscheck_model::raw::{RawFrame, RawQuantity, RawTime};

use crate::token::Words;

/// Reads the frame of every mention of one sentence.
pub fn read(
    _words: Words<'_>,
    _sentences: &[Sentence],
    _sentence: u32,
    _times: &[RawTime],
    _quantities: &[RawQuantity],
    _out: &mut Vec<RawFrame>,
) {
}
