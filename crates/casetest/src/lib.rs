#![doc = include_str!("../README.md")]

mod page;

use std::fmt;

use crosscheck_engine::model::Report;
use crosscheck_engine::normalizer::Options;

pub use page::{Case, PageError, parse};

/// A case whose links are not the expected ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Heading of the case.
    pub title: String,
    /// Line of the heading, from 1.
    pub line: usize,
    /// Expected and not found.
    pub missing: Vec<String>,
    /// Found and not expected.
    pub unexpected: Vec<String>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "line {}: {}", self.line, self.title)?;
        for link in &self.missing {
            writeln!(f, "  - {link}")?;
        }
        for link in &self.unexpected {
            writeln!(f, "  + {link}")?;
        }
        Ok(())
    }
}

/// Runs the cases of a page; the failures are in page order.
///
/// # Errors
/// When the page cannot be read.
pub fn run(page: &str) -> Result<Vec<Failure>, PageError> {
    let cases = parse(page)?;
    Ok(cases
        .iter()
        .filter(|case| !case.documents.is_empty())
        .filter_map(|case| {
            let found = links(case);
            let missing: Vec<String> =
                case.expected.iter().filter(|link| !found.contains(link)).cloned().collect();
            let unexpected: Vec<String> =
                found.into_iter().filter(|link| !case.expected.contains(link)).collect();
            (!missing.is_empty() || !unexpected.is_empty()).then(|| Failure {
                title: case.title.clone(),
                line: case.line,
                missing,
                unexpected,
            })
        })
        .collect())
}

/// The page with the links found in place of the links expected.
///
/// # Errors
/// When the page cannot be read.
pub fn updated(page: &str) -> Result<String, PageError> {
    let cases = parse(page)?;
    let lines: Vec<&str> = page.lines().collect();
    let mut text = String::new();
    let mut from = 0;
    for case in &cases {
        let Some((open, close)) = case.links else { continue };
        for line in &lines[from..open] {
            text.push_str(line);
            text.push('\n');
        }
        for link in links(case) {
            text.push_str(&link);
            text.push('\n');
        }
        from = close;
    }
    for line in &lines[from..] {
        text.push_str(line);
        text.push('\n');
    }
    Ok(text)
}

/// The links of a case, one a line.
fn links(case: &Case) -> Vec<String> {
    let report = crosscheck_engine::check_with(&case.documents, Options::default(), &case.config);
    report.links.iter().map(|link| line(&report, link)).collect()
}

fn line(report: &Report, link: &crosscheck_engine::model::Link) -> String {
    let end = |id: &str| {
        let claim = report.claims.iter().find(|claim| claim.id == id);
        claim.map_or_else(String::new, |claim| {
            let path = report.documents.iter().find(|document| document.id == claim.document);
            let words: Vec<&str> = claim.surface.split_whitespace().collect();
            format!("{} \"{}\"", path.map_or("", |document| document.path.as_str()), words.join(" "))
        })
    };
    let name = |value: &dyn fmt::Debug| {
        let mut name = String::new();
        for c in format!("{value:?}").chars() {
            if c.is_uppercase() && !name.is_empty() {
                name.push('_');
            }
            name.extend(c.to_lowercase());
        }
        name
    };
    let axes: Vec<String> = link.axes.iter().map(|axis| name(axis)).collect();
    let arrow = if link.relation.is_symmetric() { "--" } else { "->" };
    format!(
        "{}[{}] {}: {} {arrow} {}",
        name(&link.relation),
        axes.join(", "),
        link.rule,
        end(&link.a),
        end(&link.b)
    )
}
