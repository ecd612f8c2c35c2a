//! `crosscheck completions` and `crosscheck man`: what packagers install beside the program.

use anyhow::{Context as _, Result, bail};
use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::args::Args;
use crate::exit::Exit;
use crate::output;

/// The script that completes commands, flags and values in a shell.
pub(crate) fn completions(shell: Shell) -> Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "crosscheck", &mut script);
    output::write(None, |out| Ok(out.write_all(&script)?))?;
    Ok(Exit::Done)
}

/// The manual page of the program or of one command, for `man`.
pub(crate) fn man(command: Option<&str>) -> Result<Exit> {
    let mut root = Args::command();
    root.build();
    let page = match command {
        None => root,
        Some(name) => {
            let Some(found) = root.find_subcommand(name) else {
                let known: Vec<&str> = root.get_subcommands().map(clap::Command::get_name).collect();
                bail!("there is no command {name:?}: there are {}", known.join(", "));
            };
            found.clone()
        }
    };
    let mut out = Vec::new();
    clap_mangen::Man::new(page).render(&mut out).context("a page in memory")?;
    output::write(None, |to| Ok(to.write_all(&out)?))?;
    Ok(Exit::Done)
}
