//! Keys: how a written word becomes one, and where its hash sends it.
//!
//! The generator and the reader share this file, so they cannot disagree.

use super::LONGEST_KEY;

/// A word in the spelling of the table: lower case, hyphens and underscores as spaces.
///
/// WordNet writes "small-arm" and "anti_aircraft_gun"; texts write "small arm" and "anti-aircraft gun".
/// Folding all three characters to one is what lets them meet.
#[derive(Clone, Copy)]
pub struct Key {
    bytes: [u8; LONGEST_KEY],
    len: usize,
}

impl Key {
    /// The key of a word; none when it is too long to be in the table.
    ///
    /// Only ASCII is folded: WordNet 3.0 holds nothing else.
    ///
    /// ```
    /// use crosscheck_lexicon::blob::key::Key;
    ///
    /// assert_eq!(Key::of("Small-Arm").expect("short").as_bytes(), b"small arm");
    /// assert!(Key::of(&"x".repeat(500)).is_none());
    /// ```
    #[inline]
    pub fn of(word: &str) -> Option<Key> {
        let word = word.as_bytes();
        let mut bytes = [0; LONGEST_KEY];
        fill(bytes.get_mut(..word.len())?, word);
        Some(Key { bytes, len: word.len() })
    }

    /// The key of a stem and an ending, as if written together.
    ///
    /// ```
    /// use crosscheck_lexicon::blob::key::Key;
    /// assert_eq!(Key::joined("arm", "y").expect("short").as_bytes(), b"army");
    /// ```
    #[inline]
    pub fn joined(stem: &str, ending: &str) -> Option<Key> {
        let len = stem.len() + ending.len();
        let mut bytes = [0; LONGEST_KEY];
        let (front, back) = bytes.get_mut(..len)?.split_at_mut(stem.len());
        fill(front, stem.as_bytes());
        fill(back, ending.as_bytes());
        Some(Key { bytes, len })
    }

    /// The bytes of the key.
    ///
    /// ```
    /// use crosscheck_lexicon::blob::key::Key;
    /// assert_eq!(Key::of("UAV").expect("short").as_bytes(), b"uav");
    /// ```
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    /// A 64-bit hash, taken eight bytes at a time; the zeros after the key pad the last step.
    ///
    /// ```
    /// use crosscheck_lexicon::blob::key::Key;
    /// let hash = |word| Key::of(word).expect("short").hash();
    /// assert_eq!(hash("small arm"), hash("small-arm"));
    /// assert_ne!(hash("gun"), hash("sun"));
    /// ```
    #[inline]
    pub fn hash(&self) -> u64 {
        let mut hash = (self.len as u64).wrapping_mul(MIX);
        for chunk in self.bytes.chunks_exact(8).take(self.len.div_ceil(8)) {
            let mut word = [0; 8];
            word.copy_from_slice(chunk);
            hash = (hash.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(MIX);
            hash ^= hash >> 31;
        }
        hash
    }
}

/// The multiplier of both mixing steps: the odd integer next to 2^64 divided by the golden ratio.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// The bucket of a hash among `buckets`.
///
/// ```
/// assert!(crosscheck_lexicon::blob::key::bucket(u64::MAX, 10) < 10);
/// ```
#[inline]
pub fn bucket(hash: u64, buckets: u32) -> u32 {
    reduce(hash as u32, buckets)
}

/// The slot that a hash takes among `slots` under a bucket's pilot.
///
/// ```
/// assert!(crosscheck_lexicon::blob::key::slot(u64::MAX, 3, 10) < 10);
/// ```
#[inline]
pub fn slot(hash: u64, pilot: u16, slots: u32) -> u32 {
    let mixed = (hash ^ u64::from(pilot).wrapping_mul(0xd6e8_feb8_6659_fd93)).wrapping_mul(MIX);
    reduce((mixed >> 32) as u32, slots)
}

/// Maps 32 bits to `0..n` by multiplying, which is cheaper than a remainder.
#[inline]
fn reduce(bits: u32, n: u32) -> u32 {
    ((u64::from(bits) * u64::from(n)) >> 32) as u32
}

/// Copies with ASCII letters in lower case and hyphens and underscores as spaces.
#[inline]
fn fill(room: &mut [u8], word: &[u8]) {
    for (to, &from) in room.iter_mut().zip(word) {
        let lower = from | (u8::from(from.is_ascii_uppercase()) << 5);
        *to = if matches!(lower, b'-' | b'_') { b' ' } else { lower };
    }
}
