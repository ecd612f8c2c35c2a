//! Tables for spreadsheets and databases: one row a claim, a link or a finding.
//!
//! RFC 4180 with a header row. Every row leads back to file, line and quote. Text that a spreadsheet would take
//! for a formula (CWE-1236) is preceded by an apostrophe; figures stand in columns of their own and are bare.

use crate::table::{Cell, Table, claims, findings, links};
use crate::{Corpus, safe};

/// The claims.
pub fn claim_rows(corpus: &Corpus<'_>) -> String {
    write(&claims(corpus))
}

/// The links, each with both quotes.
pub fn link_rows(corpus: &Corpus<'_>) -> String {
    write(&links(corpus))
}

/// The findings, with low, high and independent sources.
pub fn finding_rows(corpus: &Corpus<'_>) -> String {
    write(&findings(corpus))
}

fn write(table: &Table) -> String {
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    let header = table.columns.iter().map(|name| (*name).to_owned()).collect();
    for record in
        std::iter::once(header).chain(table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>()))
    {
        // Writing to memory never fails.
        let _ = writer.write_record(&record);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => harmless(text),
    }
}

/// Words as a spreadsheet shows them and never runs them.
fn harmless(text: &str) -> String {
    let shown = safe::text(text);
    if shown.trim_start().starts_with(safe::begins_formula) {
        format!("'{shown}")
    } else {
        shown.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_text_is_a_formula() {
        for (text, expect) in [
            ("=1+1", "'=1+1"),
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("+4 degrees", "'+4 degrees"),
            ("-5", "'-5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "' =1"),
            ("\r\n=1", "'  =1"),
            ("＝1", "'＝1"),
            ("six cars", "six cars"),
            ("\u{0}=1", "\\u{0}=1"),
        ] {
            assert_eq!(harmless(text), expect);
        }
    }
}
