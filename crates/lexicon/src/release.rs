//! The line over a text by which a body speaks for itself: "Press release", "Communiqué No. 3".

use std::sync::LazyLock;

static OPENINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    include_str!("../data/releases.tsv")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .filter_map(|line| line.split('\t').next())
        .collect()
});

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
    #[test]
    fn every_row_has_a_reason() {
        for line in include_str!("../data/releases.tsv").lines().filter(|line| !line.starts_with('#')) {
            assert_eq!(line.split('\t').count(), 2, "{line}");
            let opening = line.split('\t').next().unwrap_or("");
            assert_eq!(opening, opening.to_lowercase(), "{line}");
        }
    }
}
