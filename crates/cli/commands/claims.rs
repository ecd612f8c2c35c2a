//! `crosscheck claims`: every claim as JSON Lines.

use std::path::{Path, PathBuf};

use anyhow::Result;
use crosscheck_engine::report::json;

use super::{done, read};
use crate::args::Lines;
use crate::exit::Exit;
use crate::output;
use crate::progress::Line;

pub(crate) fn run(args: &Lines) -> Result<Exit> {
    let settings = args.read.setup.settings(&args.read.paths)?;
    let inputs = read(&args.read.paths);
    let files: Vec<&Path> = args.output.as_deref().into_iter().collect();
    let config = settings.file.as_ref().map(|file| PathBuf::from(&file.path));
    output::refuse(&files, args.force, &args.read.paths, &inputs, config.as_slice())?;
    let (_, claims) = crosscheck_engine::claims_watched(&inputs.documents, settings.options(), &Line::new());
    output::write(args.output.as_deref(), |out| {
        for claim in &claims {
            out.write_all(json::line(claim)?.as_bytes())?;
        }
        Ok(())
    })?;
    Ok(done(&inputs))
}
