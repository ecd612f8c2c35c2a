//! The first screen: what there is to look at, one action from both quotes of each, and the filters.

use std::collections::BTreeSet;

use crosscheck_model::{BaselineState, Severity};

use super::page::Html;
use super::{Page, finding};
use crate::wording;

/// What to look at, a line a finding and a link a pair of quotes.
pub(super) fn overview(html: &mut Html, page: &Page<'_>) {
    let found: Vec<_> = page.corpus.report.findings.iter().filter(|f| f.severity < Severity::Note).collect();
    if found.is_empty() {
        return;
    }
    html.raw("<ol class=\"overview\" aria-label=\"What to look at, gravest first\">");
    for finding in found {
        let level = wording::severity(finding.severity);
        html.raw("<li")
            .attr("data-finding", &finding.id)
            .raw("><span")
            .attr("class", &format!("level {level}"));
        html.raw(">").text(level).raw("</span><div>").link(&finding.id, &finding.title);
        html.raw(" <span class=\"fine\">");
        if let Some(range) = wording::range(page.corpus, &finding.envelope) {
            html.text(&range).raw("; ");
        }
        html.text(&wording::count(finding.independent_sources, "independent source", "independent sources"));
        if finding.baseline == Some(BaselineState::New) {
            html.raw("; new");
        }
        if finding.is_accepted() {
            html.raw("; accepted");
        }
        html.raw("</span>");
        // The headline leads to the first pair.
        let more: Vec<_> = finding::shown(page, finding).into_iter().skip(1).collect();
        if !more.is_empty() {
            html.raw("<ul class=\"also\">");
            for link in more {
                if let Some((a, b)) = page.corpus.pair(link) {
                    html.raw("<li>")
                        .link(&link.id, &format!("“{}” / “{}”", a.surface, b.surface))
                        .raw("</li>");
                }
            }
            html.raw("</ul>");
        }
        html.raw("</div></li>");
    }
    html.raw("</ol>");
}

/// Filters; shown by the script, as they are of no use without it.
pub(super) fn tools(html: &mut Html, page: &Page<'_>) {
    let report = page.corpus.report;
    html.raw("<div class=\"tools\" id=\"tools\" role=\"search\" aria-label=\"Filter the findings\" hidden><div class=\"levels\">");
    for severity in [Severity::Gross, Severity::Discrepancy, Severity::Tension, Severity::Note] {
        let (name, count) = (wording::severity(severity), page.corpus.count(severity));
        if count > 0 {
            html.raw("<label><input type=\"checkbox\" name=\"level\" checked").attr("value", name).raw(">");
            html.text(&format!("{name} ({count})")).raw("</label>");
        }
    }
    html.raw("</div>");
    let relations: BTreeSet<&str> = report.links.iter().map(|l| wording::relation(l.relation)).collect();
    select(html, "relation", "Relation", "any relation", relations.into_iter().map(|name| (name, name)));
    let documents =
        report.documents.iter().map(|document| (document.id.as_str(), page.names.of(&document.id)));
    select(html, "source", "Source", "any source", documents);
    let measures: BTreeSet<&str> = report.findings.iter().map(|finding| finding.measure.as_str()).collect();
    select(html, "measure", "Measure", "any measure", measures.into_iter().map(|name| (name, name)));
    html.raw("<input type=\"search\" id=\"search\" aria-label=\"Search\" placeholder=\"Search\"><span id=\"shown\" class=\"fine\" role=\"status\"></span><button type=\"button\" id=\"keys\" aria-haspopup=\"dialog\">Keys <kbd>?</kbd></button></div>");
}

fn select<'a>(
    html: &mut Html,
    id: &'static str,
    name: &'static str,
    any: &'static str,
    options: impl Iterator<Item = (&'a str, &'a str)>,
) {
    html.raw("<select")
        .attr("id", id)
        .attr("aria-label", name)
        .raw("><option value=\"\">")
        .raw(any)
        .raw("</option>");
    for (value, name) in options {
        html.raw("<option").attr("value", value).raw(">").text(name).raw("</option>");
    }
    html.raw("</select>");
}
