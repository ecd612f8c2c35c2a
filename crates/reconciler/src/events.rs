//! How two predicates stand to each other, and how a measure behaves over time.

use crosscheck_lexicon::measures::{self, Behaviour};
use crosscheck_model::Number;

use crate::context::Context;
use crate::facts::EventRelation;
use crate::node::{Dimension, Node};

fn class<'n>(node: &Node<'n>) -> Option<&'n str> {
    node.class_name
}

fn is_generic(class: Option<&str>) -> bool {
    class.is_none_or(|class| measures::measure(class).is_some_and(|m| m.behaviour == Behaviour::Generic))
}

fn is_running(class: &str) -> bool {
    measures::measure(class).is_some_and(|measure| {
        matches!(measure.behaviour, Behaviour::Up | Behaviour::Down | Behaviour::Either)
    })
}

/// Compares the predicates of two claims.
pub(crate) fn relation(cx: &Context<'_>, a: &Node<'_>, b: &Node<'_>) -> EventRelation {
    if a.measure != 0
        && a.measure == b.measure
        && matches!(a.dimension, Dimension::Calendar | Dimension::Duration | Dimension::Age)
    {
        return EventRelation::Same;
    }
    let (x, y) = (cx.user_class(a.lemma).or(class(a)), cx.user_class(b.lemma).or(class(b)));
    if a.lemma != 0 && a.lemma == b.lemma && !are_two_phrases(x, y) {
        return EventRelation::Same;
    }
    if x.is_some() && x == y {
        return EventRelation::Same;
    }
    if is_generic(x) || is_generic(y) {
        return EventRelation::Unknown;
    }
    let (Some(x), Some(y)) = (x, y) else { return EventRelation::Unknown };
    // "No casualties": nobody was killed or hurt.
    let hurt = |class: &str| class.split('+').all(|part| matches!(part, "kill" | "injure"));
    if (x == "casualty" && is_none(a) && hurt(y)) || (y == "casualty" && is_none(b) && hurt(x)) {
        return EventRelation::Same;
    }
    // "Destroyed or damaged": two states counted together are not one of them.
    if x.contains('+') || y.contains('+') {
        let has = |all: &str, one: &str| all.split('+').any(|part| part == one);
        let holds = |all: &str, some: &str| some.split('+').all(|part| has(all, part));
        return match (holds(x, y), holds(y, x)) {
            (true, true) => EventRelation::Same,
            // "No deaths or injuries": of neither there was one.
            (true, false) if is_none(a) => EventRelation::Same,
            (false, true) if is_none(b) => EventRelation::Same,
            (true, false) | (false, true) => EventRelation::Contrast,
            (false, false) => EventRelation::Different,
        };
    }
    if measures::near(x, y) {
        EventRelation::Near
    } else if measures::contrast(x, y) {
        EventRelation::Contrast
    } else if is_running(x) && is_running(y) {
        EventRelation::Different
    } else if measures::measure(x).is_some() && measures::measure(y).is_some() {
        EventRelation::Unlike
    } else {
        // A class that is no measure of its own ("remained", "were told") may be said of any count.
        EventRelation::Unknown
    }
}

/// Whether one verb makes two phrases: "were given 15 days", "had given up hope". Their classes are counted apart.
fn are_two_phrases(x: Option<&str>, y: Option<&str>) -> bool {
    let (Some(x), Some(y)) = (x, y) else { return false };
    let joined = x.contains('+') || y.contains('+');
    !joined && x != y && is_running(x) && is_running(y) && !measures::near(x, y) && !measures::contrast(x, y)
}

/// Whether a claim says that there was nobody and nothing.
fn is_none(node: &Node<'_>) -> bool {
    node.anchor() == Some(Number::ZERO)
}

/// How the figures of a claim behave from report to report.
///
/// A count runs unless its class says otherwise: a head count of anything that is still going on differs from day to
/// day, and to call that a conflict would be crying wolf. Lengths, places, rates and sums stay, except burnt or flooded areas
/// and the like, whose class says so.
pub(crate) fn behaviour(cx: &Context<'_>, a: &Node<'_>, b: &Node<'_>) -> Behaviour {
    if let Some(running) = either(cx.user_running(a), cx.user_running(b), |x, y| x || y) {
        return if running { Behaviour::Either } else { Behaviour::Fixed };
    }
    let named = |node: &Node<'_>| {
        class(node)
            .and_then(|class| measures::measure(class.split('+').next().unwrap_or(class)))
            .map(|measure| measure.behaviour)
            .filter(|behaviour| *behaviour != Behaviour::Generic)
    };
    match (a.dimension, either(named(a), named(b), both)) {
        (
            Dimension::Duration
            | Dimension::Age
            | Dimension::Ordinal
            | Dimension::Score
            | Dimension::Calendar,
            _,
        ) => Behaviour::Fixed,
        (_, Some(behaviour)) => behaviour,
        (Dimension::Count, None) => Behaviour::Either,
        (_, None) => Behaviour::Fixed,
    }
}

/// What holds for a pair of which one or both say something.
fn either<T>(a: Option<T>, b: Option<T>, both: impl Fn(T, T) -> T) -> Option<T> {
    match (a, b) {
        (Some(a), Some(b)) => Some(both(a, b)),
        (a, b) => a.or(b),
    }
}

/// Two classes that behave unlike run as far as one of them does, and in no known direction: the milder reading of a difference.
fn both(a: Behaviour, b: Behaviour) -> Behaviour {
    if a == b { a } else { Behaviour::Either }
}
