//! Ranks: "12th", "third", "twenty-fifth".

use crosscheck_lexicon::number::Role;
use rust_decimal::Decimal;

use super::digits::parse;
use super::fraction::{is_part, tens_part};
use super::{Form, Numeral, next_word, number_word};
use crate::token::{TokenKind, Words};

/// A rank: "12th", "third", "twenty-fifth".
pub(in crate::quantity) fn rank(words: Words<'_>, i: usize) -> Option<Numeral> {
    let token = words.tokens.get(i)?;
    // "a third of the town" is a part, not a rank.
    if is_part(words, i) && words.lower(i - 1) != "one" {
        return None;
    }
    if token.kind == TokenKind::Digits {
        let suffix = words.tokens.get(i + 1).filter(|next| next.glued && next.kind == TokenKind::Word)?;
        let ending = words.lower(i + 1);
        let _ = suffix;
        if !matches!(ending, "st" | "nd" | "rd" | "th") {
            return None;
        }
        let value = parse(words.surface(i), &[], None);
        return Some(Numeral { from: i, to: i + 2, value, form: Form::Rank });
    }
    let word = number_word(words, i)?;
    match word.role {
        Role::Ordinal if !word.plural => {
            Some(Numeral { from: i, to: i + 1, value: Some(Decimal::from(word.value)), form: Form::Rank })
        }
        Role::Ten => {
            let next = next_word(words, i + 1);
            let unit = number_word(words, next)
                .filter(|w| w.role == Role::Ordinal && !w.plural && w.value < 10 && next <= i + 2)?;
            if tens_part(words, i).is_some() {
                return None;
            }
            Some(Numeral {
                from: i,
                to: next + 1,
                value: Some(Decimal::from(word.value + unit.value)),
                form: Form::Rank,
            })
        }
        _ => None,
    }
}
