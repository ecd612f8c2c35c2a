//! What words name by themselves.

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::place::{self, Naming};
use crosscheck_lexicon::traits::{self, Traits};

/// Body and side of a speaker.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Identity {
    pub body: Option<String>,
    pub side: Option<String>,
}

/// What words name by themselves: a body, an office of a country, a country by its name or its seat.
pub(super) fn of_words(lower: &str) -> Identity {
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

/// Office and country that a title gives: "Russian Foreign Minister".
pub(super) fn of_title(title: &str) -> Option<Identity> {
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

/// Whoever made the words or the count that speak: "the Kell Institute" of "a survey by the Kell Institute", "the union" of
/// "the union's own count", "Interpress" of "an Interpress tally"; anything else stays.
pub(super) fn author(source: &str) -> &str {
    let made = |word: &str| {
        traits::of_word(&word.to_lowercase()).has(Traits::WORK.or(Traits::TEXT).or(Traits::FIGURE))
    };
    for by in [" by ", " from ", " of "] {
        if let Some((work, author)) = source.rsplit_once(by)
            && work.split(' ').any(made)
            && !author.starts_with(|c: char| c.is_ascii_digit())
        {
            return author;
        }
    }
    if !source.rsplit(' ').next().is_some_and(made) {
        return source;
    }
    if let Some((owner, _)) = source.split_once("'s ").or_else(|| source.split_once("’s ")) {
        return owner;
    }
    let named = source
        .split_once(' ')
        .filter(|(article, _)| matches!(*article, "A" | "a" | "An" | "an" | "The" | "the"));
    match named.map_or(source, |(_, rest)| rest).rsplit_once(' ') {
        Some((name, _)) if name.starts_with(char::is_uppercase) => name,
        _ => source,
    }
}

/// The body that a person speaks for: "kell bank" of "Kell Bank spokesman Ann Lee", "a spokesman for Kell Bank", "Kell
/// Bank's chief executive" and "Ben Ode of Kell Bank".
pub(super) fn represented(source: &str) -> Option<Identity> {
    let body = body_before_role(source)?;
    let read = of_words(&body);
    Some(if read.body.is_some() { read } else { Identity { body: Some(slug(&body)), side: read.side } })
}

fn body_before_role(source: &str) -> Option<String> {
    let words: Vec<&str> = source.split(' ').collect();
    let role = words.iter().position(|word| traits::of_word(&word.to_lowercase()).has(Traits::ROLE));
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let name = |words: &[&str]| -> Option<String> {
        let from =
            usize::from(matches!(words.first().copied(), Some("The" | "the" | "A" | "a" | "An" | "an")));
        let words = words.get(from..)?;
        let first = words.first().copied().filter(|word| capital(word))?;
        // "Fourteen analysts", "Senior officials": no name, though a sentence begins with it.
        let lower = first.to_lowercase();
        let plain = crosscheck_lexicon::taxonomy::word(&lower).is_some_and(|entry| !entry.is_mostly_noun());
        if words.len() == 1 && plain || classes(&lower).has(Classes::NUMBER.or(Classes::STOPWORD)) {
            return None;
        }
        let len = words
            .iter()
            .take_while(|word| capital(word) || matches!(**word, "of" | "for" | "and" | "the"))
            .count();
        let joined = words[..len.max(1)].join(" ").to_lowercase().replace('’', "'");
        (first.len() > 1).then(|| joined.trim_end_matches("'s").to_owned())
    };
    let behind = words.iter().rposition(|word| matches!(*word, "of" | "for" | "at" | "with" | "from"));
    if let Some(at) = behind
        && (role.is_some_and(|role| role < at) || words[..at].iter().all(|word| capital(word)) && at > 1)
    {
        return name(&words[at + 1..]);
    }
    role.filter(|role| *role > 0).and_then(|role| name(&words[..role]))
}

/// A key made of words; a company's legal form is no part of its name.
pub(super) fn slug(lower: &str) -> String {
    let mut words: Vec<&str> =
        lower.split_whitespace().map(|word| word.trim_end_matches([',', '.'])).collect();
    while words.len() > 1 && words.last().is_some_and(|last| traits::of_word(last).has(Traits::LEGAL_FORM)) {
        words.pop();
    }
    words.join("-")
}
