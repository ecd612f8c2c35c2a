//! Quantities: number, bound, unit, counted group.
//!
//! One pass over the tokens of a sentence; work is done only around tokens that can open a number. A numeral is read
//! (`number`), then its unit or currency (`unit`), the second end of a range, the bound and the change verb before it
//! (`bound`) and the noun group it counts (`object`); last it is asked whether the number is no quantity at all
//! (`guard`).

mod bound;
mod composite;
mod guard;
mod number;
mod object;
mod unit;
mod vague;

use std::borrow::Cow;

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::unit::{Measured, Unit};
use crosscheck_model::raw::time::{DateExpr, OffsetFrom};
use crosscheck_model::raw::{NumberExpr, RawQuantity, RawTime, TimeExpr};
use crosscheck_model::{Bound, Change, Issue, Kind, Number, Object};
use rust_decimal::Decimal;

use crate::noun_group::NounGroup;
use crate::token::{TokenKind, Words};
use guard::Around;
use number::{Context, Form, Numeral};

/// Reads the quantities of one sentence; numbers inside a date or clock time of `times` are none.
pub fn read(words: Words<'_>, sentence: u32, times: &[RawTime], out: &mut Vec<RawQuantity>) {
    let mut at = 0;
    let mut floor = 0;
    let first = out.len();
    let mut times = times.iter().filter(|time| is_calendar(time)).peekable();
    while at < words.tokens.len() {
        let token = words.tokens[at];
        while times.next_if(|time| time.span.end <= token.span.start).is_some() {}
        if times.peek().is_some_and(|time| time.span.overlaps(token.span)) {
            at += 1;
            floor = at;
            continue;
        }
        match quantity_at(words, at, floor) {
            Reading::Quantity(found) => {
                let to = found.to.max(at + 1).max(found.model_end(words));
                floor = to;
                found.push(words, sentence, out);
                inherit_bound(words, &mut out[first..]);
                at = to;
            }
            Reading::Name(to) => {
                at = to.max(at + 1);
                floor = at;
            }
            Reading::Nothing => at += 1,
        }
    }
}

/// "more than 7.5 million crowns (US$1.1 million)": a conversion in brackets is as firm as what it converts.
fn inherit_bound(words: Words<'_>, found: &mut [RawQuantity]) {
    let [.., before, last] = found else { return };
    let gap = words.text.get(before.span.end as usize..last.span.start as usize).unwrap_or("");
    let measure = matches!(last.kind, Kind::Measure | Kind::Money) && last.kind == before.kind;
    if gap.trim() == "(" && measure && last.bound == Bound::Exact && before.bound != Bound::Between {
        last.bound = before.bound;
    }
}

/// Whether numbers inside the expression are part of a date, clock time or set.
fn is_calendar(time: &RawTime) -> bool {
    // "two hours after the quake" hangs on an event: what is told is the length.
    let from_event =
        matches!(&time.expr, TimeExpr::Date(DateExpr::Offset { from: OffsetFrom::Event(_), .. }));
    !from_event && !matches!(time.expr, TimeExpr::Duration(_))
}

/// What stands at a token.
enum Reading {
    Quantity(Box<Found>),
    /// A number that is no quantity; go on behind it.
    Name(usize),
    Nothing,
}

/// A quantity in token indices.
struct Found {
    /// First token of the bound.
    from: usize,
    /// First and one past the last token of the number.
    core: (usize, usize),
    /// One past the last token read as part of the quantity, from which reading goes on.
    to: usize,
    kind: Kind,
    number: NumberExpr,
    bound: Bound,
    change: Option<Change>,
    unit: Option<Cow<'static, str>>,
    object: Option<Object>,
    group_end: usize,
    too_long: bool,
}

impl Found {
    /// One past the model number inside the counted group: "two new 737 Max jets".
    fn model_end(&self, words: Words<'_>) -> usize {
        let model = |&i: &usize| {
            words.tokens[i].kind == TokenKind::Digits
                && words.tokens.get(i + 1).is_some_and(|next| next.capital && !next.glued)
        };
        let end = self.group_end.min(words.tokens.len());
        if self.object.is_some() { (self.to..end).rev().find(model).map_or(0, |i| i + 1) } else { 0 }
    }

