//! Vague numerals: "dozens", "tens of thousands", "several hundred", "a handful of".

use std::borrow::Cow;

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::number::{self, Role};
use crosscheck_lexicon::unit::Measured;
use crosscheck_lexicon::{concept, label};
use crosscheck_model::raw::NumberExpr;
use crosscheck_model::{Bound, Number};
use rust_decimal::Decimal;

use super::measured::{kind_of, unit_id};
use super::number::{Form, Numeral, number_word};
use super::{Found, Reading, bound, object, unit};
use crate::noun_group::NounGroup;
use crate::token::{TokenKind, Words};

/// Reads the vague numeral at token `at`.
pub(super) fn read(words: Words<'_>, at: usize, floor: usize) -> Option<Reading> {
    if !words.classes(at).has(Classes::VAGUE_NUMBER) {
        return None;
    }
    let word = number::vague(words.lower(at))?;
    // "three millions" is a number, read from its first word.
    if at > floor && (words.tokens[at - 1].kind == TokenKind::Digits || number_word(words, at - 1).is_some())
    {
        return None;
    }
    let (mut hard, mut soft) = (decimals(word.hard), decimals(word.soft));
    let mut to = at + 1;
    match words.lower(at) {
        "several" => match times_power(words, to, &mut hard, &mut soft) {
            Some(end) => to = end,
            // "several soldiers": two at the least, and nobody says it of twenty.
            None => {
                several_of(words, to)?;
                hard = decimals(SEVERAL);
            }
        },
        "few" | "many" => {
            to = times_power(words, to, &mut hard, &mut soft)?;
        }
        "couple" => {
            let of = if words.lower(to) == "of" { to + 1 } else { to };
            match times_power(words, of, &mut hard, &mut soft) {
                Some(end) => to = end,
                // "the couple said": two people, not a number.
                None if of == to
                    && !words.tokens.get(to).is_none_or(|next| next.kind == TokenKind::Symbol)
                    || !(at > 0 && words.lower(at - 1) == "a") =>
                {
                    return None;
                }
                None => {}
            }
        }
        "handful" if words.lower(to) != "of" => return None,
        "scores" | "tens" if words.lower(to) != "of" => return None,
        _ => to = of_powers(words, to, &mut hard, &mut soft),
    }
    let mut from = at;
    if from > floor && matches!(words.lower(from - 1), "a" | "many") {
        from -= 1;
    }
    let core = (from, to);
    let mut bound = Bound::Vague;
    if let Some((found, start)) = bound::before(words, from, false).filter(|(_, start)| *start >= floor) {
        from = start;
        if !matches!(found, Bound::About | Bound::Nearly) {
            bound = found;
        }
    }
    let numeral = Numeral { from: at, to, value: None, form: Form::Words };
    let mut found_unit = unit::after(words, &numeral);
    if found_unit.is_none() && words.lower(to) == "of" {
        found_unit = unit::after(words, &Numeral { to: to + 1, ..numeral });
    }
    let end = found_unit.as_ref().map_or(to, |found| found.to);
    let group = match &found_unit {
        None => object::counted(words, to, true),
        Some(found) if words.lower(end) == "of" || found.attributive => object::counted(words, end, false),
        Some(_) => None,
    };
    let implied = if found_unit.is_none() && group.is_none() { object::implied(words, to) } else { None };
    if found_unit.as_ref().is_some_and(|found| found.unit.measured == Measured::Ratio) {
        return None;
    }
    Some(Reading::Quantity(Box::new(Found {
        from,
        core,
        to: end,
        kind: kind_of(found_unit.as_ref(), Form::Words),
        number: NumberExpr::Vague {
            lo: Number(hard.0),
            hi: Some(Number(hard.1)),
            soft: (Number(soft.0), Number(soft.1)),
        },
        bound,
        change: None,
        unit: found_unit.as_ref().map(unit_id).map(|name| Cow::Owned(name.into_owned())),
        group_end: group.as_ref().map_or(0, NounGroup::full_end),
        object: group.map(|group| object::object(words, &group)).or(implied),
        too_long: false,
    })))
}

/// The ends of "several" before what it counts.
const SEVERAL: (u64, u64) = (2, 20);

/// The end of what "several" counts, where its number is at stake: "several soldiers", "several were killed", "several miles". How
/// many ways, reasons or times there are is a turn of speech, and "in several towns" tells where.
fn several_of(words: Words<'_>, to: usize) -> Option<usize> {
    if object::implied(words, to).is_some() {
        return Some(to);
    }
    // "a several-year tenure"
    if words.surface(to) == "-" {
        return None;
    }
    let numeral = Numeral { from: to - 1, to, value: None, form: Form::Words };
    if let Some(unit) = unit::after(words, &numeral) {
        return Some(unit.to);
    }
    let group = object::counted(words, to, true).filter(|group| group.plural && words.lower(to) != "of")?;
    // "several makers' plans": the makers are many, whatever the plans are.
    let owned = (to..group.head).any(|i| words.tokens[i].kind == TokenKind::Possessive);
    let lead = to.checked_sub(2).map_or("", |i| words.lower(i));
    let kind = concept::resolve(words.lower(group.head), &[]);
    let family = kind.family().filter(|family| *family != "time")?;
    let loose = label::is_loose(words.lower(group.head));
    // "including two firms and several banks": the rest of a list, left open.
    let rest = lead == "and" && (to.saturating_sub(LIST)..to).any(|i| words.lower(i) == "including");
    let place = lead == "in" && PLACES.contains(&family);
    (!(owned || loose || rest || place)).then_some(group.end)
}

/// Words of a list before its rest.
const LIST: usize = 12;

/// Families of what only says where, behind "in".
const PLACES: [&str; 4] = ["location", "settlement", "administrative area", "country"];

type Ends = (Decimal, Decimal);

fn decimals(ends: (u64, u64)) -> Ends {
    (Decimal::from(ends.0), Decimal::from(ends.1))
}

/// "several thousand", "a few hundred million": one past the last power.
fn times_power(words: Words<'_>, at: usize, hard: &mut Ends, soft: &mut Ends) -> Option<usize> {
    let mut to = at;
    while let Some(word) = number_word(words, to) {
        if !matches!(word.role, Role::Hundred | Role::Power | Role::Dozen) || word.value == 20 || to > at + 3
        {
            break;
        }
        scale(hard, soft, word.value)?;
        to += 1;
    }
    (to > at).then_some(to)
}

/// "tens of thousands", "hundreds of millions".
fn of_powers(words: Words<'_>, at: usize, hard: &mut Ends, soft: &mut Ends) -> usize {
    let mut to = at;
    while words.lower(to) == "of" && to < at + 6 {
        let Some(word) = number_word(words, to + 1).filter(|word| word.plural && word.role != Role::Ordinal)
        else {
            break;
        };
        if scale(hard, soft, word.value).is_none() {
            break;
        }
        to += 2;
    }
    to
}

fn scale(hard: &mut Ends, soft: &mut Ends, by: u64) -> Option<()> {
    let by = Decimal::from(by);
    let times = |n: Decimal| n.checked_mul(by);
    *hard = (times(hard.0)?, times(hard.1)?);
    *soft = (times(soft.0)?, times(soft.1)?);
    Some(())
}
