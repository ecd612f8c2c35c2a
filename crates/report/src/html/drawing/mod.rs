//! Drawings in SVG: the number line of a finding, its figures over time, the weights of a link, who cites whom.

mod cited;
mod number_line;
mod scale;
mod timeline;
mod waterfall;

pub(super) use cited::{Cited, cited};
pub(super) use number_line::number_line;
pub(super) use timeline::timeline;
pub(super) use waterfall::waterfall;

use crosscheck_model::{Claim, Finding, Number};

use super::page::Html;
use crate::Corpus;

/// Pixels across a drawing.
const WIDTH: f64 = 920.0;
/// Pixels of a row.
const ROW: f64 = 24.0;
/// Rows of one drawing; a finding of hundreds of claims is read in its table.
const ROWS: usize = 24;

fn open(html: &mut Html, class: &'static str, (width, height): (f64, f64), title: &str) {
    html.raw("<div class=\"scroll drawing\" tabindex=\"0\" role=\"group\"").attr("aria-label", title);
    html.raw("><svg role=\"img\"").attr("class", class);
    html.attr("viewBox", &format!("0 0 {width} {height}")).at("width", width).at("height", height);
    html.attr("aria-label", title).raw(">");
}

fn close(html: &mut Html) {
    html.raw("</svg></div>");
}

fn label(html: &mut Html, x: f64, y: f64, class: &'static str, text: &str) {
    html.raw("<text").at("x", x).at("y", y).attr("class", class).raw(">").text(text).raw("</text>");
}

fn line(html: &mut Html, class: &'static str, from: (f64, f64), to: (f64, f64)) {
    html.raw("<line").attr("class", class);
    html.at("x1", from.0).at("y1", from.1).at("x2", to.0).at("y2", to.1).raw("/>");
}

fn dot(html: &mut Html, class: &'static str, at: (f64, f64)) {
    html.raw("<circle").attr("class", class).at("cx", at.0).at("cy", at.1).at("r", 4.0).raw("/>");
}

/// The first characters of a label.
fn short(text: &str, characters: usize) -> String {
    if text.chars().count() <= characters {
        return text.to_owned();
    }
    text.chars().take(characters - 1).chain(['…']).collect()
}

/// A claim as an axis shows it, all claims of one drawing in one unit.
struct Figure<'a> {
    claim: &'a Claim,
    lo: Option<f64>,
    hi: Option<f64>,
    /// What a reader takes the words for.
    soft: (Option<f64>, Option<f64>),
    point: Option<f64>,
}

impl Figure<'_> {
    /// Every number of it.
    fn numbers(&self) -> impl Iterator<Item = f64> {
        [self.lo, self.hi, self.point, self.soft.0, self.soft.1].into_iter().flatten()
    }

    /// The figure, or the end it is known by.
    fn at(&self) -> Option<f64> {
        self.point.or(self.lo).or(self.hi)
    }
}

/// The claims of a finding that can stand on one axis, and its unit: as the first of them is printed.
fn figures<'a>(corpus: &Corpus<'a>, finding: &Finding) -> (Vec<Figure<'a>>, Option<String>) {
    let mut claims = corpus.claims_of(finding);
    claims.retain(|claim| claim.value.is_some());
    let Some(first) = claims.first() else { return (Vec::new(), None) };
    if claims.iter().all(|claim| claim.unit == first.unit) {
        return (claims.iter().map(|claim| figure(claim, 1.0)).collect(), first.unit.clone());
    }
    let base =
        finding.envelope.unit.as_deref().filter(|unit| claims.iter().any(|claim| in_base(claim, unit)));
    match base {
        Some(unit) => {
            claims.retain(|claim| in_base(claim, unit) && factor(claim).is_some());
            // Nobody printed the base unit: the axis has the unit of the first claim.
            let one = claims.first().and_then(|first| Some((factor(first)?, first.unit.clone())));
            let (first, unit) = one.unwrap_or((1.0, Some(unit.to_owned())));
            let figures = claims.iter().filter_map(|claim| Some(figure(claim, factor(claim)? / first)));
            (figures.collect(), unit)
        }
        None => {
            let unit = finding.envelope.unit.clone().or_else(|| first.unit.clone());
            (claims.iter().filter(|claim| claim.unit == unit).map(|claim| figure(claim, 1.0)).collect(), unit)
        }
    }
}

fn in_base(claim: &Claim, unit: &str) -> bool {
    claim.si.as_ref().is_some_and(|si| si.unit == unit)
}

/// How many base units the printed unit has.
fn factor(claim: &Claim) -> Option<f64> {
    let (value, si) = (claim.value.as_ref()?, claim.si.as_ref()?);
    [(si.lo, value.lo), (si.hi, value.hi)].into_iter().find_map(|(base, printed)| {
        let (base, printed) = (base?.to_f64(), printed?.to_f64());
        (printed != 0.0 && base != 0.0).then_some(base / printed)
    })
}

fn figure(claim: &Claim, factor: f64) -> Figure<'_> {
    let value = claim.value.as_ref();
    let number = |number: Option<Number>| number.map(|number| number.to_f64() * factor);
    Figure {
        claim,
        lo: number(value.and_then(|value| value.lo)),
        hi: number(value.and_then(|value| value.hi)),
        soft: (number(value.and_then(|value| value.soft.lo)), number(value.and_then(|value| value.soft.hi))),
        point: number(value.and_then(|value| value.point)),
    }
}
