//! Noun groups: where one ends, which word is its head, what is coordinated with it and what follows "of".
//!
//! There is no tagger. The walker goes on while a word can belong to a noun group by the word table
//! ([`crosscheck_lexicon::taxonomy`]), and the last noun it passed is the head. A plural noun ends the group unless a word
//! that can only be a noun follows: "120,000 Armenians hang", but "two weapons inspectors".

mod sort;

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::morphology::{self, VerbForm};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::Span;

pub use self::sort::{Sort, sort};
use crate::token::{TokenKind, Words};

/// Longest group, in words; longer ones are lists or tables.
const MAX_WORDS: usize = 12;
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

/// One part of a group: modifiers and a head.
#[derive(Debug, Clone, Copy)]
struct Part {
    from: usize,
    head: usize,
    plural: bool,
    end: usize,
}

const STOP: Classes = Classes::PREPOSITION
    .or(Classes::CONJUNCTION)
    .or(Classes::PRONOUN)
    .or(Classes::AUXILIARY)
    .or(Classes::NEGATION)
    .or(Classes::TIME_WORD);

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
        // "77 people dead and causing damage"
        let opener = sort(words.lower(after));
        if opener.verb == Some(VerbForm::Ing) && !opener.adjective && !opener.noun {
            return;
        }
        let Some(next) = part(words, after, plural) else { return };
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

/// Last token of the word at `at` with all that is hyphenated to it: "anti-tank", "24-year-old".
pub(crate) fn compound_end(words: Words<'_>, at: usize) -> usize {
    let mut end = at;
    while let (Some(hyphen), Some(next)) = (words.tokens.get(end + 1), words.tokens.get(end + 2)) {
        let joint = matches!(words.surface(end + 1), "-" | "‐" | "‑" | "/") && hyphen.glued && next.glued;
        if !joint || !matches!(next.kind, TokenKind::Word | TokenKind::Digits) || end - at > 12 {
            break;
        }
        end += 2;
    }
    end
}

/// "U.S.", "E.U.": one past its last dot.
fn initials_end(words: Words<'_>, at: usize) -> Option<usize> {
    let mut end = at;
    while words.surface(end).len() == 1
        && words.tokens[end].capital
        && words.surface(end + 1) == "."
        && words.tokens[end + 1].glued
        && (end == at || words.tokens[end].glued)
    {
        end += 2;
    }
    (end >= at + 4).then_some(end)
}

/// Modifiers and head from token `from` on.
fn part(words: Words<'_>, from: usize, many: bool) -> Option<Part> {
    let mut at = from;
    let mut head: Option<(usize, bool)> = None;
    // Where a possessive group ended, in case nothing follows it.
    for _ in 0..MAX_WORDS {
        let Some(token) = words.tokens.get(at) else { break };
        match token.kind {
            TokenKind::Word => {}
            TokenKind::Possessive => {
                // "two men's teams": the head comes later, if anything does.
                let Some(next) = part_after_possessive(words, at + 1, many).filter(|_| head.is_some()) else {
                    break;
                };
                return Some(Part { from, ..next });
            }
            TokenKind::Digits => {
                let end = compound_end(words, at);
                let calibre =
                    words.tokens.get(at + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Word);
                // "two new 737 Max jets"
                let model = at > from && words.tokens.get(at + 1).is_some_and(|next| next.capital);
                if (end > at || model) && head.is_none() {
                    at = end + 1;
                    continue;
                }
                if calibre && head.is_none() {
                    at += 2;
                    continue;
                }
                break;
            }
            TokenKind::Symbol => {
                let quote = matches!(words.surface(at), "\"" | "“" | "‘" | "'" | "`" | "”");
                let open = quote
                    && head.is_none()
                    && words.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Word);
                let ampersand = words.surface(at) == "&" && head.is_some();
                if open || ampersand {
                    at += 1;
                    continue;
                }
                break;
            }
        }
        if let Some(end) = initials_end(words, at) {
            at = end;
            continue;
        }
        let end = compound_end(words, at);
        let compound = end > at;
        let classes = token.classes;
        let lower = words.lower(end);
        if !compound {
            // "cocaine worth 5 million", but "a net worth"
            if classes.has(STOP) || lower == "worth" && head.is_some() && words.lower(at - 1) != "net" {
                break;
            }
            if classes.has(Classes::DETERMINER)
                && !(head.is_none() && matches!(lower, "other" | "another" | "some"))
            {
                break;
            }
            if classes.has(Classes::NUMBER) && !classes.has(Classes::ORDINAL) {
                break;
            }
            if token.capital && classes.has(Classes::MONTH.or(Classes::WEEKDAY)) {
                break;
            }
        }
        let next = Next { words, at: end + 1 };
        match step(
            sort(lower),
            Place {
                head,
                compound,
                capital: token.capital && at > 0,
                many,
                lower,
                act: classes.has(Classes::EVENT),
                after_collective: many
                    && head.is_some_and(|(head, plural)| plural && collective(words.lower(head))),
            },
            &next,
        ) {
            Step::Head(plural) => head = Some((end, plural)),
            Step::Modifier => {}
            Step::Stop => break,
        }
        at = end + 1;
    }
    head.map(|(head, plural)| Part { from, head, plural, end: head + 1 })
}

