//! The embedded word table: its layout, and how a key is found in it.
//!
//! `data/wordnet.bin` is written by `cargo xtask lexicon` and read in place: no start-up work, no
//! allocation, nothing decompressed.
//! Keys are found through a perfect hash, so a look-up touches three places (pilot, offset, record) and
//! compares one string, whether or not the word exists.
//!
//! All numbers are little-endian.
//!
//! | section | content |
//! |---|---|
//! | header | see [`Header`] |
//! | pilots | one `u16` per bucket: the number that sends the bucket's keys to free slots |
//! | offsets | per group of [`GROUP`] slots: a `u32` base, then one `u16` per slot to add to it |
//! | records | per slot: flags, key length, key, then what the flags announce |
//! | synsets | [`SYNSET_BYTES`] bytes each: `u32` of name slot, domain and kind, then a `u16` for the parent |
//! | extras | parent lists of the synsets that have several parents or a distant one |
//!
//! A record is `flags, key length, key`, then if [`flag::NOUN`] is set a count and that many three-byte
//! synset numbers in WordNet's order, then if [`flag::SHARES`] is set one byte of use shares (two bits
//! per part of speech), then if [`flag::FORMS`] is set a count and that many four-byte irregular readings
//! (part of speech, three-byte slot of the lemma).

pub mod key;
mod read;

pub(crate) use read::{Record, find, synset_parts};

/// What the bytes are read from.
pub static BYTES: &[u8] = include_bytes!("../data/wordnet.bin");

/// The first bytes of the file.
pub const MAGIC: [u8; 4] = *b"CCWN";
/// The layout's version: raised with every change of the layout described above.
pub const FORMAT: u32 = 1;
/// The header's length in bytes.
pub const HEADER_BYTES: usize = 96;
/// Slots that share one base offset.
pub const GROUP: usize = 64;
/// The length of one synset's entry.
pub const SYNSET_BYTES: usize = 6;
/// Keys longer than this are not stored: the longest noun people count is far shorter.
pub const LONGEST_KEY: usize = 64;
/// Bits of a synset's first word that hold the slot of its name.
pub const NAME_BITS: u32 = 20;

/// The bits of a record's first byte.
pub mod flag {
    /// The key is a noun: its senses follow.
    pub const NOUN: u8 = 1;
    /// The key is a verb.
    pub const VERB: u8 = 2;
    /// The key is an adjective.
    pub const ADJ: u8 = 4;
    /// The key is an adverb.
    pub const ADV: u8 = 8;
    /// WordNet writes the key with a capital in every part of speech.
    pub const CAPITAL: u8 = 16;
    /// The key has more than one part of speech: a byte of use shares follows.
    pub const SHARES: u8 = 32;
    /// The key is also an irregular form of other keys, which follow.
    pub const FORMS: u8 = 64;
}

/// How a synset's parent field is to be read.
pub mod kind {
    /// No parent.
    pub const ROOT: u32 = 0;
    /// One parent, at the synset's own number minus the field.
    pub const DELTA: u32 = 1;
    /// A list of parents, at the field as a byte offset into the extras.
    pub const LIST: u32 = 2;
}

/// The counts and section offsets at the start of the file.
///
/// ```
/// use crosscheck_lexicon::blob::{Header, FORMAT};
///
/// let header = Header::of_blob();
/// assert_eq!(header.format, FORMAT);
/// assert_eq!(header.source, "wordnet-base 1:3.0-37");
/// assert!(header.lemmas > 100_000);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// The layout's version.
    pub format: u32,
    /// [`content_hash`] of everything after the header.
    pub hash: u64,
    /// The package the data was read from, with its version.
    pub source: &'static str,
    /// Keys stored, irregular forms included.
    pub keys: u32,
    /// Keys that are lemmas.
    pub lemmas: u32,
    /// Noun synsets.
    pub synsets: u32,
    /// Noun senses: pairs of a lemma and a synset.
    pub senses: u32,
}

impl Header {
    /// The header of the embedded blob.
    pub fn of_blob() -> Header {
        let source = BYTES.get(64..HEADER_BYTES).unwrap_or_default();
        let end = source.iter().position(|&byte| byte == 0).unwrap_or(source.len());
        Header {
            format: read::FORMAT_FOUND,
            hash: read::HASH_FOUND,
            source: str::from_utf8(&source[..end]).unwrap_or_default(),
            keys: read::KEYS,
            lemmas: read::LEMMAS,
            synsets: read::SYNSETS,
            senses: read::SENSES,
        }
    }

    /// Whether the file is one that this code can read.
    ///
    /// ```
    /// assert!(crosscheck_lexicon::blob::Header::of_blob().is_readable());
    /// ```
    pub fn is_readable(&self) -> bool {
        BYTES.starts_with(&MAGIC) && self.format == FORMAT
    }
}

/// FNV-1a over bytes: short, without dependencies, and enough to notice an edited or truncated file.
///
/// ```
/// assert_eq!(crosscheck_lexicon::blob::content_hash(b""), 0xcbf2_9ce4_8422_2325);
/// ```
pub fn content_hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
