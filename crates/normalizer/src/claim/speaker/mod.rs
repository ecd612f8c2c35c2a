//! Who a speaker is, over aliases: the body and its side.

mod document;
mod identity;
mod issuer;

use std::collections::BTreeMap;

use crosscheck_lexicon::place;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::raw::Parsed;
use crosscheck_model::raw::frame::RawSpeaker;
use crosscheck_model::{Attribution, Span};

use self::identity::{Identity, slug};

/// How many different speakers a document is searched for; a page of noise with a thousand is not searched for all.
const SEARCHED: usize = 64;

/// What the document itself says of its speakers.
pub(super) struct Registry<'a> {
    text: &'a str,
    /// Acronym in lower case to the words it stands for.
    acronyms: BTreeMap<String, String>,
    /// Last name in lower case to body and side.
    persons: BTreeMap<String, Identity>,
    /// Last word of a definite description in lower case to the full name in the text: "ministry" to "interior ministry".
    described: BTreeMap<String, String>,
}

impl<'a> Registry<'a> {
    pub(super) fn of(text: &'a str, parsed: &Parsed) -> Self {
        let mut registry =
            Self { text, acronyms: BTreeMap::new(), persons: BTreeMap::new(), described: BTreeMap::new() };
        if parsed.frames.iter().all(|frame| frame.speakers.is_empty()) {
            return registry;
        }
        registry.acronyms = document::acronyms(text, parsed);
        let spans = parsed
            .frames
            .iter()
            .flat_map(|frame| &frame.speakers)
            .flat_map(|speaker| std::iter::once(speaker.source).chain(speaker.antecedent));
        let sources: Vec<&str> = spans.map(|span| span.slice(text)).collect();
        let mut names: Vec<&str> = Vec::new();
        let mut heads: Vec<&str> = Vec::new();
        for source in &sources {
            let Some(last) = source.split_whitespace().next_back() else { continue };
            let lower = last.to_lowercase();
            if !last.starts_with(char::is_uppercase) {
                heads.push(last);
            } else if place::place(&lower).is_none() && place::body(&lower).is_none() {
                names.push(last);
            }
        }
        for list in [&mut names, &mut heads] {
            list.sort_unstable();
            list.dedup();
            list.truncate(SEARCHED);
        }
        for name in names {
            let represents = || {
                sources
                    .iter()
                    .filter(|source| source.ends_with(name))
                    .find_map(|source| identity::represented(source))
            };
            if let Some(identity) =
                document::titled(text, name).or_else(represents).or_else(|| document::full(text, name))
            {
                registry.persons.insert(name.to_lowercase(), identity);
            }
        }
        for head in heads {
            let named = if traits::of_word(head).has(Traits::GENERIC.or(Traits::MANAGES)) {
                document::company(text, parsed)
            } else {
                document::name_ending_in(text, head)
            };
            if let Some(named) = named {
                registry.described.insert(head.to_owned(), named);
            }
        }
        registry
    }

    /// The body whose own release the document is, which says what nobody else is said to.
    pub(super) fn issuer(&self) -> Option<Attribution> {
        issuer::issuer(self.text)
    }

    pub(super) fn attribution(&self, speakers: &[RawSpeaker]) -> Vec<Attribution> {
        speakers
            .iter()
            .map(|speaker| {
                let source = self.words(speaker.source);
                let mut identity = self.identify(&source);
                if identity.side.is_none()
                    && let Some(antecedent) = speaker.antecedent
                {
                    identity = self.identify(&self.words(antecedent));
                }
                Attribution {
                    source,
                    cue: self.words(speaker.cue),
                    quoted: speaker.quoted,
                    body: identity.body,
                    side: identity.side,
                }
            })
            .collect()
    }

    fn words(&self, span: Span) -> String {
        span.slice(self.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn identify(&self, source: &str) -> Identity {
        let source = identity::author(source);
        // "the owner, Blue Lines"
        let source = match source.rsplit_once(", ") {
            Some((_, name)) if name.split(' ').all(|word| word.starts_with(char::is_uppercase)) => name,
            _ => source,
        };
        let lower = source.to_lowercase();
        let bare = lower.strip_prefix("the ").unwrap_or(&lower);
        let long = self.acronyms.get(bare).map_or(bare, String::as_str);
        let read = identity::of_words(long);
        // "the ministry" may be one whose full name the article gives.
        let definite = lower.starts_with("the ") || !source.contains(' ');
        let named = || self.described.get(bare).filter(|_| definite);
        if read.body.is_some() {
            return match named().filter(|_| read.side.is_none()).map(|name| identity::of_words(name)) {
                Some(full) if full.side.is_some() => full,
                _ => read,
            };
        }
        if let Some(name) = named() {
            let read = identity::of_words(name);
            return if read.body.is_some() { read } else { Identity { body: Some(slug(name)), side: None } };
        }
        if let Some(speaks_for) = identity::represented(source) {
            return speaks_for;
        }
        let last = lower.rsplit(' ').next().unwrap_or(&lower);
        let capital = source.split(' ').next_back().is_some_and(|word| word.starts_with(char::is_uppercase));
        if capital && let Some(known) = self.persons.get(last) {
            return known.clone();
        }
        Identity { body: Some(slug(long)), side: None }
    }
}
