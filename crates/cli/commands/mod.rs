//! One module a command.

mod accept;
mod claims;
mod config;
mod mentions;
mod report;
mod rules;
mod shell;
pub(crate) mod test;
mod verify;
mod watch;
mod why;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use crosscheck_engine::ingest::{self, Inputs};
use crosscheck_engine::model::Report;
use crosscheck_engine::model::report::InputFile;
use crosscheck_engine::settings::Settings;

use crate::args::{Args, Command};
use crate::exit::Exit;
use crate::output;
use crate::progress::Line;

/// Does what was asked.
pub(crate) fn run(args: Args) -> Result<Exit> {
    match args.command {
        Command::Report(args) if args.watch => watch::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Claims(args) => claims::run(&args),
        Command::Mentions(args) => mentions::run(&args),
        Command::Rules => rules::list(),
        Command::Explain { rule } => rules::explain(&rule),
        Command::Why(args) => why::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Accept(args) => accept::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Config(args) => config::run(&args),
        Command::Completions { shell } => shell::completions(shell),
        Command::Man { command } => shell::man(command.as_deref()),
    }
}

/// Reads what can be read and names the rest on standard error.
fn read(paths: &[PathBuf]) -> Inputs {
    let inputs = ingest::read(paths);
    output::complain_of_left_out(&inputs);
    inputs
}

/// Checks what was read.
fn check(inputs: &Inputs, paths: &[PathBuf], settings: &Settings) -> Report {
    let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    crosscheck_engine::run(inputs, &paths, settings, &Line::new())
}

/// Reads a report saved with `--format json`.
fn saved(path: &Path) -> Result<(Report, InputFile)> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {name}"))?;
    let file = ingest::input_file(&name, &bytes);
    let text = String::from_utf8_lossy(&bytes);
    let report = crosscheck_engine::baseline::saved(&name, &text).map_err(anyhow::Error::msg)?;
    Ok((report, file))
}

/// The exit code of a run that found nothing it was told to fail on.
fn done(inputs: &Inputs) -> Exit {
    if inputs.left_out.is_empty() { Exit::Done } else { Exit::Partial }
}
