//! `crosscheck report`: the main job.

use anyhow::Result;
use crosscheck_engine::model::Severity;
use crosscheck_engine::report::{Corpus, json, text};

use super::{done, read};
use crate::args::{Format, Report};
use crate::exit::Exit;
use crate::output;

pub(crate) fn run(args: &Report) -> Result<Exit> {
    let inputs = read(&args.read);
    if let Some(path) = &args.output {
        output::refuse_input(path, &args.read.paths, &inputs)?;
    }
    let mut report = crosscheck_engine::check(&inputs.documents, args.read.options());
    report.left_out.clone_from(&inputs.left_out);
    let texts: Vec<&str> = inputs.documents.iter().map(|input| input.text.as_str()).collect();
    let written = match args.format {
        Format::Text => {
            let options = text::Options {
                width: usize::from(args.look.width),
                colour: output::coloured(args.look.color, args.output.is_some()),
                ..text::Options::default()
            };
            text::render(&Corpus::new(&report, &texts), &options)
        }
        Format::Json => json::pretty(&report)?,
    };
    output::write(args.output.as_deref(), |out| Ok(out.write_all(written.as_bytes())?))?;
    let fail_on = args.fail_on.map(Severity::from);
    // The gravest severity is the smallest.
    if fail_on.is_some_and(|level| report.findings.iter().any(|finding| finding.severity <= level)) {
        return Ok(Exit::Found);
    }
    Ok(done(&inputs))
}
