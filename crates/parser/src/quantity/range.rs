//! The second end of a range: "10 to 15", "between 10 and 15", "$5m-$10m".

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::label;
use crosscheck_lexicon::number::Role;
use rust_decimal::Decimal;

use super::number::{self, Context, Form, Numeral};
use super::{bound, object, unit};
use crate::token::{TokenKind, Words};

/// "1 to 2 million", "between $19 and $22 million": the magnitude stands once, behind the second number.
pub(super) fn scaled(words: Words<'_>, a: Decimal, first: &Numeral, second: &Numeral, b: Decimal) -> Decimal {
    if first.to - first.from > 1 && first.form != Form::Digits || a >= b || second.to - second.from < 2 {
        return a;
    }
    let last = second.to - 1;
    let power = match number::number_word(words, last) {
        Some(word) if matches!(word.role, Role::Hundred | Role::Power) => Some(word.value),
        _ => crosscheck_lexicon::number::suffix(words.lower(last)),
    };
    match power.map(Decimal::from) {
        Some(power) if a < Decimal::from(1000) && b >= power => {
            a.checked_mul(power).filter(|scaled| *scaled <= b).unwrap_or(a)
        }
        _ => a,
    }
}

/// What follows a first number.
pub(super) enum Second {
    Range {
        other: Numeral,
        unit: Option<unit::Found>,
        to: usize,
        core_end: usize,
    },
    /// "2-1", up to this token.
    Score(usize),
    None,
}

