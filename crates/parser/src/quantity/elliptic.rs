//! What a number leaves to the next one, to its verb or to its predicate.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::concept;
use crosscheck_lexicon::morphology::{self, VerbForm};
use crosscheck_lexicon::unit::Measured;
use crosscheck_model::Object;

use super::number::{self, Context, Form};
use super::{object, powers, unit};
use crate::noun_group::{self, NounGroup};
use crate::token::{TokenKind, Words};

/// Words between a number and the "and" behind which its noun stands.
const MAX_MODIFIERS: usize = 2;

/// The noun beside a number or its unit, or the one its predicate implies.
pub(super) fn noun(
    words: Words<'_>,
    unit: Option<&unit::Found>,
    to: usize,
    many: bool,
    age: bool,
) -> (Option<NounGroup>, Option<Object>) {
    if age {
        return (None, None);
    }
    match unit {
        // "the seven-continent model", "a three-set loss"
        None if words.surface(to) == "-"
            && words.tokens[to].glued
            && words
                .tokens
                .get(to + 1)
                .is_some_and(|next| next.glued && next.kind == TokenKind::Word && !next.capital) =>
        {
            (object::hyphened(words, to + 1), None)
        }
        None => {
            let group = object::counted(words, to, many);
            let implied = if group.is_none() { object::implied(words, to) } else { None };
            // "17 injured", where the state itself was taken for a noun.
            if let Some(group) = &group
                && group.head_end == group.from + 1
                && group.of.is_none()
                && (!group.plural || words.lower(group.head).ends_with("ing"))
                && let Some(implied) = object::implied(words, to)
            {
                return (None, Some(implied));
            }
            (group, implied)
        }
        Some(found) if words.lower(to) == "of" && !found.age => (object::counted(words, to, false), None),
        Some(found) if let Some(behind) = past_conversion(words, to) => {
            // "waters 9,840-feet (3,000 meters) | deep": an adjective of extent is no noun.
            let measured =
                found.attributive && !is_extent(words.lower(behind)) || words.lower(behind) == "of";
            let noun = measured && !found.age && found.unit.measured != Measured::Ratio;
            (if noun { object::counted(words, behind, false) } else { None }, None)
        }
        Some(found)
            if found.attributive
                || (found.unit.measured == Measured::Money && found.sign && found.per.is_none()) =>
        {
            // "the $1.48 analysts had forecast"
            // ... "the $40 million investors feared"
            let somebody = |group: &NounGroup| {
                concept::resolve(words.lower(group.head), &[]).family() == Some("person")
                    && noun_group::sort(words.lower(group.end)).verb.is_some_and(VerbForm::may_be_past)
            };
            let clause = |group: &NounGroup| {
                group.plural
                    && found.sign
                    && (words.classes(group.end).has(Classes::AUXILIARY) || somebody(group))
            };
            (object::counted(words, to, false).filter(|group| !clause(group)), None)
        }
        Some(found) if found.unit.measured == Measured::Ratio => (None, None),
        Some(_) => (None, None),
    }
}

/// "high", "deep": an adjective that says which way an extent goes.
pub(super) fn is_extent(lower: &str) -> bool {
    matches!(lower, "high" | "tall" | "deep" | "long" | "wide" | "thick" | "broad")
}

/// Tokens of the longest conversion in brackets: "(3,7-4,2 metres)".
const CONVERSION: usize = 9;

/// "a 12-foot | (3.7-meter) | gap", "10 inches | (25 cm) | of snow": one past the brackets in which a measure is given once more in other
/// units, for the measure before them and the one in them.
pub(super) fn past_conversion(words: Words<'_>, to: usize) -> Option<usize> {
    let (open, close) = match words.surface(to) {
        "(" => (to, (to + 2..to + CONVERSION).find(|&i| words.surface(i) == ")")?),
        ")" => ((to.saturating_sub(CONVERSION)..to).rev().find(|&i| words.surface(i) == "(")?, to),
        _ => return None,
    };
    let first = words.tokens.get(open + 1)?;
    let figure = first.kind == TokenKind::Digits
        || first.classes.has(Classes::NUMBER)
        || words.tokens.get(open + 2).is_some_and(|next| next.kind == TokenKind::Digits);
    let plain = |i: usize| !matches!(words.surface(i), ";" | ":" | "(");
    (figure && (open + 1..close).all(plain)).then_some(close + 1)
}

/// "Half goes to prizes": a bare fraction's verb, which looks like a noun. What a fraction is of stands behind "of" or a determiner.
pub(super) fn is_told_of(words: Words<'_>, to: usize, group: Option<&NounGroup>) -> bool {
    let lower = words.lower(to);
    group.is_some_and(|group| group.from == to && group.head == to && group.of.is_none())
        && lower.ends_with('s')
        && morphology::verb_lemma(lower).is_some()
}

