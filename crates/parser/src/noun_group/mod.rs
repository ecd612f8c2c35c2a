//! Noun groups: where one ends, which word is its head, what is coordinated with it and what follows "of".
//!
//! There is no tagger. The walker goes on while a word can belong to a noun group by the word table
//! ([`crosscheck_lexicon::taxonomy`]), and the last noun it passed is the head. A plural noun ends the group unless a word
//! that can only be a noun follows: "120,000 Armenians hang", but "two weapons inspectors".

mod part;
mod sort;
mod step;

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::concept;
use crosscheck_lexicon::morphology::VerbForm;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::Span;

pub(crate) use self::part::compound_end;
use self::part::{Part, STOP, part};
pub use self::sort::{Sort, sort};
use crate::token::{TokenKind, Words};

/// Most heads joined by "and".
const MAX_JOINED: usize = 4;

/// A noun group, as token indices; ends are one past the last token.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NounGroup {
    /// First token, determiners left out.
    pub from: usize,
    /// Last token of the first head: the noun itself.
    pub head: usize,
    /// Whether the head is plural in form.
    pub plural: bool,
    /// End of the first part: premodifiers and head.
    pub head_end: usize,
    /// First token and head of each part joined by "and", "or" or a comma: (first token, head).
    pub also: Vec<(usize, usize)>,
    /// End of the group with what is joined to it.
    pub end: usize,
    /// The group after "of", where one follows: (first token, head, end).
    pub of: Option<(usize, usize, usize)>,
}

impl NounGroup {
    /// End of the group with its "of" complement.
    pub fn full_end(&self) -> usize {
        self.of.map_or(self.end, |(_, _, end)| end)
    }

    /// The whole group in the text, with its "of" complement.
    pub fn span(&self, words: Words<'_>) -> Span {
        words.span(self.from, self.full_end() - 1)
    }
}

/// Reads the noun group that starts at token `from`; `many` says that a number above one counts it, so that a plural head
/// is looked for.
///
/// ```
/// use crosscheck_parser::{noun_group, token};
/// use crosscheck_model::Span;
///
/// let text = "small arms and anti-tank weapons were found";
/// let mut tokens = Vec::new();
/// token::tokenize(text, text, Span::new(0, text.len()), &mut tokens);
/// let words = token::Words { text, lower: text, tokens: &tokens };
/// let group = noun_group::read(words, 0, true).expect("a group");
/// assert_eq!(group.span(words).slice(text), "small arms and anti-tank weapons");
/// assert_eq!(words.surface(group.head), "arms");
/// ```
pub fn read(words: Words<'_>, from: usize, many: bool) -> Option<NounGroup> {
    let first = part(words, from, many)?;
    let mut group = alone(&first);
    join(words, &mut group, many && first.plural);
    if group.also.is_empty() {
        group.of = complement(words, group.end);
    }
    Some(group)
}

/// A group of one part, with nothing joined to it.
fn alone(part: &Part) -> NounGroup {
    NounGroup {
        from: part.from,
        head: part.head,
        plural: part.plural,
        head_end: part.end,
        end: part.end,
        ..NounGroup::default()
    }
}

/// "40 government and private | buildings": of one body none are counted, so that it only tells whose what is joined to it are.
pub fn shared_head(words: Words<'_>, group: NounGroup) -> NounGroup {
    let [(_, head)] = group.also[..] else { return group };
    let body = !group.plural
        && !words.tokens[group.head].capital
        && concept::resolve(words.lower(group.head), &[]).family() == Some("group")
        && !traits::of_word(words.lower(group.head)).has(Traits::PLURAL);
    if !body || !sort(words.lower(head)).plural || words.lower(group.head_end) == "," {
        return group;
    }
    NounGroup { head, plural: true, head_end: head + 1, also: Vec::new(), ..group }
}

/// Tokens of a firm's sign in brackets: "(NRC.N)".
const SIGN: usize = 6;

/// "40,000 Norcom Holdings Inc (NRC.N) | workers": what is counted stands behind the firm's full name and its sign at the exchange.
pub fn behind_firm(words: Words<'_>, group: NounGroup) -> NounGroup {
    let form = |i: usize| {
        words.tokens.get(i).is_some_and(|token| token.capital)
            && traits::of_word(words.lower(i)).has(Traits::LEGAL_FORM)
    };
    let alone_so_far = group.also.is_empty() && group.of.is_none() && words.tokens[group.head].capital;
    if !alone_so_far || !(form(group.head) || form(group.end)) {
        return group;
    }
    let mut at = group.end + usize::from(form(group.end));
    at += usize::from(words.surface(at) == "." && words.surface(at + 1) == "(");
    if words.surface(at) == "(" {
        let Some(close) = (at + 1..at + SIGN).find(|&i| words.surface(i) == ")") else { return group };
        at = close + 1;
    }
    match part(words, at, true) {
        Some(part) if at > group.end && part.plural && !words.tokens[part.head].capital => alone(&part),
        _ => group,
    }
}

