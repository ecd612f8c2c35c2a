//! One line of a document, cut to the columns there are, with carets under the words that count.
//!
//! News stands in paragraphs of a thousand characters on one line, so a snippet is a window of the
//! sentence around the claim, not the line itself.

use std::ops::Range;

use crosscheck_model::{Span, boundary};
use unicode_width::UnicodeWidthStr as _;

use crate::safe;

/// A window of a text and what is marked in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// Safe text of one line.
    pub(crate) text: String,
    /// Columns of the whole claim.
    pub(crate) claim: Range<usize>,
    /// Columns of the words that differ, inside or outside the claim.
    pub(crate) marks: Vec<Range<usize>>,
}

/// One character as shown.
struct Cell {
    offset: usize,
    end: usize,
    shown: String,
    columns: usize,
    space: bool,
}

/// Cuts the window of `sentence` around `claim` that fits `columns`, and finds the marked words in it.
pub(crate) fn excerpt(text: &str, sentence: Span, claim: Span, marks: &[Span], columns: usize) -> Excerpt {
    let (cells, shown) = fitting(text, sentence, claim, columns);
    assemble(text, &cells[shown], sentence.cover(claim), claim, marks)
}

/// The stretch of `sentence` around `claim` that fits `columns`, in whole words.
pub(crate) fn window(text: &str, sentence: Span, claim: Span, columns: usize) -> Span {
    let (cells, shown) = fitting(text, sentence, claim, columns);
    match &cells[shown] {
        [first, .., last] => Span::new(first.offset, last.end),
        _ => claim,
    }
}

/// The characters near the claim, and which of them fit.
fn fitting(text: &str, sentence: Span, claim: Span, columns: usize) -> (Vec<Cell>, Range<usize>) {
    let cells = cells(text, sentence.cover(claim), claim, columns);
    let inside =
        |span: Span, cell: &Cell| span.start as usize <= cell.offset && cell.offset < span.end as usize;
    let mut from = cells.iter().position(|cell| inside(claim, cell)).unwrap_or(0);
    let mut to = cells.iter().rposition(|cell| inside(claim, cell)).map_or(from, |last| last + 1);
    let mut used: usize = cells[from..to].iter().map(|cell| cell.columns).sum();
    let room = columns.saturating_sub(4).max(8);
    // A claim too long for the line is shown by its first words.
    if used > room {
        while used > room && to > from + 1 {
            to -= 1;
            used -= cells[to].columns;
        }
        if let Some(gap) = cells[from..to].iter().rposition(|cell| cell.space) {
            to = from + gap;
        }
        return (cells, from..to);
    }
    // Words are taken in turn from the left and the right while they fit.
    loop {
        let left = word_before(&cells, from);
        let right = word_after(&cells, to);
        let cost = |range: Range<usize>| cells[range].iter().map(|cell| cell.columns).sum::<usize>();
        let left_cost = (left < from).then(|| cost(left..from)).filter(|cost| used + cost <= room);
        let right_cost = (right > to).then(|| cost(to..right)).filter(|cost| used + cost <= room);
        if let Some(cost) = left_cost {
            from = left;
            used += cost;
        }
        match right_cost {
            Some(cost) if used + cost <= room => {
                to = right;
                used += cost;
            }
            _ if left_cost.is_none() => break,
            _ => {}
        }
    }
    (cells, from..to)
}

/// The characters near the claim; a sentence of megabytes is not laid out whole.
fn cells(text: &str, sentence: Span, claim: Span, columns: usize) -> Vec<Cell> {
    let reach = 4 * columns;
    let start =
        boundary::ceil(text, (sentence.start as usize).max((claim.start as usize).saturating_sub(reach)));
    let end =
        (sentence.end as usize).min(claim.start as usize + reach.max(claim.len() + reach)).min(text.len());
    let mut cells: Vec<Cell> = Vec::new();
    for (at, c) in text[start..].char_indices() {
        let offset = start + at;
        if offset >= end {
            break;
        }
        let space = c.is_whitespace();
        if space && cells.last().is_some_and(|last| last.space) {
            continue;
        }
        let mut shown = String::new();
        safe::push(&mut shown, if space { ' ' } else { c });
        let columns = shown.width();
        cells.push(Cell { offset, end: offset + c.len_utf8(), shown, columns, space });
    }
    if cells.is_empty() {
        cells.push(Cell { offset: start, end: start, shown: String::new(), columns: 0, space: false });
    }
    cells
}

