//! When a document was published, when nobody says.
//!
//! A wrong date is worse than none, as every "Tuesday" would be resolved by it. So only what an article says of itself
//! counts: a date line or by-line at its head, the dateline that opens its text, a caption that its text bears out. Furniture is
//! never looked at: the dates of "Most Read" lists are other articles'.

mod printed;

use chrono::{Days, NaiveDate};
use crosscheck_lexicon::stamp::{self, Stamp};
use crosscheck_model::raw::{Parsed, RawTime};
use crosscheck_model::{Block, BlockKind, Moment, Published, PublishedBasis, Span, boundary};

use printed::{Printed, days};

/// Days between a caption's date and the dates of the text that bear it out.
const NEAR: u64 = 14;
/// Bytes at the start of a text that a dateline may take.
const DATELINE: usize = 90;

/// The publication date that the text itself settles, with its basis.
///
/// ```
/// use crosscheck_model::PublishedBasis;
/// let text = "Bridge closed\n\n4 March 2021 10:30\n\nThe bridge was closed for good by the council on Tuesday.";
/// let parsed = crosscheck_parser::parse(text, Default::default());
/// let published = crosscheck_normalizer::document_date(text, &parsed);
/// assert_eq!(published.date.map(|date| date.to_string()).as_deref(), Some("2021-03-04T10:30"));
/// assert_eq!(published.basis, PublishedBasis::Metadata);
/// ```
pub fn document_date(text: &str, parsed: &Parsed) -> Published {
    let page = Page { text, blocks: &parsed.blocks, times: parsed.opening() };
    let (date, basis) = if let Some(date) = page.metadata() {
        (date, PublishedBasis::Metadata)
    } else if let Some((date, basis)) = page.dateline() {
        (date, basis)
    } else if let Some(date) = page.caption() {
        (date, PublishedBasis::Inferred)
    } else {
        return Published::UNKNOWN;
    };
    Published { date: Some(date), basis }
}

struct Page<'a> {
    text: &'a str,
    blocks: &'a [Block],
    times: &'a [RawTime],
}

impl<'a> Page<'a> {
    /// The days that a block prints.
    fn days(&self, block: &Block) -> impl Iterator<Item = Printed> + use<'a> {
        days(self.text, self.times, block.span)
    }

    fn lower(&self, block: &Block) -> String {
        block.span.slice(self.text).to_ascii_lowercase()
    }

    fn of_kind(&self, kind: BlockKind) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(move |block| block.kind == kind)
    }

    /// The date of a metadata line: between headline and text, else right above the headline, else right below the text.
    fn metadata(&self) -> Option<Moment> {
        let is_text =
            |block: &Block| matches!(block.kind, BlockKind::Body | BlockKind::Heading | BlockKind::Caption);
        let first = self.blocks.iter().position(is_text)?;
        let last = self.blocks.iter().rposition(|block| block.kind == BlockKind::Body).unwrap_or(first);
        let title = self.blocks.iter().position(|block| block.kind == BlockKind::Title);
        let first_body = self.blocks.iter().position(|block| block.kind == BlockKind::Body).unwrap_or(first);
        let head = match title {
            // A standfirst or a picture may stand between headline and date.
            Some(title) => title..(first_body + 4).min(last).max(first_body),
            None => first.saturating_sub(3)..first,
        };
        let above = title.map_or(0..0, |title| title.saturating_sub(2)..title);
        let below = last + 1..(last + 4).min(self.blocks.len());
        [head, above, below].into_iter().find_map(|range| self.stated(&self.blocks[range]))
    }

    /// What the metadata lines among the blocks say: the date of publication before a bare one, and that before a change's.
    fn stated(&self, blocks: &[Block]) -> Option<Moment> {
        let mut best: Option<(u8, Moment)> = None;
        for block in blocks.iter().filter(|b| matches!(b.kind, BlockKind::Metadata | BlockKind::Dateline)) {
            let lower = self.lower(block);
            for day in self.days(block) {
                let Some(moment) = day.moment() else { continue };
                let before = &lower[..(day.span.start - block.span.start) as usize];
                let rank = match stamp::before(before) {
                    Some(Stamp::Made) => 0,
                    None => 1,
                    Some(Stamp::Changed) => 2,
                };
                if best.is_none_or(|(known, _)| rank < known) {
                    best = Some((rank, moment));
                }
            }
        }
        best.map(|(_, moment)| moment)
    }

    /// The date of "KABUL, Sept 3, 2021 (Wire) -"; a year that is not printed comes from a day near it in the text.
    fn dateline(&self) -> Option<(Moment, PublishedBasis)> {
        let opening = self.of_kind(BlockKind::Body).next()?;
        let printed = opening.span.slice(self.text);
        let line = printed.trim_start();
        let head = &line[..boundary::floor(line, DATELINE)];
        let dash = ["—", "–", " - ", "--", "-- ", ") -"].iter().filter_map(|dash| head.find(dash)).min()?;
        // A place in capitals opens a dateline.
        let place = head.split([',', '(']).next().unwrap_or("");
        let capitals = place.chars().filter(|c| c.is_uppercase()).count();
        if capitals < 2 || place.chars().any(char::is_lowercase) && !head[..dash].contains('(') {
            return None;
        }
        let start = opening.span.start as usize + printed.len() - line.len();
        let day = days(self.text, self.times, Span::new(start, start + dash)).next()?;
        if let Some(moment) = day.moment() {
            return Some((moment, PublishedBasis::Dateline));
        }
        let year = self.article_days().filter_map(|near| near.moment()).find_map(|near| {
            let year = chrono::Datelike::year(&near.date);
            (year - 1..=year + 1).find(|&year| day.in_year(year).is_some_and(|own| is_near(own, near.date)))
        })?;
        Some((Moment::day(day.in_year(year)?), PublishedBasis::Inferred))
    }

    /// Days printed in the article, captions first.
    fn article_days(&self) -> impl Iterator<Item = Printed> {
        self.of_kind(BlockKind::Caption)
            .chain(self.blocks.iter().filter(|b| matches!(b.kind, BlockKind::Body | BlockKind::Embed)))
            .flat_map(|block| self.days(block))
    }

    /// The latest day of a caption that the text bears out: it names days shortly before, and no later one.
    ///
    /// A photo from the archive is not borne out: nothing of its time is in the text.
    fn caption(&self) -> Option<Moment> {
        let taken = self
            .of_kind(BlockKind::Caption)
            .flat_map(|block| self.days(block))
            .filter_map(|day| day.moment())
            .map(|moment| moment.date)
            .max()?;
        let year = chrono::Datelike::year(&taken);
        let mut borne_out = false;
        for block in self.of_kind(BlockKind::Body) {
            for day in self.days(block) {
                let date = match day.moment() {
                    Some(moment) => moment.date,
                    None => match day.in_year(year) {
                        Some(date) => date,
                        None => continue,
                    },
                };
                if date > taken && day.year.is_some() {
                    return None;
                }
                borne_out |= date <= taken && is_near(date, taken);
            }
        }
        borne_out.then(|| Moment::day(taken))
    }
}

