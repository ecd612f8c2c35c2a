//! British and American spellings folded to one key.
//!
//! The key is the American form, because American spelling has the fewer letters to guess: a rule takes
//! letters away and the result must be a word of the table.
//! What the rules would get wrong, and pairs that no rule reaches, are in `data/spelling.tsv`.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::table::rows;
use crate::taxonomy::{PosSet, word};

/// A word's own key: `None` where the word must stay as it is.
static TABLE: LazyLock<FxHashMap<&'static str, Option<&'static str>>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for row in rows(include_str!("../data/spelling.tsv")) {
        let target = match row.cell(0) {
            "fold" => Some(row.cell(2)),
            _ => None,
        };
        for spelling in row.list(1) {
            table.insert(spelling, target);
        }
    }
    table
});

/// The endings that a spelling rule looks through: what may follow the varying letters.
const AFTER_OUR: &[&str] = &[
    "", "s", "ed", "ing", "er", "ers", "able", "ful", "less", "hood", "hoods", "ite", "ites", "y", "ies",
    "ly",
];
const AFTER_IS: &[&str] = &["e", "es", "ed", "er", "ers", "ing", "ation", "ations", "able"];
const AFTER_RE: &[&str] = &["", "s", "d"];
const AFTER_LL: &[&str] = &["ed", "ing", "er", "ers"];

/// The key under which both spellings of a lower-case word meet.
///
/// Words without a variant are returned as they are, so the key of an unknown word is the word.
///
/// ```
/// use crosscheck_lexicon::spelling::fold;
///
/// assert_eq!(fold("armoured"), "armored");
/// assert_eq!(fold("armored"), "armored");
/// assert_eq!(fold("kilometre"), fold("kilometer"));
/// assert_eq!(fold("defence"), fold("defense"));
/// // A tonne is not a ton.
/// assert_eq!(fold("tonne"), "tonne");
/// // Only looks British.
/// assert_eq!(fold("four"), "four");
/// ```
pub fn fold(lower: &str) -> Cow<'_, str> {
    if let Some(found) = TABLE.get(lower) {
        return Cow::Borrowed(found.unwrap_or(lower));
    }
    if lower.contains(' ') {
        return fold_each(lower);
    }
    if !may_vary(lower.as_bytes()) {
        return Cow::Borrowed(lower);
    }
    let rules: [(&str, &str, &[&str]); 5] = [
        ("our", "or", AFTER_OUR),
        ("is", "iz", AFTER_IS),
        ("ys", "yz", AFTER_IS),
        ("re", "er", AFTER_RE),
        ("ll", "l", AFTER_LL),
    ];
    for (british, american, endings) in rules {
        if let Some(folded) = endings.iter().find_map(|end| by_rule(lower, british, american, end)) {
            return Cow::Owned(folded);
        }
    }
    Cow::Borrowed(lower)
}

/// Whether a word has any of the letter pairs that the rules look for.
fn may_vary(word: &[u8]) -> bool {
    word.windows(2).any(|pair| matches!(pair, b"ou" | b"is" | b"ys" | b"re" | b"ll"))
}

/// Each word of a phrase by itself: "armoured vehicle".
fn fold_each(phrase: &str) -> Cow<'_, str> {
    let folded: Vec<Cow<'_, str>> = phrase.split(' ').map(fold).collect();
    if folded.iter().all(|part| matches!(part, Cow::Borrowed(_))) && folded.join(" ") == phrase {
        return Cow::Borrowed(phrase);
    }
    Cow::Owned(folded.join(" "))
}

/// Rewrites one varying part before one ending, if that gives a word.
fn by_rule(lower: &str, british: &str, american: &str, ending: &str) -> Option<String> {
    let stem = lower.strip_suffix(ending)?.strip_suffix(british)?;
    if stem.len() < 2 {
        return None;
    }
    // "metred" has to become "metered", "metre" "meter": only the e before a d is shared.
    let ending = match (american, ending) {
        ("er", "d") => "ed",
        _ => ending,
    };
    let candidate = format!("{stem}{american}{ending}");
    is_word(&candidate).then_some(candidate)
}

/// Whether a spelling is a word, or a regular form of one.
fn is_word(spelling: &str) -> bool {
    let is_lemma = |lemma: &str| word(lemma).is_some_and(|entry| !entry.pos().is_empty());
    is_lemma(spelling)
        || crate::morphology::verb_lemma(spelling).is_some()
        || spelling.strip_suffix('s').is_some_and(|stem| {
            word(stem).is_some_and(|entry| entry.is(PosSet::NOUN) || entry.is(PosSet::VERB))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_meet() {
        for (british, american) in [
            ("armour", "armor"),
            ("armoured", "armored"),
            ("labour", "labor"),
            ("labourer", "laborer"),
            ("neighbourhood", "neighborhood"),
            ("harbour", "harbor"),
            ("honoured", "honored"),
            ("metre", "meter"),
            ("metres", "meters"),
            ("centre", "center"),
            ("theatre", "theater"),
            ("litre", "liter"),
            ("fibre", "fiber"),
            ("organise", "organize"),
            ("organised", "organized"),
            ("organisation", "organization"),
            ("hospitalised", "hospitalized"),
            ("analyse", "analyze"),
            ("travelled", "traveled"),
            ("cancelled", "canceled"),
            ("defence", "defense"),
            ("offence", "offense"),
            ("licence", "license"),
            ("programme", "program"),
            ("grey", "gray"),
            ("tyre", "tire"),
            ("plough", "plow"),
            ("aeroplane", "airplane"),
            ("armoured vehicle", "armored vehicle"),
            ("jewellery", "jewelry"),
            ("sulphur", "sulfur"),
            ("aluminium", "aluminum"),
            ("paediatric", "pediatric"),
        ] {
            assert_eq!(fold(british), american);
            assert_eq!(fold(american), american);
        }
    }

    #[test]
    fn look_alikes_stay() {
        for word in [
            "four",
            "hour",
            "tour",
            "pour",
            "our",
            "flour",
            "sour",
            "rise",
            "raise",
            "promise",
            "advise",
            "exercise",
            "wise",
            "noise",
            "cruise",
            "tonne",
            "ton",
            "acre",
            "massacre",
            "timbre",
            "fire",
            "there",
            "more",
            "are",
            "killed",
            "called",
            "filled",
            "shelled",
            "drilled",
            "installed",
            "prise",
            "enterprise",
            "premises",
            "crisis",
            "this",
            "his",
            "contour",
            "store",
            "share",
            "storey",
            "cheque",
            "poised",
            "praised",
            "rolled",
            "polled",
            "billed",
            "disguised",
            "visited",
        ] {
            assert_eq!(fold(word), word);
        }
    }

    #[test]
    fn every_row_has_a_reason() {
        for row in rows(include_str!("../data/spelling.tsv")) {
            let width = match row.cell(0) {
                "fold" => 4,
                "keep" => 3,
                other => panic!("line {}: {other}", row.line),
            };
            assert_eq!(row.width(), width, "line {}", row.line);
            assert!(!row.reason().is_empty(), "line {}", row.line);
        }
    }
}