fn word_before(cells: &[Cell], from: usize) -> usize {
    let mut at = from;
    while at > 0 && cells[at - 1].space {
        at -= 1;
    }
    while at > 0 && !cells[at - 1].space {
        at -= 1;
    }
    at
}

fn word_after(cells: &[Cell], to: usize) -> usize {
    let mut at = to;
    while at < cells.len() && cells[at].space {
        at += 1;
    }
    while at < cells.len() && !cells[at].space {
        at += 1;
    }
    at
}

fn assemble(text: &str, cells: &[Cell], sentence: Span, claim: Span, marks: &[Span]) -> Excerpt {
    let (first, last) = (&cells[0], &cells[cells.len() - 1]);
    let blank = |range: Range<usize>| text.get(range).is_none_or(|rest| rest.trim().is_empty());
    let mut out = String::new();
    let mut column = 0;
    if !blank(sentence.start as usize..first.offset) {
        out.push_str("… ");
        column = 2;
    }
    let mut columns = Vec::with_capacity(cells.len());
    for cell in cells {
        columns.push(column);
        out.push_str(&cell.shown);
        column += cell.columns;
    }
    let place = |span: Span| {
        let hit = |cell: &&Cell| (span.start as usize) < cell.end && cell.offset < span.end as usize;
        let start = cells.iter().position(|cell| hit(&cell))?;
        let end = cells.iter().rposition(|cell| hit(&cell))?;
        Some(columns[start]..columns[end] + cells[end].columns)
    };
    let excerpt_claim = place(claim).unwrap_or(0..0);
    let excerpt_marks =
        marks.iter().filter_map(|mark| place(*mark)).filter(|mark| !mark.is_empty()).collect();
    if !blank(last.end..sentence.end as usize) {
        out.push_str(" …");
    }
    Excerpt { text: out.trim_end().to_owned(), claim: excerpt_claim, marks: excerpt_marks }
}

impl Excerpt {
    /// The line under the text: `^` under what differs, `-` under the rest of the claim.
    pub(crate) fn carets(&self) -> String {
        let end = self.marks.iter().map(|mark| mark.end).fold(self.claim.end, usize::max);
        (0..end)
            .map(|column| {
                if self.marks.iter().any(|mark| mark.contains(&column)) {
                    '^'
                } else if self.claim.contains(&column) {
                    '-'
                } else {
                    ' '
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use crosscheck_model::Span;

    use super::excerpt;

    fn check(text: &str, claim: &str, mark: &str, columns: usize, expect: [&str; 2]) {
        let find = |words: &str| {
            let start = text.find(words).expect("the words are there");
            Span::new(start, start + words.len())
        };
        let found = excerpt(text, Span::new(0, text.len()), find(claim), &[find(mark)], columns);
        assert_eq!([found.text.clone(), found.carets()], expect, "{text}");
    }

    #[test]
    fn windows() {
        let long = "Before noon, and long before any of the others, the team found 40 red boats, which nobody had missed at all.";
        check(
            "They found 40 boats.",
            "40 boats",
            "boats",
            40,
            ["They found 40 boats.", "           ---^^^^^"],
        );
        check(
            long,
            "40 red boats",
            "40",
            40,
            ["… the team found 40 red boats, which …", "                 ^^----------"],
        );
        check(
            "a\u{1b}b found\n二 40 cars",
            "40 cars",
            "40",
            60,
            ["a\\u{1b}b found 二 40 cars", "                  ^^-----"],
        );
        check(long, "red boats, which nobody had missed", "boats", 16, ["… red boats, …", "  ----^^^^^-"]);
    }
}
