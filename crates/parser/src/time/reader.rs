//! The tokens of a sentence as the grammar of time sees them.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::time::{TimeWord, Unit, time_word};
use crosscheck_model::Granularity;
use crosscheck_model::raw::TimeExpr;

use crate::token::{TokenKind, Words};

/// Classes of words that the table of time knows.
pub(super) const KNOWN: Classes =
    Classes::MONTH.or(Classes::WEEKDAY).or(Classes::TIME_UNIT).or(Classes::TIME_WORD).or(Classes::TIME_LEAD);

/// Words of grammar, number and time; what has none of these classes is of the open vocabulary.
const CLOSED: Classes = KNOWN
    .or(Classes::DETERMINER)
    .or(Classes::PREPOSITION)
    .or(Classes::CONJUNCTION)
    .or(Classes::PRONOUN)
    .or(Classes::AUXILIARY)
    .or(Classes::NEGATION)
    .or(Classes::NUMBER)
    .or(Classes::ORDINAL)
    .or(Classes::VAGUE_NUMBER)
    .or(Classes::ADVERB);

/// A value and the token after it.
pub(super) type Hit<T> = Option<(T, usize)>;

/// A cursorless reader: every rule takes the token it starts at.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    /// The sentence.
    pub(super) words: Words<'a>,
    /// Further expressions read with the first: the second of "3 to 5 September" or "3 to 5 p.m.", with its tokens.
    pub(super) more: Vec<(TimeExpr, usize, usize)>,
}

impl<'a> Reader<'a> {
    /// The sense of token `i` in the table of time.
    pub(super) fn word(&self, i: usize) -> Option<TimeWord> {
        let token = self.words.tokens.get(i)?;
        if token.classes.has(KNOWN) { time_word(token.span.slice(self.words.lower)) } else { None }
    }

    /// Token `i` in lower case.
    pub(super) fn lower(&self, i: usize) -> &'a str {
        self.words.lower(i)
    }

    /// Whether token `i` is that word, in lower case.
    pub(super) fn is(&self, i: usize, word: &str) -> bool {
        self.words.lower(i) == word
    }

    /// Whether token `i` is one of those words.
    pub(super) fn any(&self, i: usize, words: &[&str]) -> bool {
        words.contains(&self.words.lower(i))
    }

    /// Kind of token `i`.
    pub(super) fn kind(&self, i: usize) -> Option<TokenKind> {
        self.words.tokens.get(i).map(|token| token.kind)
    }

    /// Whether there is no white space before token `i`.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.words.tokens.get(i).is_some_and(|token| token.glued)
    }

    /// Whether token `i` starts with a capital.
    pub(super) fn capital(&self, i: usize) -> bool {
        self.words.tokens.get(i).is_some_and(|token| token.capital)
    }

    /// Whether token `i` is of no closed class: a noun, verb or adjective of the open vocabulary.
    pub(super) fn plain(&self, i: usize) -> bool {
        !self.words.classes(i).has(CLOSED)
    }

    /// A hyphen or dash.
    pub(super) fn dash(&self, i: usize) -> bool {
        matches!(self.words.lower(i), "-" | "\u{2010}" | "\u{2011}" | "\u{2013}" | "\u{2014}")
    }

    /// Token after an optional full stop written to the word.
    pub(super) fn past_stop(&self, i: usize) -> usize {
        if self.is(i, ".") && self.glued(i) { i + 1 } else { i }
    }

    /// Value of the ASCII digits of token `i` and how many there are; at most nine.
    pub(super) fn digits(&self, i: usize) -> Option<(u32, usize)> {
        let token = self.words.tokens.get(i)?;
        if token.kind != TokenKind::Digits || token.span.len() > 9 {
            return None;
        }
        Some((token.span.slice(self.words.lower).parse().ok()?, token.span.len()))
    }

    /// Whether the digits of token `i` stand alone: not a part of a longer number, code or sum of money.
    pub(super) fn lone(&self, i: usize) -> bool {
        self.free_before(i) && self.free_after(i)
    }

    /// Whether nothing written to the left of the digits at `i` makes them part of something else.
    pub(super) fn free_before(&self, i: usize) -> bool {
        if i == 0 || !self.glued(i) {
            return i == 0 || !self.any(i - 1, &["$", "£", "€", "¥", "#", "№"]);
        }
        let before = self.lower(i - 1);
        if matches!(before, "(" | "[" | "\"" | "'" | "\u{201c}" | "\u{2018}" | "\u{2019}" | "*" | "|" | ">") {
            return true;
        }
        // "2019/2020" and "1939-1945" are no longer numbers; "12-1234" and "1.2020" are.
        if self.dash(i - 1)
            && i >= 2
            && self.digits(i - 2).is_some_and(|(_, n)| n <= 2)
            && self.digits(i).is_some_and(|(_, n)| n <= 2)
        {
            // "6-7 January": a range of days, if nothing else is written to it.
            return i == 2 || !self.glued(i - 2) || self.is(i - 3, "(");
        }
        (self.dash(i - 1) || before == "/")
            && (i < 2 || self.kind(i - 2) != Some(TokenKind::Digits) || !self.glued(i - 1) || {
                self.digits(i - 2).is_some_and(|(_, n)| n == 4)
                    && !(self.glued(i - 2) && i > 2 && self.dash(i - 3))
            })
    }

    /// Whether nothing written to the right of the digits at `i` makes them part of something else.
    pub(super) fn free_after(&self, i: usize) -> bool {
        if !self.glued(i + 1) {
            return true;
        }
        match self.kind(i + 1) {
            Some(TokenKind::Word | TokenKind::Digits) => false,
            Some(TokenKind::Possessive) | None => true,
            Some(TokenKind::Symbol) => {
                let after = self.lower(i + 1);
                let digits_follow = self.kind(i + 2) == Some(TokenKind::Digits) && self.glued(i + 2);
                match after {
                    "%" | "$" | "°" | "€" | "£" | "_" | "@" | "=" | "+" | "*" => false,
                    "." | "," | ":" => !digits_follow,
                    "/" => !digits_follow || self.digits(i + 2).is_some_and(|(_, n)| n == 4 || n == 2),
                    _ => true,
                }
            }
        }
    }

    /// A unit of time at token `i`: the unit, whether it is plural, and the token after it.
    pub(super) fn unit(&self, i: usize) -> Option<(Unit, bool, usize)> {
        match self.word(i)? {
            TimeWord::Unit(unit, plural) => Some((unit, plural, i + 1)),
            TimeWord::Ordinal(2) if self.is(i, "second") => Some((Unit::Second, false, i + 1)),
            _ => None,
        }
    }

    /// Whether token `i` is a determiner of the closed kind "the".
    pub(super) fn the(&self, i: usize) -> bool {
        self.is(i, "the")
    }
}

/// The granularity of a unit.
pub(super) fn granularity(unit: Unit) -> Granularity {
    match unit {
        Unit::Second => Granularity::Second,
        Unit::Minute => Granularity::Minute,
        Unit::Hour => Granularity::Hour,
        Unit::Day | Unit::Night => Granularity::Day,
        Unit::Week | Unit::Fortnight => Granularity::Week,
        Unit::Weekend => Granularity::Weekend,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Quarter,
        Unit::Year => Granularity::Year,
        Unit::Decade => Granularity::Decade,
        Unit::Century => Granularity::Century,
        Unit::Millennium => Granularity::Millennium,
    }
}
