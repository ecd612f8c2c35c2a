//! A synthetic corpus with planted agreements, updates and conflicts: how long it takes, and whether they are found.
//!
//! `cargo run --release -p crosscheck-reconciler --example scale -- 500000` makes that many claims, about fifty to a document.

use std::io::Write as _;
use std::time::Instant;

use crosscheck_reconciler::reconcile;

#[path = "../tests/planted/mod.rs"]
mod planted;

/// Memory of this process, as Linux tells it; nothing elsewhere.
fn resident(what: &str) -> String {
    let memory = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = memory.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(':'));
    line.map(str::trim).unwrap_or("unknown").to_owned()
}

fn main() {
    let wanted: usize = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(50_000);
    let corpus = planted::corpus(wanted);
    let sources = corpus.sources();
    let before = resident("VmRSS");
    let started = Instant::now();
    let found = reconcile(&sources, &corpus.claims);
    let took = started.elapsed();
    let (right, false_ones) = corpus.judge(&found);
    let report = format!(
        "{} documents, {} claims: {:.1} s, {} links, {} findings\nconflicts planted {}, found {right}, false {false_ones}\nmemory: {before} before, {} after, {} at most\n{}\n",
        corpus.documents.len(),
        corpus.claims.len(),
        took.as_secs_f64(),
        found.links.len(),
        found.findings.len(),
        corpus.planted.len(),
        resident("VmRSS"),
        resident("VmHWM"),
        found.notes.join("\n"),
    );
    let _ = std::io::stdout().write_all(report.as_bytes());
}
