//! The tables as one spreadsheet: a sheet of findings, of links and of claims, with the rows of the CSV.
//!
//! Every cell is typed: words are strings, marked so that a spreadsheet keeps them strings when they are edited, and
//! figures are numbers; none is a formula. The ids of claims lead to their rows. The bytes depend on the report alone: the
//! date of creation, which the format asks for, is a fixed one.

use std::collections::BTreeMap;
use std::io::Read as _;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Url, Workbook, Worksheet, XlsxError};

use crate::table::{Cell, Table, claims, findings, links};
use crate::{Corpus, safe};

/// What our files say of themselves, and what [`is_ours`] looks for.
const CREATOR: &str = "crosscheck report";
/// Rows of a sheet, the header and a last word on what is missing included.
const ROWS: usize = 1_048_576;
/// UTF-16 units of a cell, some left for the mark of the cut.
const UNITS: usize = 32_000;
/// Links of a sheet; a spreadsheet refuses a file with more than 65,530.
const LINKS: usize = 60_000;
/// Columns that hold the id of a claim.
const TO_CLAIM: [&str; 4] = ["a", "b", "low_claim", "high_claim"];
/// Columns of sentences, which are wide.
const WIDE: [&str; 6] = ["sentence", "a_sentence", "b_sentence", "why", "summary", "title"];

/// The spreadsheet.
///
/// # Errors
/// Only if the writer refuses what the limits above should have kept from it.
pub fn render(corpus: &Corpus<'_>) -> Result<Vec<u8>, XlsxError> {
    let claims = claims(corpus);
    let rows: BTreeMap<&str, usize> = corpus
        .report
        .claims
        .iter()
        .enumerate()
        .take(ROWS - 2)
        .map(|(row, claim)| (claim.id.as_str(), row + 2))
        .collect();
    let mut book = Workbook::new();
    book.set_properties(
        &DocProperties::new()
            .set_author(CREATOR)
            .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?),
    );
    for table in [&findings(corpus), &links(corpus), &claims] {
        sheet(book.add_worksheet(), table, &rows)?;
    }
    book.save_to_buffer()
}

/// Whether a file is a spreadsheet that [`render`] wrote.
pub fn is_ours(bytes: &[u8]) -> bool {
    const PART: &[u8] = b"docProps/core.xml";
    // The head of a ZIP entry ends with the lengths of its name and of an extra field, then the name, the field, the data.
    let Some(at) = bytes.windows(PART.len()).position(|part| part == PART) else { return false };
    let Some(length) = at.checked_sub(2).and_then(|from| bytes.get(from..at)) else { return false };
    let extra = usize::from(u16::from_le_bytes([length[0], length[1]]));
    let Some(data) = bytes.get(at + PART.len() + extra..) else { return false };
    let mut said = Vec::new();
    // What is damaged after the words we look for makes them no less ours.
    let _ = flate2::read::DeflateDecoder::new(data).take(4_096).read_to_end(&mut said);
    bytes.starts_with(b"PK") && said.windows(CREATOR.len()).any(|part| part == CREATOR.as_bytes())
}

fn sheet(sheet: &mut Worksheet, table: &Table, claims: &BTreeMap<&str, usize>) -> Result<(), XlsxError> {
    let (plain, words) = (Format::new(), Format::new().set_quote_prefix());
    sheet.set_name(table.name)?.set_freeze_panes(1, 1)?;
    for (column, name) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(0, column, *name, &Format::new().set_bold())?;
        sheet.set_column_width(column, if WIDE.contains(name) { 60 } else { 14 })?;
    }
    let mut links = 0;
    for (row, cells) in (1..).zip(table.rows.iter().take(ROWS - 2)) {
        for ((column, name), cell) in (0..).zip(&table.columns).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Number(number) if number.to_f64().to_string() == number.to_string() => {
                    sheet.write_number(row, column, number.to_f64())?;
                }
                // More digits than a spreadsheet keeps.
                Cell::Number(number) => {
                    sheet.write_string(row, column, number.to_string())?;
                }
                Cell::Text(text) => {
                    let target = Some(name).filter(|name| TO_CLAIM.contains(name) && links < LINKS);
                    let text = shown(text);
                    match target.and_then(|_| claims.get(text.as_str())) {
                        Some(target) => {
                            links += 1;
                            let to = Url::new(format!("internal:claims!A{target}")).set_text(text);
                            sheet.write_url(row, column, to)?;
                        }
                        None => {
                            let format = if formula(&text) { &words } else { &plain };
                            sheet.write_string_with_format(row, column, text, format)?;
                        }
                    }
                }
            }
        }
    }
    let last = u32::try_from(table.rows.len().min(ROWS - 2)).unwrap_or(0);
    if let Some(more) = table.rows.len().checked_sub(ROWS - 2).filter(|more| *more > 0) {
        sheet.write_string(
            last + 1,
            0,
            format!("{more} more rows: no sheet holds them, the JSON report does"),
        )?;
    }
    let columns = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(0);
    sheet.autofilter(0, 0, last, columns)?;
    Ok(())
}

/// Whether a spreadsheet would take the words for a formula if they were typed in.
fn formula(text: &str) -> bool {
    text.trim_start().starts_with(safe::begins_formula)
}

/// Words as a cell may hold them.
fn shown(text: &str) -> String {
    let mut units = 0;
    let mut out = String::new();
    let text = safe::text(text);
    for (at, c) in text.char_indices() {
        // A spreadsheet reads `_x003D_` as the character of that code, unless the first stroke is itself written so.
        if c == '_' && is_code(&text.as_bytes()[at..]) {
            out.push_str("_x005F");
        }
        units += c.len_utf16();
        if units > UNITS {
            out.push('…');
            break;
        }
        // XML holds no such code points.
        out.push(if matches!(c, '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { c });
    }
    out
}

/// Whether the bytes begin with `_xHHHH_`.
fn is_code(bytes: &[u8]) -> bool {
    matches!(bytes, [b'_', b'x', code @ ..] if code.len() > 4 && code[..4].iter().all(u8::is_ascii_hexdigit) && code[4] == b'_')
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_stay_words() {
        for (text, expect) in [
            ("=1+1", "=1+1"),
            ("_x003D_1", "_x005F_x003D_1"),
            ("_x003D", "_x003D"),
            ("a\u{ffff}\u{1b}", "a\u{fffd}\\u{1b}"),
        ] {
            assert_eq!(super::shown(text), expect);
        }
        assert_eq!(super::shown(&"x".repeat(40_000)).len(), 32_000 + '…'.len_utf8());
    }

    #[test]
    fn other_files_are_not_ours() {
        for bytes in [&b""[..], b"PK", b"docProps/core.xml", b"PK\x03\x04 docProps/core.xml and so on"] {
            assert!(!super::is_ours(bytes));
        }
    }
}
