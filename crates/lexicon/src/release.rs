//! The line over a text by which a body speaks for itself: "Press release", "Communiqué No. 3".

use std::sync::LazyLock;

use crate::table::rows;

static OPENINGS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| rows(include_str!("../data/releases.tsv")).map(|row| row.cell(0)).collect());

/// Whether a lower-case line says that its text is a release.
///
/// ```
/// use crosscheck_lexicon::release::opens;
/// assert!(opens("communiqué no. 3 on the explosion"));
/// assert!(!opens("pressed to release the hostages"));
/// ```
pub fn opens(lower: &str) -> bool {
    OPENINGS.iter().any(|opening| {
        lower.strip_prefix(opening).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn every_row_has_a_reason() {
        for row in rows(include_str!("../data/releases.tsv")) {
            assert_eq!(row.width(), 2, "line {}", row.line);
            assert_eq!(row.cell(0), row.cell(0).to_lowercase(), "line {}", row.line);
        }
    }
}
