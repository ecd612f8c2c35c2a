//! TOML files that people write: every problem is told with its line and a way out.

use crate::settings::nearest;

/// A file that is being read, with what is wrong with it.
pub(crate) struct Reader<'a> {
    name: &'a str,
    text: &'a str,
    /// Each as `name:line: what is wrong; what to do`.
    pub(crate) problems: Vec<String>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(name: &'a str, text: &'a str) -> Self {
        Self { name, text, problems: Vec::new() }
    }

    /// The line in which a byte stands.
    pub(crate) fn line(&self, at: usize) -> usize {
        1 + self.text[..at.min(self.text.len())].matches('\n').count()
    }

    /// Tells what is wrong at a byte.
    pub(crate) fn problem(&mut self, at: usize, message: &str) {
        self.problems.push(format!("{}:{}: {message}", self.name, self.line(at)));
    }

    /// Tells what the parser could not read.
    pub(crate) fn broken(&mut self, errors: &[toml::de::Error]) {
        for error in errors {
            let message = error.message().trim().replace('\n', ", ");
            self.problem(error.span().map_or(0, |span| span.start), &format!("this is no TOML: {message}"));
        }
    }

    /// Tells of a key that is none, with the known one that it may be meant for.
    pub(crate) fn unknown(&mut self, at: usize, word: &str, known: &[&str]) {
        let hint = match nearest(word, known) {
            Some(nearest) => format!("did you mean `{nearest}`?"),
            None => format!("there are {}", known.join(", ")),
        };
        self.problem(at, &format!("there is no key `{word}`; {hint}"));
    }
}
