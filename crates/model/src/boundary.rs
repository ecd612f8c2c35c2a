//! The nearest place where a text may be cut: `str` can be sliced only between characters.

/// The last character boundary at or before byte `at`, which may lie behind the text's end.
///
/// ```
/// use crosscheck_model::boundary;
/// assert_eq!(boundary::floor("né", 2), 1);
/// assert_eq!(boundary::floor("né", 3), 3);
/// assert_eq!(boundary::floor("né", 90), 3);
/// ```
// `str::floor_char_boundary` is younger than the oldest compiler this builds with.
pub fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The first character boundary at or behind byte `at`; the text's end when there is none.
///
/// ```
/// use crosscheck_model::boundary;
/// assert_eq!(boundary::ceil("né", 2), 3);
/// assert_eq!(boundary::ceil("né", 90), 3);
/// ```
pub fn ceil(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}
