//! The rule `age-against-birth`.

use chrono::{Datelike as _, NaiveDate};
use crosscheck_lexicon::tie::{self, Tie};
use crosscheck_model::{Axis, Number};

use crate::context::Context;
use crate::node::{Days, Dimension, Node};
use crate::rule::{Check, Document, Local, quote};

crate::declare_rule! {
    /// Reports an age that the date of birth printed beside it does not leave.
    ///
    /// ## Why it matters
    /// "John Hill, 45, born in 1990" has a wrong age, a wrong year, or two persons in one.
    ///
    /// ## When it stays silent
    /// The age fits the day of the document or any date of the sentence; age and birth do not stand side by side, or are of two persons; it is
    /// not known when the person had that age ("joined the army aged 19").
    ///
    /// ## Example
    /// "John Hill, 45, born in 1990" in a text of 2024; "born on 3 May 1960, died in 2001 aged 45".
    pub static AGE_AGAINST_BIRTH = { id: "age-against-birth", relation: Conflict, check: Check::Document(check) }
}

fn check(_: &Context<'_>, document: &Document<'_>) -> Vec<Local> {
    (0..document.nodes.len())
        .filter_map(|at| today(document, at).or_else(|| at_death(document, at)))
        .collect()
}

/// "John Hill, 45, born in 1990": the age is of the day of the text, or of a day that its sentence names.
fn today(document: &Document<'_>, at: usize) -> Option<Local> {
    let (age, birth) = (&document.nodes[at], document.nodes.get(at + 1)?);
    let between = document.between(at, at + 1)?.to_lowercase();
    let bare = between.trim_start_matches([',', ' ', '(']);
    if age.dimension != Dimension::Age || between.len() > 24 || !tie::is(bare, Tie::Birth) {
        return None;
    }
    let published = age.published.map(|moment| Days { from: moment.date, to: moment.date });
    let named = document
        .nodes
        .iter()
        .enumerate()
        .filter(|(other, node)| *other != at + 1 && node.claim.sentence == age.claim.sentence);
    let days: Vec<Days> = published.into_iter().chain(named.filter_map(|(_, node)| node.days)).collect();
    let birthday = birth.days?;
    if published.is_none() || days.iter().any(|day| fits(age, birthday, *day)) {
        return None;
    }
    let why = format!("{} is no age on any day given of a person born {birthday}.", quote(age));
    Some(Local::conflict(document, (at, at + 1), Axis::Date, "age", why))
}

/// "born on 3 May 1960, died in 2001 aged 45".
fn at_death(document: &Document<'_>, at: usize) -> Option<Local> {
    let (birth, death, age) = (&document.nodes[at], document.nodes.get(at + 1)?, document.nodes.get(at + 2)?);
    let before = document.text.get(..birth.claim.start as usize)?;
    let opening = before.get(birth.claim.sentence.start as usize..)?.to_lowercase();
    let (between, gap) = (document.between(at, at + 1)?.to_lowercase(), document.between(at + 1, at + 2)?);
    if age.dimension != Dimension::Age
        || !tie::ends(&opening, Tie::Birth)
        || between.len() > 40
        || !tie::ends(&between, Tie::Death)
        || !gap.trim_matches([',', ' ']).is_empty()
    {
        return None;
    }
    let (birthday, day) = (birth.days?, death.days?);
    (!fits(age, birthday, day)).then(|| {
        let why = format!("Who is born {birthday} cannot have died {day} {}.", quote(age));
        Local::conflict(document, (at + 2, at), Axis::Date, "age", why)
    })
}

/// Whether a person born on one of some days can have the age on one of others.
fn fits(age: &Node<'_>, birth: Days, day: Days) -> bool {
    let (least, most) = (years(birth.to, day.from), years(birth.from, day.to));
    age.claim
        .value
        .as_ref()
        .map(crosscheck_model::Value::hard)
        .is_none_or(|hard| (least..=most).any(|years| hard.has(Number::from(i64::from(years)))))
}

/// Completed years between two days.
fn years(from: NaiveDate, to: NaiveDate) -> i32 {
    to.year() - from.year() - i32::from((to.month(), to.day()) < (from.month(), from.day()))
}