    fn push(self, words: Words<'_>, sentence: u32, out: &mut Vec<RawQuantity>) {
        let core = words.span(self.core.0, self.core.1 - 1);
        let last = self.to.max(self.group_end).max(self.core.1) - 1;
        let mut issues = Vec::new();
        if self.too_long {
            issues.push(Issue {
                code: "number-too-long".to_owned(),
                span: core,
                message: "the number has more digits than an exact decimal holds, so no value was read"
                    .to_owned(),
            });
        }
        out.push(RawQuantity {
            span: words.span(self.from, last),
            core,
            sentence,
            kind: self.kind,
            number: self.number,
            bound: self.bound,
            change: self.change,
            unit: self.unit,
            object: self.object,
            issues,
        });
    }
}

fn quantity_at(words: Words<'_>, at: usize, floor: usize) -> Reading {
    let token = words.tokens[at];
    let opens = match token.kind {
        TokenKind::Digits => true,
        TokenKind::Word => token.classes.has(OPENERS),
        TokenKind::Symbol => matches!(token.span.len(), 2 | 3) || words.surface(at) == ".",
        TokenKind::Possessive => false,
    };
    if !opens {
        return Reading::Nothing;
    }
    if let Some(found) = vague::read(words, at, floor) {
        return found;
    }
    if token.classes.has(Classes::TIME_UNIT)
        && let found @ Reading::Quantity(_) = long(words, at)
    {
        return found;
    }
    if let Some(rank) = number::rank(words, at) {
        return ranked(words, &rank);
    }
    let money = unit::money_before(words, at).filter(|(_, start)| *start >= floor);
    let Some(mut numeral) = number::read(words, at, Context { money: money.is_some() }) else {
        return Reading::Nothing;
    };
    article(words, &mut numeral, floor);
    measured(words, numeral, money, floor)
}

const OPENERS: Classes =
    Classes::NUMBER.or(Classes::ORDINAL).or(Classes::VAGUE_NUMBER).or(Classes::TIME_UNIT);

/// "a hundred", "a dozen", "a million": the article belongs to the number.
fn article(words: Words<'_>, numeral: &mut Numeral, floor: usize) {
    if numeral.form == Form::Words && numeral.from > floor && words.classes(numeral.from).has(Classes::NUMBER)
    {
        let power = number::number_word(words, numeral.from).is_some_and(|word| {
            !matches!(
                word.role,
                crosscheck_lexicon::number::Role::Unit | crosscheck_lexicon::number::Role::Ten
            )
        });
        if power && matches!(words.lower(numeral.from - 1), "a" | "an") {
            numeral.from -= 1;
        }
    }
}

/// "day-long", "year-long": one of the unit.
fn long(words: Words<'_>, at: usize) -> Reading {
    let hyphen = words.surface(at + 1) == "-" && words.tokens[at + 1].glued && words.lower(at + 2) == "long";
    let after_number = at > 0 && matches!(words.surface(at - 1), "-" | "–");
    if !hyphen || after_number || words.lower(at).ends_with('s') {
        return Reading::Nothing;
    }
    let Some((_, unit)) = crosscheck_lexicon::unit::name(|i| if i == 0 { words.lower(at) } else { "" })
    else {
        return Reading::Nothing;
    };
    let group = object::counted(words, at + 3, false);
    Reading::Quantity(Box::new(Found {
        from: at,
        core: (at, at + 3),
        to: at + 3,
        kind: Kind::Duration,
        number: exact(Decimal::ONE),
        bound: Bound::Exact,
        change: None,
        unit: Some(Cow::Borrowed(unit.id)),
        group_end: group.as_ref().map_or(0, NounGroup::full_end),
        object: group.map(|group| object::object(words, &group)),
        too_long: false,
    }))
}

