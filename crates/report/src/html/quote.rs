//! Quotes with what they say lit, alone in their sentence or within the whole document.

use crosscheck_model::{Claim, Link, Span};

use super::Page;
use super::page::Html;
use crate::corpus::Source;
use crate::text::window;
use crate::{marks, wording};

/// Bytes of the text around a sentence that are shown with it, at most.
const CONTEXT: u32 = 120;

/// One side of a pair: the sentence in its context, with the claim and its differing words lit, where it stands and what
/// was read.
pub(super) fn side(html: &mut Html, page: &Page<'_>, claim: &Claim, links: &[&Link], in_context: bool) {
    html.raw("<figure><figcaption>");
    let source = page.corpus.source(claim);
    if let Some(source) = source {
        let document = source.document;
        html.raw("<strong>").text(page.names.of(&document.id)).raw("</strong> ");
        if let Some(date) = document.published.date {
            html.raw("<span class=\"fine\">").text(&date.date.to_string()).raw("</span> ");
        }
        html.link(&claim.id, &page.names.place(page.corpus, claim));
    }
    html.raw("</figcaption><blockquote>");
    let mut marks: Vec<Span> = links.iter().flat_map(|link| marks::differing(link, claim)).collect();
    marks.sort();
    match source.and_then(|source| Some((source, source.text?))) {
        Some((source, text)) => {
            let sentence = claim.sentence.cover(claim.span());
            let (before, after) = if in_context { context(source, text, sentence) } else { ("", "") };
            if !before.trim().is_empty() {
                html.raw("<span class=\"around\">… ").text(before.trim_start()).raw("</span>");
            }
            lit(html, text, sentence, claim.span(), &marks);
            if !after.trim().is_empty() {
                html.raw("<span class=\"around\">").text(after.trim_end()).raw(" …</span>");
            }
        }
        None => {
            html.raw("<mark>").text(&claim.surface).raw("</mark>");
        }
    }
    html.raw("</blockquote><p class=\"reading\">").text(&wording::reading(claim));
    if let Some(speaker) = wording::speaker(claim) {
        html.raw("; said by ").text(&speaker);
    }
    if !claim.kind.is_calendar()
        && let Some(days) = wording::days(claim.when.from, claim.when.to)
    {
        html.raw("; ").text(&days);
    }
    html.raw("</p></figure>");
}

/// Columns of a quote on one line.
const LINE: usize = 96;

/// A claim on one line, with as much of its sentence as fits, the claim and its differing words lit.
pub(super) fn line(html: &mut Html, page: &Page<'_>, claim: &Claim, marks: &[Span]) {
    let Some(text) = page.corpus.source(claim).and_then(|source| source.text) else {
        html.raw("<mark>").text(&claim.surface).raw("</mark>");
        return;
    };
    let shown = window(text, claim.sentence, claim.span(), LINE);
    if shown.start > claim.sentence.start {
        html.raw("… ");
    }
    let claim_shown = Span { end: claim.end.min(shown.end), ..claim.span() };
    lit(html, text, shown, claim_shown, marks);
    if shown.end < claim.sentence.end {
        html.raw(" …");
    }
}

/// The words before and behind a sentence, of the same stretch of the article, from and to the end of a word.
fn context<'a>(source: &Source<'_>, text: &'a str, sentence: Span) -> (&'a str, &'a str) {
    let body =
        source.document.body.iter().find(|body| body.start <= sentence.start && sentence.end <= body.end);
    let Some(body) = body else { return ("", "") };
    let start = sentence.start.saturating_sub(CONTEXT).max(body.start);
    let end = sentence.end.saturating_add(CONTEXT).min(body.end);
    let mut before = Span { start, end: sentence.start }.on_boundaries(text).slice(text);
    let mut after = Span { start: sentence.end, end }.on_boundaries(text).slice(text);
    if start > body.start {
        before = before.split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
    }
    if end < body.end {
        after = after.rsplit_once(char::is_whitespace).map_or("", |(rest, _)| rest);
    }
    (before, after)
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
pub(super) fn document(html: &mut Html, page: &Page<'_>, source: &Source<'_>, claims: &[&Claim]) {
    let Some(text) = source.text else {
        html.raw("<p>The text is not at hand.</p>");
        return;
    };
    html.raw("<div class=\"text\" tabindex=\"0\" role=\"group\"");
    html.attr("aria-label", &format!("Text of {}", source.document.path)).raw(">");
    let mut at = 0;
    for claim in claims {
        if claim.start < at {
            // A claim inside another: only its place is kept.
            html.raw("<a class=\"inner\"").attr("id", &claim.id).raw("></a>");
            continue;
        }
        between(html, source, text, at, claim.start);
        html.raw("<mark").attr("id", &claim.id).attr("title", &wording::reading(claim));
        match page.finding_of.get(claim.id.as_str()) {
            Some((finding, severity)) => {
                html.attr("class", wording::severity(*severity)).raw("><a");
                html.attr("href", &format!("#{finding}")).raw(">").lines(&claim.surface).raw("</a>");
            }
            None => {
                html.raw(">").lines(&claim.surface);
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
