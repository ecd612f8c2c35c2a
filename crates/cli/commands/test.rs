//! `crosscheck test`: a folder of case pages, small documents with the links expected between them.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use crosscheck_casetest as casetest;
use crosscheck_engine::report::safe;

use crate::exit::Exit;
use crate::output;

/// What `crosscheck test` is told.
#[derive(Debug, clap::Args)]
pub(crate) struct Test {
    /// Case pages (Markdown), or folders of them.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Write the links found in place of those expected.
    #[arg(long)]
    update: bool,
}

pub(crate) fn run(args: &Test) -> Result<Exit> {
    let mut pages = Vec::new();
    for path in &args.paths {
        collect(path, &mut pages)?;
    }
    let (mut cases, mut failed, mut told) = (0, 0, Vec::new());
    for path in &pages {
        let name = path.display();
        let page = std::fs::read_to_string(path).with_context(|| format!("{name} cannot be read"))?;
        let wrong = |error: casetest::PageError| anyhow::anyhow!("{name}:{}: {}", error.line, error.message);
        cases += casetest::parse(&page).map_err(wrong)?.iter().filter(|case| case.links.is_some()).count();
        let failures = casetest::run(&page).map_err(wrong)?;
        failed += failures.len();
        told.extend(failures.iter().map(|failure| format!("{name}:{failure}")));
        if args.update && !failures.is_empty() {
            let updated = casetest::updated(&page).map_err(wrong)?;
            output::write(Some(path), |out| Ok(out.write_all(updated.as_bytes())?))?;
        }
    }
    if cases == 0 {
        bail!(
            "there is no case in what was given: a case is a heading `## ...` with a fence ```links below it"
        );
    }
    output::write(None, |out| {
        for line in told.iter().flat_map(|failure| failure.lines()) {
            writeln!(out, "{}", safe::text(line))?;
        }
        let outcome = match (failed, args.update) {
            (0, _) => "all as expected".to_owned(),
            (failed, true) => format!("{failed} updated"),
            (failed, false) => format!("{failed} failed; --update writes what was found"),
        };
        Ok(writeln!(out, "{cases} cases on {} pages: {outcome}", pages.len())?)
    })?;
    Ok(if failed > 0 && !args.update { Exit::Found } else { Exit::Done })
}

/// A page, or the pages of a folder and its folders, by name.
fn collect(path: &Path, pages: &mut Vec<PathBuf>) -> Result<()> {
    if !path.is_dir() {
        pages.push(path.to_owned());
        return Ok(());
    }
    let read = || format!("{} cannot be read", path.display());
    let entries: std::io::Result<Vec<_>> =
        std::fs::read_dir(path).with_context(read)?.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut entries = entries.with_context(read)?;
    entries.sort();
    for entry in entries {
        if entry.is_dir() || entry.extension().is_some_and(|extension| extension == "md") {
            collect(&entry, pages)?;
        }
    }
    Ok(())
}