/// A rank with what it ranks.
fn ranked(words: Words<'_>, rank: &Numeral) -> Reading {
    let Some(value) = rank.value else { return Reading::Name(rank.to) };
    // "the first 24 hours", "the second of three": what follows is the quantity.
    let next = words.tokens.get(rank.to);
    if next.is_some_and(|next| next.kind == TokenKind::Digits || next.classes.has(Classes::NUMBER)) {
        return Reading::Name(rank.to);
    }
    let month = |i: usize| words.classes(i).has(Classes::MONTH) && words.tokens[i].capital;
    let dated = rank.from > 0 && (month(rank.from - 1))
        || month(rank.to)
        || words.lower(rank.to) == "of" && month(rank.to + 1);
    if dated || words.lower(rank.to) == "century" {
        return Reading::Name(rank.to);
    }
    // "third day of protests": the unit is the day, the protests are what goes on.
    let time = words.classes(rank.to).has(Classes::TIME_UNIT) && !words.lower(rank.to).ends_with('s');
    let mut unit = None;
    let mut to = rank.to;
    if time
        && let Some((len, found)) =
            crosscheck_lexicon::unit::name(|i| if i == 0 { words.lower(rank.to + i) } else { "" })
        && words.lower(rank.to) != "quarter"
    {
        unit = Some(Cow::Borrowed(found.id));
        to += len;
    }
    let group = object::counted(words, to, false);
    let digits = words.tokens[rank.from].kind == TokenKind::Digits;
    if group.is_none() && unit.is_none() && !digits && rank.to - rank.from < words.tokens.len() {
        return Reading::Name(rank.to);
    }
    Reading::Quantity(Box::new(Found {
        from: rank.from,
        core: (rank.from, rank.to),
        to,
        kind: Kind::Ordinal,
        number: exact(value),
        bound: Bound::Exact,
        change: None,
        unit,
        group_end: group.as_ref().map_or(0, NounGroup::full_end),
        object: group.map(|group| object::object(words, &group)),
        too_long: false,
    }))
}

fn exact(value: Decimal) -> NumberExpr {
    NumberExpr::Exact { value: Number(value), granularity: Number(number::granularity(value)) }
}

/// A numeral with its unit, range, bound and noun.
fn measured(
    words: Words<'_>,
    mut numeral: Numeral,
    money: Option<(&'static Unit, usize)>,
    floor: usize,
) -> Reading {
    let mut from = numeral.from;
    let signed = sign(words, &mut numeral, &mut from, floor);
    let mut unit = unit::after(words, &numeral);
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
    let mut to = unit.as_ref().map_or(numeral.to, |found| found.to);
    let mut expr = numeral.value.map(exact);
    let mut is_range = false;
    let mut kind_of_pair = None;
    match second(words, &numeral, unit.as_ref(), to, floor) {
        Second::Range { other, unit: shared, to: end, core_end } => {
            if let (Some(a), Some(b)) = (numeral.value, other.value) {
                let a = scaled(a, &numeral, &other, b);
                let (lo, hi) = if a <= b { (a, b) } else { (b, a) };
                expr = Some(NumberExpr::Range { lo: Number(lo), hi: Number(hi) });
                is_range = true;
                core_to = core_end;
                to = end;
                unit = shared.or(unit);
            }
        }
        Second::Score(end) => kind_of_pair = Some(end),
        Second::None => {}
    }
    if let Some(end) = kind_of_pair {
        let span = words.span(numeral.from, end - 1);
        let digits = span.len();
        let glued = guard::is_name(words, &numeral, Around { unit: true, ..Around::default() });
        if glued || digits > 15 {
            return Reading::Name(end);
        }
        return Reading::Quantity(Box::new(Found {
            from: numeral.from,
            core: (numeral.from, end),
            to: end,
            kind: Kind::Score,
            number: NumberExpr::Pair,
            bound: Bound::Exact,
            change: None,
            unit: None,
            object: None,
            group_end: 0,
            too_long: false,
        }));
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
    let change = bound::change(words, from);
    let many =
        numeral.value.is_none_or(|value| value > Decimal::ONE) && !matches!(numeral.form, Form::Fraction);
    let age = age_before(words, &numeral, unit.as_ref(), floor);
    let (mut group, implied) = noun(words, unit.as_ref(), to, many, age.is_some());
    let around = Around {
        unit: unit.is_some() || age.is_some(),
        named_unit: unit.as_ref().is_some_and(|found| !found.sign) || age.is_some(),
        money: money.is_some(),
        bound: bound != Bound::Exact || is_range,
        plural_noun: group.as_ref().is_some_and(|group| group.plural) || implied.is_some(),
        noun: group.is_some(),
    };
    let negative_count = signed == Sign::Minus && unit.is_none() && group.is_some();
    if negative_count || guard::is_name(words, &numeral, around) {
        return Reading::Name(core_to);
    }
    if group.is_none() && implied.is_none() && unit.is_none() && age.is_none() {
        let (shared_group, shared_unit) = shared(words, to);
        // "88 ± 1.1 %": the uncertainty belongs to the number.
        if words.surface(to) == "±"
            && let Some(found) = &shared_unit
        {
            to = found.to;
        }
        group = shared_group;
        unit = shared_unit;
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
    let mut kind = kind_of(unit.as_ref(), numeral.form);
    let mut unit_name = unit.as_ref().map(unit_id);
    if let Some(start) = age {
        kind = Kind::Age;
        unit_name = Some(Cow::Borrowed("year"));
        from = from.min(start);
    }
    let change = match (change, signed) {
        (_, Sign::Plus) => Some(Change::Up),
        // "killed 12, lost 12 soldiers": a verb and its object are no change of a figure.
        (Some((change, direct)), _) if kind != Kind::Count || !direct => Some(change),
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
        group_end: group.as_ref().map_or(0, NounGroup::full_end),
        object: group.map(|group| object::object(words, &group)).or(implied),
        too_long,
    }))
}

/// The sign belongs to the number.
fn core_from(words: Words<'_>, numeral: &Numeral, from: usize) -> usize {
    let signed = numeral.from > from && matches!(words.surface(numeral.from - 1), "-" | "−" | "+");
    if signed { numeral.from - 1 } else { numeral.from }
}

/// "1 to 2 million", "5-6 billion": the magnitude stands once.
fn scaled(a: Decimal, first: &Numeral, second: &Numeral, b: Decimal) -> Decimal {
    if first.to - first.from > 1 && first.form != Form::Digits || a >= b {
        return a;
    }
    let own = [1_000_000_000_000u64, 1_000_000_000, 10_000_000, 1_000_000, 100_000, 1_000, 100]
        .into_iter()
        .map(Decimal::from)
        .find(|power| second.to - second.from > 1 && b >= *power && second.form != Form::Plain);
    match own {
        Some(power) if a < Decimal::from(1000) && b / power < Decimal::from(1000) && a * power <= b => {
            a * power
        }
        _ => a,
    }
}

/// A sign before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    None,
    Plus,
    Minus,
}

