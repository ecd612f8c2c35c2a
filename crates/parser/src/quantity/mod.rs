//! Quantities: number, bound, unit, counted group.
//!
//! One pass over the tokens of a sentence; work is done only around tokens that can open a number. A numeral is read
//! (`number`), then its unit or currency (`unit`), the second end of a range, the bound and the change verb before it
//! (`bound`) and the noun group it counts (`object`); last it is asked whether the number is no quantity at all
//! (`guard`).

mod age;
mod bound;
mod composite;
mod elliptic;
mod guard;
mod measured;
mod multiple;
mod number;
mod object;
mod powers;
mod range;
mod ranked;
mod sign;
mod superlative;
mod unit;
mod vague;
mod zero;

use std::borrow::Cow;

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::number::Role;
use crosscheck_model::raw::time::{DateExpr, OffsetFrom};
use crosscheck_model::raw::{NumberExpr, RawQuantity, RawTime, TimeExpr};
use crosscheck_model::{Bound, Change, Issue, Kind, Number, Object};
use rust_decimal::Decimal;

use crate::noun_group::NounGroup;
use crate::token::{TokenKind, Words};
use measured::measured;
pub(crate) use multiple::{TIMES, compares};
use number::{Context, Form, Numeral};
use ranked::{long, placed, ranked, single};

