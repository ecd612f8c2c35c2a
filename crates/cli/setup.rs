//! Settings: the flags, the file beside the documents, and where things are looked for.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::ValueEnum;
use crosscheck_engine::decisions::{self, Day};
use crosscheck_engine::ingest;
use crosscheck_engine::model::Severity;
use crosscheck_engine::normalizer::{Prefer, Profile};
use crosscheck_engine::settings::{self, Flags, Origin, Persona, Sections, Setting, Settings};

use crate::output;

/// The configuration file's name.
const FILE: &str = "crosscheck.toml";

/// How to read and compare.
#[derive(Debug, clap::Args)]
pub(crate) struct Setup {
    /// Which way a bare weekday or month is read where its sentence does not say [default: past]
    #[arg(long, value_enum)]
    prefer: Option<PreferArg>,
    /// How sharply a round number is read: to the digit, as news rounds, or twice as widely [default: news]
    #[arg(long, value_enum)]
    profile: Option<ProfileArg>,
    /// The configuration, instead of the crosscheck.toml in the folder given or beside it.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// What to show, and what to make of it.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "What is shown, and what counts")]
pub(crate) struct View {
    /// For whom: a preset of --profile, --min-severity and --sections, each of which wins over it [default: analyst]
    #[arg(long, value_enum)]
    persona: Option<PersonaArg>,
    /// Show findings of this severity and graver ones; JSON and graphs stay whole [default: note for reading, tension in
    /// lists for machines]
    #[arg(long, value_enum, value_name = "LEVEL")]
    min_severity: Option<Level>,
    /// How much stands around the findings [default: usual]
    #[arg(long, value_enum)]
    sections: Option<SectionsArg>,
    /// End with exit code 1 when something of this level or graver was found. What was accepted does not count, and with a
    /// baseline only what is new does.
    #[arg(long, value_enum, value_name = "LEVEL")]
    fail_on: Option<Level>,
    /// A report saved with --format json: mark each finding as new or unchanged, and name those that are gone.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) decided: Decided,
}

/// What was decided before.
#[derive(Debug, clap::Args)]
pub(crate) struct Decided {
    /// The file of accepted findings, instead of crosscheck-decisions.toml beside the configuration or here.
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
    /// Today, to tell which decisions have lapsed; else the day of SOURCE_DATE_EPOCH, else the day in UTC.
    #[arg(long, value_name = "DATE", value_parser = decisions::day)]
    today: Option<Day>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum PreferArg {
    /// The last one: news.
    Past,
    /// The next one: calendars.
    Future,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ProfileArg {
    /// A bare number is exact.
    Strict,
    /// Round numbers are rounded.
    News,
    /// Twice the tolerance of news.
    Loose,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum PersonaArg {
    /// Few and sure: profile news, discrepancies and graver, few sections.
    Desk,
    /// To work through a story: profile news, everything, the usual sections.
    Analyst,
    /// To miss nothing: profile strict, notes in every list, all sections.
    Auditor,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum SectionsArg {
    /// Findings, what was accepted, what was left out.
    Few,
    /// Also agreements in brief and the documents.
    Usual,
    /// Also every agreement.
    All,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Level {
    /// The conclusion flips.
    Gross,
    /// The texts cannot both be right.
    Discrepancy,
    /// They can, but a reader takes them to differ.
    Tension,
    /// Anything worth knowing.
    Note,
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Gross => Self::Gross,
            Level::Discrepancy => Self::Discrepancy,
            Level::Tension => Self::Tension,
            Level::Note => Self::Note,
        }
    }
}

impl Setup {
    /// What is in force for these paths.
    pub(crate) fn settings(&self, paths: &[PathBuf]) -> Result<Settings> {
        self.with(paths, Flags::default())
    }

    /// Where a configuration may lie.
    pub(crate) fn places(&self, paths: &[PathBuf]) -> Vec<PathBuf> {
        match &self.config {
            Some(path) => vec![path.clone()],
            None => paths.iter().flat_map(|path| places(path)).collect(),
        }
    }

    fn with(&self, paths: &[PathBuf], rest: Flags) -> Result<Settings> {
        let flags = Flags {
            prefer: self.prefer.map(|prefer| match prefer {
                PreferArg::Past => Prefer::Past,
                PreferArg::Future => Prefer::Future,
            }),
            profile: self.profile.map(|profile| match profile {
                ProfileArg::Strict => Profile::Strict,
                ProfileArg::News => Profile::News,
                ProfileArg::Loose => Profile::Loose,
            }),
            ..rest
        };
        let file = match &self.config {
            Some(path) => Some(path.clone()),
            None => beside(paths)?,
        };
        Ok(Settings::new(&flags, file.as_deref().map(read).transpose()?))
    }
}

impl View {
    /// What is in force for these paths, with what is shown.
    pub(crate) fn settings(&self, setup: &Setup, paths: &[PathBuf]) -> Result<Settings> {
        let shown = |path: &PathBuf| path.display().to_string();
        let flags = Flags {
            persona: self.persona.map(|persona| match persona {
                PersonaArg::Desk => Persona::Desk,
                PersonaArg::Analyst => Persona::Analyst,
                PersonaArg::Auditor => Persona::Auditor,
            }),
            min_severity: self.min_severity.map(Severity::from),
            sections: self.sections.map(|sections| match sections {
                SectionsArg::Few => Sections::Few,
                SectionsArg::Usual => Sections::Usual,
                SectionsArg::All => Sections::All,
            }),
            fail_on: self.fail_on.map(Severity::from),
            baseline: self.baseline.as_ref().map(shown),
            decisions: self.decided.decisions.as_ref().map(shown),
            ..Flags::default()
        };
        setup.with(paths, flags)
    }
}

impl Decided {
    /// The decisions file of this run, and whether somebody named it.
    pub(crate) fn file(&self, settings: &Settings) -> (PathBuf, bool) {
        if let Some(path) = &self.decisions {
            return (path.clone(), true);
        }
        match place(settings, &settings.decisions) {
            Some(path) => (path, true),
            None => (folder(settings).join(decisions::FILE), false),
        }
    }

    /// Today. This is the one place where the clock is read, and only the comparison with last days uses it.
    pub(crate) fn today(&self) -> Result<Day> {
        if let Some(today) = self.today {
            return Ok(today);
        }
        let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
            Ok(epoch) => epoch
                .trim()
                .parse()
                .with_context(|| format!("SOURCE_DATE_EPOCH is {epoch:?}: set it to seconds since 1970"))?,
            Err(_) => {
                let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
                i64::try_from(since.context("the clock stands before 1970: give --today")?.as_secs())?
            }
        };
        decisions::day_of(seconds).context("the day is beyond the calendar: give --today")
    }
}

/// The baseline of this run.
pub(crate) fn baseline(settings: &Settings) -> Option<PathBuf> {
    place(settings, &settings.baseline)
}

/// A path of a flag as it is; one of the configuration file relative to that file.
fn place(settings: &Settings, path: &Setting<Option<String>>) -> Option<PathBuf> {
    let value = path.value.as_deref()?;
    Some(match path.origin {
        Origin::Line(_) => folder(settings).join(value),
        _ => PathBuf::from(value),
    })
}

/// Where the configuration file lies; here, where there is none.
fn folder(settings: &Settings) -> &Path {
    settings.file.as_ref().and_then(|file| Path::new(&file.path).parent()).unwrap_or(Path::new(""))
}

/// Where a configuration for this path may lie, the nearest first.
fn places(path: &Path) -> Vec<PathBuf> {
    let parent = match path.components().next_back() {
        Some(std::path::Component::Normal(_)) => path.parent().unwrap_or(Path::new("")).to_owned(),
        _ => path.join(".."),
    };
    if path.as_os_str() == "-" {
        vec![PathBuf::from(FILE)]
    } else if path.is_dir() {
        vec![path.join(FILE), parent.join(FILE)]
    } else {
        vec![parent.join(FILE)]
    }
}

/// The configuration in a folder given, or beside the folder or file given.
fn beside(paths: &[PathBuf]) -> Result<Option<PathBuf>> {
    let mut found: Vec<PathBuf> = Vec::new();
    for path in paths {
        let Some(file) = places(path).into_iter().find(|place| place.is_file()) else { continue };
        let same = |other: &PathBuf| other.canonicalize().ok() == file.canonicalize().ok();
        if !found.iter().any(same) {
            found.push(file);
        }
    }
    if let [first, second, ..] = found.as_slice() {
        bail!(
            "there are two configurations, {} and {}: choose one with --config",
            first.display(),
            second.display()
        );
    }
    Ok(found.pop())
}

/// Reads a configuration; every problem in it is named on standard error.
fn read(path: &Path) -> Result<settings::File> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).with_context(|| format!("cannot read the configuration {name}"))?;
    let file = ingest::input_file(&name, &bytes);
    let text =
        String::from_utf8(bytes).map_err(|_| anyhow::anyhow!("{name} is not UTF-8: save it as UTF-8"))?;
    match settings::parse(&name, text.strip_prefix('\u{FEFF}').unwrap_or(&text)) {
        Ok(parsed) => Ok(parsed.from_file(file)),
        Err(problems) => Err(output::all_problems(&name, &problems)),
    }
}
