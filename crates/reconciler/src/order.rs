//! One order of the documents for all work inside, whatever order they are given in.
//!
//! Every tie - which of two sentences is quoted first, which claim sets the end of a range, which wording names a measure - is then
//! broken by what the documents are, not by how a command line or a folder happened to list them.

use rustc_hash::FxHashMap;

use crosscheck_model::Claim;

use crate::Source;

/// The documents from the earliest to the latest, by index; undated ones come first. Publisher, text and path break ties.
pub(crate) fn canonical(sources: &[Source<'_>]) -> Vec<u32> {
    let mut order: Vec<u32> = (0_u32..).zip(sources).map(|(at, _)| at).collect();
    order.sort_by(|x, y| {
        let key = |at: u32| {
            let document = sources[at as usize].document;
            let published = document.published.date.map(|moment| (moment.date, moment.time));
            (published, document.source.as_deref(), document.sha256.as_str(), document.path.as_str())
        };
        key(*x).cmp(&key(*y))
    });
    order
}

/// Where each claim stands in the report, by its id.
pub(crate) fn places(claims: &[Claim]) -> FxHashMap<&str, u32> {
    claims.iter().map(|claim| claim.id.as_str()).zip(0_u32..).collect()
}

/// Sorts by keys that stand beside, equal ones as they come, and in place: a million links are not held twice.
pub(crate) fn sort_by<K: Ord, T>(keys: &[K], all: &mut [T]) {
    let mut from: Vec<usize> = (0..all.len().min(keys.len())).collect();
    from.sort_by_key(|at| &keys[*at]);
    for start in 0..from.len() {
        // What belongs here was moved on by the swaps before it, to where `from` now says.
        let mut at = from[start];
        while at < start {
            at = from[at];
        }
        all.swap(start, at);
        from[start] = at;
    }
}

#[cfg(test)]
mod tests {
    use crosscheck_model::{Document, Published, PublishedBasis};

    use super::{Source, canonical, sort_by};

    #[test]
    fn things_are_sorted_by_keys_beside_them() {
        let keys = [3, 1, 2, 1, 0, 2];
        let mut all = ['f', 'b', 'd', 'c', 'a', 'e'];
        sort_by(&keys, &mut all);
        assert_eq!(all, ['a', 'b', 'c', 'd', 'e', 'f']);
    }

    #[test]
    fn documents_come_by_day_then_publisher_then_text() {
        let document = |date: &str, source: Option<&str>, sha: &str| Document {
            id: String::new(),
            path: "a.txt".to_owned(),
            sha256: sha.to_owned(),
            bytes: 0,
            title: None,
            source: source.map(str::to_owned),
            url: None,
            language: None,
            published: Published { date: date.parse().ok(), basis: PublishedBasis::Manifest },
            body: Vec::new(),
            copy_group: None,
        };
        let documents = [
            document("2024-03-05", None, "1"),
            document("2024-03-04", Some("Post"), "9"),
            document("2024-03-04", Some("Post"), "2"),
            document("2024-03-04", Some("Echo"), "7"),
            document("", None, "8"),
        ];
        let sources: Vec<_> = documents.iter().map(|document| Source { document, text: "" }).collect();
        assert_eq!(canonical(&sources), [4, 3, 2, 1, 0]);
    }
}
