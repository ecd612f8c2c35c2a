//! Sums that leave out their currency: "cost 2.3 billion crowns instead of | 1.9 billion".

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
    let mut words = before.split_whitespace().rev();
    let (word, lead) = (words.next()?, words.next().unwrap_or_default());
    let against = traits::of_word(word).has(Traits::OTHER_FIGURE)
        || matches!((lead, word), ("instead", "of") | ("compared", "with" | "to"));
    against.then(|| Mention {
        kind: Kind::Money,
        unit: last.unit.clone(),
        si: last.si.as_ref().map(|si| Si { lo: hard.lo, hi: hard.hi, unit: si.unit.clone() }),
        object: None,
        ..mention.clone()
    })
}
