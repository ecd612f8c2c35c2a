//! Running figures over the days they hold for.

use chrono::NaiveDate;
use crosscheck_model::{Claim, Finding, Relation};

use super::scale::Scale;
use super::{ROWS, WIDTH, close, dot, figures, label, line, open, short};
use crate::html::names::Names;
use crate::html::page::Html;
use crate::{Corpus, wording};

const LEFT: f64 = 90.0;
/// Room for the words beside the last figure.
const RIGHT: f64 = WIDTH - 290.0;
const TOP: f64 = 24.0;
const BOTTOM: f64 = 200.0;
/// Pixels of a letter, as wide as most are.
const LETTER: f64 = 6.4;

struct Point<'a> {
    day: NaiveDate,
    value: f64,
    claim: &'a Claim,
}

/// The figures that update one another, as steps; returns whether there was anything to draw.
pub(in crate::html) fn timeline(
    html: &mut Html,
    corpus: &Corpus<'_>,
    names: &Names<'_>,
    finding: &Finding,
) -> bool {
    let links = corpus.links_of(finding);
    let updates: Vec<(&str, &str)> = links
        .iter()
        .filter(|link| link.relation == Relation::Updates)
        .map(|link| (link.a.as_str(), link.b.as_str()))
        .collect();
    let runs = |id: &str| updates.iter().any(|(a, b)| *a == id || *b == id);
    let (figures, unit) = figures(corpus, finding);
    let mut points: Vec<Point<'_>> = figures
        .into_iter()
        .filter(|figure| runs(&figure.claim.id))
        .filter_map(|figure| {
            let day = figure.claim.when.to.or(figure.claim.when.from)?.date;
            Some(Point { day, value: figure.at()?, claim: figure.claim })
        })
        .collect();
    points.sort_by(|a, b| a.day.cmp(&b.day).then(a.value.total_cmp(&b.value)));
    points.truncate(ROWS * 2);
    let (Some(first), Some(last)) = (points.first().map(|p| p.day), points.last().map(|p| p.day)) else {
        return false;
    };
    // Upwards is less in pixels.
    let values: Vec<f64> = points.iter().map(|point| point.value).collect();
    let Some(scale) = Scale::new(values.into_iter(), BOTTOM, TOP).filter(|_| first < last) else {
        return false;
    };
    let days = (last - first).num_days().max(1) as f64;
    let x = |day: NaiveDate| LEFT + 10.0 + (day - first).num_days() as f64 / days * (RIGHT - LEFT - 10.0);
    open(html, "timeline", (WIDTH, BOTTOM + 24.0), &format!("{} over time", finding.measure));
    if let Some(unit) = &unit {
        label(html, 0.0, 10.0, "tick", wording::with_unit("", Some(unit)).trim());
    }
    for (y, words) in scale.ticks(4) {
        line(html, "grid", (LEFT, y), (WIDTH - 8.0, y));
        label(html, LEFT - 8.0, y + 4.0, "tick last", &words);
    }
    line(html, "axis", (LEFT, BOTTOM), (WIDTH - 8.0, BOTTOM));
    let mut marked = f64::NEG_INFINITY;
    for day in points.iter().map(|point| point.day).chain([last]) {
        // A day is named where there is room for it, the last one always.
        if x(day) - marked >= 80.0 && (day == last || x(last) - x(day) >= 80.0) {
            label(html, x(day), BOTTOM + 17.0, "tick middle", &day.to_string());
            marked = x(day);
        }
    }
    let mut steps: Vec<(f64, f64, f64)> = Vec::new();
    for (index, point) in points.iter().enumerate() {
        let linked = |other: &Point<'_>| {
            let (a, b) = (other.claim.id.as_str(), point.claim.id.as_str());
            updates.contains(&(a, b)) || updates.contains(&(b, a))
        };
        // A count stays what it was until the next report: the nearest one before that this one updates.
        let before = points[..index].iter().rev().find(|other| other.day < point.day && linked(other));
        if let Some(before) = before {
            let corner = (x(point.day), scale.at(before.value));
            line(html, "step", (x(before.day), corner.1), corner);
            steps.push((x(before.day), corner.0, corner.1));
            line(html, "step", corner, (corner.0, scale.at(point.value)));
        }
    }
    let mut taken: Vec<(f64, f64, f64)> = Vec::new();
    for point in &points {
        let at = (x(point.day), scale.at(point.value));
        dot(html, "point", at);
        let words =
            format!("{}, {}", short(&point.claim.surface, 24), short(names.of(&point.claim.document), 18));
        let width = words.chars().count() as f64 * LETTER;
        let from = (at.0 + 8.0).min(WIDTH - width);
        // Words that would lie on others move up or down, or are left to the table.
        let apart = |(x, to, _): &(f64, f64, f64)| from > *to || from + width < *x;
        let free = [-7.0, 16.0, -20.0, 29.0, 4.0].into_iter().map(|dy| at.1 + dy).find(|y| {
            (TOP..BOTTOM).contains(y)
                && taken.iter().all(|other| (other.2 - y).abs() > 12.0 || apart(other))
                && steps.iter().all(|step| !(y - 11.0..y + 4.0).contains(&step.2) || apart(step))
        });
        if let Some(y) = free {
            taken.push((from, from + width, y));
            label(html, from, y, "words halo", &words);
        }
    }
    close(html);
    true
}
