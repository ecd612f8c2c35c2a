//! Numerals: digits with their separators, number words, fractions, magnitudes.

mod digits;
mod fraction;
mod rank;
mod words;

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::label;
use crosscheck_lexicon::number::{self, NumberWord, Role};
use rust_decimal::Decimal;

use crate::noun_group;
use crate::token::{TokenKind, Words};
use digits::{decimal_point_first, digits, starts_decimal};
use fraction::{and_fraction, denominator, fraction_word, ratio, tens_part, vulgar_fraction};
pub(super) use rank::rank;
use words::{cardinal, spoken_decimals};

/// Longest run of digits that is read as a number: an exact decimal holds 28.
const MAX_DIGITS: usize = 28;

/// A numeral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    /// First token.
    pub from: usize,
    /// One past the last token.
    pub to: usize,
    /// Its value; `None` when it has more digits than an exact decimal holds.
    pub value: Option<Decimal>,
    /// How it is written.
    pub form: Form,
}

/// How a numeral is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// One run of digits without separator: what a year or a label looks like.
    Plain,
    /// Digits with separators, decimals or a magnitude.
    Digits,
    /// Number words.
    Words,
    /// A fraction: "two-thirds", "½", "3/4".
    Fraction,
    /// A fraction said of a whole in numbers: "nine out of 10".
    Ratio,
    /// A rank: "third", "12th".
    Rank,
}

/// What stands around a numeral that settles how a magnitude is read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context {
    /// A currency sign stands before it: "£300m" is millions, "300m" is metres.
    pub money: bool,
}

/// Reads the numeral that starts at token `i`, its magnitude and fraction included.
pub(super) fn read(words: Words<'_>, i: usize, context: Context) -> Option<Numeral> {
    let base = match words.tokens.get(i)?.kind {
        TokenKind::Digits => digits(words, i)?,
        TokenKind::Symbol if starts_decimal(words, i) => decimal_point_first(words, i)?,
        TokenKind::Symbol => vulgar_fraction(words, i)?,
        TokenKind::Word => {
            tens_part(words, i).or_else(|| cardinal(words, i, None)).or_else(|| fraction_word(words, i))?
        }
        TokenKind::Possessive => return None,
    };
    let base = if base.form == Form::Plain && words.classes(base.to + 1).has(Classes::NUMBER)
        || words.tokens.get(base.to + 1).is_some_and(|next| next.kind == TokenKind::Digits)
    {
        spoken_decimals(words, base)
    } else {
        base
    };
    let base = magnitude(words, base, context);
    let base = and_fraction(words, base);
    Some(ratio(words, denominator(words, base)))
}

/// The number word at token `i`.
pub(in crate::quantity) fn number_word(words: Words<'_>, i: usize) -> Option<NumberWord> {
    if !words.classes(i).has(Classes::NUMBER.or(Classes::ORDINAL)) {
        return None;
    }
    number::word(words.lower(i))
}

/// The next number word after token `i`: over a hyphen, or over a hyphen between blanks.
fn next_word(words: Words<'_>, i: usize) -> usize {
    let hyphen = matches!(words.surface(i), "-" | "‐" | "‑" | "–" | "—");
    if hyphen && number_word(words, i + 1).is_some() { i + 1 } else { i }
}

/// Magnitudes: "2.5 million", "$1.2bn", "10k", "2 dozen".
fn magnitude(words: Words<'_>, base: Numeral, context: Context) -> Numeral {
    if base.form == Form::Words || base.form == Form::Fraction {
        return base;
    }
    let at = next_word(words, base.to);
    if let Some(word) = number_word(words, at)
        && matches!(word.role, Role::Hundred | Role::Power | Role::Dozen)
        && let Some(value) = base.value
        && let Some(more) = cardinal(words, at, Some(value))
        && more.to > at
    {
        return Numeral { from: base.from, form: Form::Digits, ..more };
    }
    let Some(token) = words.tokens.get(base.to).filter(|token| token.kind == TokenKind::Word) else {
        return base;
    };
    let lower = words.lower(base.to);
    let Some(factor) = number::suffix(lower) else { return base };
    let upper = token.capital;
    // "1 k.g." is an abbreviated unit.
    if words.surface(base.to + 1) == "."
        && words.tokens[base.to + 1].glued
        && words.tokens.get(base.to + 2).is_some_and(|next| next.glued && next.kind == TokenKind::Word)
    {
        return base;
    }
    let read = match lower {
        "k" => token.glued || !upper,
        // "1,674.5 M" ends the sentence; before a word it is more likely an initial.
        "m" if upper && !token.glued => context.money || base.to + 1 == words.tokens.len(),
        "m" if token.glued => upper || context.money || counts_millions(words, &base),
        "m" | "mm" => upper && (token.glued || context.money) || token.glued && context.money,
        // "Lee 2003b" is a year's second paper, "0.16 Mn" a metal.
        "b" => token.glued && (context.money || !is_year(words, &base)),
        "mn" => words.surface(base.to) != "Mn" || context.money,
        // "1,674.5 G" alone; elsewhere a generation of networks.
        "g" => upper && base.to + 1 == words.tokens.len() && (!token.glued || base.from <= 1),
        "t" => token.glued && context.money,
        _ => true,
    };
    // "10K-run" keeps its magnitude; "1m-high" is a length already refused above.
    if !read {
        return base;
    }
    let value = base.value.and_then(|value| value.checked_mul(Decimal::from(factor)));
    Numeral { to: base.to + 1, value, form: Form::Digits, ..base }
}

/// Whether the numeral looks like a year.
fn is_year(words: Words<'_>, base: &Numeral) -> bool {
    base.form == Form::Plain
        && words.surface(base.from).len() == 4
        && words.surface(base.from).starts_with(['1', '2'])
}

/// "3.2m followers", "10m doses": what is counted tells millions from the metres of "a 5m wave" and "5m waves".
fn counts_millions(words: Words<'_>, base: &Numeral) -> bool {
    let next = base.to + 1;
    if words.tokens.get(next).is_none_or(|token| token.glued || token.kind != TokenKind::Word) {
        return false;
    }
    let Some(group) = noun_group::read(words, next, true).filter(|group| group.plural) else { return false };
    // "100m runners"
    let race = base.value.is_some_and(|value| {
        [50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10_000].map(Decimal::from).contains(&value)
    });
    !race && !label::has_length(words.lower(group.head))
}
