//! Drawings in SVG: the number line of a finding, its figures over time, the weights of a link.

use crosscheck_model::{Claim, Finding, Link, Relation};

use super::page::Html;
use crate::{Corpus, wording};

/// Pixels across a drawing.
const WIDTH: f64 = 720.0;
/// Pixels for the labels at its left.
const LABELS: f64 = 260.0;
/// Pixels of a row.
const ROW: f64 = 22.0;
/// Rows of one drawing; a finding of hundreds of claims is read in its table.
const ROWS: usize = 24;

/// Claims of a finding that have a figure in one unit: the envelope's, or the first claim's.
fn figures<'a>(corpus: &Corpus<'a>, finding: &Finding) -> Vec<&'a Claim> {
    let claims: Vec<_> =
        corpus.claims_of(finding).into_iter().filter(|claim| claim.value.is_some()).collect();
    let unit = finding.envelope.unit.clone().or_else(|| claims.first().and_then(|claim| claim.unit.clone()));
    claims.into_iter().filter(|claim| claim.unit == unit).collect()
}

/// The finite numbers of a claim's interval and point.
fn ends(claim: &Claim) -> (Option<f64>, Option<f64>, Option<f64>) {
    let value = claim.value.as_ref();
    let number = |number: Option<crosscheck_model::Number>| number.map(crosscheck_model::Number::to_f64);
    (
        number(value.and_then(|value| value.lo)),
        number(value.and_then(|value| value.point)),
        number(value.and_then(|value| value.hi)),
    )
}

/// From figures to pixels.
struct Scale {
    lo: f64,
    hi: f64,
    log: bool,
}

impl Scale {
    fn new(values: impl Iterator<Item = f64> + Clone) -> Option<Self> {
        let lo = values.clone().fold(f64::INFINITY, f64::min);
        let hi = values.fold(f64::NEG_INFINITY, f64::max);
        if !lo.is_finite() || !hi.is_finite() {
            return None;
        }
        // Figures that differ by orders of magnitude would lie on one another on an even scale.
        let log = lo > 0.0 && hi / lo > 40.0;
        let margin = if hi > lo { (hi - lo) * 0.1 } else { hi.abs().max(1.0) * 0.1 };
        Some(if log {
            Self { lo: lo / 1.5, hi: hi * 1.5, log }
        } else {
            Self { lo: lo - margin, hi: hi + margin, log }
        })
    }

    fn x(&self, value: f64) -> f64 {
        let part = if self.log {
            (value.max(self.lo).ln() - self.lo.ln()) / (self.hi.ln() - self.lo.ln())
        } else {
            (value - self.lo) / (self.hi - self.lo)
        };
        LABELS + part.clamp(0.0, 1.0) * (WIDTH - LABELS - 20.0)
    }
}

fn open(html: &mut Html, class: &'static str, height: f64, title: &str) {
    html.raw("<svg role=\"img\"").attr("class", class);
    html.attr("viewBox", &format!("0 0 {WIDTH} {height}")).at("width", WIDTH).at("height", height);
    html.attr("aria-label", title).raw("><title>").text(title).raw("</title>");
}

fn label(html: &mut Html, x: f64, y: f64, class: &'static str, text: &str) {
    html.raw("<text").at("x", x).at("y", y).attr("class", class).raw(">").text(text).raw("</text>");
}

fn line(html: &mut Html, class: &'static str, from: (f64, f64), to: (f64, f64)) {
    html.raw("<line").attr("class", class);
    html.at("x1", from.0).at("y1", from.1).at("x2", to.0).at("y2", to.1).raw("/>");
}

/// The first characters of a label.
fn short(text: &str, characters: usize) -> String {
    if text.chars().count() <= characters {
        return text.to_owned();
    }
    text.chars().take(characters - 1).chain(['…']).collect()
}

/// Every claim's interval on one axis; nothing for fewer than two figures.
pub(super) fn number_line(html: &mut Html, corpus: &Corpus<'_>, finding: &Finding) {
    let claims = figures(corpus, finding);
    let values = claims.iter().flat_map(|claim| {
        let (lo, point, hi) = ends(claim);
        [lo, point, hi].into_iter().flatten()
    });
    let Some(scale) = Scale::new(values).filter(|_| claims.len() > 1) else { return };
    let rows = claims.len().min(ROWS);
    let height = ROW * (rows as f64 + 1.5);
    let unit = claims[0].unit.as_deref().unwrap_or_default();
    open(html, "numberline", height, &format!("Number line of {}", finding.measure));
    for (row, claim) in claims.iter().take(rows).enumerate() {
        let y = ROW * (row as f64 + 0.5);
        let (lo, point, hi) = ends(claim);
        label(html, 0.0, y + 4.0, "label", &short(&format!("{} {}", claim.document, claim.surface), 40));
        let from = lo.map_or(LABELS, |lo| scale.x(lo));
        let to = hi.map_or(WIDTH - 8.0, |hi| scale.x(hi));
        line(html, "range", (from, y), (to.max(from + 1.0), y));
        for (end, x) in [(lo, from), (hi, to)] {
            if end.is_some() {
                line(html, "end", (x, y - 5.0), (x, y + 5.0));
            } else {
                label(html, x - 4.0, y + 5.0, "open", if x > LABELS { "→" } else { "←" });
            }
        }
        if let Some(point) = point {
            html.raw("<circle")
                .attr("class", "point")
                .at("cx", scale.x(point))
                .at("cy", y)
                .at("r", 4.0)
                .raw("/>");
        }
    }
    let y = ROW * (rows as f64 + 0.6);
    line(html, "axis", (LABELS, y), (WIDTH - 8.0, y));
    let figures = claims.iter().filter_map(|claim| ends(claim).1.or(ends(claim).0));
    let (low, high) =
        (figures.clone().fold(f64::INFINITY, f64::min), figures.fold(f64::NEG_INFINITY, f64::max));
    let name = |value: f64| {
        let number = value.to_string().parse().map(wording::number).unwrap_or_default();
        if unit.is_empty() { number } else { format!("{number} {unit}") }
    };
    if low.is_finite() {
        label(html, scale.x(low), y + 14.0, "tick", &name(low));
    }
    if high.is_finite() && scale.x(high) - scale.x(low) > 90.0 {
        label(html, scale.x(high), y + 14.0, "tick", &name(high));
    }
    html.raw("</svg>");
    if claims.len() > rows {
        html.raw("<p class=\"fine\">")
            .text(&format!("{} more figures in the table", claims.len() - rows))
            .raw("</p>");
    }
}