/// Takes a sign before the numeral in: "-5", "minus 5", "+0.2".
fn sign(words: Words<'_>, numeral: &mut Numeral, from: &mut usize, floor: usize) -> Sign {
    if *from <= floor || *from == 0 {
        return Sign::None;
    }
    let before = *from - 1;
    let token = words.tokens[before];
    let glued = words.tokens[*from].glued;
    let free =
        !token.glued || before == 0 || matches!(words.surface(before - 1), "(" | "$" | "€" | "£" | "[" | "=");
    let sign = match words.lower(before) {
        "-" | "−" | "–" if (glued || before == 0) && free && numeral.form != Form::Words => Sign::Minus,
        "+" if glued && free => Sign::Plus,
        "minus" | "negative" => Sign::Minus,
        "-" if before > floor && words.lower(before - 1) == "minus" => Sign::Minus,
        _ => return Sign::None,
    };
    *from = before;
    if words.surface(before) == "-" && before > floor && words.lower(before - 1) == "minus" {
        *from = before - 1;
    }
    if sign == Sign::Minus {
        numeral.value = numeral.value.map(|value| -value);
    }
    sign
}

/// "-$5", "minus $5".
fn signed_before(words: Words<'_>, start: usize, floor: usize) -> bool {
    start > floor
        && (matches!(words.lower(start - 1), "minus" | "negative")
            || matches!(words.surface(start - 1), "-" | "−")
                && words.tokens[start].glued
                && !words.tokens[start - 1].glued)
}

