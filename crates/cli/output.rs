//! Writing: standard output, files that are whole or absent, complaints on standard error.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use crosscheck_engine::ingest::Inputs;
use crosscheck_engine::report::{safe, xlsx};

use crate::args::Color;

/// Writes one line to standard error; text from documents and file names can't move the terminal.
pub(crate) fn complain(message: &str) {
    // Nothing is left to tell the user when standard error itself is closed.
    let _ = writeln!(io::stderr().lock(), "crosscheck: {}", safe::text(message));
}

/// Lines of complaints before "and 157 more": a file of the wrong sort has one on every line.
const COMPLAINTS: usize = 20;

/// Names the inputs that were left out, and why.
pub(crate) fn complain_of_left_out(inputs: &Inputs) {
    for left in inputs.left_out.iter().take(COMPLAINTS) {
        complain(&format!("left out: {}: {}", left.path, left.reason));
    }
    let more = inputs.left_out.len().saturating_sub(COMPLAINTS);
    if more > 0 {
        complain(&format!("left out: and {more} more, all of them in `report --format json`"));
    }
}

/// Whether the reader of our output went away, as `head` does.
pub(crate) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io.or(json) == Some(ErrorKind::BrokenPipe)
    })
}

/// Whether to colour what goes to standard output.
///
/// `--color` wins, then `NO_COLOR`, then `CLICOLOR_FORCE`, then whether a person is watching.
pub(crate) fn coloured(choice: Color, to_file: bool) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match choice {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if set("NO_COLOR") => false,
        Color::Auto if set("CLICOLOR_FORCE") => std::env::var_os("CLICOLOR_FORCE").is_some_and(|v| v != "0"),
        Color::Auto => {
            !to_file
                && io::stdout().is_terminal()
                && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
        }
    }
}

/// Writes through `fill` to standard output, or to the whole of a file at once.
pub(crate) fn write(to: Option<&Path>, fill: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    match to {
        None => {
            let mut out = BufWriter::new(io::stdout().lock());
            fill(&mut out)?;
            Ok(out.flush()?)
        }
        Some(path) => write_file(path, fill)
            .with_context(|| format!("cannot write {}: choose another place for the output", path.display())),
    }
}

/// A reader sees the old file or the new one, never half of it: the text goes to a new file beside it, which then takes its name.
fn write_file(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let Some(name) = path.file_name() else { bail!("it is not a file name") };
    if path.is_dir() {
        bail!("it is a folder");
    }
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{}.part", std::process::id()));
    let part = Part(path.with_file_name(hidden));
    let mut out = BufWriter::new(OpenOptions::new().write(true).create_new(true).open(&part.0)?);
    fill(&mut out)?;
    let file: File = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()?;
    fs::rename(&part.0, path)?;
    Ok(())
}

/// The unfinished file; gone when the work fails.
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        // After the rename there is nothing to remove, which is no error.
        let _ = fs::remove_file(&self.0);
    }
}

/// Refuses an output that is one of the inputs, or that holds something else than a former output.
pub(crate) fn refuse(output: &Path, force: bool, paths: &[PathBuf], inputs: &Inputs) -> Result<()> {
    let Ok(target) = output.canonicalize() else { return Ok(()) };
    let documents = inputs.documents.iter().map(|document| Path::new(&document.path));
    let manifests = paths.iter().map(|path| path.join("manifest.toml"));
    let same = |path: &Path| path.canonicalize().is_ok_and(|path| path == target);
    if paths.iter().any(|path| path.is_file() && same(path))
        || documents.into_iter().any(same)
        || manifests.into_iter().any(|path| same(&path))
    {
        bail!("{} is one of the inputs and would be lost: choose another output", output.display());
    }
    if !force && output.is_file() && !is_former_output(output) {
        bail!(
            "{} exists and is no former report: choose another output, or overwrite it with --force",
            output.display()
        );
    }
    Ok(())
}

/// Whether the file is one of ours, or empty: each of our formats has its mark.
fn is_former_output(path: &Path) -> bool {
    const BEGINNINGS: [&str; 8] = [
        "crosscheck ",
        "{\"id\":\"c1\",",
        "{\"document\":\"",
        "id,file,line,column,quote,",
        "id,relation,severity,",
        "id,severity,status,",
        "# Cross-check of ",
        "digraph crosscheck ",
    ];
    const MARKS: [&str; 7] = [
        "<meta name=\"generator\" content=\"crosscheck report\">",
        "\"crosscheck.report/",
        "\"crosscheck/v1\"",
        "\"name\": \"crosscheck\"",
        "<graph id=\"crosscheck\"",
        "<creator>crosscheck</creator>",
        "\"urn:crosscheck:report\"",
    ];
    let Ok(bytes) = fs::read(path) else { return false };
    if xlsx::is_ours(&bytes) {
        return true;
    }
    let Ok(text) = String::from_utf8(bytes) else { return false };
    let concise = |line: &str| {
        ["gross", "discrepancy", "tension", "note"].iter().any(|s| line.contains(&format!(": {s}: ")))
    };
    let github = |line: &str| line.starts_with("::") && line.contains(" file=");
    text.is_empty()
        || BEGINNINGS.iter().any(|beginning| text.starts_with(beginning))
        || MARKS.iter().any(|mark| text.contains(mark))
        || text.lines().all(concise)
        || text.lines().all(github)
}
