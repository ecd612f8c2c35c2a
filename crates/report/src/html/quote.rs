//! Quotes with what they say lit, alone in their sentence or within the whole document.

use crosscheck_model::{Claim, Link, Span};

use super::page::Html;
use crate::corpus::Source;
use crate::{Corpus, marks, wording};

/// One side of a pair: the sentence with the claim and its differing words lit, where it stands and what was read.
pub(super) fn side(html: &mut Html, corpus: &Corpus<'_>, claim: &Claim, link: Option<&Link>) {
    html.raw("<figure><figcaption>");
    let source = corpus.source(claim);
    if let Some(source) = source {
        let document = source.document;
        html.raw("<strong>").text(document.source.as_deref().unwrap_or(&document.path)).raw("</strong> ");
        if let Some(date) = document.published.date {
            html.raw("<span class=\"fine\">").text(&date.to_string()).raw("</span> ");
        }
        html.link(&claim.id, &source.locate(claim.start));
    }
    html.raw("</figcaption><blockquote>");
    let marks = link.map(|link| marks::differing(link, claim)).unwrap_or_default();
    match source.and_then(|source| Some((source, source.text?))) {
        Some((_, text)) => lit(html, text, claim.sentence.cover(claim.span()), claim.span(), &marks),
        None => {
            html.raw("<mark>").text(&claim.surface).raw("</mark>");
        }
    }
    html.raw("</blockquote><p class=\"reading\">").text(&wording::reading(claim));
    if let Some(speaker) = wording::speaker(claim) {
        html.raw("; says ").text(&speaker);
    }
    if !claim.kind.is_calendar()
        && let Some(days) = wording::days(claim.when.from, claim.when.to)
    {
        html.raw("; ").text(&days);
    }
    html.raw("</p></figure>");
}

/// A stretch of text with the claim marked and the differing words in it marked more strongly.
fn lit(html: &mut Html, text: &str, whole: Span, claim: Span, marks: &[Span]) {
    let slice = |start: u32, end: u32| Span { start, end: end.max(start) }.slice(text);
    html.text(slice(whole.start, claim.start)).raw("<mark>");
    let mut at = claim.start;
    for mark in marks {
        let (start, end) = (mark.start.max(at), mark.end.min(claim.end));
        if start < end {
            html.text(slice(at, start)).raw("<b>").text(slice(start, end)).raw("</b>");
            at = end;
        }
    }
    html.text(slice(at, claim.end)).raw("</mark>").text(slice(claim.end, whole.end));
}

/// A document as it was given, with every claim lit and linked to its finding; what is no article is dimmed.
pub(super) fn document(
    html: &mut Html,
    source: &Source<'_>,
    claims: &[&Claim],
    finding: impl Fn(&Claim) -> Option<String>,
) {
    let Some(text) = source.text else {
        html.raw("<p>The text is not at hand.</p>");
        return;
    };
    html.raw("<div class=\"text\" tabindex=\"0\" role=\"region\"");
    html.attr("aria-label", &format!("Text of {}", source.document.path)).raw(">");
    let mut at = 0;
    for claim in claims {
        if claim.start < at {
            // A claim inside another: only its place is kept.
            html.raw("<a class=\"inner\"").attr("id", &claim.id).raw("></a>");
            continue;
        }
        between(html, source, text, at, claim.start);
        html.raw("<mark").attr("id", &claim.id).attr("title", &wording::reading(claim)).raw(">");
        match finding(claim) {
            Some(id) => {
                html.raw("<a").attr("href", &format!("#{id}")).raw(">").lines(&claim.surface).raw("</a>");
            }
            None => {
                html.lines(&claim.surface);
            }
        }
        html.raw("</mark>");
        at = claim.end;
    }
    between(html, source, text, at, u32::try_from(text.len()).unwrap_or(u32::MAX));
    html.raw("</div>");
}

/// Text between two claims; stretches outside the article are dimmed.
fn between(html: &mut Html, source: &Source<'_>, text: &str, from: u32, to: u32) {
    let mut at = from;
    for body in source.document.body.iter().filter(|body| body.end > from && body.start < to) {
        dim(html, Span { start: at, end: body.start.max(at) }.slice(text));
        let end = body.end.min(to);
        html.lines(Span { start: body.start.max(at), end }.slice(text));
        at = end;
    }
    dim(html, Span { start: at, end: to.max(at) }.slice(text));
}

fn dim(html: &mut Html, text: &str) {
    if !text.is_empty() {
        html.raw("<span class=\"page\">").lines(text).raw("</span>");
    }
}
