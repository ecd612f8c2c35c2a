//! Place phrases of a sentence.

use crosscheck_lexicon::morphology;
use crosscheck_lexicon::place::{self, Naming};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::Span;
use crosscheck_model::raw::{RawQuantity, RawTime};

use super::predicate::Reader;
use super::tag::Tag;
use crate::token::TokenKind;

/// Names after a locative preposition, and other names of known places; the flag tells the first.
pub(super) fn read(reader: Reader<'_>, times: &[RawTime]) -> Vec<(Span, bool)> {
    let (words, syntax) = (reader.words, reader.syntax);
    let mut out: Vec<(Span, bool)> = Vec::new();
    let mut i = 0;
    while i < syntax.len() {
        let token = &words.tokens[i];
        // "Leaves at Least 12 Dead" tells no place.
        let hedge = matches!(words.lower(i), "least" | "most") && words.lower(i.wrapping_sub(1)) == "at";
        let named = token.kind == TokenKind::Word && token.capital && syntax.tag(i) == Tag::Nominal && !hedge;
        if !named || times.iter().any(|time| time.span.overlaps(token.span)) {
            i += 1;
            continue;
        }
        let mut last = i;
        while last + 1 < syntax.len() && continues(reader, last + 1) {
            last += 1;
        }
        let span = words.span(i, last);
        let known = known_place(words.lower, span);
        let settled = is_settled(reader, i);
        let at = preposition(reader, if settled { i - 1 } else { i })
            .map(|b| traits::of_word(words.lower(b)))
            .unwrap_or_default();
        // "to Smith", "from the bank": only what is known to be a place.
        let holds = at.has(Traits::LOCATIVE) || at.has(Traits::DIRECTION) && known.is_some();
        let body = place::office(words.lower(last)).is_some();
        if (holds || settled) && !body && known.is_none_or(|p| p.naming != Naming::Demonym) {
            // "Thought to have come from Syria": where somebody set out or goes is less where it happened than what stands beside "in".
            out.push((span, at.has(Traits::LOCATIVE) || settled));
        } else if known.is_some_and(|p| p.naming == Naming::Name) && tallies(reader, last + 1) {
            out.push((span, true));
        } else if place::place(span.slice(words.lower)).is_some_and(|p| p.naming == Naming::Name)
            && !body
            // "Russia's Defence Ministry", "Alberta police": the owner of a body is no place of what happened.
            // A country that acts ("Russia has deployed") is an agent.
            && !matches!(
                syntax.tag(last + 1),
                Tag::Possessive | Tag::Nominal | Tag::Verb | Tag::Auxiliary | Tag::Modal
            )
        {
            out.push((span, false));
        }
        i = last + 1;
    }
    out
}

/// How close a place stands to a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// The figure's label: "Kenya (12)", "Kenya: 12", "Kenya 12".
    Label,
    /// Nothing parts the two: "12 in India" of "40 in Nepal, 12 in India".
    Phrase,
    /// A comma, a bracket or "and" stands between.
    Apart,
}

/// Drops from a total's places those of its parts: "killed | 14 people, | three in Kenya, five in Mali and six in Chad".
pub(super) fn leave_to_parts(text: &str, places: &mut Vec<Span>, total: Span, quantities: &[RawQuantity]) {
    let parts: Vec<Span> =
        quantities.iter().map(|quantity| quantity.span).filter(|part| part.start >= total.end).collect();
    let of_part = |place: Span| {
        parts.iter().any(|part| {
            let between = text.get(part.end as usize..place.start as usize).unwrap_or("").trim();
            part.end <= place.start && matches!(between, "in" | "at" | "from")
        })
    };
    if places.iter().filter(|place| of_part(**place)).count() > 1 {
        places.retain(|place| !of_part(*place));
    }
}

/// How close a place stands to a figure of its sentence.
pub(super) fn tie(text: &str, place: Span, figure: Span) -> Tie {
    let before = place.end <= figure.start;
    let between = if before { place.end..figure.start } else { figure.end..place.start };
    let between = text.get(between.start as usize..between.end as usize).unwrap_or("");
    if before && matches!(between.trim(), "" | "(" | ":") {
        Tie::Label
    } else if between.contains([',', ';', '(', ')']) || between.contains(" and ") {
        Tie::Apart
    } else {
        Tie::Phrase
    }
}

/// The preposition before a name: "in the mountainous region | X".
fn preposition(reader: Reader<'_>, mut from: usize) -> Option<usize> {
    let (words, syntax) = (reader.words, reader.syntax);
    while from > 0
        && matches!(syntax.tag(from - 1), Tag::Nominal | Tag::Determiner)
        && !words.tokens[from - 1].capital
    {
        from -= 1;
    }
    from.checked_sub(1).filter(|&at| syntax.tag(at) == Tag::Preposition)
}

/// Whether the noun before "of" says that the name is a place: "the stricken town of | X".
fn is_settled(reader: Reader<'_>, name: usize) -> bool {
    let Some(noun) = name.checked_sub(2) else { return false };
    reader.words.lower(name - 1) == "of" && traits::of_word(reader.words.lower(noun)).has(Traits::SETTLEMENT)
}

/// Tokens between a verb and the number that it tallies.
const HEDGE: usize = 5;

/// Whether a place's own count follows: "India has reported | 40 deaths", "Thailand accounted for | 12".
fn tallies(reader: Reader<'_>, from: usize) -> bool {
    let (words, syntax) = (reader.words, reader.syntax);
    let mut i = from;
    while i < syntax.len() && syntax.tag(i) == Tag::Auxiliary {
        i += 1;
    }
    let verb = morphology::verb_lemma(words.lower(i)).filter(|_| syntax.tag(i) == Tag::Verb);
    if !verb.is_some_and(|(lemma, _)| traits::of_word(&lemma).has(Traits::TALLIES)) {
        return false;
    }
    // "for at least | 12": the hedge between.
    (i + 1..syntax.len().min(i + 1 + HEDGE))
        .map(|at| syntax.tag(at))
        .take_while(|tag| !matches!(tag, Tag::Comma | Tag::Stop | Tag::Verb))
        .any(|tag| tag == Tag::Number)
}

fn continues(reader: Reader<'_>, i: usize) -> bool {
    let words = reader.words;
    let token = &words.tokens[i];
    match token.kind {
        TokenKind::Word => token.capital && reader.syntax.tag(i) == Tag::Nominal,
        TokenKind::Symbol => {
            matches!(words.surface(i), "-" | "." | "–")
                && token.glued
                && words.tokens.get(i + 1).is_some_and(|next| next.glued && next.capital)
        }
        _ => false,
    }
}

/// The place a span names, the whole of it or its last or first word.
fn known_place(lower: &str, span: Span) -> Option<place::Place> {
    let name = span.slice(lower);
    place::place(name)
        .or_else(|| name.rsplit(' ').next().and_then(place::place))
        .or_else(|| name.split(' ').next().and_then(place::place))
}
