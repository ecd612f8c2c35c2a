//! Whether a report comes out again: what was made of the same inputs then and now, side by side.

use std::collections::BTreeMap;

use crosscheck_model::report::{InputFile, LeftOut};
use crosscheck_model::{Finding, Report};
use serde::Serialize;

/// Differences named of one sort, before "and 12 more".
const NAMED: usize = 20;

/// What does not hold of a report any more.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    /// Differences, a line each, from cause to effect: program, configuration, inputs, findings.
    pub differences: Vec<String>,
    /// Whether an input of the report cannot be read any more.
    pub missing: bool,
}

/// Compares a saved report with one made now from the same paths and settings.
///
/// What users decided and what a baseline said are no results and are not compared. `file` is the configuration file of
/// the saved report as it lies there now.
pub fn compare(saved: &Report, now: &Report, file: Option<&InputFile>) -> Verdict {
    let mut verdict = Verdict::default();
    // What was printed and read again lost as much as the saved report did.
    let printed = serde_json::to_string(now).and_then(|text| serde_json::from_str::<Report>(&text));
    let now = &printed.unwrap_or_else(|_| now.clone());
    let then = &saved.provenance;
    if saved.tool != now.tool {
        verdict.say(format!(
            "version: the report was made by {} {}, this is {} {}",
            saved.tool.name, saved.tool.version, now.tool.name, now.tool.version
        ));
    }
    if crate::sha256(then.configuration.toml.as_bytes()) != then.configuration.sha256 {
        verdict.say("configuration: the report's own hash does not fit the settings it names".to_owned());
    } else if then.configuration.sha256 != now.provenance.configuration.sha256 {
        verdict.say("configuration: this program reads the report's settings in another way".to_owned());
    }
    if let Some(known) = &then.configuration.file {
        match file {
            None => verdict.say(format!(
                "configuration: {} is gone; its settings were taken from the report",
                known.path
            )),
            Some(file) if file.sha256 != known.sha256 => verdict.say(format!(
                "configuration: {} has changed; its settings were taken from the report",
                known.path
            )),
            Some(_) => {}
        }
    }
    verdict.inputs(&then.inputs, &now.provenance.inputs);
    verdict.left_out(&saved.left_out, &now.left_out);
    verdict.findings(&saved.findings, &now.findings);
    for (what, same) in [
        ("documents", saved.documents == now.documents),
        ("claims", saved.claims == now.claims),
        ("links", saved.links == now.links),
    ] {
        if !same {
            let counts = match what {
                "documents" => (saved.documents.len(), now.documents.len()),
                "claims" => (saved.claims.len(), now.claims.len()),
                _ => (saved.links.len(), now.links.len()),
            };
            let first =
                first_unlike(what, saved, now).map(|id| format!(", first at {id}")).unwrap_or_default();
            verdict.say(format!("{what}: {} then and {} now, not the same{first}", counts.0, counts.1));
        }
    }
    verdict
}

impl Verdict {
    fn say(&mut self, line: String) {
        self.differences.push(line);
    }

    /// Says the lines, the first of them where they are many.
    fn say_all(&mut self, what: &str, lines: Vec<String>) {
        let more = lines.len().saturating_sub(NAMED);
        self.differences.extend(lines.into_iter().take(NAMED));
        if more > 0 {
            self.say(format!("{what}: and {more} more"));
        }
    }

    fn inputs(&mut self, then: &[InputFile], now: &[InputFile]) {
        let there: BTreeMap<&str, &InputFile> = now.iter().map(|file| (file.path.as_str(), file)).collect();
        let mut lines = Vec::new();
        for file in then {
            match there.get(file.path.as_str()) {
                None => {
                    self.missing = true;
                    lines.push(format!("input: {} cannot be read any more", file.path));
                }
                Some(now) if now.sha256 != file.sha256 => lines.push(format!(
                    "input: {} has changed: SHA-256 {} then, {} now",
                    file.path, file.sha256, now.sha256
                )),
                Some(_) => {}
            }
        }
        let known: BTreeMap<&str, &InputFile> = then.iter().map(|file| (file.path.as_str(), file)).collect();
        lines.extend(
            now.iter()
                .filter(|file| !known.contains_key(file.path.as_str()))
                .map(|file| format!("input: {} was not there then", file.path)),
        );
        self.say_all("input", lines);
    }

    fn left_out(&mut self, then: &[LeftOut], now: &[LeftOut]) {
        let name = |left: &LeftOut| format!("{}: {}", left.path, left.reason);
        let lines = now
            .iter()
            .filter(|left| !then.contains(left))
            .map(|left| format!("left out now: {}", name(left)))
            .chain(
                then.iter()
                    .filter(|left| !now.contains(left))
                    .map(|left| format!("left out then, and not now: {}", name(left))),
            )
            .collect();
        self.say_all("left out", lines);
    }

    fn findings(&mut self, then: &[Finding], now: &[Finding]) {
        fn by_name(findings: &[Finding]) -> BTreeMap<&str, &Finding> {
            findings.iter().map(|finding| (finding.fingerprint.as_str(), finding)).collect()
        }
        let (before, after) = (by_name(then), by_name(now));
        let mut lines = Vec::new();
        for finding in then {
            match after.get(finding.fingerprint.as_str()) {
                None => lines.push(format!(
                    "finding: {} of the report is not found now: {}",
                    finding.id, finding.title
                )),
                Some(now) => {
                    let bare =
                        |finding: &Finding| Finding { baseline: None, decision: None, ..finding.clone() };
                    if bare(finding) != bare(now) {
                        lines.push(format!(
                            "finding: {} reads otherwise now ({}): {}",
                            finding.id, now.id, now.title
                        ));
                    }
                }
            }
        }
        lines.extend(now.iter().filter(|finding| !before.contains_key(finding.fingerprint.as_str())).map(
            |finding| {
                format!("finding: {} is found now and is not in the report: {}", finding.id, finding.title)
            },
        ));
        self.say_all("finding", lines);
    }
}

/// The id of the first entry that is not the same in both.
fn first_unlike(what: &str, then: &Report, now: &Report) -> Option<String> {
    fn first<T: PartialEq + Serialize>(then: &[T], now: &[T]) -> Option<String> {
        let at = then.iter().zip(now).position(|(a, b)| a != b).unwrap_or(then.len().min(now.len()));
        let value = serde_json::to_value(then.get(at).or(now.get(at))?).ok()?;
        Some(value.get("id")?.as_str()?.to_owned())
    }
    match what {
        "documents" => first(&then.documents, &now.documents),
        "claims" => first(&then.claims, &now.claims),
        _ => first(&then.links, &now.links),
    }
}
