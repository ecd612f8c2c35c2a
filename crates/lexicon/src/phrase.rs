//! Tables of phrases, looked up token by token.

use rustc_hash::FxHashMap;

/// The pieces of a phrase as the tokenizer parts them: runs of letters, runs of digits, single other characters.
pub fn pieces(phrase: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = phrase;
    while let Some(first) = rest.chars().next() {
        let same = |c: char| {
            (first.is_alphabetic() && c.is_alphabetic()) || (first.is_ascii_digit() && c.is_ascii_digit())
        };
        let len = rest.find(|c| !same(c)).unwrap_or(rest.len()).max(first.len_utf8());
        if !first.is_whitespace() {
            out.push(&rest[..len]);
        }
        rest = &rest[len..];
    }
    out
}

/// Phrases by their first piece, or by their last when they are matched backwards.
#[derive(Debug)]
pub struct Phrases<T> {
    by_first: FxHashMap<&'static str, Vec<Entry<T>>>,
}

/// The pieces after the first, and what the phrase means.
#[derive(Debug)]
struct Entry<T> {
    rest: Box<[&'static str]>,
    value: T,
}

impl<T: Copy> Phrases<T> {
    /// A table read from the first piece on; the first of two equal phrases stands.
    pub fn forward(entries: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        Self::build(entries.into_iter().map(|(phrase, value)| (pieces(phrase), value)))
    }

    /// A table read from the last piece back.
    pub fn backward(entries: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        Self::build(entries.into_iter().map(|(phrase, value)| {
            let mut pieces = pieces(phrase);
            pieces.reverse();
            (pieces, value)
        }))
    }

    fn build(entries: impl Iterator<Item = (Vec<&'static str>, T)>) -> Self {
        let mut by_first: FxHashMap<&'static str, Vec<Entry<T>>> = FxHashMap::default();
        for (pieces, value) in entries {
            let Some((first, rest)) = pieces.split_first() else { continue };
            let list = by_first.entry(first).or_default();
            if !list.iter().any(|entry| *entry.rest == *rest) {
                list.push(Entry { rest: rest.into(), value });
            }
        }
        // Every list is sorted by itself, so the order of the map's buckets does not matter.
        by_first
            .iter_mut()
            .for_each(|(_, list)| list.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len())));
        Self { by_first }
    }

    /// The longest phrase whose pieces are `piece(0)`, `piece(1)`, ...; how many pieces it has, and what it means.
    pub fn longest<'a>(&self, piece: impl Fn(usize) -> &'a str) -> Option<(usize, T)> {
        let list = self.by_first.get(piece(0))?;
        list.iter()
            .find(|entry| entry.rest.iter().enumerate().all(|(i, want)| piece(i + 1) == *want))
            .map(|entry| (entry.rest.len() + 1, entry.value))
    }
}

/// Lines of a table without comments and blanks, each split at tabs.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with("# ") && !line.is_empty())
        .map(|line| line.split('\t').collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_phrase_wins() {
        let table = Phrases::forward([("miles", 1), ("miles per hour", 2), ("km/h", 3)]);
        let at = |words: &[&'static str]| {
            let words = words.to_vec();
            table.longest(|i| words.get(i).copied().unwrap_or(""))
        };
        assert_eq!(at(&["miles", "per", "hour"]), Some((3, 2)));
        assert_eq!(at(&["miles", "per", "day"]), Some((1, 1)));
        assert_eq!(at(&["km", "/", "h"]), Some((3, 3)));
        assert_eq!(at(&["km"]), None);
    }
}
