//! What is in force in a run, and where each value came from.
//!
//! Four layers, the later winning: the defaults, the preset of the persona, `crosscheck.toml`, the flags. A persona named
//! by a flag replaces the one of the file, and nothing else that the file says.

mod choice;
mod file;
mod show;

use std::collections::BTreeMap;

use crosscheck_model::Severity;
use crosscheck_model::report::{Configuration, InputFile};
use crosscheck_normalizer::{Options, Prefer, Profile};
use crosscheck_reconciler::Config;
use serde::Serialize;

pub use choice::{Choice, Persona, Sections, nearest};
pub use file::{File, parse};
pub use show::show;

/// Where a value came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Nobody said anything.
    Default,
    /// The preset of a persona.
    Persona(Persona),
    /// That line of the configuration file.
    Line(usize),
    /// An argument of the command.
    Flag,
}

/// A value with its origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting<T> {
    /// What is in force.
    pub value: T,
    /// Who said so.
    pub origin: Origin,
}

impl<T> Setting<T> {
    fn default(value: T) -> Self {
        Self { value, origin: Origin::Default }
    }

    /// The last layer that speaks.
    fn layered(default: T, layers: [Option<(T, Origin)>; 3]) -> Self {
        let (value, origin) = layers.into_iter().flatten().next_back().unwrap_or((default, Origin::Default));
        Self { value, origin }
    }
}

/// What the arguments of a command say; `None` where they are silent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Flags {
    /// `--persona`.
    pub persona: Option<Persona>,
    /// `--prefer`.
    pub prefer: Option<Prefer>,
    /// `--profile`.
    pub profile: Option<Profile>,
    /// `--min-severity`.
    pub min_severity: Option<Severity>,
    /// `--fail-on`.
    pub fail_on: Option<Severity>,
    /// `--sections`.
    pub sections: Option<Sections>,
    /// `--baseline`.
    pub baseline: Option<String>,
    /// `--decisions`.
    pub decisions: Option<String>,
}

/// Everything that is in force in a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// For whom the report is.
    pub persona: Setting<Persona>,
    /// Which way a bare weekday is read.
    pub prefer: Setting<Prefer>,
    /// How sharply a round number is read.
    pub profile: Setting<Profile>,
    /// The least severity shown; `None` leaves it to each format.
    pub min_severity: Setting<Option<Severity>>,
    /// The least severity of an open finding that ends the run with exit code 1.
    pub fail_on: Setting<Option<Severity>>,
    /// How much stands around the findings.
    pub sections: Setting<Sections>,
    /// An earlier report to compare with; a path of the file is relative to the file.
    pub baseline: Setting<Option<String>>,
    /// The decisions file; a path of the file is relative to the file.
    pub decisions: Setting<Option<String>>,
    /// The user's policy and tables.
    pub reconciler: Config,
    /// The lines of the file on which `policy` and the tables begin.
    pub tables: Vec<(&'static str, usize)>,
    /// The configuration file in force.
    pub file: Option<InputFile>,
}

impl Default for Settings {
    fn default() -> Self {
        Self::new(&Flags::default(), None)
    }
}

impl Settings {
    /// Puts the layers on one another.
    ///
    /// ```
    /// use crosscheck_engine::settings::{self, Flags, Persona, Settings};
    /// let file = settings::parse("crosscheck.toml", "persona = 'desk'\nprofile = 'strict'\n").expect("sound");
    /// let flags = Flags { persona: Some(Persona::Auditor), ..Flags::default() };
    /// let settings = Settings::new(&flags, Some(file));
    /// assert_eq!(settings.persona.value, Persona::Auditor);
    /// assert_eq!(settings.profile.origin, settings::Origin::Line(2));
    /// ```
    pub fn new(flags: &Flags, file: Option<File>) -> Self {
        let file = file.unwrap_or_default();
        fn at<T>(value: Option<(T, usize)>) -> Option<(T, Origin)> {
            value.map(|(value, line)| (value, Origin::Line(line)))
        }
        fn flag<T: Clone>(value: &Option<T>) -> Option<(T, Origin)> {
            value.clone().map(|value| (value, Origin::Flag))
        }
        let persona = Setting::layered(Persona::default(), [None, at(file.persona), flag(&flags.persona)]);
        let preset = persona.value.preset();
        // What nobody chose is no preset but the default.
        let from =
            |value| (persona.origin != Origin::Default).then_some((value, Origin::Persona(persona.value)));
        Self {
            persona,
            prefer: Setting::layered(Prefer::default(), [None, at(file.prefer), flag(&flags.prefer)]),
            profile: Setting::layered(
                Profile::default(),
                [
                    (persona.origin != Origin::Default)
                        .then_some((preset.profile, Origin::Persona(persona.value))),
                    at(file.profile),
                    flag(&flags.profile),
                ],
            ),
            min_severity: Setting::layered(
                None,
                [
                    from(preset.min_severity),
                    at(file.min_severity).map(|(level, origin)| (Some(level), origin)),
                    flag(&flags.min_severity).map(|(level, origin)| (Some(level), origin)),
                ],
            ),
            fail_on: Setting::layered(
                None,
                [
                    None,
                    at(file.fail_on).map(|(level, origin)| (Some(level), origin)),
                    flag(&flags.fail_on).map(|(level, origin)| (Some(level), origin)),
                ],
            ),
            sections: Setting::layered(
                Sections::default(),
                [
                    (persona.origin != Origin::Default)
                        .then_some((preset.sections, Origin::Persona(persona.value))),
                    at(file.sections),
                    flag(&flags.sections),
                ],
            ),
            baseline: path(&flags.baseline, file.baseline),
            decisions: path(&flags.decisions, file.decisions),
            reconciler: file.reconciler,
            tables: file.tables,
            file: file.source,
        }
    }

    /// The same for the normalizer.
    pub fn options(&self) -> Options {
        Options { prefer: self.prefer.value, profile: self.profile.value }
    }

    /// What bears on claims, links and findings, for the provenance of a report.
    pub fn configuration(&self) -> Configuration {
        configuration(self.options(), &self.reconciler, self.file.clone())
    }
}

fn path(flag: &Option<String>, file: Option<(String, usize)>) -> Setting<Option<String>> {
    match (flag, file) {
        (Some(path), _) => Setting { value: Some(path.clone()), origin: Origin::Flag },
        (None, Some((path, line))) => Setting { value: Some(path), origin: Origin::Line(line) },
        (None, None) => Setting::default(None),
    }
}

/// What bears on claims, links and findings, in one spelling for one meaning.
pub(crate) fn configuration(options: Options, config: &Config, file: Option<InputFile>) -> Configuration {
    #[derive(Serialize)]
    struct Canonical<'a> {
        prefer: &'a str,
        profile: &'a str,
        #[serde(flatten)]
        config: &'a Config,
    }
    let canonical = Canonical { prefer: options.prefer.name(), profile: options.profile.name(), config };
    // Strings, whole numbers and lists of flat tables are all TOML.
    let toml = toml::to_string(&canonical).unwrap_or_default();
    Configuration { sha256: crate::sha256(toml.as_bytes()), toml, evidence: BTreeMap::new(), file }
}
