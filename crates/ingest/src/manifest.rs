//! `manifest.toml`: what is known of the files in its folder.

use std::collections::BTreeMap;
use std::path::Path;

use crosscheck_model::report::InputFile;
use toml::de::{DeTable, DeValue};

use crate::digest::input_file;
use crate::fields::Fields;
use crate::reading::explain;

/// The tables of a manifest by the path they name.
#[derive(Debug, Default)]
pub(crate) struct Manifest {
    entries: BTreeMap<String, Entry>,
    /// The file it was read from.
    pub file: Option<InputFile>,
}

#[derive(Debug)]
struct Entry {
    fields: Fields,
    place: String,
    taken: bool,
}

/// Where something is wrong, and what.
pub(crate) type Problems = Vec<(String, String)>;

impl Manifest {
    /// The file's name.
    pub(crate) const NAME: &'static str = "manifest.toml";

    /// Reads the manifest of a folder; an empty one where there is none.
    pub(crate) fn beside(folder: &Path) -> (Self, Problems) {
        let path = folder.join(Self::NAME);
        let name = path.display().to_string();
        let mut file = None;
        let text = match std::fs::read(&path) {
            Ok(bytes) => {
                file = Some(input_file(&name, &bytes));
                String::from_utf8(bytes).map_err(|_| "is not UTF-8; save it as UTF-8".to_owned())
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Self::default().with(Vec::new());
            }
            Err(error) => Err(explain(&error)),
        };
        let (manifest, problems) = match text {
            Ok(text) => Self::parse(&name, &text),
            Err(reason) => Self::default().with(vec![(name, reason)]),
        };
        (Self { file, ..manifest }, problems)
    }

    fn with(self, problems: Problems) -> (Self, Problems) {
        (self, problems)
    }

    /// Reads a manifest; what is wrong is told, and the rest holds.
    fn parse(name: &str, text: &str) -> (Self, Problems) {
        let mut manifest = Self::default();
        let mut problems = Vec::new();
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let place = |at: usize| format!("{name}:{}", 1 + text[..at.min(text.len())].matches('\n').count());
        let (root, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let at = error.span().map_or(0, |span| span.start);
            let message = error.message().trim().replace('\n', ", ");
            problems.push((place(at), format!("is no TOML here: {message}; mend this line")));
        }
        if !errors.is_empty() {
            // What a parser saves from a broken file may belong to another document.
            return manifest.with(problems);
        }
        for (key, value) in root.get_ref() {
            let at = place(key.span().start);
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("document", DeValue::Array(tables)) => {
                    for table in tables.iter() {
                        match table.get_ref() {
                            DeValue::Table(entry) => {
                                manifest.entry(&place, table.span().start, entry, &mut problems);
                            }
                            _ => problems.push((
                                place(table.span().start),
                                "`document` holds something that is no table; write [[document]]".to_owned(),
                            )),
                        }
                    }
                }
                ("document", _) => {
                    problems
                        .push((at, "`document` is one table; write [[document]] for each file".to_owned()));
                }
                (key, _) => {
                    problems
                        .push((at, format!("unknown key `{key}`; the manifest holds [[document]] tables")));
                }
            }
        }
        manifest.with(problems)
    }

    fn entry(
        &mut self,
        place: &dyn Fn(usize) -> String,
        at: usize,
        table: &DeTable<'_>,
        problems: &mut Problems,
    ) {
        let mut fields = Fields::default();
        let mut path = None;
        for (key, value) in table {
            let here = place(key.span().start);
            let key = key.get_ref().as_ref();
            let word = match value.get_ref() {
                DeValue::String(word) => word.to_string(),
                // A date may be written without quotes.
                DeValue::Datetime(date) if key == "published" => date.to_string(),
                other => {
                    let reason =
                        format!("`{key}` is of type {}; write it as a string in quotes", other.type_str());
                    problems.push((here, reason));
                    continue;
                }
            };
            if key == "path" {
                path = Some(word);
                continue;
            }
            match fields.set(key, &word) {
                Ok(true) => {}
                Ok(false) => {
                    let known = Fields::NAMES.join(", ");
                    problems.push((here, format!("unknown key `{key}`; known are path, {known}")));
                }
                Err(reason) => problems.push((here, reason)),
            }
        }
        let place = place(at);
        match path {
            None => {
                problems.push((place, "a [[document]] without `path`; name the file it describes".to_owned()))
            }
            Some(path) => {
                let path = clean(&path);
                if let Some(first) = self.entries.get(&path) {
                    let reason =
                        format!("describes {path:?} a second time, first at {}; keep one", first.place);
                    problems.push((place, reason));
                } else {
                    self.entries.insert(path, Entry { fields, place, taken: false });
                }
            }
        }
    }

    /// What is said of the file at this path under the manifest's folder.
    pub(crate) fn take(&mut self, path: &str) -> Option<Fields> {
        let entry = self.entries.get_mut(&clean(path))?;
        entry.taken = true;
        Some(entry.fields.clone())
    }

    /// Entries that no file answered to.
    pub(crate) fn unmatched(self) -> Problems {
        let mut left: Vec<_> = self.entries.into_iter().filter(|(_, entry)| !entry.taken).collect();
        left.sort_by(|a, b| a.1.place.len().cmp(&b.1.place.len()).then_with(|| a.1.place.cmp(&b.1.place)));
        left.into_iter()
            .map(|(path, entry)| {
                (
                    entry.place,
                    format!("names {path:?}, which matches no document of this folder; correct the path"),
                )
            })
            .collect()
    }
}

/// A path without "./" and with slashes alike on every system.
fn clean(path: &str) -> String {
    let path = path.replace('\\', "/");
    path.split('/').filter(|part| !part.is_empty() && *part != ".").collect::<Vec<_>>().join("/")
}
