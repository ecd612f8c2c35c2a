//! `crosscheck mentions`: every quantity and temporal expression as JSON Lines, or the times marked in the text.

use std::path::{Path, PathBuf};

use anyhow::Result;
use crosscheck_engine::report::{json, timeml};

use super::{done, read};
use crate::args::{MentionFormat, Mentions};
use crate::exit::Exit;
use crate::output;

pub(crate) fn run(args: &Mentions) -> Result<Exit> {
    let format = args.format;
    let args = &args.lines;
    let settings = args.read.setup.settings(&args.read.paths)?;
    let inputs = read(&args.read.paths);
    let files: Vec<&Path> = args.output.as_deref().into_iter().collect();
    let config = settings.file.as_ref().map(|file| PathBuf::from(&file.path));
    output::refuse(&files, args.force, &args.read.paths, &inputs, config.as_slice())?;
    let options = settings.options();
    output::write(args.output.as_deref(), |out| {
        for input in &inputs.documents {
            if format == MentionFormat::Timeml {
                let (_, _, mentions) = crosscheck_engine::mentions(input, options);
                out.write_all(timeml::write(&input.text, &mentions).as_bytes())?;
                continue;
            }
            crosscheck_engine::each_mention(input, options, |mention| {
                let line = json::MentionLine::new(&input.path, &input.text, mention);
                out.write_all(json::line(&line)?.as_bytes())?;
                anyhow::Ok(())
            })?;
        }
        Ok(())
    })?;
    Ok(done(&inputs))
}
