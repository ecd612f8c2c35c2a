//! Runs the binary as a user does.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// What a run left behind.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
        }
    }
}

/// The folders under `fixtures/`, by name, and `seeds/`, all relative to the workspace, where tests run.
pub(crate) fn folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir("fixtures")
        .expect("fixtures are there")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders.push("seeds".into());
    folders
}

/// The binary, in the folder of the workspace, in an environment without colour.
pub(crate) fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    for name in ["NO_COLOR", "CLICOLOR_FORCE", "RAYON_NUM_THREADS"] {
        command.env_remove(name);
    }
    command
}

/// Runs the binary.
pub(crate) fn run(args: &[&str]) -> Ran {
    command().args(args).output().expect("the binary runs").into()
}

/// An empty folder of this test's own.
pub(crate) fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // The folder of an earlier run, if there is one.
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder under the target directory");
    path
}

/// A folder with these files.
pub(crate) fn folder_of(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let path = folder(name);
    for (file, bytes) in files {
        fs::write(path.join(file), bytes).expect("a file in an empty folder");
    }
    path
}

/// A path as an argument.
pub(crate) fn arg(path: &Path) -> &str {
    path.to_str().expect("test paths are UTF-8")
}
