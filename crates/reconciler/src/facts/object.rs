//! How the things counted stand to each other, where the figures and words beside them say more than the nouns.

use crosscheck_lexicon::label;
use crosscheck_lexicon::traits::Traits;
use crosscheck_model::Number;
use rust_decimal::Decimal;

use super::{Asked, EventRelation, is_telling};
use crate::digits;
use crate::node::{Dimension, Node};
use crate::objects::{self, FEW, ObjectRelation};
use crate::times;

/// How the things counted stand to each other, and whether both sides carry words of their own. `None` where no count can be one.
///
/// `retold`: the sentences share another figure, or their text.
pub(super) fn relation(
    asked: &Asked<'_, '_>,
    event: EventRelation,
    retold: bool,
) -> Option<(ObjectRelation, bool)> {
    let Asked { cx, a, b, one_figure, .. } = *asked;
    if objects::is_other_end(a, b) {
        return None;
    }
    let (object, crossing) = objects::relation(cx, a, b);
    if a.dimension == Dimension::Ordinal && is_other_grade(a, b, object) {
        return None;
    }
    if object != ObjectRelation::Unrelated {
        return Some((object, crossing));
    }
    // "1,200 bombers" and "1,200 drones" are counted for what they are called.
    let named = asked.both().into_iter().all(|node| {
        let printed = node.claim.object.as_ref().is_some_and(|object| !object.implied);
        node.dimension == Dimension::Count && printed
    });
    // One figure among the same other figures is one statement, whatever noun stands beside it.
    let one_statement = one_figure && retold && matches!(event, EventRelation::Same | EventRelation::Near);
    if one_statement && is_single(a, b) {
        let told = if objects::is_open(a, b) { ObjectRelation::Unknown } else { ObjectRelation::Disjoint };
        Some((told, crossing))
    } else if one_figure && !named && is_telling(cx, a) && a.doc != b.doc {
        // A sum or a share that hardly another text prints: the noun beside it was chosen, or found, by chance.
        Some((ObjectRelation::Unknown, crossing))
    } else {
        None
    }
}

/// Whether two ranks are of two orders: "second-degree murder" is no second trial, and no second-degree assault.
fn is_other_grade(a: &Node<'_>, b: &Node<'_>, object: ObjectRelation) -> bool {
    fn grade<'n>(node: &Node<'n>) -> Option<&'n str> {
        node.claim.measure.as_deref()?.strip_prefix("rank:").filter(|word| label::is_grade(word))
    }
    let kind = matches!(object, ObjectRelation::Same | ObjectRelation::Finer | ObjectRelation::Coarser);
    match (grade(a), grade(b)) {
        (None, None) => false,
        (x, y) => x != y || !(kind || objects::share_head(a, b)),
    }
}

/// Whether one text counts "16 more" or "six others" beside a group of its own, and the other the same figure by itself. Few may be another
/// few, unless they are the rest of one group on one day.
pub(super) fn is_counted_on_top(asked: &Asked<'_, '_>) -> bool {
    let Asked { cx, a, b, one_figure, .. } = *asked;
    let many = || a.anchor().is_some_and(|anchor| anchor > FEW);
    let rest = |node: &Node<'_>| node.rest || !node.added;
    let one_class = || a.class_name.is_some() && a.class_name == b.class_name;
    one_figure
        && a.doc != b.doc
        && (many() || rest(a) && rest(b) && one_class() && times::time(a, b).is_shared())
        && objects::relation(cx, a, b).0.is_related()
}

/// Whether one text counts "six others" or "30 more" who are some of all that the other text counts by then: "six others were killed",
/// "at least 12 have died". Only a count that adds up, and is no part or group of its own, holds what came on top; a total that is hardly
/// higher may be one of before, and one that is ten times as high is of another event.
pub(super) fn is_part_on_top(asked: &Asked<'_, '_>) -> bool {
    let Asked { cx, a, b, .. } = *asked;
    let (part, whole) = if a.added { (a, b) } else { (b, a) };
    let by_then = part.published.zip(whole.published).is_none_or(|(x, y)| x.date <= y.date);
    let some_of = |x: Number, y: Number| {
        x > Number::from(1)
            && !digits::tenfold(x, y)
            && x.0.checked_mul(ON_TOP).is_some_and(|least| least <= y.0)
    };
    a.added != b.added
        && a.doc != b.doc
        && by_then
        && a.class_name.is_some()
        && a.class_name == b.class_name
        && a.is_of(Traits::RUNS_UP)
        && !whole.part
        // "341 cases, | 127 | more than on Tuesday": how far a count went up is nobody in particular.
        && part.claim.surface.contains(' ')
        && part.anchor().zip(whole.anchor()).is_some_and(|(x, y)| some_of(x, y))
        && matches!(objects::relation(cx, part, whole).0, ObjectRelation::Same | ObjectRelation::Finer)
}

/// How many times what came on top a total is at least that surely holds it.
const ON_TOP: Decimal = Decimal::from_parts(13, 0, 0, false, 1);

/// Whether one figure leaves out its noun and with it the rate that it shares: "58,000 passengers a day, and never fewer than | 50,000". A
/// toll is no rate.
pub(super) fn is_rate_left_out(a: &Node<'_>, b: &Node<'_>) -> bool {
    (objects::is_implied(a) || objects::is_implied(b))
        && !a.is_of(Traits::PERSONS)
        && !b.is_of(Traits::PERSONS)
}

/// Whether two results print other figures: as two numbers of two sides they have no value by which they could be compared.
pub(super) fn is_other_score(a: &Node<'_>, b: &Node<'_>) -> bool {
    let figures = |node: &Node<'_>| {
        let printed = node.claim.surface.split(|c: char| !c.is_ascii_digit());
        let mut figures: Vec<String> =
            printed.filter(|figure| !figure.is_empty()).map(str::to_owned).collect();
        figures.sort_unstable();
        figures
    };
    if a.dimension != Dimension::Score {
        return false;
    }
    // "Seven to two" is spelled, and "55.4-44.6" is finer than "55-45".
    let (x, y) = (figures(a), figures(b));
    x.len() == 2 && y.len() == 2 && x != y
}

/// Whether the two are sums in currencies that no reader takes for each other.
pub(super) fn is_other_currency(a: &Node<'_>, b: &Node<'_>) -> bool {
    let money = |node: &Node<'_>| matches!(node.dimension, Dimension::Money(_));
    let (Some(x), Some(y)) = (&a.claim.unit, &b.claim.unit) else { return false };
    money(a) && money(b) && !crosscheck_lexicon::unit::share_name(x, y)
}

/// Whether each sentence prints the figure once: in "800 rifles and 800 cannons" either may be meant.
fn is_single(a: &Node<'_>, b: &Node<'_>) -> bool {
    let once = |node: &Node<'_>| {
        let own = node.anchor().map(|anchor| (node.dimension, anchor));
        node.figures.iter().filter(|figure| Some(**figure) == own).count() <= 1
    };
    once(a) && once(b)
}
