//! Figures that leave out their unit: "cost 2.3 billion crowns instead of | 1.9 billion", "Kelt with 13.4 percent, Orlo with | 8.4".

use crosscheck_lexicon::tie::{self, Tie};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::{Kind, Mention, Number, Si, Span};

/// Bytes between a sum and the bare figure that it is set against.
const REACH: u32 = 80;
/// A smaller bare figure may count anything.
const LEAST: i64 = 1_000_000;

/// The sum that a figure without unit or noun is, where it is set against one of the same sentence.
pub(super) fn left_out(text: &str, mention: &Mention, last: Option<&Mention>) -> Option<Mention> {
    let bare = mention.kind == Kind::Count
        && mention.unit.is_none()
        && mention.object.as_ref().is_none_or(|object| object.implied);
    let hard = mention.value.as_ref().filter(|value| value.point >= Some(Number::from(LEAST)))?.hard();
    let last = last.filter(|last| bare && last.kind == Kind::Money && last.sentence == mention.sentence)?;
    let gap = Span { start: last.span.end, end: mention.span.start };
    if last.span.end > mention.span.start || gap.end - gap.start > REACH {
        return None;
    }
    let before = gap.slice(text).to_lowercase();
    let word = before.split_whitespace().next_back()?;
    let against = traits::of_word(word).has(Traits::OTHER_FIGURE) || tie::ends(&before, Tie::Against);
    against.then(|| Mention {
        kind: Kind::Money,
        unit: last.unit.clone(),
        si: last.si.as_ref().map(|si| Si { lo: hard.lo, hi: hard.hi, unit: si.unit.clone() }),
        object: None,
        ..mention.clone()
    })
}

/// Bytes between two shares of one list.
const LISTED: u32 = 48;

/// The share that a bare figure with decimals is, where it goes on with a list of shares that its sentence has begun.
pub(super) fn percent_left_out(text: &str, mention: &Mention, last: Option<&Mention>) -> Option<Mention> {
    let share = as_percent(mention)?;
    let last =
        last.filter(|last| last.sentence == mention.sentence && last.span.end <= mention.span.start)?;
    let gap = Span { start: last.span.end, end: mention.span.start };
    if gap.end - gap.start > LISTED {
        return None;
    }
    let between = gap.slice(text);
    let named = between
        .trim_start_matches([',', ';', ' '])
        .strip_prefix("and ")
        .unwrap_or(between.trim_start_matches([',', ';', ' ']));
    let listed = named.starts_with(char::is_uppercase)
        && between
            .split_whitespace()
            .next_back()
            .is_some_and(|word| traits::of_word(word).has(Traits::LISTS_SHARE))
        && !between.contains(|c: char| c.is_ascii_digit());
    listed.then_some(share)
}

/// A figure with decimals and neither unit nor noun, as a percentage; a whole number may count anything.
pub(super) fn as_percent(mention: &Mention) -> Option<Mention> {
    let bare = mention.kind == Kind::Count && mention.unit.is_none() && mention.object.is_none();
    let value = mention.value.as_ref().filter(|_| bare)?;
    let hard = value.hard();
    value.point.filter(|point| !point.0.is_integer()).map(|_| Mention {
        kind: Kind::Percent,
        unit: Some("percent".to_owned()),
        si: Some(Si { lo: hard.lo, hi: hard.hi, unit: "percent".into() }),
        ..mention.clone()
    })
}
