//! `crosscheck mentions`: every quantity and temporal expression as JSON Lines.

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
    let options = args.read.options();
    output::write(args.output.as_deref(), |out| {
        for input in &inputs.documents {
            let (_, _, mentions) = crosscheck_engine::mentions(input, options);
            for mention in &mentions {
                let line = json::MentionLine::new(&input.path, &input.text, mention);
                out.write_all(json::line(&line)?.as_bytes())?;
            }
        }
        Ok(())
    })?;
    Ok(done(&inputs))
}
