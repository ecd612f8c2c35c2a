//! Holidays by name and the rule that dates them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::classes::Classes;
use crate::table;

/// How a holiday is dated in a year of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Month and day.
    Fixed(u8, u8),
    /// Month, weekday (Monday = 1), rank (from the end when negative), days after that.
    Weekday(u8, u8, i8, i8),
    /// Days after Western Easter Sunday.
    Easter(i16),
    /// Days after Orthodox Easter Sunday.
    Orthodox(i16),
}

/// A row of `data/holidays.tsv`.
#[derive(Debug, Clone, Copy)]
struct Row {
    name: &'static str,
    rule: Rule,
}

fn rule(text: &str) -> Option<Rule> {
    let mut parts = text.split(' ');
    let kind = parts.next()?;
    Some(match kind {
        "fixed" => Rule::Fixed(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?),
        "weekday" => Rule::Weekday(
            parts.next()?.parse().ok()?,
            parts.next()?.parse().ok()?,
            parts.next()?.parse().ok()?,
            parts.next().map_or(Some(0), |days| days.parse().ok())?,
        ),
        "easter" => Rule::Easter(parts.next()?.parse().ok()?),
        "orthodox" => Rule::Orthodox(parts.next()?.parse().ok()?),
        _ => return None,
    })
}

fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    table::rows(include_str!("../data/holidays.tsv")).map(|row| (row.cell(0), row.cell(1)))
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    lines().filter_map(|(rule_text, name)| Some(Row { name, rule: rule(rule_text)? })).collect()
});

static BY_FIRST: LazyLock<FxHashMap<&'static str, Vec<u16>>> = LazyLock::new(|| {
    let mut table: FxHashMap<&'static str, Vec<u16>> = FxHashMap::default();
    for (row, id) in ROWS.iter().zip(0u16..) {
        table.entry(first_word(row.name)).or_default().push(id);
    }
    table
});

fn first_word(name: &str) -> &str {
    name.find(|c: char| !c.is_alphabetic()).map_or(name, |at| &name[..at])
}

/// First words of holidays with their class.
pub(crate) fn registered() -> impl Iterator<Item = (&'static str, Classes)> {
    lines().map(|(_, name)| (first_word(name), Classes::HOLIDAY))
}

/// The longest holiday that the lower-case text begins with: its row and length in bytes.
///
/// ```
/// let (id, length) = crosscheck_lexicon::holiday::longest("christmas eve was calm").unwrap();
/// assert_eq!(length, 13);
/// assert_eq!(crosscheck_lexicon::holiday::rule_of(id), Some(crosscheck_lexicon::holiday::Rule::Fixed(12, 24)));
/// ```
pub fn longest(lower: &str) -> Option<(u16, usize)> {
    BY_FIRST
        .get(first_word(lower))?
        .iter()
        .filter(|id| {
            let name = ROWS[usize::from(**id)].name;
            prefix(lower, name).is_some_and(|len| !lower[len..].starts_with(char::is_alphanumeric))
        })
        .max_by_key(|id| ROWS[usize::from(**id)].name.len())
        .and_then(|id| Some((*id, prefix(lower, ROWS[usize::from(*id)].name)?)))
}

/// Length in bytes of `name` at the start of `lower`; a curly apostrophe counts as a straight one, and may be left out.
fn prefix(lower: &str, name: &str) -> Option<usize> {
    let mut rest = lower;
    for c in name.chars() {
        rest = match rest.strip_prefix(c) {
            Some(rest) => rest,
            None if c == '\'' => rest.strip_prefix('\u{2019}').unwrap_or(rest),
            None => return None,
        };
    }
    Some(lower.len() - rest.len())
}

/// The rule of a row.
pub fn rule_of(id: u16) -> Option<Rule> {
    ROWS.get(usize::from(id)).map(|row| row.rule)
}

/// The name of a row, in lower case.
pub fn name_of(id: u16) -> Option<&'static str> {
    ROWS.get(usize::from(id)).map(|row| row.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apostrophes_may_be_left_out() {
        for text in ["new year's eve", "new year\u{2019}s eve", "new years eve"] {
            let (id, length) = longest(text).expect("a holiday");
            assert_eq!((rule_of(id), length), (Some(Rule::Fixed(12, 31)), text.len()), "{text}");
        }
        assert_eq!(longest("black friday").and_then(|(id, _)| rule_of(id)), Some(Rule::Weekday(11, 4, 4, 1)));
    }

    #[test]
    fn every_row_has_a_rule_and_a_reason() {
        for row in table::rows(include_str!("../data/holidays.tsv")) {
            assert_eq!(row.width(), 3, "rule, name, reason: line {}", row.line);
        }
        assert_eq!(lines().count(), ROWS.len());
    }
}
