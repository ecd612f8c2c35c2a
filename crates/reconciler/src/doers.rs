//! Who did what a claim tells: by the names in the agent of its event.

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::morphology;

use crate::context::Context;
use crate::node::{Dimension, Node};
use crate::stories::is_common;
use crate::words::content_words;

/// The words for the doer: the agent, or where that is a pronoun whoever says so, as in "Kell said | it will publish its results". Who
/// only counts or expects so ("the board expects 300 visitors") does nothing of it.
pub(crate) fn doer<'p>(node: &Node<'p>) -> &'p str {
    let Some(event) = &node.claim.event else { return "" };
    let agent = event.agent.as_deref().unwrap_or_default();
    let says = || node.claim.attribution.iter().any(|speaker| speaker.source == agent);
    if node.dimension == Dimension::Count && says() {
        return "";
    }
    if !classes(&agent.to_lowercase()).has(Classes::PRONOUN) {
        return agent;
    }
    let speakers = || node.claim.attribution.iter().rev().map(|speaker| speaker.source.as_str());
    let named = speakers().find(|source| source.contains(char::is_uppercase));
    named.or_else(|| speakers().next()).unwrap_or(agent)
}

/// Words that name nobody, though they open a sentence or are written with a capital: "The", "Eight", "Monday".
const NAMELESS: Classes = Classes::DETERMINER
    .or(Classes::PRONOUN)
    .or(Classes::PREPOSITION)
    .or(Classes::NUMBER)
    .or(Classes::MONTH)
    .or(Classes::WEEKDAY);

/// The names among them, common words with a capital too.
fn called<'p>(node: &Node<'p>) -> impl Iterator<Item = &'p str> {
    let words = doer(node).split(|c: char| !c.is_alphanumeric());
    words.filter(|word| {
        word.len() > 2 && word.starts_with(char::is_uppercase) && !classes(&word.to_lowercase()).has(NAMELESS)
    })
}

/// A name without the plural's ending: "the Orlos", "Ann and Bo Orlo".
fn family(name: &str) -> &str {
    name.strip_suffix('s').unwrap_or(name)
}

/// Whether the doer of a claim has a name that is no common word.
fn is_named(node: &Node<'_>) -> bool {
    called(node).any(|word| !is_common(&word.to_lowercase()))
}

/// Whether both claims are of what somebody of one name did. A common word is a name where both documents use it so: "Orchard announced",
/// "the profit of Orchard".
pub(crate) fn are_one(cx: &Context<'_>, a: &Node<'_>, b: &Node<'_>) -> bool {
    let named = |word: &str| match content_words(word)[..] {
        [word] => cx.stories.tells(a.doc, word) && cx.stories.tells(b.doc, word),
        _ => false,
    };
    called(a).any(|name| {
        called(b).any(|other| family(other) == family(name))
            && (!is_common(&name.to_lowercase()) || named(name))
    })
}

/// Whether each is of what somebody of another name did.
pub(crate) fn are_two(cx: &Context<'_>, a: &Node<'_>, b: &Node<'_>) -> bool {
    is_named(a) && is_named(b) && !are_one(cx, a, b)
}

/// Whether two counts are of what two did: each has a name of its own, or several are told of beside one of a name.
pub(crate) fn count_apart(cx: &Context<'_>, a: &Node<'_>, b: &Node<'_>) -> bool {
    a.dimension == Dimension::Count && (are_two(cx, a, b) || is_one_of_many(a, b))
}

/// Whether one claim tells what many did, and the other what one of a name did: "eight carmakers", "Orlo Motors". Of two texts only a number
/// says that they were many: "the militants" may be whoever the other names.
fn is_one_of_many(a: &Node<'_>, b: &Node<'_>) -> bool {
    let many = |node: &Node<'_>| {
        let doer = doer(node).to_lowercase();
        let last = doer.rsplit(' ').next().unwrap_or_default();
        let counted = || doer.split(' ').next().is_some_and(|word| classes(word).has(Classes::NUMBER));
        !is_named(node)
            && morphology::noun_lemma(last).is_some_and(|lemma| lemma != last)
            && (a.doc == b.doc || counted())
    };
    many(a) && is_named(b) || many(b) && is_named(a)
}
