//! What the user decided about findings: a TOML file of accepted ones, each with its reason and, if wanted, a last day.
//!
//! ```toml
//! [[accepted]]
//! finding = "0f3c9a417be2d586"
//! reason = "the ministry corrected itself"
//! until = 2027-01-31
//! ```
//!
//! An accepted finding stays in the report, apart from the others, and fails no run. Only this file accepts findings:
//! nothing that stands in a document can.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate};
use crosscheck_model::{Decision, DecisionState, Finding, Report};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::settings::nearest;
use crate::written::Reader;

/// A day of the calendar.
pub type Day = NaiveDate;

/// Name of the file, where none is given.
pub const FILE: &str = "crosscheck-decisions.toml";

/// One accepted finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// Why, in the user's words; never empty.
    pub reason: String,
    /// The last day on which it holds.
    pub until: Option<Day>,
    /// Headline of the finding, for whoever reads the file.
    pub finding_title: Option<String>,
}

/// Accepted findings by fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decisions {
    /// The findings, sorted by fingerprint.
    pub accepted: BTreeMap<String, Accepted>,
}

/// Reads a day as `2027-01-31`.
///
/// # Errors
/// When it is none; the message says so.
pub fn day(text: &str) -> Result<Day, String> {
    let shaped = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    Day::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .filter(|_| shaped)
        .ok_or_else(|| format!("{text:?} is no day; write it as 2027-01-31"))
}

/// The day of a moment given in seconds since 1970, in UTC.
pub fn day_of(seconds: i64) -> Option<Day> {
    DateTime::from_timestamp(seconds, 0).map(|moment| moment.date_naive())
}

/// Whether a text can be a fingerprint: sixteen hexadecimal digits.
pub fn is_fingerprint(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

impl Decisions {
    /// Reads the file.
    ///
    /// # Errors
    /// Every problem, as `name:line: what is wrong; what to do`.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<String>> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut reader = Reader::new(name, text);
        let (root, errors) = DeTable::parse_recoverable(text);
        reader.broken(&errors);
        let mut decisions = Self::default();
        if errors.is_empty() {
            for (key, value) in root.get_ref() {
                match (key.get_ref().as_ref(), value.get_ref()) {
                    ("accepted", DeValue::Array(tables)) => {
                        for table in tables.iter() {
                            reader.entry(table, &mut decisions);
                        }
                    }
                    _ => reader
                        .problem(key.span().start, "the file holds [[accepted]] tables and nothing else"),
                }
            }
        }
        if reader.problems.is_empty() { Ok(decisions) } else { Err(reader.problems) }
    }

    /// The text of the file: sorted, the same for the same decisions.
    pub fn render(&self) -> String {
        let mut out = String::from(
            "# Findings that were accepted; `crosscheck accept` writes this file anew, sorted.\n",
        );
        let quoted = |text: &str| toml::Value::from(text).to_string();
        for (finding, accepted) in &self.accepted {
            // Writing to a string never fails.
            let _ = write!(out, "\n[[accepted]]\nfinding = {}\n", quoted(finding));
            if let Some(title) = &accepted.finding_title {
                let _ = writeln!(out, "title = {}", quoted(title));
            }
            let _ = writeln!(out, "reason = {}", quoted(&accepted.reason));
            if let Some(until) = accepted.until {
                let _ = writeln!(out, "until = {until}");
            }
        }
        out
    }

    /// Whether any decision has a last day, so that today's date is wanted at all.
    pub fn has_last_days(&self) -> bool {
        self.accepted.values().any(|accepted| accepted.until.is_some())
    }

    /// Writes the decisions on their findings; notes those that fit no finding and those whose last day has passed.
    ///
    /// A decision holds through its last day. Without a `today`, all hold.
    pub fn apply(&self, name: &str, today: Option<Day>, report: &mut Report) {
        let mut stale: BTreeMap<&str, &Accepted> =
            self.accepted.iter().map(|(finding, accepted)| (finding.as_str(), accepted)).collect();
        for finding in &mut report.findings {
            let Some(accepted) = stale.remove(finding.fingerprint.as_str()) else { continue };
            let lapsed = accepted.until.zip(today).is_some_and(|(until, today)| until < today);
            if lapsed && let Some(until) = accepted.until {
                report.notes.push(format!(
                    "{} was accepted until {until} ({}); that day has passed, so it counts again",
                    finding.id, accepted.reason
                ));
            }
            finding.decision = Some(Decision {
                state: if lapsed { DecisionState::Lapsed } else { DecisionState::Accepted },
                reason: accepted.reason.clone(),
                until: accepted.until,
            });
        }
        for (finding, accepted) in stale {
            let title =
                accepted.finding_title.as_deref().map(|title| format!(", {title}")).unwrap_or_default();
            report.notes.push(format!(
                "{name} accepts {finding}{title} ({}), but no finding has that fingerprint: `crosscheck accept --undo {finding}` takes it out",
                accepted.reason
            ));
        }
    }
}

