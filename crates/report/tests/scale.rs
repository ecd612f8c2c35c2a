//! Five thousand findings stay quick to write in every format.

mod common;

use std::time::{Duration, Instant};

use crosscheck_model::{Report, Severity};
use crosscheck_report::{
    Corpus, annotation, concise, csv, github, graph, html, json, markdown, sarif, text, xlsx,
};

/// The small report so many times over, with ids of their own.
fn many(times: usize) -> Report {
    let mut all = common::report();
    let one = common::report();
    let rename = |id: &str, turn: usize| format!("{id}x{turn}");
    for turn in 1..times {
        all.claims.extend(one.claims.iter().cloned().map(|mut claim| {
            claim.id = rename(&claim.id, turn);
            claim
        }));
        all.links.extend(one.links.iter().cloned().map(|mut link| {
            (link.id, link.a, link.b) =
                (rename(&link.id, turn), rename(&link.a, turn), rename(&link.b, turn));
            link
        }));
        all.findings.extend(one.findings.iter().cloned().map(|mut finding| {
            finding.id = rename(&finding.id, turn);
            for id in finding.claims.iter_mut().chain(&mut finding.links) {
                *id = rename(id, turn);
            }
            finding
        }));
    }
    all
}

#[test]
fn five_thousand_findings_in_every_format() {
    let report = many(2_500);
    assert_eq!(report.findings.len(), 5_000);
    let start = Instant::now();
    let corpus = Corpus::new(&report, &common::TEXTS);
    let written = [
        text::render(&corpus, &text::Options::default()),
        concise::render(&corpus, Severity::Note),
        json::pretty(&report).expect("JSON"),
        json::lines(&report).expect("JSON"),
        csv::claim_rows(&corpus),
        csv::link_rows(&corpus),
        csv::finding_rows(&corpus),
        markdown::render(&corpus),
        html::render(&corpus),
        sarif::render(&corpus, Severity::Note).expect("JSON"),
        github::render(&corpus, Severity::Note),
        graph::dot(&corpus),
        graph::graphml(&corpus),
        graph::gexf(&corpus),
        annotation::render(&corpus).expect("JSON"),
    ];
    let sheets = xlsx::render(&corpus).expect("a spreadsheet");
    let took = start.elapsed();
    assert!(sheets.len() > 1_000);
    assert!(written.iter().all(|text| text.len() > 1_000));
    // Five seconds is the promise of a release build; a test build on a busy machine gets twelve times that.
    assert!(took < Duration::from_secs(60), "{took:?}");
    // The page is opened by tests/browser.
    let page = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("many.html");
    std::fs::write(page, &written[8]).expect("the target directory can be written to");
    // Read by whoever asks with --nocapture.
    eprint_time(took);
}

#[allow(clippy::print_stderr, reason = "the figure of docs/benchmarks.md")]
fn eprint_time(took: Duration) {
    eprintln!("all formats of 5,000 findings: {took:.2?}");
}