/// What a number shares with the next one: "three million and five million copies", "1180 and 1980 mm".
pub(super) fn shared(words: Words<'_>, to: usize, form: Form) -> (Option<NounGroup>, Option<unit::Found>) {
    let mut at = to;
    // "280 million of the 1.5 billion litres", "22 of 25 penalties", "half the 240 seats"
    let of = words.lower(at) == "of";
    if of || form == Form::Fraction && words.lower(at) == "the" {
        let start = at + usize::from(of);
        let whole = object::owned(words, start)
            .unwrap_or(start + usize::from(matches!(words.lower(start), "the" | "its" | "their")));
        return match number_at(words, whole) {
            Some(whole) => match unit::after(words, &whole).filter(|found| !found.age) {
                Some(found) => (None, Some(found)),
                None => (object::counted(words, whole.to, true).filter(|group| group.plural), None),
            },
            None => (None, None),
        };
    }
    for _ in 0..4 {
        let joint = words.lower(at);
        if !matches!(joint, "and" | "or" | "," | "to" | "versus" | "but" | "&" | "±" | "by" | "x" | "×") {
            return (None, None);
        }
        // "by a third to 1.1 million barrels" tells a share and a level.
        if joint == "to" && form == Form::Fraction {
            return (None, None);
        }
        // "12,300, or 8.4 per cent": the same said otherwise.
        if at == to && joint == "," && words.lower(at + 1) == "or" {
            return (None, None);
        }
        let (uncertain, sides) = (joint == "±", matches!(joint, "by" | "x" | "×"));
        at += 1;
        if matches!(words.lower(at), "and" | "or" | "more" | "about" | "than" | "over" | "nearly") {
            at += if words.lower(at) == "more" && words.lower(at + 1) == "than" { 2 } else { 1 };
        }
        let Some(next) = number_at(words, at) else { return (None, None) };
        if let Some(found) = unit::after(words, &next) {
            let fits = match found.unit.measured {
                // "41.3 ± 3.1 years"
                Measured::Time => uncertain && at == to + 1,
                // "12 by 15 metres"
                _ => !sides || matches!(found.unit.dimension, "length" | "pixel"),
            };
            let whole = if uncertain && found.sign { powers::read(words, found).0 } else { Some(found) };
            return (None, whole.filter(|found| fits && !found.age));
        }
        if uncertain || sides {
            at = next.to;
            continue;
        }
        if let Some(group) = object::counted(words, next.to, true) {
            // "132, 81 and 79 seats respectively"
            let each = words.lower(group.full_end()) == "respectively";
            return (Some(group).filter(|group| group.plural && (each || next.form != Form::Plain)), None);
        }
        at = next.to;
    }
    (None, None)
}

/// One past the uncertainty at token `to`: "± 3.1".
pub(super) fn uncertainty(words: Words<'_>, to: usize) -> Option<usize> {
    if words.surface(to) == "±" { number_at(words, to + 1).map(|number| number.to) } else { None }
}

/// The number at token `at`, where a digit or number word opens it.
fn number_at(words: Words<'_>, at: usize) -> Option<number::Numeral> {
    words
        .tokens
        .get(at)
        .filter(|token| token.kind == TokenKind::Digits || token.classes.has(Classes::NUMBER))?;
    number::read(words, at, Context::default())
}

/// "five British and two French soldiers": the group of the second number, with the modifiers of the first, and one past them.
pub(super) fn joined(words: Words<'_>, to: usize) -> Option<(Object, usize)> {
    let reach = to + 1..to + 2 + 2 * MAX_MODIFIERS;
    if !reach.clone().any(|i| matches!(words.lower(i), "and" | "or")) {
        return None;
    }
    let mut end = to;
    while end < to + MAX_MODIFIERS {
        let token = words.tokens.get(end).filter(|token| token.kind == TokenKind::Word && !token.glued)?;
        if words.lower(end) == "and" || words.lower(end) == "or" {
            break;
        }
        let last = noun_group::compound_end(words, end);
        let modifies = noun_group::sort(words.lower(last)).is_modifier();
        if !modifies || token.classes.has(Classes::STOPWORD.or(Classes::NUMBER)) {
            return None;
        }
        end = last + 1;
    }
    if end == to || !matches!(words.lower(end), "and" | "or") {
        return None;
    }
    let next = number_at(words, end + 1)?;
    let group =
        object::counted(words, next.to, true).filter(|group| group.plural && group.also.is_empty())?;
    // Without a modifier of its own the second noun is no match for the first's: "five wounded and two soldiers".
    if group.head == group.from {
        return None;
    }
    let own = NounGroup { from: group.head, ..group };
    let mut object = object::object(words, &own);
    object.modifiers = (to..end)
        .filter(|&i| words.tokens[i].kind == TokenKind::Word)
        .map(|i| if words.tokens[i].capital { words.surface(i) } else { words.lower(i) }.to_owned())
        .collect();
    Some((object, end))
}
