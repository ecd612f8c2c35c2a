#![doc = include_str!("../README.md")]

mod fields;
mod jsonl;
mod manifest;
mod reading;
mod text;
mod walk;

use std::io::Read;
use std::path::Path;

use crosscheck_model::Published;
use crosscheck_model::report::LeftOut;

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