/// Whether two days lie within [`NEAR`] days.
fn is_near(a: NaiveDate, b: NaiveDate) -> bool {
    let reach = |date: NaiveDate| date.checked_add_days(Days::new(NEAR)).unwrap_or(NaiveDate::MAX);
    a <= reach(b) && b <= reach(a)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each line starts with the letter of its block's kind.
    fn check(page: &str, expected: Option<(&str, PublishedBasis)>) {
        let mut blocks = Vec::new();
        let mut text = String::new();
        for line in page.lines() {
            let (kind, line) = line.split_at(2);
            let kind = match kind {
                "T " => BlockKind::Title,
                "M " => BlockKind::Metadata,
                "D " => BlockKind::Dateline,
                "C " => BlockKind::Caption,
                "B " => BlockKind::Body,
                _ => BlockKind::Furniture,
            };
            let start = text.len();
            text += line;
            text += "\n";
            blocks.push(Block { span: Span::new(start, text.len()), kind });
        }
        let parsed = crosscheck_parser::parse(&text, crosscheck_parser::Options::default());
        let published = document_date(&text, &Parsed { blocks, ..parsed });
        let found = published.date.map(|date| (date.to_string(), published.basis));
        assert_eq!(found, expected.map(|(date, basis)| (date.to_owned(), basis)), "{page}");
    }

    #[test]
    fn metadata_lines() {
        use PublishedBasis::Metadata;
        check("T Bridge\nM By Ann Lee\nD 4 Mar 2021 10:30\nB It shut.", Some(("2021-03-04T10:30", Metadata)));
        check(
            "T Bridge\nM Updated: 6 March 2021\nM Published: 4 March 2021\nB It.",
            Some(("2021-03-04", Metadata)),
        );
        check(
            "T Bridge\nM Updated 6 March 2021, first published 4 March 2021\nB It.",
            Some(("2021-03-04", Metadata)),
        );
        check(
            "T Bridge\nB A standfirst.\nM Posted on March 4, 2021 by Ann\nB It.",
            Some(("2021-03-04", Metadata)),
        );
        check("D 2021-03-04\nT Bridge\nB It shut.", Some(("2021-03-04", Metadata)));
        check("D 2021-03-04\nB It shut.", Some(("2021-03-04", Metadata)));
        check("T Bridge\nB It shut.\nM Published 4 March 2021", Some(("2021-03-04", Metadata)));
    }

    #[test]
    fn datelines() {
        use PublishedBasis::{Dateline, Inferred};
        check("B DORVAN, March 4, 2021 (Wire) - It shut.", Some(("2021-03-04", Dateline)));
        check("B DORVAN, March 4 (Wire) - It shut.", None);
        check(
            "C Shut on March 3, 2021.\nB DORVAN, March 4 (Wire) - It shut.",
            Some(("2021-03-04", Inferred)),
        );
        check("C Shut on Dec. 31, 2021.\nB DORVAN, Jan. 2 (Wire) - It shut.", Some(("2022-01-02", Inferred)));
        check("B Officials said - on March 4, 2021 - that it shut.", None);
    }

    #[test]
    fn captions_count_when_the_text_bears_them_out() {
        use PublishedBasis::Inferred;
        let caption = "T Bridge\nC People on the bridge on March 4, 2021.\nB It shut.";
        check(caption, None);
        check(&format!("{caption}\nB The crack was found on March 2."), Some(("2021-03-04", Inferred)));
        check(&format!("{caption}\nB The crack was found on May 2."), None);
        check(&format!("{caption}\nB Found on March 2, it opened on May 2, 2022."), None);
    }

    #[test]
    fn furniture_and_the_text_itself_never_date_a_page() {
        check("T Bridge\nB It shut.\nF Most Read\nF Cats win\nF 5 Oct 2025", None);
        check("F Home\nD 7 June 2025\nF Sports\nF Menu\nT Bridge\nB It shut.", None);
        check("B It was built on 4 May 1970 and widened on 5 June 1999.", None);
        check("", None);
    }
}