/// The group after "of" at token `at`: (first token, head, end).
fn complement(words: Words<'_>, at: usize) -> Option<(usize, usize, usize)> {
    if words.lower(at) != "of" {
        return None;
    }
    let start = skip_determiners(words, at + 1);
    let first = part(words, start, false)?;
    let mut group = alone(&first);
    join(words, &mut group, false);
    Some((start, first.head, group.end))
}

/// The first token after articles, possessives and the like.
pub fn skip_determiners(words: Words<'_>, mut at: usize) -> usize {
    while words.classes(at).has(Classes::DETERMINER) {
        at += 1;
        if words.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Possessive) {
            at += 1;
        }
    }
    at
}

/// Adds the parts joined to the first.
fn join(words: Words<'_>, group: &mut NounGroup, plural: bool) {
    for _ in 0..MAX_JOINED {
        let at = group.end;
        let comma = words.surface(at) == ",";
        let conjunction = if comma { at + 1 } else { at };
        let is_and = matches!(words.lower(conjunction), "and" | "or" | "&");
        if !is_and && !comma {
            return;
        }
        let start = if is_and { conjunction + 1 } else { at + 1 };
        let after = if words.lower(start) == "other" { start + 1 } else { start };
        if words.classes(after).has(Classes::DETERMINER)
            || words.tokens.get(after).is_some_and(|t| t.kind != TokenKind::Word)
        {
            return;
        }
        // "34 deaths, | including road accidents and falls": examples of what was counted.
        if words.classes(after).has(Classes::PREPOSITION)
            || matches!(words.lower(after), "including" | "excluding")
        {
            return;
        }
        // "77 people dead and causing damage"
        let opener = sort(words.lower(after));
        if opener.verb == Some(VerbForm::Ing) && !opener.adjective && !opener.noun {
            return;
        }
        let Some(next) = part(words, after, plural) else { return };
        // "apprehending 26 pirates and | confiscating arms": a verb with its object.
        let governs =
            words.tokens.get(next.end).is_some_and(|t| t.kind == TokenKind::Word && !t.classes.has(STOP));
        if is_and && opener.verb == Some(VerbForm::Ing) && next.head == after && governs {
            return;
        }
        // "killed 12 people and | injured 30", "employs 2,300 people and | makes 600 cars": a verb, as its own figure
        // follows.
        let figure = words.tokens.get(next.end).is_some_and(|t| t.kind == TokenKind::Digits)
            || words
                .classes(next.end)
                .has(Classes::NUMBER.or(Classes::VAGUE_NUMBER).or(Classes::FIGURE_OPENER));
        let tells = opener.verb.is_some_and(|form| form.may_be_past() || form == VerbForm::Third);
        if is_and && figure && next.head == after && tells {
            return;
        }
        // "killing one person and | wounding six", "killing 22 traders and | wounding shoppers": one participle after another.
        let mut before = group.from.saturating_sub(4)..group.from;
        let doing = |at: usize| {
            sort(words.lower(at)).verb == Some(VerbForm::Ing) && !words.classes(at).has(Classes::PREPOSITION)
        };
        if is_and
            && opener.verb == Some(VerbForm::Ing)
            && ((figure && next.head == after) || before.any(doing))
        {
            return;
        }
        // "killed 12 people and | brought new rules": after a past, what is a past and no adjective is a verb again.
        let past = |sort: Sort| sort.mostly_verb && sort.verb.is_some_and(VerbForm::may_be_past);
        let mut before = group.from.saturating_sub(4)..group.from;
        let state = words.classes(after).has(Classes::STATE);
        if is_and
            && !state
            && past(opener)
            && !opener.adjective
            && before.any(|at| past(sort(words.lower(at))))
        {
            return;
        }
        // "counts 263 houses and | puts the damage at": a verb, as its object follows.
        let object = words.classes(next.end).has(Classes::DETERMINER.or(Classes::PRONOUN));
        if is_and && object && next.head == after && opener.verb == Some(VerbForm::Third) {
            return;
        }
        // "arrested 17 people and soldiers left" is two clauses; a bare comma joins only before a later "and".
        let then = words.lower(next.end);
        let goes_on = sort(then);
        let clause =
            words.classes(next.end).has(Classes::AUXILIARY) || (goes_on.verb.is_some() && !goes_on.noun);
        let list = is_and
            || (matches!(then, "and" | "or") || words.surface(next.end) == ",") && plural && next.plural;
        if !list
            || (plural && !next.plural)
            || (clause && group.from > 4)
            || (words.tokens[next.head].capital != words.tokens[group.head].capital)
        {
            return;
        }
        group.also.push((start, next.head));
        group.end = next.end;
    }
}
