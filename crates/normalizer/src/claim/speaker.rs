//! Who a speaker is, over aliases: the body and its side.

use std::collections::BTreeMap;

use crosscheck_lexicon::place::{self, Naming};
use crosscheck_model::raw::Parsed;
use crosscheck_model::raw::frame::RawSpeaker;
use crosscheck_model::{Attribution, Span, boundary};

/// What the document itself says of its speakers: acronyms in parentheses, titles of persons.
pub(super) struct Registry<'a> {
    text: &'a str,
    /// Acronym in lower case to the words it stands for.
    acronyms: BTreeMap<String, String>,
    /// Last name in lower case to body and side.
    persons: BTreeMap<String, Identity>,
}

/// Body and side of a speaker.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Identity {
    body: Option<String>,
    side: Option<String>,
}

impl<'a> Registry<'a> {
    pub(super) fn of(text: &'a str, parsed: &Parsed) -> Self {
        let mut registry = Self { text, acronyms: BTreeMap::new(), persons: BTreeMap::new() };
        if parsed.frames.iter().all(|frame| frame.speakers.is_empty()) {
            return registry;
        }
        registry.acronyms = acronyms(text, parsed);
        let spans = parsed
            .frames
            .iter()
            .flat_map(|frame| &frame.speakers)
            .flat_map(|speaker| std::iter::once(speaker.source).chain(speaker.antecedent));
        let mut names: Vec<&str> = spans
            .filter_map(|span| {
                let name = span.slice(text).split_whitespace().next_back()?;
                let known = place::place(&name.to_lowercase()).is_some()
                    || place::body(&name.to_lowercase()).is_some();
                (name.starts_with(char::is_uppercase) && !known).then_some(name)
            })
            .collect();
        names.sort_unstable();
        names.dedup();
        // Every name searches the text once; a page of noise with a thousand speakers is not searched to its end.
        for name in names.into_iter().take(64) {
            if let Some(identity) = titled(text, name) {
                registry.persons.insert(name.to_lowercase(), identity);
            }
        }
        registry
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
        let lower = source.to_lowercase();
        let bare = lower.strip_prefix("the ").unwrap_or(&lower);
        let long = self.acronyms.get(bare).map_or(bare, String::as_str);
        let read = identity(long);
        if read.body.is_some() {
            return read;
        }
        let last = lower.rsplit(' ').next().unwrap_or(&lower);
        let capital = source.split(' ').next_back().is_some_and(|word| word.starts_with(char::is_uppercase));
        if capital && let Some(known) = self.persons.get(last) {
            return known.clone();
        }
        Identity { body: Some(slug(long)), side: None }
    }
}

/// What words name by themselves: a body, an office of a country, a country by its name or its seat.
fn identity(lower: &str) -> Identity {
    let lower = lower.replace('’', "'");
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    if let Some(body) = place::body(lower) {
        return Identity { body: Some(body.key.to_owned()), side: Some(body.side.to_owned()) };
    }
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|word| word.trim_matches(['"', '“', '”', '(', ')']))
        .filter(|word| !word.is_empty())
        .collect();
    let mut side = None;
    let mut office = None;
    let mut body = None;
    for len in (1..=5).rev() {
        for window in words.windows(len) {
            let phrase = window.join(" ");
            let owner = phrase.strip_suffix("'s").or_else(|| phrase.strip_suffix('\'')).unwrap_or(&phrase);
            if body.is_none() && len > 1 {
                body = place::body(owner);
            }
            if side.is_none() {
                side = place::place(owner)
                    .filter(|found| {
                        len > 1 || found.naming != Naming::Name || owner != "us" || words.len() > 1
                    })
                    .map(|found| found.key);
            }
            if office.is_none() {
                office = place::office(owner);
            }
        }
    }
    match (side, office, body) {
        (_, _, Some(body)) => Identity { body: Some(body.key.to_owned()), side: Some(body.side.to_owned()) },
        (Some(side), Some(office), _) => {
            Identity { body: Some(format!("{side}/{office}")), side: Some(side.to_owned()) }
        }
        // "Moscow", "Russia": the country speaks. A name beside the country is somebody of that country.
        (Some(side), None, _) if words.len() <= 2 => {
            Identity { body: Some(side.to_owned()), side: Some(side.to_owned()) }
        }
        (Some(side), None, _) => Identity { body: Some(slug(lower)), side: Some(side.to_owned()) },
        (None, Some(office), _) if words.len() <= 3 => Identity { body: Some(office.to_owned()), side: None },
        _ => Identity::default(),
    }
}

