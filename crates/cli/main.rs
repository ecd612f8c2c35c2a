//! The command line of crosscheck: arguments in, files and exit codes out.

mod args;
mod commands;
mod exit;
mod output;
mod progress;
mod setup;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let args = args::Args::parse();
    match commands::run(args) {
        Ok(exit) => exit.into(),
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&format!("error: {error:#}"));
            exit::Exit::Usage.into()
        }
    }
}
