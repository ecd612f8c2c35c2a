//! Hostile words in documents, file names and settings script no page, move no terminal, run no formula and break no format.
//!
//! Each format is written once with friendly words and once with each sort of hostile ones, and opened by a program
//! that is not ours where one is at hand.

mod common;

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use crosscheck_model::{Report, Severity};
use crosscheck_report::{
    Corpus, annotation, concise, csv, github, graph, html, json, markdown, safe, sarif, text, xlsx,
};

/// Every report, written by `write`, goes to a file, and the files go to the consumer of that name.
fn consume(consumer: &str, name: &str, write: impl Fn(&Corpus<'_>) -> Vec<u8>) {
    let mut command = Command::new("python3");
    command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/consumers.py")).arg(consumer);
    for (index, report) in [common::report()].into_iter().chain(common::poisoned()).enumerate() {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{index}.{name}"));
        let surfaces: std::collections::BTreeMap<&str, String> =
            report.claims.iter().map(|claim| (claim.id.as_str(), shown(&claim.surface))).collect();
        let beside =
            serde_json::json!({ "texts": common::TEXTS, "surfaces": surfaces, "friendly": index == 0 });
        for (path, content) in [
            (path.clone(), write(&Corpus::new(&report, &common::TEXTS))),
            (path.with_file_name(format!("{index}.{name}.json")), beside.to_string().into_bytes()),
        ] {
            std::fs::write(path, content).expect("the target directory can be written to");
        }
        command.arg(path);
    }
    match command.output() {
        Err(_) => say(name, b"skipped: python3 is not installed\n"),
        Ok(output) => {
            say(name, &output.stdout);
            assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
}

/// Names a skipped consumer to whoever runs the tests: the harness holds back only what the macros print.
fn say(name: &str, told: &[u8]) {
    for line in told.split_inclusive(|byte| *byte == b'\n') {
        // A closed standard error has nobody to tell.
        let _ = std::io::stderr().write_all(&[b"\n", name.as_bytes(), b": ", line].concat());
    }
}

/// Words as every format for machines shows them.
fn shown(text: &str) -> String {
    safe::text(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

/// No character of the text moves a terminal or hides.
fn plain(text: &str) {
    let sent = text.chars().find(|c| *c != '\n' && safe::is_hidden(*c));
    assert_eq!(sent, None, "{text}");
}

fn each(check: impl Fn(&Report, &Corpus<'_>)) {
    for report in common::poisoned() {
        check(&report, &Corpus::new(&report, &common::TEXTS));
        // A saved report comes without its texts.
        check(&report, &Corpus::new(&report, &[]));
    }
}

#[test]
fn text_moves_no_terminal() {
    each(|_, corpus| {
        plain(&text::render(corpus, &text::Options::default()));
        plain(&text::why(corpus, "l1", &text::Options::default()).expect("the link is there"));
    });
}

#[test]
fn concise_is_one_line_a_difference() {
    each(|_, corpus| {
        let text = concise::render(corpus, Severity::Note);
        plain(&text);
        assert_eq!(text.lines().count(), 3, "{text}");
        assert_eq!(concise::render(corpus, Severity::Tension).lines().count(), 1);
    });
}

#[test]
fn github_runs_no_foreign_command() {
    each(|_, corpus| {
        let text = github::render(corpus, Severity::Note);
        plain(&text);
        assert_eq!(text.lines().count(), 3, "{text}");
        for line in text.lines() {
            let command = line.split(' ').next().unwrap_or_default();
            assert!(["::error", "::warning", "::notice"].contains(&command), "{line}");
        }
    });
}

#[test]
fn json_comes_back_as_it_was() {
    each(|report, _| {
        let text = json::pretty(report).expect("JSON");
        plain(&text);
        assert!(serde_json::from_str::<Report>(&text).expect("it is a report") == *report);
        let lines = json::lines(report).expect("JSON");
        plain(&lines);
        assert!(lines.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
    });
    consume("json", "json", |corpus| json::pretty(corpus.report).expect("JSON").into_bytes());
}

#[test]
fn csv_is_read_by_python_and_sqlite_and_runs_nothing() {
    consume("csv", "claims.csv", |corpus| csv::claim_rows(corpus).into_bytes());
    consume("csv", "links.csv", |corpus| csv::link_rows(corpus).into_bytes());
    consume("csv", "findings.csv", |corpus| csv::finding_rows(corpus).into_bytes());
}

#[test]
fn xlsx_is_read_by_openpyxl_and_holds_no_formula() {
    consume("xlsx", "xlsx", |corpus| xlsx::render(corpus).expect("a spreadsheet"));
}

#[test]
fn markdown_holds_no_foreign_markup() {
    consume("markdown", "md", |corpus| markdown::render(corpus).into_bytes());
    each(|_, corpus| plain(&markdown::render(corpus)));
}

#[test]
fn html_is_one_sound_file_that_runs_nothing_foreign() {
    consume("html", "html", |corpus| html::render(corpus).into_bytes());
    each(|_, corpus| plain(&html::render(corpus)));
}

#[test]
fn graphml_is_read_by_networkx() {
    consume("graphml", "graphml", |corpus| graph::graphml(corpus).into_bytes());
}

#[test]
fn gexf_is_read_by_networkx() {
    consume("gexf", "gexf", |corpus| graph::gexf(corpus).into_bytes());
}

#[test]
fn dot_is_drawn_by_graphviz() {
    consume("dot", "dot", |corpus| graph::dot(corpus).into_bytes());
}

#[test]
fn annotations_are_json_with_both_selectors() {
    consume("annotations", "jsonld", |corpus| annotation::render(corpus).expect("JSON").into_bytes());
}

#[test]
fn sarif_meets_its_schema() {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("data/sarif-2.1.0.schema.json")).expect("the schema is JSON");
    let schema = jsonschema::validator_for(&schema).expect("the schema is one");
    for report in [common::report()].into_iter().chain(common::poisoned()) {
        let text = sarif::render(&Corpus::new(&report, &common::TEXTS), Severity::Note).expect("JSON");
        plain(&text);
        let log: serde_json::Value = serde_json::from_str(&text).expect("SARIF is JSON");
        let errors: Vec<String> =
            schema.iter_errors(&log).map(|e| format!("{}: {e}", e.instance_path)).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}
