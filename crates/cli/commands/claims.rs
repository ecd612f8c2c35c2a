//! `crosscheck claims`: every claim as JSON Lines.

use anyhow::Result;
use crosscheck_engine::report::json;

use super::{done, read};
use crate::args::Lines;
use crate::exit::Exit;
use crate::output;

pub(crate) fn run(args: &Lines) -> Result<Exit> {
    let inputs = read(&args.read);
    if let Some(path) = &args.output {
        output::refuse(path, args.force, &args.read.paths, &inputs)?;
    }
    let (_, claims) = crosscheck_engine::claims(&inputs.documents, args.read.options());
    output::write(args.output.as_deref(), |out| {
        for claim in &claims {
            out.write_all(json::line(claim)?.as_bytes())?;
        }
        Ok(())
    })?;
    Ok(done(&inputs))
}
