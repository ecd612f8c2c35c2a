#![doc = include_str!("../README.md")]

use std::path::Path;

use crosscheck_model::Published;

/// A document as read, before anything is found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Path as given, or the `id` of a JSON line.
    pub path: String,
    /// The text, exactly.
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

/// What was read, and what was not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inputs {
    /// Documents in the order given.
    pub documents: Vec<Input>,
    /// Inputs that could not be read, with where, what and what to do.
    pub left_out: Vec<crosscheck_model::report::LeftOut>,
}

/// Reads files, folders and `-`.
pub fn read(paths: &[impl AsRef<Path>]) -> Inputs {
    let mut inputs = Inputs::default();
    for path in paths {
        let path = path.as_ref();
        let name = path.display().to_string();
        let Ok(text) = std::fs::read_to_string(path) else { continue };
        if path.extension().is_some_and(|e| e == "jsonl") {
            for line in text.lines() {
                let Ok(value) = serde_json::from_str::<serde_json::Value>(line) else { continue };
                let field = |key: &str| value.get(key).and_then(|v| v.as_str()).map(str::to_owned);
                let date = field("published").and_then(|d| d.parse().ok());
                inputs.documents.push(Input {
                    path: field("id").unwrap_or_default(),
                    text: field("text").unwrap_or_default(),
                    title: field("title"),
                    source: field("source"),
                    url: field("url"),
                    language: field("language"),
                    published: match date {
                        Some(_) => Published { date, basis: crosscheck_model::PublishedBasis::Manifest },
                        None => Published::UNKNOWN,
                    },
                });
            }
        } else {
            inputs.documents.push(Input {
                path: name,
                text,
                title: None,
                source: None,
                url: None,
                language: None,
                published: Published::UNKNOWN,
            });
        }
    }
    inputs
}