/// Office and country that stand beside the first full mention of a name: "Russian Foreign Minister Sergey Lavrov",
/// "Hikmet Hajiyev, an adviser to Azerbaijan's president".
fn titled(text: &str, name: &str) -> Option<Identity> {
    let mut best: Option<Identity> = None;
    for (at, _) in text.match_indices(name).take(6) {
        let from = boundary::floor(text, at.saturating_sub(90));
        let before = text[from..at].rsplit(['.', '\n', ',', '"', '“', ';', ':']).next().unwrap_or("");
        let rest = &text[at + name.len()..boundary::ceil(text, at + name.len() + 110)];
        let before: Vec<&str> = before.split_whitespace().rev().take(7).collect();
        let title: String = before.into_iter().rev().collect::<Vec<_>>().join(" ").to_lowercase();
        let found = identity_of_title(&title);
        let apposed = rest.strip_prefix(", ").and_then(|rest| rest.split([',', '.', '\n']).next());
        let found = found.or_else(|| identity_of_title(&apposed?.to_lowercase()));
        if let Some(found) = found {
            let full = found.side.is_some() && found.body.is_some();
            if full {
                return Some(found);
            }
            best = best.or(Some(found));
        }
    }
    best
}

fn identity_of_title(title: &str) -> Option<Identity> {
    let words: Vec<&str> = title.split_whitespace().collect();
    let mut side = None;
    let mut office = None;
    for len in (1..=4).rev() {
        for window in words.windows(len) {
            let phrase = window.join(" ").replace('’', "'");
            let owner = phrase.strip_suffix("'s").unwrap_or(&phrase).to_owned();
            if side.is_none() && owner != "us" {
                side = place::place(&owner).map(|found| found.key);
            }
            if office.is_none() {
                office = place::office(&owner);
            }
        }
    }
    // A country alone may be where the person happens to be.
    let office = office?;
    Some(Identity {
        body: Some(side.map_or_else(|| office.to_owned(), |side| format!("{side}/{office}"))),
        side: side.map(str::to_owned),
    })
}

/// Acronyms that the article explains: "International Committee of the Red Cross (ICRC)".
fn acronyms(text: &str, parsed: &Parsed) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for block in parsed.blocks.iter().filter(|block| block.kind.is_article()) {
        let block = block.span.slice(text);
        for (at, _) in block.match_indices('(') {
            let Some(inside) = block[at + 1..].split(')').next() else { continue };
            let letters = inside.chars().filter(|c| c.is_ascii_uppercase()).count();
            if !(2..=8).contains(&inside.len()) || letters + 1 < inside.len() || letters < 2 {
                continue;
            }
            let from = boundary::floor(block, at.saturating_sub(120));
            let words: Vec<&str> = block[from..at].split_whitespace().collect();
            if let Some(long) = expansion(&words, inside) {
                out.entry(inside.to_lowercase()).or_insert(long);
            }
        }
    }
    out
}

/// The words before a parenthesis whose capitals spell the acronym.
fn expansion(words: &[&str], acronym: &str) -> Option<String> {
    let mut letters = acronym.chars().filter(|c| c.is_ascii_uppercase()).rev().peekable();
    let mut first = words.len();
    while letters.peek().is_some() && first > 0 {
        first -= 1;
        let initial = words[first].chars().next()?;
        if initial.is_uppercase() {
            if letters.peek().is_some_and(|letter| *letter == initial) {
                letters.next();
            } else {
                return None;
            }
        } else if words.len() - first > 10 {
            return None;
        }
    }
    (letters.peek().is_none() && first < words.len()).then(|| words[first..].join(" ").to_lowercase())
}

fn slug(lower: &str) -> String {
    lower.split_whitespace().collect::<Vec<_>>().join("-")
}