fn part_after_possessive(words: Words<'_>, at: usize, many: bool) -> Option<Part> {
    // One level only: a possessive of a possessive ends the group.
    let token = words.tokens.get(at)?;
    if token.kind != TokenKind::Word || token.classes.has(STOP.or(Classes::DETERMINER)) {
        return None;
    }
    let mut end = at;
    let mut head = None;
    for _ in 0..4 {
        let last = compound_end(words, end);
        let token = words.tokens.get(last)?;
        let sort = sort(words.lower(last));
        if token.kind != TokenKind::Word
            || token.classes.has(STOP.or(Classes::DETERMINER))
            || !(sort.noun || sort.adjective)
        {
            break;
        }
        if sort.noun && !(head.is_some() && sort.mostly_verb) {
            head = Some((last, sort.plural));
        }
        end = last + 1;
        if (many && sort.plural) || end >= words.tokens.len() {
            break;
        }
    }
    head.map(|(head, plural)| Part { from: at, head, plural, end: head + 1 })
}

/// The word after the one in question.
struct Next<'a> {
    words: Words<'a>,
    at: usize,
}

impl Next<'_> {
    /// Whether it can go on with a noun group, so that the word before it is a modifier.
    fn is_nominal(&self) -> bool {
        let Some(token) = self.words.tokens.get(self.at) else { return false };
        // "two new 737 Max jets"
        if token.kind == TokenKind::Digits {
            return self.words.tokens.get(self.at + 1).is_some_and(|next| next.capital && !next.glued);
        }
        if token.kind != TokenKind::Word || token.classes.has(STOP.or(Classes::DETERMINER)) {
            return false;
        }
        let end = compound_end(self.words, self.at);
        let sort = sort(self.words.lower(end));
        (sort.noun && !sort.mostly_verb) || sort.is_modifier() || token.capital
    }

    /// Whether it is a plural noun and hardly anything else.
    fn is_plural_noun(&self) -> bool {
        let Some(token) = self.words.tokens.get(self.at) else { return false };
        let sort = sort(self.words.lower(self.at));
        token.kind == TokenKind::Word
            && !token.capital
            && !token.classes.has(STOP.or(Classes::DETERMINER))
            && sort.noun
            && sort.plural
            && !sort.mostly_verb
    }
}

/// Whether a word is a form of a verb that only links, and so no participle before a noun: "33 | remained underground".
fn links(lower: &str) -> bool {
    morphology::verb_lemma(lower).is_some_and(|(lemma, _)| traits::of_word(&lemma).has(Traits::COPULA))
}

/// What is known when a word is judged.
struct Place<'a> {
    head: Option<(usize, bool)>,
    compound: bool,
    capital: bool,
    many: bool,
    lower: &'a str,
    /// A noun of an event by the table, whatever verb it is as well.
    act: bool,
    /// The head so far is "police", "staff" or the like.
    after_collective: bool,
}

/// What a word does in a group.
enum Step {
    /// It is the head so far; whether plural.
    Head(bool),
    /// It modifies what follows.
    Modifier,
    /// It does not belong.
    Stop,
}

/// "police | officers", "staff | members": a collective that has no singular goes on before a plural.
fn collective(lower: &str) -> bool {
    !lower.ends_with('s') && morphology::noun_lemma(lower).is_none_or(|lemma| lemma == lower)
}

fn step(sort: Sort, place: Place<'_>, next: &Next<'_>) -> Step {
    let inflected = matches!(
        sort.verb,
        Some(
            VerbForm::Past
                | VerbForm::PastOrParticiple
                | VerbForm::Participle
                | VerbForm::Third
                | VerbForm::Ing
        )
    );
    match place.head {
        None => {
            // "43 | given jail terms": a verb, not an adjective of what follows.
            if place.many && traits::of_word(place.lower).has(Traits::BEFALLS) {
                return Step::Stop;
            }
            if place.compound {
                return if sort.noun && !sort.adjective && (sort.plural || !next.is_nominal()) {
                    Step::Head(sort.plural)
                } else {
                    Step::Modifier
                };
            }
            if place.capital {
                return Step::Head(sort.plural);
            }
            // "45 wounded soldiers": a word for all who are so stands as an adjective before a noun.
            let collective = place.many && sort.plural && !place.lower.ends_with('s') && sort.is_modifier();
            if collective && next.is_plural_noun() {
                return Step::Modifier;
            }
            if sort.noun && !(sort.mostly_verb && !sort.plural && (inflected || place.many)) {
                return Step::Head(sort.plural);
            }
            // "400 rescue workers"
            if place.act && place.many && sort.noun && !inflected && next.is_plural_noun() {
                return Step::Modifier;
            }
            if sort.is_modifier() || sort.adverb {
                let modifies = next.is_nominal() && !links(place.lower);
                return if modifies { Step::Modifier } else { Step::Stop };
            }
            if sort.known { Step::Stop } else { Step::Head(sort.plural) }
        }
        // After a plural only a plural noun that is nothing else goes on: "arms dealers", "sports cars".
        Some((_, true)) if place.many => {
            let plural = sort.plural && place.lower.ends_with('s');
            let noun = sort.verb.is_none() || place.after_collective && !sort.mostly_verb;
            if !place.capital && sort.noun && plural && noun && sort.known {
                Step::Head(true)
            } else {
                Step::Stop
            }
        }
        Some((_, plural)) => {
            if place.compound && next.is_nominal() {
                return Step::Modifier;
            }
            if place.capital {
                return if plural { Step::Stop } else { Step::Head(sort.plural) };
            }
            let verbal = sort.mostly_verb && inflected
                || sort.verb.is_some_and(VerbForm::may_be_past) && !sort.adjective;
            if sort.noun
                && (!verbal || (place.many && sort.plural && sort.noun))
                && !(sort.adverb && !sort.plural && !sort.known)
            {
                if plural && sort.verb.is_some() && !next.is_nominal() {
                    return Step::Stop;
                }
                if place.lower == "last" || place.lower == "next" {
                    return Step::Stop;
                }
                return Step::Head(sort.plural);
            }
            if !plural && sort.is_modifier() && place.many && next.is_nominal() {
                Step::Modifier
            } else {
                Step::Stop
            }
        }
    }
}
