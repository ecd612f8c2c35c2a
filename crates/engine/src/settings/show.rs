//! `crosscheck config`: what is in force, as a configuration file that gives the same, with the origin of each value.

use std::fmt::Write as _;

use crosscheck_reconciler::Config;

use super::{Choice, Origin, Setting, Settings};

/// Writes the settings as TOML; what is unset stands as a comment.
pub fn show(settings: &Settings) -> String {
    let name = settings.file.as_ref().map(|file| file.path.as_str());
    let mut page = Page { name: name.unwrap_or_default(), out: String::new() };
    match name {
        Some(name) => page.line(&format!("# in force with {name}"), ""),
        None => page.line("# no crosscheck.toml was found", ""),
    }
    fn quoted(word: &str) -> String {
        toml::Value::from(word).to_string()
    }
    page.set("persona", settings.persona, |value| Some(quoted(value.name())));
    page.set("prefer", settings.prefer, |value| Some(quoted(value.name())));
    page.set("profile", settings.profile, |value| Some(quoted(value.name())));
    page.set("min-severity", settings.min_severity, |value| value.map(|level| quoted(level.name())));
    page.set("fail-on", settings.fail_on, |value| value.map(|level| quoted(level.name())));
    page.set("sections", settings.sections, |value| Some(quoted(value.name())));
    page.set("baseline", settings.baseline.clone(), |value| value.map(|path| quoted(&path)));
    page.set("decisions", settings.decisions.clone(), |value| value.map(|path| quoted(&path)));
    if settings.reconciler.policy.is_none() {
        page.line("# policy is not set", "default");
    }
    let config = &settings.reconciler;
    // Strings, whole numbers and lists of flat tables are all TOML.
    let toml = |config: Config| toml::to_string(&config).unwrap_or_default();
    for (table, line) in &settings.tables {
        let only = match *table {
            "policy" => Config { policy: config.policy, ..Config::default() },
            "measure" => Config { measure: config.measure.clone(), ..Config::default() },
            "event" => Config { event: config.event.clone(), ..Config::default() },
            "bridge" => Config { bridge: config.bridge.clone(), ..Config::default() },
            _ => Config { tolerance: config.tolerance.clone(), ..Config::default() },
        };
        let origin = page.origin(Origin::Line(*line));
        if *table == "policy" {
            page.line(toml(only).trim_end(), &origin);
        } else {
            let _ = write!(page.out, "\n# {origin}\n{}", toml(only));
        }
    }
    page.out
}

struct Page<'a> {
    name: &'a str,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, text: &str, origin: &str) {
        if origin.is_empty() {
            self.out.push_str(text);
        } else {
            // Writing to a string never fails.
            let _ = write!(self.out, "{text:32} # {origin}");
        }
        self.out.push('\n');
    }

    fn set<T>(&mut self, key: &str, setting: Setting<T>, value: impl Fn(T) -> Option<String>) {
        let origin = self.origin(setting.origin);
        let text = value(setting.value)
            .map_or_else(|| format!("# {key} is not set"), |value| format!("{key} = {value}"));
        self.line(&text, &origin);
    }

    fn origin(&self, origin: Origin) -> String {
        match origin {
            Origin::Default => "default".to_owned(),
            Origin::Persona(persona) => format!("persona {}", persona.name()),
            Origin::Line(line) => format!("{}:{line}", self.name),
            Origin::Flag => "flag".to_owned(),
        }
    }
}