/// What follows a first number.
enum Second {
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
fn second(words: Words<'_>, first: &Numeral, unit: Option<&unit::Found>, to: usize, floor: usize) -> Second {
    if matches!(first.form, Form::Ratio | Form::Rank) {
        return Second::None;
    }
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
    let scaled_a = scaled(a, first, &other, b);
    if scaled_a >= b {
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
        let moved = before == "from" && first.from >= 2 && bound::change(words, first.from - 1).is_some();
        let moved_far = lead("from")
            && (floor..first.from)
                .rev()
                .take(8)
                .any(|i| crosscheck_lexicon::bound::change(words.lower(i)).is_some());
        if moved
            || moved_far
            || bound::change(words, first.from).is_some_and(|(_, direct)| direct && unit.is_some())
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
            let spoken = lead("from")
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

/// The noun beside a number or its unit, or the one its predicate implies.
fn noun(
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
                && !group.plural
                && let Some(implied) = object::implied(words, to)
            {
                return (None, Some(implied));
            }
            (group, implied)
        }
        Some(found) if words.lower(to) == "of" && !found.age => (object::counted(words, to, false), None),
        Some(found)
            if found.attributive
                || (found.unit.measured == Measured::Money && found.sign && found.per.is_none()) =>
        {
            (object::counted(words, to, false), None)
        }
        Some(found) if found.unit.measured == Measured::Ratio => (None, None),
        Some(_) => (None, None),
    }
}

/// What a number shares with the next one: "three million and five million copies", "1180 and 1980 mm".
fn shared(words: Words<'_>, to: usize) -> (Option<NounGroup>, Option<unit::Found>) {
    let mut at = to;
    for _ in 0..4 {
        if !matches!(words.lower(at), "and" | "or" | "," | "to" | "versus" | "but" | "&" | "±") {
            return (None, None);
        }
        at += 1;
        if matches!(words.lower(at), "and" | "or" | "more" | "about" | "than" | "over" | "nearly") {
            at += if words.lower(at) == "more" && words.lower(at + 1) == "than" { 2 } else { 1 };
        }
        let opens = words
            .tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Digits || token.classes.has(Classes::NUMBER));
        let Some(next) = number::read(words, at, Context::default()).filter(|_| opens) else {
            return (None, None);
        };
        if let Some(found) = unit::after(words, &next) {
            let measured = !found.age && !matches!(found.unit.measured, Measured::Time);
            return (None, Some(found).filter(|_| measured));
        }
        if let Some(group) = object::counted(words, next.to, true) {
            return (Some(group).filter(|group| group.plural && next.form != Form::Plain), None);
        }
        at = next.to;
    }
    (None, None)
}

/// "aged 24", "age 24", "Smith, 45, said": the first token of the words that make it an age.
fn age_before(
    words: Words<'_>,
    numeral: &Numeral,
    unit: Option<&unit::Found>,
    floor: usize,
) -> Option<usize> {
    if unit.is_some() || numeral.from <= floor || numeral.from == 0 {
        return None;
    }
    let value = numeral.value?;
    if value > Decimal::from(120) || value < Decimal::ONE || !value.fract().is_zero() {
        return None;
    }
    let before = numeral.from - 1;
    match words.lower(before) {
        "aged" => return Some(before),
        "age" => return Some(before),
        "of" if before > floor && matches!(words.lower(before - 1), "age" | "ages") => {
            return Some(before - 1);
        }
        _ => {}
    }
    // "he will be 35", "she turned 100"
    let copula = matches!(words.lower(before), "be" | "is" | "was" | "turned" | "turns" | "am");
    let person = (floor..before).rev().take(3).any(|i| matches!(words.lower(i), "he" | "she" | "i" | "who"));
    let alone = words.tokens.get(numeral.to).is_none_or(|next| {
        next.kind == TokenKind::Symbol && words.surface(numeral.to) != "%"
            || next.classes.has(Classes::PREPOSITION.or(Classes::CONJUNCTION))
    });
    if copula && person && alone {
        return Some(numeral.from);
    }
    // "Lang, 20, said"
    let name = before > floor
        && words.surface(before) == ","
        && words.tokens[before - 1].capital
        && words.tokens[before - 1].kind == TokenKind::Word
        && !words.classes(before - 1).has(Classes::MONTH.or(Classes::WEEKDAY))
        && matches!(words.surface(numeral.to), "," | "." | ";" | ")")
        && numeral.form == Form::Plain
        && value >= Decimal::from(2);
    name.then_some(numeral.from)
}

fn kind_of(unit: Option<&unit::Found>, form: Form) -> Kind {
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
fn unit_id(found: &unit::Found) -> Cow<'static, str> {
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

#[cfg(test)]
mod tests;
