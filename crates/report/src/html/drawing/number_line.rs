//! Every source's interval on one axis.

use std::collections::BTreeSet;

use crosscheck_model::{Finding, Relation};

use super::scale::Scale;
use super::{ROW, ROWS, WIDTH, close, dot, figures, label, line, open, short};
use crate::html::names::Names;
use crate::html::page::Html;
use crate::{Corpus, wording};

/// Pixels for the source and the words at the left.
const LABELS: f64 = 350.0;
/// The pixel at which the words begin.
const WORDS: f64 = 160.0;
const RIGHT: f64 = WIDTH - 24.0;

/// Every claim's interval on one axis; nothing for fewer than two figures.
pub(in crate::html) fn number_line(
    html: &mut Html,
    corpus: &Corpus<'_>,
    names: &Names<'_>,
    finding: &Finding,
) {
    let (figures, unit) = figures(corpus, finding);
    let values: Vec<f64> = figures.iter().flat_map(super::Figure::numbers).collect();
    let scale = Scale::new(values.into_iter(), LABELS, RIGHT);
    let Some(scale) = scale.filter(|_| figures.len() > 1) else { return };
    let links = corpus.links_of(finding);
    let fought: BTreeSet<&str> = links
        .iter()
        .filter(|link| link.relation == Relation::Conflict)
        .flat_map(|link| [link.a.as_str(), link.b.as_str()])
        .collect();
    let rows = figures.len().min(ROWS);
    let bottom = ROW * (rows as f64 + 0.3);
    let title = match &unit {
        Some(unit) => format!("Number line of {} in{}", finding.measure, wording::with_unit("", Some(unit))),
        None => format!("Number line of {}", finding.measure),
    };
    html.raw("<h4>").text(&title).raw("</h4>");
    open(html, "numberline", (WIDTH, bottom + 22.0), &title);
    for (x, words) in scale.ticks(6) {
        line(html, "grid", (x, 2.0), (x, bottom));
        label(html, x, bottom + 16.0, "tick middle", &words);
    }
    line(html, "axis", (LABELS, bottom), (RIGHT, bottom));
    for (row, figure) in figures.iter().take(rows).enumerate() {
        let y = ROW * (row as f64 + 0.65);
        let claim = figure.claim;
        let against = fought.contains(claim.id.as_str());
        label(html, 0.0, y + 4.0, "who", &short(names.of(&claim.document), 22));
        label(html, WORDS, y + 4.0, "words", &short(&claim.surface, 28));
        let from = figure.lo.map_or(LABELS, |lo| scale.at(lo));
        let to = figure.hi.map_or(RIGHT, |hi| scale.at(hi)).max(from);
        line(html, if against { "range against" } else { "range" }, (from, y), (to, y));
        for (end, x, arrow) in [(figure.lo, from, "←"), (figure.hi, to, "→")] {
            if end.is_some() {
                line(html, if against { "end against" } else { "end" }, (x, y - 5.0), (x, y + 5.0));
            } else {
                label(html, if arrow == "→" { x } else { x - 12.0 }, y + 4.0, "tick", arrow);
            }
        }
        if let (Some(lo), Some(hi)) = figure.soft {
            let class = if against { "soft against" } else { "soft" };
            let (lo, hi) = (scale.at(lo), scale.at(hi));
            line(html, class, (lo, y), (hi.max(lo + 1.0), y));
        }
        if let Some(point) = figure.point {
            dot(html, if against { "point against" } else { "point" }, (scale.at(point), y));
        }
    }
    close(html);
    html.raw("<p class=\"fine\">Thin: what the words allow. Thick: what a reader takes them for. Dot: the figure as printed. → no upper end.");
    if figures.len() > rows {
        html.text(&format!(" {} more figures stand in the table.", figures.len() - rows));
    }
    html.raw("</p>");
}
