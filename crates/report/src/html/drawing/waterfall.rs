//! The weights of a link.

use crosscheck_model::Link;

use super::scale::Scale;
use super::{ROW, close, label, line, open, short};
use crate::html::page::Html;

const WIDTH: f64 = 520.0;
const LABELS: f64 = 210.0;

/// Weights of evidence as a waterfall: each part starts where the sum so far ends.
pub(in crate::html) fn waterfall(html: &mut Html, link: &Link) {
    let mut sum = 0.0;
    let mut bars = Vec::new();
    for part in link.score.parts.iter() {
        bars.push((part.name.as_ref(), sum, sum + part.weight, part.weight));
        sum += part.weight;
    }
    bars.push(("in all", 0.0, link.score.total, link.score.total));
    let ends: Vec<f64> = bars.iter().flat_map(|bar| [bar.1, bar.2]).chain([0.0]).collect();
    let Some(scale) = Scale::even(ends.into_iter(), LABELS, WIDTH - 60.0) else { return };
    let height = ROW * bars.len() as f64;
    let title = format!("Weight of evidence that both speak of one thing: {:.1} bits", link.score.total);
    open(html, "waterfall", (WIDTH, height), &title);
    line(html, "axis", (scale.at(0.0), 0.0), (scale.at(0.0), height));
    for (row, (name, from, to, weight)) in bars.iter().enumerate() {
        let y = ROW * row as f64;
        label(html, 0.0, y + 16.0, "words", &short(name, 34));
        let (left, right) = (scale.at(from.min(*to)), scale.at(from.max(*to)));
        let class = if row + 1 == bars.len() {
            "sum"
        } else if *weight < 0.0 {
            "against"
        } else {
            "for"
        };
        html.raw("<rect").attr("class", class).at("x", left).at("y", y + 5.0);
        html.at("width", (right - left).max(1.0)).at("height", ROW - 10.0).raw("/>");
        label(html, right + 5.0, y + 16.0, "tick", &format!("{weight:+.1}"));
        if row + 1 < bars.len() {
            // Where the next part begins.
            let x = scale.at(*to);
            line(html, "grid", (x, y + ROW - 5.0), (x, y + ROW + 5.0));
        }
    }
    close(html);
}