/// The second end of a range: "10 to 15", "between 10 and 15", "$5m-$10m", "44 mg to 50 mg".
pub(super) fn second(
    words: Words<'_>,
    first: &Numeral,
    unit: Option<&unit::Found>,
    to: usize,
    from: usize,
    floor: usize,
) -> Second {
    if matches!(first.form, Form::Ratio | Form::Rank) {
        return Second::None;
    }
    // "a 10- to 12-year sentence", "a 5-to-10-minute walk"
    let hanging = unit.is_none()
        && words.surface(to) == "-"
        && words.tokens[to].glued
        && words.lower(to + 1) == "to"
        && matches!(first.form, Form::Plain | Form::Digits | Form::Words);
    let to = if hanging { to + 1 } else { to };
    let joint = words.lower(to);
    let before = if first.from > floor { words.lower(first.from - 1) } else { "" };
    let lead = |word: &str| (floor..first.from).rev().take(4).any(|i| words.lower(i) == word);
    let dash = matches!(joint, "-" | "–" | "—" | "−" | "~");
    let (is_to, is_and) = (matches!(joint, "to" | "through"), joint == "and" && lead("between"));
    let is_or = joint == "or" && unit.is_none();
    if !dash && !is_to && !is_and && !is_or {
        return Second::None;
    }
    let mut at = to + 1;
    if hanging && words.surface(at) == "-" {
        at += 1;
    }
    // "between 2.0 g and about 7.0 g", "2 - ~7 grams"
    if matches!(words.lower(at), "about" | "around" | "~" | "nearly" | "almost" | "approximately" | "over") {
        at += 1;
    } else if matches!(
        (words.lower(at), words.lower(at + 1)),
        ("more" | "less" | "fewer", "than")
            | ("as", "much" | "many" | "high")
            | ("up", "to")
            | ("at", "least" | "most")
    ) {
        at += if words.lower(at) == "as" { 3 } else { 2 };
    }
    // "between -12 and -8", "from -0.75 to -0.95"
    let minus = matches!(words.surface(at), "-" | "−" | "–")
        && !words.tokens[at].glued
        && words.tokens.get(at + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Digits);
    if minus {
        at += 1;
    }
    let glued_dash =
        dash && words.tokens[to].glued && words.tokens.get(to + 1).is_some_and(|next| next.glued);
    let mut sign_at = at;
    for _ in 0..3 {
        match words.tokens.get(sign_at) {
            Some(token)
                if token.kind == TokenKind::Symbol
                    || (token.kind == TokenKind::Word
                        && token.capital
                        && words.surface(sign_at).len() <= 3) =>
            {
                sign_at += 1
            }
            _ => break,
        }
    }
    let currency = unit::money_before(words, sign_at).filter(|(_, start)| *start == at && sign_at > at);
    let number_at = if currency.is_some() { sign_at } else { at };
    let Some(token) = words.tokens.get(number_at) else { return Second::None };
    if token.kind == TokenKind::Word && !token.classes.has(Classes::NUMBER) {
        return Second::None;
    }
    let Some(other) =
        number::read(words, number_at, Context { money: currency.is_some() || unit.is_some_and(|u| u.sign) })
    else {
        return Second::None;
    };
    if matches!(other.form, Form::Ratio) {
        return Second::None;
    }
    let other = if minus { Numeral { value: other.value.map(|value| -value), ..other } } else { other };
    let (Some(a), Some(b)) = (first.value, other.value) else { return Second::None };
    let other_unit = unit::after(words, &other).or_else(|| {
        currency.map(|(unit, _)| unit::Found {
            unit,
            per: None,
            to: other.to,
            attributive: false,
            age: false,
            sign: true,
        })
    });
    let own_before = unit.is_some_and(|found| found.to == first.to);
    let end = other_unit.as_ref().map_or(other.to, |found| found.to.max(other.to));
    let same = match (unit, other_unit.as_ref()) {
        (Some(a), Some(b)) => a.unit.dimension == b.unit.dimension && a.unit.id == b.unit.id,
        (Some(_), None) => own_before,
        _ => true,
    };
    if !same {
        return Second::None;
    }
    if glued_dash
        && words
            .tokens
            .get(other.to)
            .is_some_and(|next| next.glued && matches!(words.surface(other.to), "-" | "–" | "/"))
        && words.tokens.get(other.to + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Digits)
    {
        return Second::None;
    }
    let shared = other_unit.or(unit.copied());
    // "in 2015 to $221bn"
    if currency.is_some() && unit.is_none() {
        return Second::None;
    }
    if is_or {
        // "three or four years": neighbours, or a step within the same order.
        let near = a > Decimal::ZERO
            && b > a
            && b <= a + a + Decimal::ONE
            && other.form == first.form
            && b < Decimal::from(1900);
        return if near {
            Second::Range { other, unit: shared, to: end, core_end: other.to }
        } else {
            Second::None
        };
    }
    let scaled_a = scaled(words, a, first, &other, b);
    // "ranging from 5.4 to 4.8"
    let ranging =
        is_to && before == "from" && first.from > floor + 1 && label::is_ranging(words.lower(first.from - 2));
    if scaled_a > b && ranging {
        return Second::Range { other, unit: shared, to: end, core_end: other.to };
    }
    // Below zero the colder end is often named last; "between" takes its ends in any order.
    let backward = a < Decimal::ZERO && b < a && !glued_dash || is_and && b < a && shared.is_some();
    if scaled_a >= b && !backward {
        let bare = first.form == Form::Plain && other.form == Form::Plain && shared.is_none();
        return if glued_dash && bare { Second::Score(other.to) } else { Second::None };
    }
    let year = |n: &Numeral| {
        n.form == Form::Plain
            && words.surface(n.from).len() == 4
            && words.surface(n.from).starts_with(['1', '2'])
    };
    if shared.is_none() && year(first) && (year(&other) || glued_dash) {
        return Second::None;
    }
    if is_to {
        // "rose from 10 % to 12 %" tells two values of one measure.
        // "increased by $43.6 billion to $419.2 billion"
        if before == "by" || (lead("by") && before != "from") {
            return Second::None;
        }
        if lead("from") && bound::moves(words, floor, first.from)
            || bound::change(words, from).is_some_and(|moved| moved.direct && unit.is_some())
                && before != "from"
        {
            return Second::None;
        }
        if before != "from"
            && !lead("from")
            && shared.is_none()
            && first.form == Form::Words
            && other.form != Form::Words
        {
            return Second::None;
        }
    }
    if glued_dash && shared.is_none() && first.form == Form::Plain && other.form == Form::Plain {
        // "2-1" is told from "20-30 protesters" by what is counted.
        let group = object::counted(words, other.to, true);
        if !group.is_some_and(|group| group.plural) {
            let spoken = matches!(before, "aged" | "ages" | "age")
                || lead("from")
                || lead("about")
                || lead("around")
                || lead("between")
                || first.from == 0 && other.to == words.tokens.len();
            if !spoken {
                return Second::Score(other.to);
            }
        }
    }
    Second::Range { other, unit: shared, to: end, core_end: other.to }
}
