//! `crosscheck verify`: whether a saved report comes out again.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use crosscheck_engine::settings::{self, Flags, Settings};
use crosscheck_engine::{ingest, verify};

use super::{check, read, saved};
use crate::args::Verify;
use crate::exit::Exit;
use crate::output;

pub(crate) fn run(args: &Verify) -> Result<Exit> {
    let name = args.report.display().to_string();
    let (report, _) = saved(&args.report)?;
    let then = &report.provenance;
    if then.paths.is_empty() {
        bail!("{name} does not say from which paths it was made: make the report again");
    }
    let recorded = settings::parse(&format!("{name}, configuration"), &then.configuration.toml)
        .map_err(|problems| output::all_problems(&name, &problems))?;
    let settings = Settings::new(&Flags::default(), Some(recorded));
    let paths: Vec<PathBuf> = then.paths.iter().map(PathBuf::from).collect();
    let inputs = read(&paths);
    let now = check(&inputs, &paths, &settings);
    let file = then.configuration.file.as_ref().and_then(|file| {
        let bytes = std::fs::read(Path::new(&file.path)).ok()?;
        Some(ingest::input_file(&file.path, &bytes))
    });
    let verdict = verify::compare(&report, &now, file.as_ref());
    output::write(None, |out| {
        for line in &verdict.differences {
            writeln!(out, "{}", crosscheck_engine::report::safe::text(line))?;
        }
        let (findings, documents) = (report.findings.len(), report.documents.len());
        match verdict.differences.len() {
            0 => {
                writeln!(out, "{findings} findings of {documents} documents come out again, the same in all")?
            }
            1 => writeln!(out, "1 difference")?,
            many => writeln!(out, "{many} differences")?,
        }
        Ok(())
    })?;
    Ok(match (verdict.missing, verdict.differences.is_empty()) {
        (true, _) => Exit::Partial,
        (false, false) => Exit::Found,
        (false, true) => Exit::Done,
    })
}
