//! Claims, graph and report of every folder under `fixtures/` and of `seeds/`, pinned.
//!
//! `cargo insta review` shows what a change does to them; `INSTA_UPDATE=always cargo test --test snapshots` takes it all.

mod support;

use std::fs;
use std::path::Path;

use crosscheck_engine::model::{Claim, Interval, Report};
use crosscheck_engine::report::{Corpus, wording};
use support::{folders, run};

/// The documents, as they are, on top of each snapshot; the seeds lie beside it and are long.
fn input(folder: &Path, report: &Report) -> String {
    if folder.ends_with("seeds") {
        return "(seeds/*.txt)\n".to_owned();
    }
    report
        .documents
        .iter()
        .map(|document| {
            let text = fs::read_to_string(&document.path).expect("the document was just read");
            format!("{} {}\n{}\n", document.id, wording::published(document), text.trim_end())
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// What was read: kind, lemma of the thing, what it allows and what it is taken for.
fn read(claim: &Claim) -> String {
    let mut out = wording::kind(claim.kind).to_owned();
    if let Some(object) = claim.object.as_ref().filter(|object| !object.head.is_empty()) {
        out.push_str(&format!(" of {}", object.head));
    }
    let mut parts = Vec::new();
    if let Some(value) = &claim.value {
        let (hard, mut soft) = (value.hard(), value.soft);
        let mut figures = wording::with_unit(&wording::interval(&hard), claim.unit.as_deref());
        if soft != hard && soft != Interval::ALL {
            // The end that both share is said once.
            if hard.hi.is_none() && soft.lo == hard.lo {
                soft = Interval { lo: None, lo_closed: false, ..soft };
            }
            figures.push_str(&format!(", taken as {}", wording::interval(&soft)));
        }
        parts.push(figures);
    }
    if let Some(when) = claim.date.as_ref().filter(|when| claim.value.is_none() || when.from.is_some()) {
        let anchor = when.anchor.as_ref().map(|anchor| format!(" ({anchor})")).unwrap_or_default();
        parts.push(format!("{}{anchor}", wording::date(when)));
    }
    if !parts.is_empty() {
        out.push_str(&format!(": {}", parts.join("; ")));
    }
    out
}

/// A line a claim.
fn claims(report: &Report) -> String {
    let lines = report.claims.iter().map(|claim| {
        let event = claim.event.as_ref().map_or("-", |event| event.concept.as_ref().unwrap_or(&event.lemma));
        let when = wording::days(claim.when.from, claim.when.to).unwrap_or_else(|| "-".to_owned());
        let speaker = wording::speaker(claim).unwrap_or_else(|| "-".to_owned());
        format!(
            "{} {}:{} “{}” | {} | {event} | {when} | {} | {speaker} | {}",
            claim.id,
            claim.document,
            claim.start,
            claim.surface,
            read(claim),
            claim.place.as_deref().unwrap_or("-"),
            wording::modality(claim.modality),
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A line a link.
fn graph(report: &Report) -> String {
    let corpus = Corpus::new(report, &[]);
    let lines = report.links.iter().filter_map(|link| {
        let (a, b) = corpus.pair(link)?;
        let axes: Vec<&str> = link.axes.iter().map(|axis| wording::axis(*axis)).collect();
        Some(format!(
            "{} “{}” {} {} “{}” | {} [{}] {} {:.1}",
            a.id,
            a.surface,
            wording::relation(link.relation),
            b.id,
            b.surface,
            wording::severity(link.severity),
            axes.join(" "),
            link.rule,
            link.score.total
        ))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn claims_graph_and_report() {
    for folder in folders() {
        let path = folder.to_str().expect("fixtures have plain names");
        let report: Report = serde_json::from_str(&run(&["report", path, "--format", "json"]).out)
            .expect("the report is JSON");
        let name = folder.file_name().expect("a name").to_string_lossy();
        let input = input(&folder, &report);
        let text = run(&["report", path]).out;
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("{name}.claims"), format!("{input}\n=====\n{}", claims(&report)));
            insta::assert_snapshot!(format!("{name}.graph"), format!("{input}\n=====\n{}", graph(&report)));
            insta::assert_snapshot!(format!("{name}.report"), format!("{input}\n=====\n{text}"));
        });
    }
}

/// A snapshot would take a change; that the ceasefire of 2020 is mixed with none of 2023 is never to change.
#[test]
fn the_article_on_another_ceasefire_stays_apart() {
    let report: Report =
        serde_json::from_str(&run(&["report", "seeds", "--format", "json"]).out).expect("the report is JSON");
    let apart = report.documents.iter().find(|document| document.path.contains("/003_")).expect("the seeds");
    let document = |id: &str| report.claims.iter().find(|claim| claim.id == id).map(|claim| &claim.document);
    let joins = |id: &str| document(id) == Some(&apart.id);
    let joined: Vec<_> = report.links.iter().filter(|link| joins(&link.a) != joins(&link.b)).collect();
    assert!(joined.is_empty(), "{joined:?}");
}
