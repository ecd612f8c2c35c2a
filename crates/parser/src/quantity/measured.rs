//! A numeral with its unit, range, bound and noun.

use std::borrow::Cow;

use crosscheck_lexicon::label;
use crosscheck_lexicon::unit::{Measured, Unit};
use crosscheck_model::raw::NumberExpr;
use crosscheck_model::{Bound, Change, Kind, Number};
use rust_decimal::Decimal;

use super::age::age_before;
use super::guard::{self, Around};
use super::number::{Form, Numeral};
use super::range::{Second, scaled, second};
use super::sign::{Sign, sign, signed_before};
use super::{Found, Reading, bound, composite, elliptic, exact, object, powers, unit};
use crate::noun_group::NounGroup;
use crate::token::{TokenKind, Words};

/// "Population: 361 million | GDP: $973bn": the words between the figure of one label and a colon with a figure are the next label.
fn is_next_label(words: Words<'_>, from: usize, group: &NounGroup) -> bool {
    let colon = |at: usize| words.surface(at) == ":";
    let end = group.full_end();
    from.checked_sub(1).is_some_and(colon)
        && colon(end)
        && words.tokens.get(end + 1).is_some_and(|next| next.kind != TokenKind::Word)
}

/// Where the noun of a length may stand: behind the adjective that is hyphened to the unit, "a 3-foot-high | railing".
fn behind_extent(words: Words<'_>, unit: Option<&unit::Found>, to: usize) -> usize {
    let adjective = elliptic::is_extent(words.lower(to + 1));
    let hyphened = matches!(words.surface(to), "-" | "\u{2010}" | "\u{2011}") && words.tokens[to].glued;
    let length = unit.is_some_and(|found| found.attributive && found.unit.dimension == "length");
    if length && hyphened && adjective { to + 2 } else { to }
}

