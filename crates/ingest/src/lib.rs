#![doc = include_str!("../README.md")]

mod digest;
mod fields;
mod jsonl;
mod manifest;
mod reading;
mod text;
mod walk;

use std::io::Read;
use std::path::{Path, PathBuf};

pub use crosscheck_model as model;
use crosscheck_model::Published;
use crosscheck_model::report::{InputFile, LeftOut};
pub use digest::input_file;

/// A document as read, before anything is found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Path as given, or the `id` of a JSON line.
    pub path: String,
    /// The text, exactly: byte order mark and all.
    pub text: String,
    /// Headline, where the manifest or JSON line gives one.
    pub title: Option<String>,
    /// Publisher.
    pub source: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Language.
    pub language: Option<String>,
    /// Publication date, where given.
    pub published: Published,
}

impl Input {
    /// A document of which nothing is known but its text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
            title: None,
            source: None,
            url: None,
            language: None,
            published: Published::UNKNOWN,
        }
    }
}

/// What was read, and what was not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inputs {
    /// Documents in the order given.
    pub documents: Vec<Input>,
    /// Inputs that could not be read, with where, what and what to do.
    pub left_out: Vec<LeftOut>,
    /// Every file that was read to its end, manifests and files that were left out among them, with its SHA-256.
    pub files: Vec<InputFile>,
}

/// Whether a file of this name in a folder is read as a document.
pub fn is_document(path: &Path) -> bool {
    walk::is_document(path)
}

/// The files that [`read`] would look into, without reading them: what to watch for changes.
pub fn files(paths: &[impl AsRef<Path>]) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for path in paths.iter().map(AsRef::as_ref) {
        if path.is_dir() {
            let walk = walk::walk(path);
            all.extend(walk.files.into_iter().map(|(file, _)| file));
            all.extend(walk.manifests.iter().map(|folder| folder.join(manifest::Manifest::NAME)));
        } else if path.as_os_str() != "-" {
            all.push(path.to_owned());
            all.extend(path.parent().map(|folder| folder.join(manifest::Manifest::NAME)));
        }
    }
    all.sort();
    all.dedup();
    all
}

/// Reads files, folders and `-` for standard input. Never fails: what cannot be read is in `left_out`.
pub fn read(paths: &[impl AsRef<Path>]) -> Inputs {
    read_with(paths, &mut std::io::stdin().lock())
}

/// Like [`read`], with the stream that `-` stands for.
///
/// ```
/// let mut piped = "Six people were hurt.".as_bytes();
/// let inputs = crosscheck_ingest::read_with(&["-"], &mut piped);
/// assert_eq!(inputs.documents[0].text, "Six people were hurt.");
/// ```
pub fn read_with(paths: &[impl AsRef<Path>], stdin: &mut dyn Read) -> Inputs {
    let mut reading = reading::Reading::new(stdin);
    for path in paths {
        reading.path(path.as_ref());
    }
    reading.finish()
}
