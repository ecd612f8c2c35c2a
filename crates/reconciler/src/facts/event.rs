//! How the predicates of a pair stand to each other, where the figures and days beside them say more than the verbs.

use crosscheck_lexicon::concept::ConceptRef;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::Number;

use super::{Asked, EventRelation, Incomparable, is_telling};
use crate::node::{Days, Dimension, Node};
use crate::rules::opposite_change::is_opposite;
use crate::{events, times};

/// How the predicates stand to each other.
///
/// # Errors
/// Two kinds of event, and no rare figure or day that ties them.
pub(super) fn relation(asked: &Asked<'_, '_>) -> Result<EventRelation, Incomparable> {
    let Asked { cx, a, b, one_figure, small } = *asked;
    // "Fell 12 percent", "grew 12 percent": one change with another sign.
    let turned = one_figure && a.dimension == b.dimension && is_opposite(a, b);
    let by_verb = if turned { EventRelation::Same } else { events::relation(cx, a, b) };
    let one_stretch = is_one_stretch(a, b);
    let event = match by_verb {
        EventRelation::Same | EventRelation::Near => by_verb,
        _ if is_incident_day(a, b) => EventRelation::Near,
        EventRelation::Different if one_stretch || is_rare(asked) => EventRelation::Unlike,
        _ => by_verb,
    };
    // Twenty-four aboard and twenty-four missing are two counts. "Spent 60 million", "fined 60 million": so round a sum recurs too.
    // So do "more than 400" persons: those aboard and those missing.
    let persons = || a.concepts.iter().chain(b.concepts.iter()).all(ConceptRef::is_person);
    let recurs = matches!(a.dimension, Dimension::Money(_)) || a.dimension == Dimension::Count && persons();
    let round = recurs && !is_telling(cx, a);
    let untied = match event {
        EventRelation::Different => true,
        // "A net profit of 60 million", "an operating profit of 60 million": one sum, by two names.
        EventRelation::Unlike if one_figure && is_one_account(a, b) => false,
        EventRelation::Unlike => small || round || !(one_figure || one_stretch || is_one_day(a, b)),
        _ => false,
    };
    if untied { Err(Incomparable::Event) } else { Ok(event) }
}

/// Whether both give a sum of one kind of account: profits, prices.
fn is_one_account(a: &Node<'_>, b: &Node<'_>) -> bool {
    let root = |node: &Node<'_>| {
        let (root, _) = node.claim.measured()?;
        (root != "-" && matches!(node.dimension, Dimension::Money(_))).then(|| root.to_owned())
    };
    root(a).is_some() && root(a) == root(b)
}

/// Whether both speak of one stretch of more than a month.
fn is_one_stretch(a: &Node<'_>, b: &Node<'_>) -> bool {
    let long = a.days.is_some_and(|days| days.count() > 31);
    long && a.days == b.days && a.open == b.open
}

/// Whether both tell of one day: what two texts of one story tell of it may be one thing, whatever their verbs. Much else must say so.
fn is_one_day(a: &Node<'_>, b: &Node<'_>) -> bool {
    let dated = |node: &Node<'_>| node.days.is_some_and(|days| days.count() <= 31) && !node.telling;
    let holds = a.days.zip(b.days).is_some_and(|(x, y)| x.contains(y) || y.contains(x));
    dated(a) && dated(b) && a.open == b.open && (holds || times::same_clock_days(a, b))
}

/// Whether both print one rare count of things: it is one count, whatever verb a text took. Persons in two states are two counts.
fn is_rare(asked: &Asked<'_, '_>) -> bool {
    let Asked { cx, a, b, one_figure, .. } = *asked;
    one_figure
        && a.anchor()
            .is_some_and(|anchor| anchor >= Number::from(100) && cx.figure_rarity(a.dimension, anchor) > 3.0)
        && !a.concepts.iter().chain(b.concepts.iter()).any(ConceptRef::is_person)
}

/// Whether both give the day of an incident: the day of a blast is the day of those it killed.
fn is_incident_day(a: &Node<'_>, b: &Node<'_>) -> bool {
    let incident = |node: &Node<'_>| {
        node.class_name
            .is_some_and(|class| class.split('+').any(|part| traits::of_class(part).has(Traits::INCIDENT)))
    };
    // "November" and "Nov. 13", "Sunday" and "the weekend": one holds the other. "This week" holds a day of each event of the week.
    let holds = |x: Days, y: Days| x.contains(y) && !(4..28).contains(&x.count());
    let one_day = |x: Days, y: Days| x.from == y.from || holds(x, y) || holds(y, x);
    a.dimension == Dimension::Calendar
        && a.days.zip(b.days).is_some_and(|(x, y)| one_day(x, y))
        && incident(a)
        && incident(b)
}
