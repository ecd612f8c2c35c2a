//! Content words as hashes: the reconciler compares sentences by the rare words they share.
//!
//! A word is the 64-bit FNV-1a hash of its folded form: no table of strings has to be shared between threads,
//! and the same word has the same number in every run.

use crosscheck_lexicon::classes::{Classes, classes};

/// The hash of a folded word; 0 stands for no word.
pub type Word = u64;

/// Words that say nothing about which event a sentence is on.
const CLOSED: Classes = Classes::DETERMINER
    .or(Classes::PREPOSITION)
    .or(Classes::CONJUNCTION)
    .or(Classes::PRONOUN)
    .or(Classes::AUXILIARY)
    .or(Classes::MODAL)
    .or(Classes::NEGATION)
    .or(Classes::NUMBER)
    .or(Classes::ORDINAL)
    .or(Classes::VAGUE_NUMBER)
    .or(Classes::MONTH)
    .or(Classes::WEEKDAY)
    .or(Classes::TIME_UNIT)
    .or(Classes::TIME_WORD)
    .or(Classes::ADVERB)
    .or(Classes::STOPWORD);

/// FNV-1a over bytes.
pub fn hash(bytes: &[u8]) -> Word {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |state, byte| (state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The hash of a key, or 0 for none.
pub fn key(text: Option<&str>) -> Word {
    text.map_or(0, |text| hash(text.to_lowercase().as_bytes()))
}

/// Folds a lower-case word: the possessive and the plural go, British spellings become American.
///
/// The fold serves comparison only; it need not be a lemma, but must fold alike in both sentences.
fn fold(word: &mut String) {
    for ending in ["'s", "’s"] {
        if word.ends_with(ending) {
            word.truncate(word.len() - ending.len());
        }
    }
    let length = word.len();
    if length > 4 && word.ends_with("ies") {
        word.truncate(length - 3);
        word.push('y');
    } else if length > 4 && ["ses", "xes", "ches", "shes"].iter().any(|end| word.ends_with(end)) {
        word.truncate(length - 2);
    } else if length > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) {
        word.truncate(length - 1);
    }
    if word.len() > 5
        && let Some(at) = word.find("our")
        && at > 1
    {
        word.replace_range(at..at + 3, "or");
    }
}

/// A content word where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Hash of its folded form.
    pub hash: Word,
    /// First byte.
    pub at: usize,
    /// Bytes as printed.
    pub len: usize,
    /// Whether it starts with a capital.
    pub capital: bool,
}

/// Calls `each` with every content word of the text, folded, in order.
pub fn each_content_word(text: &str, mut each: impl FnMut(Word)) {
    each_word(text, |word| each(word.hash));
}

/// Like [`each_content_word`], with where and how the word stands.
pub fn each_word(text: &str, mut each: impl FnMut(Placed)) {
    let mut buffer = String::new();
    let mut end = 0;
    for raw in text.split(|c: char| !(c.is_alphabetic() || c == '\'' || c == '’')) {
        let start = end;
        end += raw.len();
        end += text.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let at = start + (raw.len() - raw.trim_start_matches(['\'', '’']).len());
        let raw = raw.trim_matches(['\'', '’']);
        if raw.len() < 3 {
            continue;
        }
        buffer.clear();
        buffer.extend(raw.chars().flat_map(char::to_lowercase));
        if classes(&buffer).has(CLOSED) {
            continue;
        }
        fold(&mut buffer);
        each(Placed {
            hash: hash(buffer.as_bytes()),
            at,
            len: raw.len(),
            capital: raw.starts_with(char::is_uppercase),
        });
    }
}

/// The content words of the text, sorted, each once.
pub fn content_words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    each_content_word(text, |word| words.push(word));
    words.sort_unstable();
    words.dedup();
    words
}

/// Calls `each` with what two sorted lists share.
pub fn each_shared(a: &[Word], b: &[Word], mut each: impl FnMut(Word)) {
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                each(*x);
                i += 1;
                j += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_and_plurals_fold_alike() {
        for (a, b) in [
            ("armoured vehicles", "armored vehicle"),
            ("Armenia's parties", "Armenia party"),
            ("the boxes", "box"),
        ] {
            assert_eq!(content_words(a), content_words(b), "{a} / {b}");
        }
    }

    #[test]
    fn closed_classes_and_numbers_are_no_content() {
        assert!(content_words("on the 12 of May, and two").is_empty());
    }
}
