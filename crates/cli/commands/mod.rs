//! One module a command.

mod claims;
mod mentions;
mod report;
mod rules;
mod why;

use anyhow::Result;
use crosscheck_engine::ingest::{self, Inputs};

use crate::args::{Args, Command, Read};
use crate::exit::Exit;
use crate::output;

/// Does what was asked.
pub(crate) fn run(args: Args) -> Result<Exit> {
    match args.command {
        Command::Report(args) => report::run(&args),
        Command::Claims(args) => claims::run(&args),
        Command::Mentions(args) => mentions::run(&args),
        Command::Rules => rules::list(),
        Command::Explain { rule } => rules::explain(&rule),
        Command::Why(args) => why::run(&args),
    }
}

/// Reads what can be read and names the rest on standard error.
fn read(args: &Read) -> Inputs {
    let inputs = ingest::read(&args.paths);
    output::complain_of_left_out(&inputs);
    inputs
}

/// The exit code of a run that found nothing it was told to fail on.
fn done(inputs: &Inputs) -> Exit {
    if inputs.left_out.is_empty() { Exit::Done } else { Exit::Partial }
}
