//! What a document itself says of its speakers: acronyms, titles, full names, who "the company" is.

use std::collections::BTreeMap;

use crosscheck_lexicon::abbreviations::{Abbreviation, abbreviation};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::boundary;
use crosscheck_model::raw::Parsed;

use super::identity::{Identity, of_title};

/// Office and country that stand beside the first full mention of a name: "Russian Foreign Minister Sergey Lavrov",
/// "Hikmet Hajiyev, an adviser to Azerbaijan's president".
pub(super) fn titled(text: &str, name: &str) -> Option<Identity> {
    let mut best: Option<Identity> = None;
    for (at, _) in text.match_indices(name).take(6) {
        let from = boundary::floor(text, at.saturating_sub(90));
        let before = text[from..at].rsplit(['.', '\n', ',', '"', '“', ';', ':']).next().unwrap_or("");
        let rest = &text[at + name.len()..boundary::ceil(text, at + name.len() + 110)];
        let before: Vec<&str> = before.split_whitespace().rev().take(7).collect();
        let title: String = before.into_iter().rev().collect::<Vec<_>>().join(" ").to_lowercase();
        let found = of_title(&title).or_else(|| of_title(&role_before(&text[from..at])?.to_lowercase()));
        let apposed = rest.strip_prefix(", ").and_then(|rest| rest.split([',', '.', '\n']).next());
        let found = found.or_else(|| of_title(&apposed?.to_lowercase()));
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

/// The role before a name that stands apposed: "The fire chief" of "The fire chief, Darby | Allen".
fn role_before(before: &str) -> Option<&str> {
    let (role, first) = before.rsplit_once(", ")?;
    let names =
        !first.trim().is_empty() && first.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    names.then(|| role.rsplit(['.', '\n', ',', '"', '“', ';', ':']).next().unwrap_or(role).trim())
}

/// The full name that a last name stands with where the text first names it: "Ann Lee" for "Lee".
pub(super) fn full(text: &str, name: &str) -> Option<Identity> {
    let (at, _) = text.match_indices(name).find(|(at, _)| text[..*at].ends_with(' '))?;
    let from = boundary::floor(text, at.saturating_sub(60));
    let names: Vec<&str> = text[from..at]
        .trim_end()
        .rsplit(' ')
        .take_while(|word| {
            word.starts_with(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '’' | '\''))
                && of_title(&word.to_lowercase()).is_none()
                && *word != "The"
                && !is_address(word)
        })
        .take(2)
        .collect();
    // "Cmdr. Lee", of whom no more is told: the name alone.
    let alone = || text[from..at].trim_end().rsplit(' ').next().is_some_and(is_address);
    let told = names.last().is_some_and(|first| !first.is_empty()) || names.is_empty() && alone();
    let words = names.iter().rev().copied().chain([name]).collect::<Vec<_>>().join(" ");
    told.then(|| Identity { body: Some(super::identity::slug(&words.to_lowercase())), side: None })
}

/// Whether a word is the short form of an address or rank: "Mr", "Gen."
fn is_address(word: &str) -> bool {
    let bare = word.trim_end_matches('.').to_lowercase();
    // "V. Lee": an initial.
    bare.len() > 1 && abbreviation(&bare) == Some(Abbreviation::Title)
}

/// The one name of the text that ends in a noun: "Central Election Commission" for "the commission"; `None` where there are
/// several.
pub(super) fn name_ending_in(text: &str, head: &str) -> Option<String> {
    let mut letters = head.chars();
    let title: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let mut found: Option<String> = None;
    for (at, _) in text.match_indices(&title).take(40) {
        if !text[..at].ends_with(' ') || text[at + title.len()..].starts_with(char::is_alphanumeric) {
            continue;
        }
        let from = boundary::floor(text, at.saturating_sub(80));
        let Some(name) = capitals_before(&text[from..at]) else { continue };
        let name = format!("{name} {head}");
        match &found {
            Some(known) if known.ends_with(&name) => {}
            Some(known) if name.ends_with(known.as_str()) => found = Some(name),
            Some(_) => return None,
            None => found = Some(name),
        }
    }
    found
}

/// The run of capitalised words at the end of a text, in lower case, without an article.
fn capitals_before(before: &str) -> Option<String> {
    let line = before.rsplit(['\n', '.', ',', ':', ';', '"', '“', '(']).next().unwrap_or(before);
    let words: Vec<&str> = line
        .trim_end()
        .rsplit(' ')
        .take_while(|word| word.starts_with(char::is_uppercase) && *word != "The")
        .take(5)
        .collect();
    (!words.is_empty())
        .then(|| words.into_iter().rev().collect::<Vec<_>>().join(" ").to_lowercase().replace('’', "'"))
}

/// The company that an article is about, for "the company", "the firm": the name told by what it is ("truck maker Kell",
/// "the operator, Blue Lines") or by how it ends ("Kell Motors"); `None` where two stand alike.
pub(super) fn company(text: &str, parsed: &Parsed) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut full: BTreeMap<String, String> = BTreeMap::new();
    for sentence in parsed.sentences.iter().filter(|sentence| sentence.kind.is_article()) {
        let words: Vec<&str> = sentence.span.slice(text).split_whitespace().take(200).collect();
        for (i, word) in words.iter().enumerate() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let lower = bare.to_lowercase();
            let is = traits::of_word(&lower);
            let capital = bare.starts_with(char::is_uppercase);
            let first = if is.has(Traits::CORPORATE) && capital && i > 0 {
                (0..i).rev().take_while(|&j| starts_name(words[j])).last()
            } else if is.has(Traits::GENERIC)
                && !capital
                && words.get(i + 1).is_some_and(|next| starts_name(next))
            {
                Some(i + 1)
            } else {
                None
            };
            let Some(first) = first else { continue };
            let key = words[first].trim_matches(|c: char| !c.is_alphanumeric());
            let key = key.strip_suffix("'s").or_else(|| key.strip_suffix("’s")).unwrap_or(key);
            counts.entry(key.to_owned()).or_insert_with(|| text.matches(key).take(99).count());
            let until = if first > i { first } else { i };
            let long = words[first..=until].join(" ");
            let known = full.entry(key.to_owned()).or_default();
            if long.len() > known.len() {
                *known = long;
            }
        }
    }
    let most = counts.values().max().copied()?;
    let mut best = counts.iter().filter(|(_, count)| **count == most);
    let (name, _) = best.next()?;
    let full = full.remove(name)?;
    let bare = full.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('’', "'");
    best.next().is_none().then(|| bare.trim_end_matches("'s").to_owned())
}

fn starts_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && !matches!(word, "The" | "A" | "An")
        && !word.ends_with([',', ';', ':', '.'])
}

/// Acronyms that the article explains: "International Committee of the Red Cross (ICRC)".
pub(super) fn acronyms(text: &str, parsed: &Parsed) -> BTreeMap<String, String> {
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
