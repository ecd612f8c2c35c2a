//! `crosscheck.toml`: read whole, every problem with its line.

use crosscheck_model::Severity;
use crosscheck_model::report::InputFile;
use crosscheck_normalizer::{Prefer, Profile};
use crosscheck_reconciler::Config;
use crosscheck_reconciler::config::{Bridge, EventClass, Measure, Policy, Tolerance};
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::choice::{Choice, Persona, Sections, nearest};
use crate::written::Reader;

/// What a configuration file says, each value with its line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct File {
    pub(super) persona: Option<(Persona, usize)>,
    pub(super) prefer: Option<(Prefer, usize)>,
    pub(super) profile: Option<(Profile, usize)>,
    pub(super) min_severity: Option<(Severity, usize)>,
    pub(super) fail_on: Option<(Severity, usize)>,
    pub(super) sections: Option<(Sections, usize)>,
    pub(super) baseline: Option<(String, usize)>,
    pub(super) decisions: Option<(String, usize)>,
    pub(super) reconciler: Config,
    pub(super) tables: Vec<(&'static str, usize)>,
    pub(super) source: Option<InputFile>,
}

impl File {
    /// Remembers which file this was.
    pub fn from_file(self, source: InputFile) -> Self {
        Self { source: Some(source), ..self }
    }
}

/// Keys of the file itself.
const KEYS: [&str; 13] = [
    "persona",
    "prefer",
    "profile",
    "min-severity",
    "fail-on",
    "sections",
    "baseline",
    "decisions",
    "policy",
    "measure",
    "event",
    "bridge",
    "tolerance",
];

/// Lists of tables, each with its keys.
const TABLES: [(&str, &[&str]); 4] = [
    ("measure", &["name", "running"]),
    ("event", &["class", "words"]),
    ("bridge", &["a", "b", "relation", "reason"]),
    ("tolerance", &["unit", "percent"]),
];

/// The user's tables, for serde; all other keys are none of its business.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Tables {
    measure: Vec<Measure>,
    event: Vec<EventClass>,
    bridge: Vec<Bridge>,
    tolerance: Vec<Tolerance>,
}

/// Reads a configuration.
///
/// # Errors
/// Every problem, as `name:line: what is wrong; what to do`.
///
/// ```
/// let problems = crosscheck_engine::settings::parse("crosscheck.toml", "profil = 'news'\n").expect_err("no such key");
/// assert_eq!(problems, ["crosscheck.toml:1: there is no key `profil`; did you mean `profile`?"]);
/// ```
pub fn parse(name: &str, text: &str) -> Result<File, Vec<String>> {
    let mut reader = Reader::new(name, text);
    let (root, errors) = DeTable::parse_recoverable(text);
    reader.broken(&errors);
    if !reader.problems.is_empty() {
        return Err(reader.problems);
    }
    let mut file = File::default();
    for (key, value) in root.get_ref() {
        let word = key.get_ref().as_ref();
        match word {
            "persona" => file.persona = reader.choice(word, value),
            "prefer" => file.prefer = reader.choice(word, value),
            "profile" => file.profile = reader.choice(word, value),
            "min-severity" => file.min_severity = reader.choice(word, value),
            "fail-on" => file.fail_on = reader.choice(word, value),
            "sections" => file.sections = reader.choice(word, value),
            "baseline" => file.baseline = reader.string(word, value),
            "decisions" => file.decisions = reader.string(word, value),
            "policy" => {
                let policy = reader.choice::<Policy>(word, value);
                file.reconciler.policy = policy.map(|(policy, _)| policy);
                file.tables.extend(policy.map(|(_, line)| ("policy", line)));
            }
            _ => match TABLES.iter().find(|(table, _)| *table == word) {
                Some((table, keys)) => {
                    file.tables.push((*table, reader.line(key.span().start)));
                    reader.table(table, keys, value);
                }
                None => reader.unknown(key.span().start, word, &KEYS),
            },
        }
    }
    if reader.problems.is_empty() {
        match toml::from_str::<Tables>(text) {
            Ok(Tables { measure, event, bridge, tolerance }) => {
                file.reconciler = Config { measure, event, bridge, tolerance, ..file.reconciler };
                for (table, at, message) in file.reconciler.problems() {
                    let entry = match root.get_ref().get(table).map(Spanned::get_ref) {
                        Some(DeValue::Array(entries)) => entries.get(at),
                        _ => None,
                    };
                    reader.problem(
                        entry.map_or(0, |entry| entry.span().start),
                        &format!("[[{table}]]: {message}"),
                    );
                }
            }
            Err(error) => {
                let message = error.message().trim().replace('\n', ", ");
                reader.problem(error.span().map_or(0, |span| span.start), &message);
            }
        }
    }
    // `policy` stands above the tables, where it is a key of the file itself.
    file.tables.sort_by_key(|(table, _)| *table != "policy");
    if reader.problems.is_empty() { Ok(file) } else { Err(reader.problems) }
}

