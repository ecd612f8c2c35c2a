//! Titles, medals and awards counted by their holder: "a three-time champion", "won the cup three times", "three titles".

use crosscheck_lexicon::classes::classes;
use crosscheck_lexicon::honour::{CLASS, of_holder, of_word};
use crosscheck_lexicon::{concept, morphology, verb};
use crosscheck_model::{Event, Kind, Object};

use super::{CLOSED, Context};

/// Words in which the holder or the honour stands.
const REACH: usize = 8;

/// The object of a count of honours by the noun for them, with their event; any other as it is.
pub(super) fn settle(
    context: Context<'_>,
    object: Option<Object>,
    event: &mut Option<Event>,
) -> Option<Object> {
    let counted = object?;
    let class = event.as_ref().and_then(|event| event.concept.as_deref());
    let Some((honour, modifiers)) = honours(context, &counted, class) else { return Some(counted) };
    let got = event.get_or_insert_with(|| Event { lemma: CLASS.to_owned(), ..Event::default() });
    got.concept = Some(CLASS.to_owned());
    let words: Vec<&str> = modifiers.iter().map(String::as_str).collect();
    Some(Object {
        head: honour.to_owned(),
        concept: concept::resolve(honour, &words).key().map(str::to_owned),
        modifiers,
        ..counted
    })
}

/// The honour that is counted, and the words that say which it is.
fn honours(
    context: Context<'_>,
    counted: &Object,
    class: Option<&str>,
) -> Option<(&'static str, Vec<String>)> {
    if context.mention.kind != Kind::Count {
        return None;
    }
    let won = class == Some("win");
    if counted.head == "time" {
        let start = counted.span?.start as usize;
        let hyphened = context.text.get(..start)?.ends_with(['-', '‐', '‑']);
        return if hyphened { held(context) } else { gained(context).filter(|_| won) };
    }
    // "stole 12 medals", "published 40 titles": what a verb of another event is done to is counted as a thing.
    let head = lower(&counted.head);
    let told = class.is_none_or(|class| {
        matches!(class, "win" | "have" | "cover" | "receive") || verb::noun_event(&head) == Some(class)
    });
    let honour = of_word(&head, won).filter(|_| told)?;
    // "two Oscars": awards of that name.
    let name = (head != honour).then(|| counted.head.clone());
    let words: Vec<String> = counted.modifiers.iter().cloned().chain(name).collect();
    Some((honour, if words.iter().any(|word| is_best(word)) { Vec::new() } else { words }))
}

/// "a four-time | world champion", "the five-time | winner of the league's award", "a six-time | Oscar nominee": what the holder has so many of.
fn held(context: Context<'_>) -> Option<(&'static str, Vec<String>)> {
    let words: Vec<&str> = clause(to_mark(context.behind())).take(REACH).collect();
    let end = words.iter().position(|word| classes(&word.to_lowercase()).has(CLOSED)).unwrap_or(words.len());
    let (own, behind) = words.split_at(end);
    let named = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let found = own.iter().enumerate().find_map(|(at, word)| {
        let lemma = lower(word);
        // "Oscar-winning", "Oscar winner"
        let (first, rest) = word.split_once('-').unwrap_or((word, ""));
        let winner = matches!(lemma.as_str(), "winner" | "recipient");
        let prize = if winner { own.get(at.wrapping_sub(1)).copied() } else { Some(first) };
        let of_prize =
            prize.filter(|_| winner || rest == "winning").and_then(|word| of_word(&lower(word), true));
        // "most valuable player", "player of the year"
        let player = lemma == "player"
            && (at > 0 && own[at - 1] == "valuable"
                || behind.first() == Some(&"of") && behind.contains(&"year"));
        let best = player.then(|| of_holder("mvp")).flatten();
        let (honour, until) = match of_holder(&lemma).or(best) {
            Some(honour) => (Some(honour), at + usize::from(player)),
            None if of_prize.is_some() => (of_prize, at),
            None => (of_those(behind).or_else(|| of_holder("champion")).filter(|_| winner), at),
        };
        let best = player || is_best(&lemma);
        honour.map(|honour| (honour, if best { Vec::new() } else { named(&own[..until]) }))
    })?;
    Some(found)
}

/// Whether a word belongs to the best player's award, however much of its name is told: "league MVPs", "most valuable player awards".
fn is_best(word: &str) -> bool {
    matches!(word.to_ascii_lowercase().as_str(), "mvp" | "player" | "valuable")
}

/// "winner | of the league's best player award": the honour that the holder is told to have won.
fn of_those(behind: &[&str]) -> Option<&'static str> {
    (behind.first() == Some(&"of"))
        .then(|| behind.iter().rev().find_map(|word| of_word(&lower(word), true)))?
}

/// "won the world title | three times"
fn gained(context: Context<'_>) -> Option<(&'static str, Vec<String>)> {
    let before: Vec<&str> = clause(from_mark(context.before())).collect();
    let from = before.len().saturating_sub(REACH);
    let found = before[from..].iter().rev().find_map(|word| of_word(&lower(word), true));
    found.map(|honour| (honour, Vec::new()))
}

/// The words of a stretch without its marks.
fn clause(words: &str) -> impl DoubleEndedIterator<Item = &str> {
    words
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '\'' | '’'))
        .filter(|word| !word.is_empty())
}

/// The lemma of a noun in lower case.
fn lower(word: &str) -> String {
    let lower = word.trim_end_matches("'s").trim_end_matches("’s").to_lowercase();
    let lemma = morphology::noun_lemma(&lower).map(std::borrow::Cow::into_owned);
    lemma.unwrap_or(lower)
}

/// What stands before the first mark that ends a group of nouns.
fn to_mark(behind: &str) -> &str {
    behind.split([',', ';', ':', '(', ')', '.', '"', '“', '”', '—', '–']).next().unwrap_or(behind)
}

/// What stands behind the last of them.
fn from_mark(before: &str) -> &str {
    before.rsplit([',', ';', ':', '(', ')', '.', '"', '“', '”', '—', '–']).next().unwrap_or(before)
}