/// Reads the quantities of one sentence; numbers inside a date or clock time of `times` are none.
pub fn read(words: Words<'_>, sentence: u32, times: &[RawTime], out: &mut Vec<RawQuantity>) {
    let mut at = 0;
    let mut floor = 0;
    let first = out.len();
    let mut times = times.iter().filter(|time| is_calendar(time, words.lower)).peekable();
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
                let to = past_foil(words, found.core.0, to);
                floor = to;
                found.push(words, sentence, out);
                inherit_bound(words, &mut out[first..]);
                inherit(words, &mut out[first..]);
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

/// "closer to 30 | than (to) 20": the second number only says which way the first is to be read, and counts nothing.
fn past_foil(words: Words<'_>, core: usize, to: usize) -> usize {
    let leans =
        core > 1 && words.lower(core - 1) == "to" && matches!(words.lower(core - 2), "closer" | "nearer");
    if !leans || words.lower(to) != "than" {
        return to;
    }
    let at = to + 1 + usize::from(words.lower(to + 1) == "to");
    number::read(words, at, Context { money: false }).map_or(to, |foil| foil.to)
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

/// What the second of two figures leaves unsaid: the unit in "from 14 mpg to 24" and "the one fell by 2 percent, the other by
/// 1", the verb in "Nord was down 2.3%, Sund by 2.6%".
fn inherit(words: Words<'_>, found: &mut [RawQuantity]) {
    let [.., before, last] = found else { return };
    let gap = words.text.get(before.core.end as usize..last.span.start as usize).unwrap_or("");
    if gap.len() >= 60 {
        return;
    }
    let by = gap.trim_end().ends_with(" by");
    let bare = last.kind == Kind::Count && last.unit.is_none() && last.object.is_none();
    let between = words.text.get(before.span.end as usize..last.span.start as usize).map(str::trim);
    let start = words.text.get(..before.span.start as usize).unwrap_or("").trim_end();
    // "fell 0.4% to 83.50": behind a share stands the level reached.
    let moved = between == Some("to") && (before.kind != Kind::Percent || start.ends_with("from"));
    if bare && (moved || by && before.kind == Kind::Percent) && before.unit.is_some() {
        last.unit.clone_from(&before.unit);
        last.kind = before.kind;
    }
    // "aged 19 and 22"
    if bare && before.kind == Kind::Age && matches!(gap.trim(), "and" | "," | "or") {
        let young = last.number.point().is_some_and(|n| n.0 <= Decimal::from(120));
        if young {
            (last.kind, last.unit) = (Kind::Age, before.unit.clone());
        }
    }
    if by && last.change.is_none() && last.kind == before.kind && last.unit == before.unit {
        last.change = before.change;
    }
}

/// Whether numbers inside the expression are part of a date, clock time or set.
fn is_calendar(time: &RawTime, lower: &str) -> bool {
    // "two hours after the quake" hangs on an event: what is told is the length.
    let from_event =
        matches!(&time.expr, TimeExpr::Date(DateExpr::Offset { from: OffsetFrom::Event(_), .. }));
    let length = matches!(time.expr, TimeExpr::Duration(_));
    // "a year and a half": no half of anything.
    let halved = length && {
        let words = time.span.slice(lower);
        words.starts_with("a") && words.ends_with(" and a half")
    };
    !from_event && (!length || halved)
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
    /// An exact figure from its first token to the one before `to`, with the group it counts, if any.
    fn exact(kind: Kind, value: Decimal, core: (usize, usize), to: usize) -> Self {
        Self {
            from: core.0,
            core,
            to,
            kind,
            number: exact(value),
            bound: Bound::Exact,
            change: None,
            unit: None,
            object: None,
            group_end: 0,
            too_long: false,
        }
    }

    /// The same with the group that it counts, which is printed with it.
    fn of(self, words: Words<'_>, group: Option<NounGroup>) -> Self {
        let group_end = group.as_ref().map_or(0, NounGroup::full_end);
        Self { group_end, object: group.map(|group| object::object(words, &group)), ..self }
    }

    fn reading(self) -> Reading {
        Reading::Quantity(Box::new(self))
    }

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
    if token.classes.has(Classes::ZERO) {
        return zero::read(words, at);
    }
    if token.classes.has(Classes::MULTIPLE) {
        return multiple::read(words, at, floor);
    }
    if token.classes.has(Classes::SUPERLATIVE) {
        return superlative::read(words, at);
    }
    if let Some(found) = vague::read(words, at, floor) {
        return found;
    }
    if token.classes.has(Classes::TIME_UNIT.or(Classes::UNIT)) {
        if let found @ Reading::Quantity(_) = long(words, at) {
            return found;
        }
        if let Some(numeral) = single(words, at, floor) {
            return measured(words, numeral, None, floor);
        }
        // "quarter" and "second" are numbers as well.
        if !token.classes.has(Classes::NUMBER.or(Classes::ORDINAL)) {
            return Reading::Nothing;
        }
    }
    if let Some(rank) = number::rank(words, at) {
        return ranked(words, &rank);
    }
    if token.kind == TokenKind::Digits
        && let Some(found) = placed(words, at).or_else(|| age::decade(words, at))
    {
        return found;
    }
    let money = unit::money_before(words, at).filter(|(_, start)| *start >= floor);
    let Some(mut numeral) = number::read(words, at, Context { money: money.is_some() }) else {
        return Reading::Nothing;
    };
    article(words, &mut numeral, floor);
    measured(words, numeral, money, floor)
}

const OPENERS: Classes = Classes::NUMBER
    .or(Classes::ORDINAL)
    .or(Classes::VAGUE_NUMBER)
    .or(Classes::TIME_UNIT)
    .or(Classes::UNIT)
    .or(Classes::ZERO)
    .or(Classes::MULTIPLE)
    .or(Classes::SUPERLATIVE);

/// "a hundred", "a dozen", "a million": the article belongs to the number.
fn article(words: Words<'_>, numeral: &mut Numeral, floor: usize) {
    if numeral.form == Form::Words && numeral.from > floor && words.classes(numeral.from).has(Classes::NUMBER)
    {
        let power = number::number_word(words, numeral.from)
            .is_some_and(|word| !matches!(word.role, Role::Unit | Role::Ten));
        if power && matches!(words.lower(numeral.from - 1), "a" | "an") {
            numeral.from -= 1;
        }
    }
}

fn exact(value: Decimal) -> NumberExpr {
    NumberExpr::Exact { value: Number(value), granularity: Number(value).granularity() }
}

#[cfg(test)]
mod tests;
