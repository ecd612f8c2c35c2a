//! Writing: standard output, files that are whole or absent, complaints on standard error.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use crosscheck_engine::ingest::{self, Inputs};
use crosscheck_engine::report::{safe, xlsx};

use crate::args::Color;

/// Writes one line to standard error; text from documents and file names can't move the terminal.
pub(crate) fn complain(message: &str) {
    // Nothing is left to tell the user when standard error itself is closed.
    let _ = writeln!(io::stderr().lock(), "crosscheck: {}", safe::text(message));
}

/// Names every problem of a file, and gives the error that ends the run.
pub(crate) fn all_problems(name: &str, problems: &[String]) -> anyhow::Error {
    for problem in problems.iter().take(COMPLAINTS) {
        complain(problem);
    }
    let places = if problems.len() == 1 { "one place" } else { "some places" };
    anyhow::anyhow!("{name} is wrong in {places}; nothing was done")
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
        Some(path) if is_device(path) => {
            let open = || OpenOptions::new().write(true).open(path);
            let mut out = BufWriter::new(open().with_context(|| cannot_write(path))?);
            fill(&mut out)?;
            out.flush().with_context(|| cannot_write(path))
        }
        Some(path) => Part::new(path, fill)?.put(),
    }
}

/// Whether an output is neither a file nor a folder: `/dev/null` or a pipe is written to, and never replaced by a file of its name.
fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|known| !known.is_file() && !known.is_dir())
}

/// Writes several outputs: all of them, or no file at all when one cannot be written; standard output comes last.
pub(crate) fn write_all(outputs: &[(Option<&Path>, Vec<u8>)]) -> Result<()> {
    let mut parts = Vec::new();
    for (path, bytes) in outputs {
        if let Some(path) = path.filter(|path| !is_device(path)) {
            parts.push(Part::new(path, |out| Ok(out.write_all(bytes)?))?);
        }
    }
    parts.into_iter().try_for_each(Part::put)?;
    for (path, bytes) in outputs.iter().filter(|(path, _)| path.is_none_or(is_device)) {
        write(*path, |out| Ok(out.write_all(bytes)?))?;
    }
    Ok(())
}

/// A finished file that does not have its name yet; gone when it never gets it.
///
/// A reader sees the old file or the new one, never half of it: the text goes to a new file beside it, which then takes its name.
struct Part<'a> {
    hidden: PathBuf,
    path: &'a Path,
}

impl<'a> Part<'a> {
    fn new(path: &'a Path, fill: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<Self> {
        let make = || -> Result<Self> {
            let Some(name) = path.file_name() else { bail!("it is not a file name") };
            if path.is_dir() {
                bail!("it is a folder");
            }
            let mut hidden = std::ffi::OsString::from(".");
            hidden.push(name);
            hidden.push(format!(".{}.part", std::process::id()));
            let hidden = path.with_file_name(hidden);
            let mut out = BufWriter::new(OpenOptions::new().write(true).create_new(true).open(&hidden)?);
            let part = Self { hidden, path };
            fill(&mut out)?;
            let file: File = out.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.sync_all()?;
            Ok(part)
        };
        make().with_context(|| cannot_write(path))
    }

    fn put(self) -> Result<()> {
        fs::rename(&self.hidden, self.path).with_context(|| cannot_write(self.path))
    }
}

impl Drop for Part<'_> {
    fn drop(&mut self) {
        // After the rename there is nothing to remove, which is no error.
        let _ = fs::remove_file(&self.hidden);
    }
}

fn cannot_write(path: &Path) -> String {
    format!("cannot write {}: choose another place for the output", path.display())
}

/// Refuses an output that is one of the inputs, that is meant twice, that the next run would take for a document, or that
/// holds something else than a former output. `others` are files that are read beside the documents.
pub(crate) fn refuse(
    outputs: &[&Path],
    force: bool,
    paths: &[PathBuf],
    inputs: &Inputs,
    others: &[PathBuf],
) -> Result<()> {
    let inputs: BTreeSet<PathBuf> = paths
        .iter()
        .filter(|path| path.is_file())
        .chain(others)
        .filter_map(|path| path.canonicalize().ok())
        .chain(inputs.files.iter().filter_map(|file| Path::new(&file.path).canonicalize().ok()))
        .chain(inputs.left_out.iter().filter_map(|left| Path::new(&left.path).canonicalize().ok()))
        .filter(|path| path.is_file())
        .collect();
    let folders: Vec<PathBuf> =
        paths.iter().filter(|path| path.is_dir()).filter_map(|path| path.canonicalize().ok()).collect();
    let mut seen = BTreeSet::new();
    for output in outputs {
        let shown = output.display();
        let target = true_place(output);
        if !seen.insert(target.clone()) {
            bail!("{shown} is named for two outputs: give each its own file");
        }
        if inputs.contains(&target) {
            bail!("{shown} is one of the inputs and would be lost: choose another output");
        }
        if !force && folders.iter().any(|folder| target.starts_with(folder)) && ingest::is_document(&target) {
            bail!(
                "{shown} would be read as a document by the next run: choose a place outside the folder, or write it \
                 with --force"
            );
        }
        if !force && target.is_file() && !is_former_output(&target) {
            bail!(
                "{shown} exists and is no former report: choose another output, or overwrite it with --force"
            );
        }
    }
    Ok(())
}

/// The file behind links; for a file that is not there yet, its name in the true folder.
fn true_place(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        path.file_name().map_or_else(|| folder.clone(), |name| folder.join(name))
    })
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
