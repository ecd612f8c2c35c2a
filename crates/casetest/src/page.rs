//! Reading a page.

use std::fmt;

use crosscheck_engine::ingest::Input;
use crosscheck_engine::model::{Published, PublishedBasis};
use crosscheck_engine::reconciler::Config;

/// One `##` heading of a page with its fences.
#[derive(Debug, Clone)]
pub struct Case {
    /// The heading.
    pub title: String,
    /// Line of the heading, from 1.
    pub line: usize,
    /// The documents.
    pub documents: Vec<Input>,
    /// The configuration.
    pub config: Config,
    /// The expected links, one a line.
    pub expected: Vec<String>,
    /// Lines of the page between the fences of the links, from 0, end exclusive; `None` without such a fence.
    pub links: Option<(usize, usize)>,
}

/// A page that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageError {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for PageError {}

/// Reads the cases of a page.
///
/// # Errors
/// When a fence is not closed, stands before the first heading, or does not say what it must.
pub fn parse(page: &str) -> Result<Vec<Case>, PageError> {
    let lines: Vec<&str> = page.lines().collect();
    let mut cases: Vec<Case> = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if let Some(title) = line.strip_prefix("## ") {
            cases.push(Case {
                title: title.trim().to_owned(),
                line: at + 1,
                documents: Vec::new(),
                config: Config::default(),
                expected: Vec::new(),
                links: None,
            });
        } else if let Some(info) = line.strip_prefix("```") {
            let open = at;
            let error = |message: String| PageError { line: open + 1, message };
            let length = lines[at + 1..].iter().position(|line| line.trim_end() == "```");
            let close = at
                + 1
                + length.ok_or_else(|| error("this fence is not closed: add a line ```".to_owned()))?;
            let body = &lines[at + 1..close];
            let kind = info.split_whitespace().next().unwrap_or("");
            if matches!(kind, "text" | "toml" | "links") {
                let case = cases
                    .last_mut()
                    .ok_or_else(|| error("a fence needs a heading `## ...` before it".to_owned()))?;
                match kind {
                    "text" => case.documents.push(document(info, body).map_err(error)?),
                    "toml" => {
                        case.config =
                            Config::from_toml(&body.join("\n")).map_err(|why| error(why.to_string()))?;
                    }
                    _ => {
                        case.expected = body
                            .iter()
                            .map(|line| line.trim().to_owned())
                            .filter(|line| !line.is_empty())
                            .collect();
                        case.links = Some((open + 1, close));
                    }
                }
            }
            at = close;
        }
        at += 1;
    }
    Ok(cases)
}

fn document(info: &str, body: &[&str]) -> Result<Input, String> {
    let mut input = Input::new("", body.join("\n"));
    for word in info.split_whitespace().skip(1) {
        let (key, value) =
            word.split_once('=').ok_or_else(|| format!("{word:?} is not of the form key=value"))?;
        match key {
            "doc" => value.clone_into(&mut input.path),
            "source" => input.source = Some(value.replace('_', " ")),
            "date" => {
                let date = value.parse().map_err(|why| format!("{why}"))?;
                input.published = Published { date: Some(date), basis: PublishedBasis::Manifest };
            }
            other => return Err(format!("unknown key {other:?}: use doc, date or source")),
        }
    }
    if input.path.is_empty() {
        return Err("a document needs a name: ```text doc=a.txt".to_owned());
    }
    Ok(input)
}
