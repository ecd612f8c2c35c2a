//! How the speakers of two claims stand to each other.

use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb;
use crosscheck_model::Attribution;

use crate::around::has_word;
use crate::node::Node;
use crate::words::content_words;

/// How two speakers stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeakerRelation {
    /// One body.
    Same,
    /// Two bodies of one side, or a side and a body of it.
    SameSide,
    /// Two speakers.
    Different,
    /// At least one article says it itself.
    Unknown,
}

impl SpeakerRelation {
    /// Whether both go back to one side.
    pub fn is_shared(self) -> bool {
        matches!(self, Self::Same | Self::SameSide)
    }
}

/// Compares who is given as the last to have said each of two claims.
pub(crate) fn relation(a: &Node<'_>, b: &Node<'_>) -> SpeakerRelation {
    if a.body == 0 || b.body == 0 || ((is_nobody(a) || is_nobody(b)) && a.body != b.body) {
        SpeakerRelation::Unknown
    } else if a.body == b.body || is_short_for(a, b) || is_short_for(b, a) {
        SpeakerRelation::Same
    } else if a.side != 0 && a.side == b.side {
        SpeakerRelation::SameSide
    } else {
        SpeakerRelation::Different
    }
}

/// Whether a figure is put down to people who may be anybody: "officials", "local authorities", "two sources".
fn is_nobody(node: &Node<'_>) -> bool {
    let speaker = node.claim.attribution.last().filter(|speaker| speaker.body.is_none());
    speaker.is_some_and(|speaker| {
        let lower = speaker.source == speaker.source.to_lowercase();
        let last = speaker.source.split_whitespace().next_back().unwrap_or("");
        lower && traits::of_word(last).has(Traits::ANYBODY)
    })
}

/// Whether one body's name is the end of the other's ("the health office", "the regional health office"), or goes without
/// the ending of a company: "Kell", "Kell Motors".
fn is_short_for(a: &Node<'_>, b: &Node<'_>) -> bool {
    let body = |node: &Node<'_>| {
        let speaker = node.claim.attribution.last()?;
        Some(speaker.body.as_deref().unwrap_or(&speaker.source).to_lowercase())
    };
    let (Some(short), Some(long)) = (body(a), body(b)) else { return false };
    let ending = |rest: &str| {
        rest.split('-').all(|word| word.is_empty() || traits::of_word(word).has(Traits::CORPORATE))
    };
    short.contains('-') && long.strip_suffix(&short).is_some_and(|rest| rest.ends_with('-'))
        || long.strip_prefix(&short).is_some_and(|rest| rest.starts_with('-') && ending(rest))
}

/// Whether a figure is put down to two speakers whose names share no word: police and doctors, not "residents" and "residents of the town".
pub(crate) fn are_two(a: &Node<'_>, b: &Node<'_>, relation: SpeakerRelation) -> bool {
    let names = |node: &Node<'_>| {
        node.claim.attribution.last().map(|speaker| content_words(&speaker.source)).unwrap_or_default()
    };
    relation == SpeakerRelation::Different && a.quantity.is_some() && {
        let theirs = names(b);
        names(a).iter().all(|word| theirs.binary_search(word).is_err())
    }
}

/// Whether a speaker speaks for a cause of its own.
pub(crate) fn is_party(speaker: &Attribution) -> bool {
    let names = [Some(speaker.source.as_str()), speaker.body.as_deref()];
    names.into_iter().flatten().any(|name| has_word(name, Traits::PARTY))
}

/// Whether a verb tells of speech: "say", "report".
pub(crate) fn is_speech(lemma: &str) -> bool {
    verb::plain(lemma).is_some_and(|phrase| phrase.stance.is_some())
}