/// A numeral with its unit, range, bound and noun.
pub(super) fn measured(
    words: Words<'_>,
    mut numeral: Numeral,
    money: Option<(&'static Unit, usize)>,
    floor: usize,
) -> Reading {
    let mut from = numeral.from;
    let signed = sign(words, &mut numeral, &mut from, floor);
    let mut unit = unit::after(words, &numeral);
    let mut product = 0;
    if let Some(found) = unit.filter(|found| found.sign && found.unit.measured != Measured::Money) {
        let (whole, end) = powers::read(words, found);
        if whole.is_none() {
            product = end;
        }
        unit = whole;
    }
    if let Some((currency, start)) = money {
        from = start.min(from);
        let negative = signed_before(words, start, floor);
        if negative {
            from = start - 1;
            numeral.value = numeral.value.map(|value| -value);
        }
        // "$5 per share", "$800 rebates": what stands behind is per or noun, not a second unit.
        let mut found = unit::Found {
            unit: currency,
            per: None,
            to: numeral.to,
            attributive: false,
            age: false,
            sign: true,
        };
        match unit {
            Some(name) if name.unit.measured == Measured::Money => found.to = name.to,
            _ => {}
        }
        unit::per_of(words, &mut found);
        unit = Some(found);
    }
    if unit.is_none() {
        unit = scale(words, numeral.to);
    }
    // "2 degrees below zero"
    let end = unit.as_ref().map_or(numeral.to, |found| found.to);
    if words.lower(end) == "below"
        && words.lower(end + 1) == "zero"
        && unit.as_ref().is_none_or(|found| matches!(found.unit.dimension, "temperature" | "angle"))
    {
        numeral.value = numeral.value.map(|value| -value.abs());
        match unit.as_mut() {
            Some(found) => found.to = end + 2,
            // "2 below zero"
            None => {
                unit = crosscheck_lexicon::unit::get("degree").map(|unit| unit::Found {
                    unit,
                    per: None,
                    to: end + 2,
                    attributive: false,
                    age: false,
                    sign: false,
                });
            }
        }
    }
    // "ringgit 42": a name in front, where nothing follows that it could belong to.
    if unit.is_none() && numeral.to == words.tokens.len() {
        let named = (1..=2.min(numeral.from - floor.min(numeral.from))).rev().find_map(|len| {
            let start = numeral.from - len;
            let (found, unit) =
                crosscheck_lexicon::unit::name(|i| if i < len { words.lower(start + i) } else { "" })?;
            (found == len && unit.measured == Measured::Money).then_some((unit, start))
        });
        if let Some((currency, start)) = named {
            from = start;
            unit = Some(unit::Found {
                unit: currency,
                per: None,
                to: numeral.to,
                attributive: false,
                age: false,
                sign: false,
            });
        }
    }
    // A score is two numbers; a range is one quantity with two ends.
    let mut core_to = numeral.to;
    let mut to = unit.as_ref().map_or(numeral.to.max(product), |found| found.to);
    let mut expr = numeral.value.map(exact);
    let mut is_range = false;
    let mut kind_of_pair = None;
    match second(words, &numeral, unit.as_ref(), to, from, floor) {
        Second::Range { other, unit: shared, to: end, core_end } => {
            if let (Some(a), Some(b)) = (numeral.value, other.value) {
                let a = scaled(words, a, &numeral, &other, b);
                unit = shared.or(unit);
                let (lo, hi) = if a <= b { (a, b) } else { (b, a) };
                expr = Some(NumberExpr::Range { lo: Number(lo), hi: Number(hi) });
                is_range = true;
                core_to = core_end;
                to = end;
                if unit.is_none()
                    && let Some(found) = scale(words, to)
                {
                    to = found.to;
                    unit = Some(found);
                }
            }
        }
        Second::Score(end) => kind_of_pair = Some(end),
        Second::None => {}
    }
    if let Some(end) = kind_of_pair {
        let span = words.span(numeral.from, end - 1);
        let digits = span.len();
        let glued = guard::is_name(words, &numeral, Around { unit: true, ..Around::default() })
            || guard::is_numbered(words, &numeral);
        if glued || digits > 15 {
            return Reading::Name(end);
        }
        let pair = Found::exact(Kind::Score, Decimal::ZERO, (numeral.from, end), end);
        return Found { number: NumberExpr::Pair, ..pair }.reading();
    }
    if !is_range
        && let (Some(first), Some(value)) = (&unit, numeral.value)
        && let Some(whole) = composite::read(words, value, first, to)
    {
        expr = Some(exact(whole.value));
        core_to = whole.core_to;
        to = whole.to;
        unit = Some(whole.unit);
    }
    let is_time = unit.as_ref().is_some_and(|found| found.unit.measured == Measured::Time);
    let mut bound = Bound::Exact;
    if let Some((found, end)) = bound::after(words, core_to) {
        bound = found;
        if unit.is_none() {
            to = end;
            let behind = Numeral { to: end, ..numeral };
            unit = unit::after(words, &behind);
            if let Some(found) = &unit {
                to = found.to;
            }
        }
    } else if to > core_to
        && let Some((found, end)) = bound::after(words, to)
    {
        bound = found;
        to = end;
    }
    if is_range {
        // "between 10 and 15", "from 5 to 7"
        if from > floor && matches!(words.lower(from - 1), "between" | "from") {
            from -= 1;
        }
    }
    if let Some((found, start)) = bound::before(words, from, is_time).filter(|(_, start)| *start >= floor) {
        from = start;
        bound = match (bound, found) {
            (Bound::Exact, found) => found,
            (known, Bound::About) => known,
            (_, found) => found,
        };
    }
    if unit.is_none()
        && let Some((found, start)) = magnitude_before(words, &numeral, from, floor)
    {
        unit = Some(found);
        from = start;
        if bound == Bound::Exact
            && let Some((found, start)) =
                bound::before(words, from, false).filter(|(_, start)| *start >= floor)
        {
            from = start;
            bound = found;
        }
    }
    // "near-zero growth"
    if bound == Bound::Exact && near_before(words, from, floor) {
        bound = Bound::About;
        from -= 2;
    }
    let change = bound::change(words, from).or_else(|| {
        let moves = is_level(kind_of(unit.as_ref(), numeral.form), unit.as_ref()) && unit.is_some();
        if moves { bound::change_after(words, to) } else { None }
    });
    let mut joined_to = 0;
    let many =
        numeral.value.is_none_or(|value| value > Decimal::ONE) && !matches!(numeral.form, Form::Fraction);
    let age = age_before(words, &numeral, unit.as_ref(), floor);
    let pair = if unit.is_none() && age.is_none() { elliptic::joined(words, to) } else { None };
    let (mut group, mut implied) = match pair {
        Some((object, end)) => {
            joined_to = end;
            (None, Some(object))
        }
        None => {
            elliptic::noun(words, unit.as_ref(), behind_extent(words, unit.as_ref(), to), many, age.is_some())
        }
    };
    if numeral.form == Form::Fraction && elliptic::is_told_of(words, to, group.as_ref())
        || group.as_ref().is_some_and(|group| is_next_label(words, from, group))
    {
        group = None;
    }
    let around = Around {
        unit: unit.is_some() || age.is_some(),
        named_unit: unit.as_ref().is_some_and(|found| !found.sign) || age.is_some(),
        money: money.is_some(),
        bound: bound != Bound::Exact || is_range,
        plural_noun: group.as_ref().is_some_and(|group| group.plural) || implied.is_some(),
        noun: group.is_some() || joined_to > 0,
    };
    let negative_count = signed == Sign::Minus && unit.is_none() && group.is_some();
    if negative_count || guard::is_name(words, &numeral, around) {
        return Reading::Name(core_to);
    }
    let mut of_whole = false;
    if group.is_none() && implied.is_none() && unit.is_none() && age.is_none() {
        of_whole = matches!(words.lower(to), "of" | "the");
        let (shared_group, shared_unit) = elliptic::shared(words, to, numeral.form);
        // "88 ± 1.1 %": the uncertainty belongs to the number.
        if let (Some(end), Some(found)) = (elliptic::uncertainty(words, to), &shared_unit) {
            (core_to, to) = (end, found.to);
        }
        group = shared_group;
        unit = shared_unit;
    }
    // "the 7.8 quake"
    if unit.is_none()
        && numeral.value.is_some_and(|value| !value.fract().is_zero() && value < Decimal::TEN)
        && group.as_ref().is_some_and(|group| !group.plural && label::is_quake(words.lower(group.head)))
    {
        unit = crosscheck_lexicon::unit::get("magnitude").map(|unit| unit::Found {
            unit,
            per: None,
            to,
            attributive: true,
            age: false,
            sign: false,
        });
    }
    // "2.4 billion gallons of jet fuel a year"
    if let (Some(found), Some(counted)) = (unit.as_mut(), group.as_ref())
        && found.unit.measured == Measured::Other
        && found.per.is_none()
        && matches!(words.lower(counted.full_end()), "a" | "per")
    {
        let end = counted.full_end();
        let mut rate = unit::Found { to: end, ..*found };
        unit::per_of(words, &mut rate);
        if rate.per.is_some_and(|per| per.measured == Measured::Time) {
            found.per = rate.per;
            to = rate.to;
        }
    }
    // "killed at least 12"
    if unit.is_none() && group.is_none() && implied.is_none() && age.is_none() {
        implied = object::implied_before(words, from);
    }
    let mut kind = kind_of(unit.as_ref(), numeral.form);
    let mut unit_name = unit.as_ref().map(unit_id);
    if let Some(start) = age {
        kind = Kind::Age;
        unit_name = Some(Cow::Borrowed("year"));
        from = from.min(start);
    }
    let change = match (change, signed) {
        (_, Sign::Plus) => Some(Change::Up),
        // "lost 12 soldiers", "rises 65 metres": a verb and its object or its way are no change of a figure.
        (Some(moved), _)
            if !moved.direct
                || numeral.form == Form::Fraction
                || is_level(kind, unit.as_ref())
                || bound::level_moves(words, from) =>
        {
            Some(moved.change)
        }
        _ => None,
    };
    // An age or a length of time does not move.
    // Where the figure is bounded, the bound says more; so does a range.
    let bounded = bound != Bound::Exact || is_range;
    let change = if bounded || matches!(kind, Kind::Age | Kind::Duration) { None } else { change };
    let too_long = expr.is_none();
    Reading::Quantity(Box::new(Found {
        from,
        core: (core_from(words, &numeral, from), core_to),
        to,
        kind,
        number: expr.unwrap_or(NumberExpr::Unread),
        bound: if is_range { Bound::Between } else { bound },
        change,
        unit: unit_name,
        // "12 of the 40 houses": the words of the whole are the next mention's.
        // "12-foot (3.7-meter) gap": those of the brackets as well.
        group_end: if of_whole || elliptic::past_conversion(words, to).is_some() {
            0
        } else {
            group.as_ref().map_or(joined_to, NounGroup::full_end)
        },
        object: group.map(|group| object::object(words, &group)).or(implied),
        too_long,
    }))
}

/// Whether "near-" stands before token `from`.
fn near_before(words: Words<'_>, from: usize, floor: usize) -> bool {
    from >= floor + 2 && words.surface(from - 1) == "-" && words.lower(from - 2) == "near"
}

/// "between 50 and 70 on the GPa scale"
fn scale(words: Words<'_>, to: usize) -> Option<unit::Found> {
    if words.lower(to) != "on"
        || !matches!(words.lower(to + 1), "the" | "a")
        || words.lower(to + 3) != "scale"
    {
        return None;
    }
    let piece = |i: usize| if i == 0 { words.surface(to + 2) } else { "" };
    let (_, unit) = crosscheck_lexicon::unit::symbol(piece)
        .or_else(|| crosscheck_lexicon::unit::name(|i| if i == 0 { words.lower(to + 2) } else { "" }))?;
    Some(unit::Found { unit, per: None, to: to + 4, attributive: false, age: false, sign: false })
}

/// "magnitude 6.3", "magnitude-6.3", "a magnitude of about 6.3": the unit stands in front.
fn magnitude_before(
    words: Words<'_>,
    numeral: &Numeral,
    from: usize,
    floor: usize,
) -> Option<(unit::Found, usize)> {
    let joint = matches!(words.lower(from.checked_sub(1)?), "-" | "of" | ":");
    let at = from.checked_sub(if joint { 2 } else { 1 })?;
    if at < floor || words.lower(at) != "magnitude" || numeral.value? > Decimal::TEN {
        return None;
    }
    let unit = crosscheck_lexicon::unit::get("magnitude")?;
    let found = unit::Found { unit, per: None, to: numeral.to, attributive: true, age: false, sign: false };
    Some((found, at))
}

/// Whether figures of the kind move by themselves, so that "fell 3" is a change: shares, sums and points do, things and
/// ways do not.
fn is_level(kind: Kind, unit: Option<&unit::Found>) -> bool {
    match kind {
        Kind::Count => false,
        Kind::Measure => !unit.is_some_and(|found| {
            matches!(found.unit.dimension, "length" | "area" | "volume" | "mass" | "speed")
        }),
        _ => true,
    }
}

/// The sign belongs to the number.
fn core_from(words: Words<'_>, numeral: &Numeral, from: usize) -> usize {
    let signed = numeral.from > from && matches!(words.surface(numeral.from - 1), "-" | "−" | "+");
    if signed { numeral.from - 1 } else { numeral.from }
}

pub(super) fn kind_of(unit: Option<&unit::Found>, form: Form) -> Kind {
    match unit {
        Some(found) if found.age => Kind::Age,
        Some(found) => match found.unit.measured {
            Measured::Time => Kind::Duration,
            Measured::Money => Kind::Money,
            Measured::Ratio => Kind::Percent,
            Measured::Other => Kind::Measure,
        },
        None if form == Form::Ratio => Kind::Score,
        None => Kind::Count,
    }
}

/// The unit's name in the output; a currency that few readers know by its code keeps the name that was printed.
pub(super) fn unit_id(found: &unit::Found) -> Cow<'static, str> {
    const BY_CODE: [&str; 11] = ["USD", "EUR", "GBP", "JPY", "CNY", "AUD", "CAD", "INR", "CHF", "MYR", "HKD"];
    let unit = found.unit;
    let name = if unit.measured == Measured::Money && !found.sign && !BY_CODE.contains(&unit.id) {
        unit.name
    } else {
        unit.id
    };
    match found.per {
        Some(per) => Cow::Owned(format!("{name} per {}", per.name)),
        None => Cow::Borrowed(name),
    }
}
