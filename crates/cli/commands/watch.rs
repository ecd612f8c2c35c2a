//! `crosscheck report --watch`: once more whenever an input changes.
//!
//! Times and sizes of the files are looked at twice a second: that sees changes on every file system, network shares
//! among them, and needs nothing of the operating system.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use anyhow::{Result, bail};
use crosscheck_engine::ingest;

use super::report;
use crate::args::Report;
use crate::exit::Exit;
use crate::output;
use crate::setup;

/// Between two looks.
const EVERY: Duration = Duration::from_millis(500);

/// What tells that a file was written: its time and its size.
type Look = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// Never ends by itself, unless the first run cannot even begin.
pub(crate) fn run(args: &Report) -> Result<Exit> {
    if args.read.paths.iter().any(|path| path.as_os_str() == "-") {
        bail!("standard input cannot be watched: give files or folders");
    }
    let mut seen = look(args);
    report::run(args)?;
    output::complain(&format!("watching {} files; Ctrl-C ends", seen.len()));
    loop {
        std::thread::sleep(EVERY);
        let mut now = look(args);
        if now == seen {
            continue;
        }
        // Whoever writes a file may still be at it.
        loop {
            std::thread::sleep(EVERY / 5);
            let settled = look(args);
            if settled == now {
                break;
            }
            now = settled;
        }
        output::complain(&format!("{}; checking again", changed(&seen, &now)));
        seen = now;
        if let Err(error) = report::run(args) {
            if output::is_broken_pipe(&error) {
                return Err(error);
            }
            output::complain(&format!("error: {error:#}"));
        }
    }
}

fn look(args: &Report) -> Look {
    let mut files = ingest::files(&args.read.paths);
    // A configuration that is broken right now is watched by the places it may lie in.
    if let Ok(settings) = args.view.settings(&args.read.setup, &args.read.paths) {
        files.extend(setup::baseline(&settings));
        files.push(args.view.decided.file(&settings).0);
    }
    files.extend(args.read.setup.places(&args.read.paths));
    files
        .into_iter()
        .filter_map(|file| {
            let metadata: Metadata = file.metadata().ok()?;
            Some((file, (metadata.modified().ok(), metadata.len())))
        })
        .collect()
}

/// Names a file that is not as it was.
fn changed(before: &Look, now: &Look) -> String {
    let unlike = now.iter().find(|(file, look)| before.get(*file) != Some(look));
    match unlike {
        Some((file, _)) if before.contains_key(file) => format!("{} changed", file.display()),
        Some((file, _)) => format!("{} is new", file.display()),
        None => {
            let gone = before.keys().find(|file| !now.contains_key(*file));
            gone.map_or_else(|| "something changed".to_owned(), |file| format!("{} is gone", file.display()))
        }
    }
}
