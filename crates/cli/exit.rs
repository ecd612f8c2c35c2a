//! What the exit code says to the calling program.

use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// The work is done, whatever was found.
    Done,
    /// `--fail-on` was given and something of that level was found.
    Found,
    /// Wrong usage or configuration; nothing was checked.
    Usage,
    /// Some input could not be read; the rest was checked.
    Partial,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Found => 1,
            Exit::Usage => 2,
            Exit::Partial => 3,
        })
    }
}
