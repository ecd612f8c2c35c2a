//! `crosscheck config`: what is in force, and where each value came from.

use std::path::PathBuf;

use anyhow::Result;
use crosscheck_engine::report::safe;
use crosscheck_engine::settings;

use crate::args::Config;
use crate::exit::Exit;
use crate::output;

pub(crate) fn run(args: &Config) -> Result<Exit> {
    let here = [PathBuf::from(".")];
    let paths = if args.paths.is_empty() { &here[..] } else { &args.paths };
    let settings = args.view.settings(&args.setup, paths)?;
    output::write(None, |out| {
        for line in settings::show(&settings).lines() {
            writeln!(out, "{}", safe::text(line))?;
        }
        Ok(())
    })?;
    Ok(Exit::Done)
}
