//! Pairs of quotes side by side, why each was linked and what the link weighs.
//!
//! Links that share a claim share its quote: it stands at the left, the others beside it one below the other.

use crosscheck_model::{Claim, Finding, Link, Relation};

use super::Page;
use super::page::Html;
use super::{drawing, quote};
use crate::wording;

/// Both quotes of every link given, gravest first.
pub(super) fn pairs(html: &mut Html, page: &Page<'_>, finding: &Finding, links: &[&Link]) {
    let mut rest: Vec<&Link> =
        links.iter().copied().filter(|link| page.corpus.pair(link).is_some()).collect();
    while let Some(first) = rest.first() {
        let uses = |id: &str| rest.iter().filter(|link| link.a == id || link.b == id).count();
        let shared = if uses(&first.b) > uses(&first.a) { first.b.clone() } else { first.a.clone() };
        let (group, others): (Vec<_>, Vec<_>) =
            rest.into_iter().partition(|link| link.a == shared || link.b == shared);
        match group.as_slice() {
            [link] => alone(html, page, finding, link),
            _ => together(html, page, finding, &shared, &group),
        }
        rest = others;
    }
}

fn open(html: &mut Html, class: &'static str, link: &Link) {
    html.raw("<div role=\"group\" tabindex=\"-1\" data-pair").attr("class", class).attr("id", &link.id);
    html.attr("aria-label", &format!("Both quotes of {}", link.id)).raw(">");
}

fn alone(html: &mut Html, page: &Page<'_>, finding: &Finding, link: &Link) {
    let Some((a, b)) = page.corpus.pair(link) else { return };
    open(html, "couple", link);
    html.raw("<div class=\"pair\">");
    quote::side(html, page, a, &[link], true);
    quote::side(html, page, b, &[link], true);
    html.raw("</div>");
    because(html, finding, link);
    html.raw("</div>");
}

fn together(html: &mut Html, page: &Page<'_>, finding: &Finding, shared: &str, links: &[&Link]) {
    let Some(claim) = page.corpus.claim(shared) else { return };
    html.raw("<div class=\"pair many\"><div class=\"shared\">");
    quote::side(html, page, claim, links, true);
    html.raw("</div><div>");
    for (index, link) in links.iter().enumerate() {
        let Some((a, b)) = page.corpus.pair(link) else { continue };
        let other: &Claim = if a.id == shared { b } else { a };
        open(html, "other", link);
        // Below the first, the sentences alone are easier to compare.
        quote::side(html, page, other, &[link], index == 0);
        because(html, finding, link);
        html.raw("</div>");
    }
    html.raw("</div></div>");
}

/// Why the link holds, and the weights behind it.
fn because(html: &mut Html, finding: &Finding, link: &Link) {
    html.raw("<p class=\"why\">");
    if link.severity != finding.severity {
        let level = wording::severity(link.severity);
        html.raw("<span").attr("class", &format!("level {level}")).raw(">").text(level).raw("</span> ");
    }
    html.text(&link.why).raw("</p><details><summary>");
    html.text(&format!(
        "{}: {}, rule {}, {:.1} bits",
        link.id,
        relation(link.relation),
        link.rule,
        link.score.total
    ));
    html.raw("</summary>");
    drawing::waterfall(html, link);
    if !link.facts.is_empty() || !link.flags.is_empty() {
        html.raw("<dl>");
        for fact in link.facts.iter() {
            html.raw("<dt>").text(&fact.name).raw("</dt><dd>").text(&fact.value).raw("</dd>");
        }
        if !link.flags.is_empty() {
            html.raw("<dt>flags</dt><dd>").text(&link.flags.join(", ").replace('_', " ")).raw("</dd>");
        }
        html.raw("</dl>");
    }
    html.raw("</details>");
}

/// A relation as a reader says it.
pub(super) fn relation(relation: Relation) -> &'static str {
    if relation == Relation::PartOf { "part of" } else { wording::relation(relation) }
}
