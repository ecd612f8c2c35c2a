//! Who cites whom, and which documents are one text.

use super::{ROW, ROWS, WIDTH, close, dot, label, line, open, short};
use crate::html::page::Html;

const LEFT: f64 = 290.0;
const RIGHT: f64 = WIDTH - 300.0;

/// A speaker, and the rows of the documents that cite it.
pub(in crate::html) struct Cited<'a> {
    pub(in crate::html) name: &'a str,
    pub(in crate::html) by: Vec<usize>,
}

/// Speakers at the left, documents at the right, copies of one text bracketed; documents of one text stand together.
pub(in crate::html) fn cited(html: &mut Html, speakers: &[Cited<'_>], documents: &[(String, Option<usize>)]) {
    let speakers = &speakers[..speakers.len().min(ROWS)];
    let rows = speakers.len().max(documents.len()) as f64;
    let spread = |index: usize, count: usize| ROW * (index as f64 + 0.5 + (rows - count as f64) / 2.0);
    open(html, "cited", (WIDTH, ROW * rows), "Who is cited by which document");
    for (index, speaker) in speakers.iter().enumerate() {
        let y = spread(index, speakers.len());
        let class = if speaker.by.len() > 1 { "shared" } else { "edge" };
        for row in &speaker.by {
            let to = spread(*row, documents.len());
            let (out, back) = (LEFT + 70.0, RIGHT - 70.0);
            html.raw("<path").attr("class", class);
            html.attr(
                "d",
                &format!("M{LEFT:.0} {y:.1}C{out:.0} {y:.1} {back:.0} {to:.1} {RIGHT:.0} {to:.1}"),
            );
            html.raw("/>");
        }
        dot(html, "point", (LEFT, y));
        label(html, LEFT - 10.0, y + 4.0, "words last", &short(speaker.name, 40));
    }
    let right = WIDTH - 60.0;
    for (index, (name, group)) in documents.iter().enumerate() {
        let y = spread(index, documents.len());
        dot(html, "point", (RIGHT, y));
        label(html, RIGHT + 10.0, y + 4.0, "words", &short(name, 34));
        let next = documents.get(index + 1).and_then(|next| next.1);
        if group.is_some() && *group == next {
            line(html, "copies", (right, y - 6.0), (right, y + ROW + 6.0));
            if index == 0 || documents[index - 1].1 != *group {
                label(html, right + 6.0, y + ROW / 2.0 + 4.0, "tick", "one text");
            }
        }
    }
    close(html);
}
