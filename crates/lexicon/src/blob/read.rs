//! Reading the blob in place.
//!
//! Section offsets come from the header as constants, so the compiler folds them into the code.
//! Every access is checked and falls back to "nothing there": a damaged blob must answer wrongly in a
//! test rather than stop a run.

use super::key::{Key, bucket, slot};
use super::{BYTES, GROUP, NAME_BITS, SYNSET_BYTES, flag, kind};

/// The little-endian `u32` at a header position; zero outside, so that a short file still compiles.
const fn header_u32(at: usize) -> u32 {
    if at + 4 > BYTES.len() {
        return 0;
    }
    u32::from_le_bytes([BYTES[at], BYTES[at + 1], BYTES[at + 2], BYTES[at + 3]])
}

pub(crate) const FORMAT_FOUND: u32 = header_u32(4);
pub(crate) const HASH_FOUND: u64 = header_u32(8) as u64 | ((header_u32(12) as u64) << 32);
pub(crate) const KEYS: u32 = header_u32(16);
pub(crate) const LEMMAS: u32 = header_u32(20);
pub(crate) const SYNSETS: u32 = header_u32(24);
pub(crate) const SENSES: u32 = header_u32(28);
const BUCKETS: u32 = header_u32(32);
const SLOTS: u32 = header_u32(36);
const PILOTS_AT: usize = header_u32(40) as usize;
const OFFSETS_AT: usize = header_u32(44) as usize;
const RECORDS_AT: usize = header_u32(48) as usize;
const SYNSETS_AT: usize = header_u32(52) as usize;
const EXTRAS_AT: usize = header_u32(56) as usize;

#[inline]
fn u16_at(at: usize) -> u16 {
    match BYTES.get(at..at + 2) {
        Some(&[a, b]) => u16::from_le_bytes([a, b]),
        _ => 0,
    }
}

#[inline]
fn u24_at(at: usize) -> u32 {
    match BYTES.get(at..at + 3) {
        Some(&[a, b, c]) => u32::from_le_bytes([a, b, c, 0]),
        _ => 0,
    }
}

#[inline]
fn u32_at(at: usize) -> u32 {
    match BYTES.get(at..at + 4) {
        Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
        _ => 0,
    }
}

/// One key's record, as a position in the blob.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    at: usize,
}

/// The record of a key, if the key is stored.
#[inline]
pub(crate) fn find(key: &Key) -> Option<Record> {
    let hash = key.hash();
    let pilot = u16_at(PILOTS_AT + 2 * bucket(hash, BUCKETS) as usize);
    let record = record_at(slot(hash, pilot, SLOTS));
    (record.key() == key.as_bytes()).then_some(record)
}

/// The record in a slot; an empty one where no key landed.
#[inline]
pub(crate) fn record_at(slot: u32) -> Record {
    let (group, within) = (slot as usize / GROUP, slot as usize % GROUP);
    let base = OFFSETS_AT + group * (4 + 2 * GROUP);
    let offset = u32_at(base) as usize + u16_at(base + 4 + 2 * within) as usize;
    Record { at: RECORDS_AT + offset }
}

impl Record {
    #[inline]
    pub(crate) fn flags(self) -> u8 {
        BYTES.get(self.at).copied().unwrap_or(0)
    }

    #[inline]
    pub(crate) fn key(self) -> &'static [u8] {
        let len = BYTES.get(self.at + 1).copied().unwrap_or(0) as usize;
        BYTES.get(self.at + 2..self.at + 2 + len).unwrap_or_default()
    }

    /// The three-byte synset numbers of the noun senses.
    #[inline]
    pub(crate) fn senses(self) -> &'static [u8] {
        if self.flags() & flag::NOUN == 0 {
            return &[];
        }
        let at = self.after_key();
        let count = BYTES.get(at).copied().unwrap_or(0) as usize;
        BYTES.get(at + 1..at + 1 + 3 * count).unwrap_or_default()
    }

    /// The byte of use shares; none when the key has one part of speech only.
    #[inline]
    pub(crate) fn shares(self) -> Option<u8> {
        if self.flags() & flag::SHARES == 0 {
            return None;
        }
        BYTES.get(self.after_senses()).copied()
    }

    /// The irregular readings: part of speech and the record of the lemma.
    pub(crate) fn forms(self) -> impl Iterator<Item = (u8, Record)> {
        let at = self.after_senses() + usize::from(self.flags() & flag::SHARES != 0);
        let count = match self.flags() & flag::FORMS {
            0 => 0,
            _ => BYTES.get(at).copied().unwrap_or(0) as usize,
        };
        (0..count).map(move |index| {
            let at = at + 1 + 4 * index;
            let pos = BYTES.get(at).copied().unwrap_or(0);
            (pos, record_at(u24_at(at + 1)))
        })
    }

    #[inline]
    fn after_key(self) -> usize {
        self.at + 2 + self.key().len()
    }

    #[inline]
    fn after_senses(self) -> usize {
        match self.flags() & flag::NOUN {
            0 => self.after_key(),
            _ => self.after_key() + 1 + self.senses().len(),
        }
    }
}

/// What is stored of a synset.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SynsetParts {
    pub(crate) name: Record,
    pub(crate) domain: u8,
    parent_kind: u32,
    field: u16,
    number: u32,
}

/// Reads one synset; its number must have come from the blob.
#[inline]
pub(crate) fn synset_parts(number: u32) -> SynsetParts {
    let at = SYNSETS_AT + SYNSET_BYTES * number as usize;
    let packed = u32_at(at);
    SynsetParts {
        name: record_at(packed & ((1 << NAME_BITS) - 1)),
        domain: (packed >> NAME_BITS & 31) as u8,
        parent_kind: packed >> (NAME_BITS + 5) & 3,
        field: u16_at(at + 4),
        number,
    }
}

impl SynsetParts {
    /// The numbers of the synset's parents.
    #[inline]
    pub(crate) fn parents(self) -> impl Iterator<Item = u32> + Clone {
        let list = EXTRAS_AT + usize::from(self.field);
        let count = match self.parent_kind {
            kind::ROOT => 0,
            kind::DELTA => 1,
            _ => BYTES.get(list).copied().unwrap_or(0) as usize,
        };
        (0..count).map(move |index| match self.parent_kind {
            kind::DELTA => self.number.saturating_sub(u32::from(self.field)),
            _ => u24_at(list + 1 + 3 * index),
        })
    }
}