impl Reader<'_> {
    fn string(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<(String, usize)> {
        let at = value.span().start;
        match value.get_ref() {
            DeValue::String(word) => Some((word.to_string(), self.line(at))),
            other => {
                let kind = other.type_str();
                self.problem(at, &format!("`{key}` is of type {kind}; write a string in quotes"));
                None
            }
        }
    }

    fn choice<T: Choice>(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<(T, usize)> {
        let (word, line) = self.string(key, value)?;
        let known: Vec<&str> = T::ALL.iter().map(|(name, _)| *name).collect();
        let found = T::named(&word);
        if found.is_none() {
            let hint = nearest(&word, &known).map_or_else(
                || format!("write one of {}", known.join(", ")),
                |nearest| format!("did you mean {nearest:?}?"),
            );
            self.problem(value.span().start, &format!("`{key}` cannot be {word:?}; {hint}"));
        }
        Some((found?, line))
    }

    /// Looks at the keys of a list of tables; serde looks at their values.
    fn table(&mut self, name: &str, keys: &[&str], value: &Spanned<DeValue<'_>>) {
        let DeValue::Array(tables) = value.get_ref() else {
            return self
                .problem(value.span().start, &format!("`{name}` is a list of tables; write [[{name}]]"));
        };
        for table in tables.iter() {
            let DeValue::Table(entries) = table.get_ref() else {
                self.problem(table.span().start, &format!("`{name}` is a list of tables; write [[{name}]]"));
                continue;
            };
            for key in entries.keys() {
                if !keys.contains(&key.get_ref().as_ref()) {
                    self.unknown(key.span().start, key.get_ref(), keys);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_has_its_line_and_a_way_out() {
        for (text, expect) in [
            ("profile = \n", "c:1: this is no TOML"),
            ("\nmin_severity = 'note'", "c:2: there is no key `min_severity`; did you mean `min-severity`?"),
            ("zzz = 1", "c:1: there is no key `zzz`; there are persona, prefer"),
            ("profile = 'newz'", "c:1: `profile` cannot be \"newz\"; did you mean \"news\"?"),
            ("profile = 'x'", "c:1: `profile` cannot be \"x\"; write one of strict, news, loose"),
            ("profile = 3", "c:1: `profile` is of type integer; write a string in quotes"),
            (
                "\n[[tolerance]]\nunit = 'metre'\npercent = 5\n[[tolerance]]\nunit = 'metre'\npercent = 500",
                "c:5: [[tolerance]]: `percent` is above 100; write",
            ),
            ("[[event]]\nclass = 'x'\nwords = []", "c:1: [[event]]: `words` holds nothing; write"),
            ("bridge = 'x'", "c:1: `bridge` is a list of tables; write [[bridge]]"),
            ("measure = [3]", "c:1: `measure` is a list of tables; write [[measure]]"),
            (
                "[[measure]]\nname = 'dead'\nruning = true",
                "c:3: there is no key `runing`; did you mean `running`?",
            ),
            ("[[measure]]\nname = 'dead'\nrunning = 'yes'", "c:3: invalid type"),
            ("[[tolerance]]\nunit = 'metre'\n", "c:1: missing field `percent`"),
            ("profile = 'news'\nprofile = 'news'", "c:2: this is no TOML: duplicate key"),
        ] {
            let problems = parse("c", text).expect_err(text);
            assert!(problems[0].starts_with(expect), "{text}: {problems:?}");
        }
    }
}
