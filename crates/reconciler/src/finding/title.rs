//! What a finding is called: the words that the articles print, put as an editor would.

use crosscheck_lexicon::verb;
use crosscheck_lexicon::wording::{self, Wording};
use crosscheck_model::{Link, Object, Relation};

use crate::node::{Dimension, Node};
use crate::rule::quote;

/// What is measured, as most claims word it: "ethnic Armenians living there", "date of the operation", "wave height".
pub(super) fn measure(claims: &[&Node<'_>]) -> String {
    let mut wordings: Vec<(usize, String)> = Vec::new();
    for wording in claims.iter().map(|node| topic(node)).filter(|wording| !wording.is_empty()) {
        match wordings.iter_mut().find(|(_, known)| *known == wording) {
            Some((count, _)) => *count += 1,
            None => wordings.push((1, wording)),
        }
    }
    // The first of the most frequent.
    let most = wordings.iter().map(|(count, _)| *count).max().unwrap_or(0);
    wordings.into_iter().find(|(count, _)| *count == most).map_or_else(
        || claims.first().map_or_else(String::new, |node| kind(node).to_owned()),
        |(_, wording)| wording,
    )
}

/// The two wordings that differ most, and what they are of.
pub(super) fn title(measure: &str, claims: &[&Node<'_>], gravest: Option<&Link>) -> String {
    let find = |id: &str| claims.iter().position(|node| node.claim.id == id);
    let Some((link, a, b)) = gravest.and_then(|link| Some((link, find(&link.a)?, find(&link.b)?))) else {
        return measure.to_owned();
    };
    // Which end of a symmetric link comes first is a matter of the order of the documents; a title is not.
    let (a, b) = if link.relation.is_symmetric() { (a.min(b), a.max(b)) } else { (a, b) };
    let (a, b) = (claims[a], claims[b]);
    let (p, q) = (quote(a), quote(b));
    let both = match link.relation {
        Relation::Agree | Relation::Compatible | Relation::Copy if p == q => p,
        Relation::Agree | Relation::Copy => format!("{p} and {q}"),
        Relation::Compatible => format!("{p} beside {q}"),
        Relation::Refines => format!("{q}, more precisely {p}"),
        Relation::Updates => format!("{q}, later {p}"),
        Relation::PartOf => format!("{p}, part of {q}"),
        Relation::Conflict => format!("{p} or {q}"),
    };
    let after = |node: &Node<'_>| words(node).after;
    if has_noun(a) && has_noun(b) && (is_event(a) || is_event(b)) {
        return both;
    }
    if has_noun(a) && has_noun(b) {
        let after = if after(a).is_empty() { after(b) } else { after(a) };
        return format!("{both} {after}").trim_end().to_owned();
    }
    let topic = [a, b].map(topic).into_iter().find(|topic| !topic.is_empty());
    let topic = capital(topic.as_deref().unwrap_or(measure));
    format!("{topic} \u{2013} {both}")
}

/// Whether the noun says what happened: "three dead killed" says it twice.
fn is_event(node: &Node<'_>) -> bool {
    let head = node.claim.object.as_ref().map_or("", |object| object.head.as_str());
    node.class_name.is_some()
        && (verb::noun_event(head) == node.class_name || verb::state_event(head) == node.class_name)
}

/// Whether the quoted words name the thing counted or measured.
fn has_noun(node: &Node<'_>) -> bool {
    node.claim
        .object
        .as_ref()
        .and_then(noun)
        .is_some_and(|noun| node.claim.surface.to_lowercase().contains(&noun.to_lowercase()))
}

/// What the figure or date of one claim is of.
fn topic(node: &Node<'_>) -> String {
    let words = words(node);
    let thing = node.claim.object.as_ref().and_then(noun).map(|noun| {
        let starts = node.claim.object.as_ref().and_then(|object| object.span);
        if starts.is_some_and(|span| span.start == node.claim.sentence.start) {
            small(noun)
        } else {
            noun.to_owned()
        }
    });
    let of_event = || match (words.name, &node.claim.event) {
        ("", Some(event)) if !event.surface.is_empty() && !crate::speakers::is_speech(&event.lemma) => {
            match &thing {
                Some(thing) => Some(format!("{thing}, \u{201c}{}\u{201d}", event.surface)),
                None => Some(format!("\u{201c}{}\u{201d}", event.surface)),
            }
        }
        ("", _) => None,
        (name, _) => Some(format!("the {name}")),
    };
    match node.dimension {
        Dimension::Calendar => of_event().map_or_else(String::new, |event| format!("date of {event}")),
        Dimension::Duration => of_event().map_or_else(String::new, |event| format!("length of {event}")),
        Dimension::Age => thing.map_or_else(String::new, |thing| format!("age of {thing}")),
        Dimension::Ordinal => thing.map_or_else(String::new, |thing| format!("rank of {thing}")),
        Dimension::Score => "result".to_owned(),
        Dimension::Count if is_event(node) && !words.name.is_empty() => words.name.to_owned(),
        Dimension::Count if is_event(node) => thing.unwrap_or_default(),
        Dimension::Count => counted(thing, words),
        // A sum, share or extent is named by its measure where that has a name of its own: "turnout", "wave height".
        _ if words.after.is_empty() && !words.name.is_empty() => words.name.to_owned(),
        _ => counted(thing, words),
    }
}

fn counted(thing: Option<String>, words: Wording) -> String {
    match thing {
        Some(thing) => format!("{thing} {}", words.after).trim_end().to_owned(),
        None => words.name.to_owned(),
    }
}

fn words(node: &Node<'_>) -> Wording {
    node.class_name.map(wording::of).unwrap_or_default()
}

/// The counted noun as printed, without its determiner; `None` where the object is no noun of the text but a measure told by
/// other words ("turnout", "worth").
fn noun(object: &Object) -> Option<&str> {
    object.concept.as_ref()?;
    let words = object.surface.trim();
    let rest = words.split_once(' ').filter(|(first, _)| {
        matches!(
            first.to_lowercase().as_str(),
            "the" | "a" | "an" | "this" | "that" | "these" | "those" | "its" | "their" | "his" | "her"
        )
    });
    let words = rest.map_or(words, |(_, rest)| rest);
    (!words.is_empty()).then_some(words)
}

fn small(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn kind(node: &Node<'_>) -> &'static str {
    match node.dimension {
        Dimension::Count => "number",
        Dimension::Money(_) => "sum",
        Dimension::Percent => "share",
        Dimension::Physical(_) => "extent",
        Dimension::Duration => "length of time",
        Dimension::Calendar => "date",
        Dimension::Age => "age",
        Dimension::Ordinal => "rank",
        Dimension::Score => "result",
    }
}