/// The finding that the user names by its id in the report or by its fingerprint.
///
/// # Errors
/// When there is none; the message names the nearest, or the range of ids.
pub fn find<'a>(report: &'a Report, id: &str) -> Result<&'a Finding, String> {
    let found = report.findings.iter().find(|finding| finding.id == id || finding.fingerprint == id);
    found.ok_or_else(|| {
        let all = match report.findings.as_slice() {
            [] => return format!("there is no finding {id}: the report has none at all"),
            [only] => only.id.clone(),
            [first, .., last] => format!("{} to {}", first.id, last.id),
        };
        if is_fingerprint(id) {
            let prints: Vec<&str> =
                report.findings.iter().map(|finding| finding.fingerprint.as_str()).collect();
            let hint = nearest(id, &prints).map(|near| format!("; did you mean {near}?")).unwrap_or_default();
            return format!("there is no finding with the fingerprint {id}{hint}");
        }
        format!("there is no finding {id}: the report has {all}")
    })
}

impl Reader<'_> {
    fn entry(&mut self, table: &Spanned<DeValue<'_>>, decisions: &mut Decisions) {
        const KEYS: [&str; 4] = ["finding", "reason", "until", "title"];
        let at = table.span().start;
        let DeValue::Table(entries) = table.get_ref() else {
            return self.problem(at, "`accepted` is a list of tables; write [[accepted]]");
        };
        let (mut finding, mut reason, mut until, mut title) = (None, None, None, None);
        for (key, value) in entries {
            let here = key.span().start;
            let word = match value.get_ref() {
                DeValue::String(word) => word.to_string(),
                DeValue::Datetime(date) => date.to_string(),
                other => {
                    let kind = other.type_str();
                    self.problem(
                        here,
                        &format!("`{}` is of type {kind}; write a string in quotes", key.get_ref()),
                    );
                    continue;
                }
            };
            match key.get_ref().as_ref() {
                "finding" if is_fingerprint(&word) => finding = Some(word),
                "finding" => {
                    self.problem(here, &format!("{word:?} is no fingerprint; copy the finding's own"))
                }
                "reason" if word.trim().is_empty() => self.problem(here, "the reason is empty; say why"),
                "reason" => reason = Some(word),
                "title" => title = Some(word),
                "until" => match day(&word) {
                    Ok(day) => until = Some(day),
                    Err(problem) => self.problem(here, &problem),
                },
                unknown => self.unknown(here, unknown, &KEYS),
            }
        }
        match (finding, reason) {
            (Some(finding), Some(reason)) => {
                let accepted = Accepted { reason, until, finding_title: title };
                if decisions.accepted.insert(finding.clone(), accepted).is_some() {
                    self.problem(at, &format!("{finding} stands here a second time; keep one"));
                }
            }
            (None, _) if !entries.contains_key("finding") => {
                self.problem(at, "this table has no `finding`; write finding = \"its fingerprint\"");
            }
            (_, None) if !entries.contains_key("reason") => {
                self.problem(at, "this table has no `reason`; write reason = \"why it is accepted\"");
            }
            // The empty or broken value was named.
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINT: &str = "0123456789abcdef";

    #[test]
    fn what_is_written_is_read_again() {
        let accepted = |reason: &str, until| Accepted {
            reason: reason.to_owned(),
            until,
            finding_title: Some("“12” against \"13\"\n[[accepted]]\u{1b}[2J".to_owned()),
        };
        let mut decisions = Decisions::default();
        decisions.accepted.insert("ffff456789abcdef".into(), accepted("known", None));
        decisions.accepted.insert(PRINT.into(), accepted("it's \"so\"\nfinding = 1", day("2027-01-31").ok()));
        let text = decisions.render();
        assert_eq!(Decisions::parse("d", &text), Ok(decisions), "{text}");
        assert!(text.find(PRINT) < text.find("ffff4567"), "{text}");
        assert!(!text.contains('\u{1b}'));
    }

    #[test]
    fn every_problem_has_its_line_and_a_way_out() {
        let entry = |rest: &str| format!("[[accepted]]\nfinding = '{PRINT}'\n{rest}");
        for (text, expect) in [
            ("accepted = ".to_owned(), "d:1: this is no TOML"),
            ("x = 1".to_owned(), "d:1: the file holds [[accepted]]"),
            ("accepted = [1]".to_owned(), "d:1: `accepted` is a list of tables"),
            (entry(""), "d:1: this table has no `reason`"),
            (entry("reason = ' '"), "d:3: the reason is empty"),
            (entry("reason = 1"), "d:3: `reason` is of type integer"),
            (entry("reason = 'r'\nuntil = '2027-02-30'"), "d:4: \"2027-02-30\" is no day"),
            (entry("reason = 'r'\nuntil = 'tomorrow'"), "d:4: \"tomorrow\" is no day"),
            (
                entry("reason = 'r'\nuntill = 2027-01-01"),
                "d:4: there is no key `untill`; did you mean `until`?",
            ),
            ("[[accepted]]\nfinding = 'f1'\nreason = 'r'".to_owned(), "d:2: \"f1\" is no fingerprint"),
            ("[[accepted]]\nreason = 'r'".to_owned(), "d:1: this table has no `finding`"),
            (
                format!("{}\n{}", entry("reason = 'r'"), entry("reason = 's'")),
                "d:4: 0123456789abcdef stands here a second",
            ),
        ] {
            let problems = Decisions::parse("d", &text).expect_err(&text);
            assert!(problems[0].starts_with(expect), "{text}: {problems:?}");
        }
    }
}