/// The figures of a running count by the days they hold for, as steps; returns whether there was anything to draw.
pub(super) fn timeline(html: &mut Html, corpus: &Corpus<'_>, finding: &Finding) -> bool {
    if !corpus.links_of(finding).iter().any(|link| link.relation == Relation::Updates) {
        return false;
    }
    let mut points: Vec<(chrono::NaiveDate, f64, &Claim)> = figures(corpus, finding)
        .into_iter()
        .filter_map(|claim| {
            let day = claim.when.to.or(claim.when.from)?.date;
            let (lo, point, hi) = ends(claim);
            Some((day, point.or(lo).or(hi)?, claim))
        })
        .collect();
    points.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    points.truncate(ROWS * 2);
    let (Some(first), Some(last)) = (points.first().map(|p| p.0), points.last().map(|p| p.0)) else {
        return false;
    };
    let Some(scale) = Scale::new(points.iter().map(|p| p.1)).filter(|_| first < last) else { return false };
    let (left, bottom) = (70.0, 150.0);
    let days = (last - first).num_days().max(1) as f64;
    let x = |day: chrono::NaiveDate| left + (day - first).num_days() as f64 / days * (WIDTH - left - 190.0);
    let y = |value: f64| {
        let part = (scale.x(value) - LABELS) / (WIDTH - LABELS - 20.0);
        bottom - part * (bottom - 20.0)
    };
    open(html, "timeline", bottom + 30.0, &format!("{} over time", finding.measure));
    line(html, "axis", (left, bottom), (WIDTH - 20.0, bottom));
    label(html, left, bottom + 18.0, "tick", &first.to_string());
    label(html, x(last) - 30.0, bottom + 18.0, "tick", &last.to_string());
    for pair in points.windows(2) {
        let (from, to) = ((x(pair[0].0), y(pair[0].1)), (x(pair[1].0), y(pair[1].1)));
        // A count stays what it was until the next report.
        line(html, "step", from, (to.0, from.1));
        line(html, "step", (to.0, from.1), to);
    }
    let mut last_label: Option<(f64, f64)> = None;
    for (day, value, claim) in &points {
        let (px, py) = (x(*day), y(*value));
        html.raw("<circle").attr("class", "point").at("cx", px).at("cy", py).at("r", 4.0).raw("><title>");
        html.text(&format!("{}: {} ({day})", claim.document, claim.surface)).raw("</title></circle>");
        if last_label.is_none_or(|(lx, ly)| (px - lx).abs() > 90.0 || (py - ly).abs() > 13.0) {
            label(html, px + 7.0, py - 5.0, "tick", &short(&claim.surface, 22));
            last_label = Some((px, py));
        }
    }
    html.raw("</svg>");
    true
}

/// Weights of evidence as a waterfall: each part starts where the sum so far ends.
pub(super) fn waterfall(html: &mut Html, link: &Link) {
    let parts = &link.score.parts;
    let mut sum = 0.0;
    let mut bars = Vec::new();
    for part in parts {
        bars.push((part.name.as_ref(), sum, sum + part.weight, part.weight));
        sum += part.weight;
    }
    bars.push(("in all", 0.0, link.score.total, link.score.total));
    let Some(scale) =
        Scale::new(bars.iter().flat_map(|bar| [bar.1, bar.2]).chain([0.0]).collect::<Vec<_>>().into_iter())
    else {
        return;
    };
    let scale = Scale { log: false, ..scale };
    let height = ROW * bars.len() as f64;
    open(
        html,
        "waterfall",
        height,
        &format!("Weight of evidence that both speak of one thing: {:.1} bits", link.score.total),
    );
    for (row, (name, from, to, weight)) in bars.iter().enumerate() {
        let y = ROW * row as f64;
        label(html, 0.0, y + 15.0, "label", &short(name, 40));
        let (left, right) = (scale.x(from.min(*to)), scale.x(from.max(*to)));
        let class = if row + 1 == bars.len() {
            "sum"
        } else if *weight < 0.0 {
            "against"
        } else {
            "for"
        };
        html.raw("<rect")
            .attr("class", class)
            .at("x", left)
            .at("y", y + 4.0)
            .at("width", (right - left).max(1.0))
            .at("height", ROW - 8.0)
            .raw("/>");
        label(html, right + 4.0, y + 15.0, "tick", &format!("{weight:+.1}"));
    }
    html.raw("</svg>");
}
