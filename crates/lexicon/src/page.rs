//! Phrases that give away what a line of a web page is: `data/page_cues.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::classes::{Classes, classes};
use crate::table::{Row, rows};

/// What a line with the phrase is, or what it opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// A button, appeal or legal line: furniture by itself.
    Noise,
    /// Two of these in a full sentence, or one in less, are furniture.
    Hint,
    /// The heading of a list of links.
    Links,
    /// The heading of a ticker: its items run to the next blank line.
    Ticker,
    /// A heading below which nothing belongs to the article above.
    Rest,
    /// By-lines, dates, sources, credits of the makers.
    Metadata,
    /// A picture's caption.
    Caption,
    /// A button over a picture: the next line is its caption.
    CaptionNext,
    /// Part of an embedded post.
    Embed,
    /// A word of a line that holds nothing but a date.
    DateWord,
}

/// Where in the line the phrase must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// It is the line, but for digits and punctuation.
    Whole,
    /// The line starts with it.
    Start,
    /// The line ends with it.
    End,
    /// Anywhere.
    Within,
}

/// One phrase of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// What it tells.
    pub role: Role,
    /// Where it must stand.
    pub form: Form,
    /// The phrase in lower case, with straight apostrophes.
    pub phrase: &'static str,
    /// Bytes of the phrase before its first word.
    pub lead: usize,
}

/// What a word tells of the line it stands in.
#[derive(Debug, Clone, Default)]
pub struct PageWord {
    /// Frequent in running text and rare in menus.
    pub stop: bool,
    /// Stands in lines that hold nothing but a date.
    pub date: bool,
    /// A month's name.
    pub month: bool,
    /// The phrases that start with it.
    pub cues: Vec<Cue>,
}

/// Words and phrases that tell of lines.
#[derive(Debug, Default)]
pub struct Page {
    words: FxHashMap<&'static str, PageWord>,
    wordless: Vec<Cue>,
}

impl Page {
    /// What a word given in lower case tells; most tell nothing.
    pub fn word(&self, lower: &str) -> Option<&PageWord> {
        self.words.get(lower)
    }

    /// The phrases that hold no word: "©".
    pub fn wordless(&self) -> &[Cue] {
        &self.wordless
    }

    fn add(&mut self, cue: Cue) {
        let rest = &cue.phrase[cue.lead..];
        let len = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        match (len, cue.role) {
            (0, _) => self.wordless.push(cue),
            (_, Role::DateWord) => self.words.entry(&rest[..len]).or_default().date = true,
            _ => self.words.entry(&rest[..len]).or_default().cues.push(cue),
        }
    }
}

/// Everything the tables tell of lines: one small table, as every word of a page's lines is looked up in it.
///
/// ```
/// use crosscheck_lexicon::page::{Role, page};
/// let most = page().word("most").expect("a word of the table");
/// assert!(most.cues.iter().any(|cue| cue.phrase == "most read" && cue.role == Role::Rest));
/// ```
pub fn page() -> &'static Page {
    static PAGE: LazyLock<Page> = LazyLock::new(|| {
        let mut page = Page::default();
        for (role, form, row) in entries().filter_map(Result::ok) {
            for phrase in row.list(2) {
                let lead = phrase.find(char::is_alphanumeric).unwrap_or(0);
                page.add(Cue { role, form, phrase, lead });
            }
        }
        for word in rows(include_str!("../data/classes.tsv")).flat_map(|row| row.cell(1).split(' ')) {
            let set = classes(word);
            let date = set.has(Classes::MONTH.or(Classes::WEEKDAY).or(Classes::TIME_UNIT));
            if date || set.has(Classes::STOPWORD) {
                let entry = page.words.entry(word).or_default();
                entry.stop = set.has(Classes::STOPWORD);
                entry.date |= date;
                entry.month = set.has(Classes::MONTH);
            }
        }
        page
    });
    &PAGE
}

/// The rows of the table: role, form and phrases; `Err` with the line's number for a row that does not follow the format.
fn entries() -> impl Iterator<Item = Result<(Role, Form, Row), usize>> {
    rows(include_str!("../data/page_cues.tsv")).map(|row| {
        let role = match row.cell(0) {
            "noise" => Role::Noise,
            "hint" => Role::Hint,
            "links" => Role::Links,
            "ticker" => Role::Ticker,
            "rest" => Role::Rest,
            "metadata" => Role::Metadata,
            "caption" => Role::Caption,
            "caption_next" => Role::CaptionNext,
            "embed" => Role::Embed,
            "dateword" => Role::DateWord,
            _ => return Err(row.line),
        };
        let form = match row.cell(1) {
            "whole" => Form::Whole,
            "start" => Form::Start,
            "end" => Form::End,
            "within" => Form::Within,
            _ => return Err(row.line),
        };
        if row.width() == 4 { Ok((role, form, row)) } else { Err(row.line) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_well_formed_and_every_phrase_stands_once() {
        let mut seen = std::collections::BTreeSet::new();
        for entry in entries() {
            let (role, form, row) = entry.expect("a row of four columns");
            for phrase in row.list(2) {
                assert_eq!(phrase, phrase.to_lowercase().trim(), "lower case, no outer space");
                assert!(!phrase.contains('\u{2019}'), "straight apostrophes: {phrase}");
                assert!(seen.insert((phrase, role == Role::DateWord, form as u8)), "twice: {phrase}");
            }
        }
    }
}
