//! Quantities: number, bound, unit, counted group.

use crosscheck_model::raw::{RawQuantity, RawTime};

use crate::token::Words;

/// Reads the quantities of one sentence; numbers inside a date or clock time of `times` are none.
pub fn read(_words: Words<'_>, _sentence: u32, _times: &[RawTime], _out: &mut Vec<RawQuantity>) {}
