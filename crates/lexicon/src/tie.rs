//! Words between two figures of one sentence that say how the second belongs to the first.

use std::sync::LazyLock;

use crate::phrase::rows;

/// How a figure belongs to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// "12 people, including five children": one part among others.
    Part,
    /// "two died, along with three attackers": whoever is told along shares what befell the others.
    With,
    /// "12 people: five women and seven men": all parts follow.
    Sum,
    /// "37 percent of the 12 members": the base of the figure before.
    Share,
    /// "2.3 billion instead of 1.9": another value of the same.
    Against,
    /// "45, born in 1978": the date of a birth.
    Birth,
    /// "died in 2001": the date of a death.
    Death,
}

static TABLE: LazyLock<Vec<(&'static str, Tie)>> = LazyLock::new(|| {
    rows(include_str!("../data/ties.tsv"))
        .filter_map(|row| {
            let tie = match row[1] {
                "part" => Tie::Part,
                "with" => Tie::With,
                "sum" => Tie::Sum,
                "share" => Tie::Share,
                "against" => Tie::Against,
                "birth" => Tie::Birth,
                "death" => Tie::Death,
                _ => return None,
            };
            Some((row[0], tie))
        })
        .collect()
});

/// Whether words of the tie stand anywhere in a stretch of lower-case text, at word boundaries.
pub fn has(lower: &str, tie: Tie) -> bool {
    behind(lower, tie).is_some()
}

/// What stands behind words of the tie in a stretch of lower-case text.
///
/// ```
/// use crosscheck_lexicon::tie::{Tie, behind};
/// assert_eq!(behind(" people, including at least ", Tie::Part), Some(" at least "));
/// ```
pub fn behind(lower: &str, tie: Tie) -> Option<&str> {
    words(tie).find_map(|phrase| {
        lower.match_indices(phrase).find_map(|(at, _)| {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let rest = &lower[at + phrase.len()..];
            (!letter(lower[..at].chars().next_back()) && !letter(rest.chars().next())).then_some(rest)
        })
    })
}

/// Whether a stretch of lower-case text, without blanks and commas around it, is one tie and nothing else.
///
/// ```
/// use crosscheck_lexicon::tie::{Tie, is};
/// assert!(is(" of the ", Tie::Share));
/// assert!(!is(" of the board's ", Tie::Share));
/// ```
pub fn is(lower: &str, tie: Tie) -> bool {
    let bare = lower.trim_matches(|c: char| c.is_whitespace() || c == ',');
    words(tie).any(|phrase| phrase == bare)
}

/// Whether a stretch of lower-case text ends with words of the tie.
pub fn ends(lower: &str, tie: Tie) -> bool {
    let bare = lower.trim_end();
    words(tie).any(|phrase| {
        bare.strip_suffix(phrase).is_some_and(|rest| {
            !phrase.starts_with(char::is_alphabetic) || !rest.ends_with(char::is_alphanumeric)
        })
    })
}

/// Whether a stretch of lower-case text begins with words of the tie: "of whom were officers" behind "52".
pub fn begins(lower: &str, tie: Tie) -> bool {
    let bare = lower.trim_start();
    words(tie)
        .any(|phrase| bare.strip_prefix(phrase).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

fn words(tie: Tie) -> impl Iterator<Item = &'static str> {
    TABLE.iter().filter(move |(_, kind)| *kind == tie).map(|(phrase, _)| *phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_and_have_reasons() {
        let all: Vec<_> = rows(include_str!("../data/ties.tsv")).collect();
        assert!(all.iter().all(|row| row.len() == 3 && !row[2].is_empty()));
        assert_eq!(all.len(), TABLE.len());
    }

    #[test]
    fn ties_stand_at_word_boundaries() {
        assert!(has(" people, including at least ", Tie::Part));
        assert!(!has(" notofthem ", Tie::Part));
        assert!(ends(" were killed: ", Tie::Sum));
        assert!(!ends(" were killed, ", Tie::Sum));
        assert!(ends(" (born ", Tie::Birth));
        assert!(ends(" crowns instead of ", Tie::Against));
        assert!(begins(" of whom were officers", Tie::Part));
        assert!(!begins(" of them selves", Tie::Birth));
    }
}
