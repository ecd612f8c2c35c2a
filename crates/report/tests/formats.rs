//! Every format is opened by a program that is not ours, with friendly and with hostile words in it.

mod common;

use std::path::Path;
use std::process::Command;

use crosscheck_model::Severity;
use crosscheck_report::{Corpus, annotation, concise, csv, github, graph, html, markdown, safe, sarif, xlsx};

/// Both reports, written by `write`, go to a file and to the consumer of that name.
#[allow(clippy::print_stdout, reason = "a skipped consumer is named to whoever runs the tests")]
fn consume(consumer: &str, name: &str, write: impl Fn(&Corpus<'_>) -> Vec<u8>) {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/consumers.py");
    let mut hostile = common::report();
    common::poison(&mut hostile);
    for (kind, report) in [("friendly", common::report()), ("hostile", hostile)] {
        let written = write(&Corpus::new(&report, &common::TEXTS));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{kind}.{name}"));
        std::fs::write(&path, written).expect("the target directory can be written to");
        let texts = serde_json::to_string(&common::TEXTS).expect("texts are JSON");
        let surfaces: std::collections::BTreeMap<&str, String> =
            report.claims.iter().map(|claim| (claim.id.as_str(), shown(&claim.surface))).collect();
        let surfaces = serde_json::to_string(&surfaces).expect("words are JSON");
        match Command::new("python3").arg(script).arg(consumer).arg(&path).args([texts, surfaces]).output() {
            Err(_) => println!("skipped: python3 is not installed"),
            Ok(output) => {
                print!("{}", String::from_utf8_lossy(&output.stdout));
                assert!(output.status.success(), "{kind}: {}", String::from_utf8_lossy(&output.stderr));
            }
        }
    }
}

#[test]
fn csv_is_read_by_python_and_sqlite() {
    consume("csv", "claims.csv", |corpus| csv::claim_rows(corpus).into_bytes());
    consume("csv", "links.csv", |corpus| csv::link_rows(corpus).into_bytes());
    consume("csv", "findings.csv", |corpus| csv::finding_rows(corpus).into_bytes());
}

/// Words as every format for machines shows them.
fn shown(text: &str) -> String {
    safe::text(text).replace('\u{ffff}', "\u{fffd}")
}

#[test]
fn a_spreadsheet_is_read_by_openpyxl_and_is_the_same_every_time() {
    consume("xlsx", "xlsx", |corpus| xlsx::render(corpus).expect("a spreadsheet"));
    let report = common::report();
    let corpus = Corpus::new(&report, &common::TEXTS);
    let once = xlsx::render(&corpus).expect("a spreadsheet");
    assert!(xlsx::is_ours(&once));
    // The clock of a ZIP entry counts in steps of two seconds.
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    assert!(once == xlsx::render(&corpus).expect("a spreadsheet"), "the bytes depend on the clock");
}

#[test]
fn graphs_are_read_by_networkx_and_graphviz() {
    consume("graphml", "graphml", |corpus| graph::graphml(corpus).into_bytes());
    consume("gexf", "gexf", |corpus| graph::gexf(corpus).into_bytes());
    consume("dot", "dot", |corpus| graph::dot(corpus).into_bytes());
}

#[test]
fn html_is_one_sound_file_that_runs_nothing_foreign() {
    consume("html", "html", |corpus| html::render(corpus).into_bytes());
    let report = common::report();
    let page = html::render(&Corpus::new(&report, &common::TEXTS));
    // What every page carries, whatever its findings.
    let empty = crosscheck_model::Report {
        documents: vec![],
        claims: vec![],
        links: vec![],
        findings: vec![],
        ..report
    };
    let fixed = html::render(&Corpus::new(&empty, &[])).len();
    assert!(fixed <= 150_000, "the fixed part has {fixed} bytes");
    assert!(page.contains("<mark>more than 40 rowing <b>boats</b></mark>"), "the words that differ are lit");
}

#[test]
fn annotations_select_the_words() {
    // A hostile surface is not in its text, so only its form is looked at below.
    let report = common::report();
    let corpus = Corpus::new(&report, &common::TEXTS);
    let page: serde_json::Value =
        serde_json::from_str(&annotation::render(&corpus).expect("JSON")).expect("JSON");
    let items = page["items"].as_array().expect("items");
    assert_eq!(items.len(), report.claims.len() + report.links.len());
    for (item, claim) in items.iter().zip(&report.claims) {
        let [quote, position] = [&item["target"]["selector"][0], &item["target"]["selector"][1]];
        let at = |key: &str| position[key].as_u64().expect("a position") as usize;
        let index: usize = claim.document[1..].parse().expect("d1, d2, ...");
        let characters: Vec<char> = common::TEXTS[index - 1].chars().collect();
        let selected: String = characters[at("start")..at("end")].iter().collect();
        assert_eq!(quote["exact"].as_str(), Some(selected.as_str()));
        let around: String = characters[..at("start")].iter().collect();
        assert!(around.ends_with(quote["prefix"].as_str().expect("a prefix")));
    }
}

#[test]
fn sarif_meets_its_schema() {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("data/sarif-2.1.0.schema.json")).expect("the schema is JSON");
    let schema = jsonschema::validator_for(&schema).expect("the schema is one");
    for hostile in [false, true] {
        let mut report = common::report();
        if hostile {
            common::poison(&mut report);
        }
        let text = sarif::render(&Corpus::new(&report, &common::TEXTS), Severity::Note).expect("JSON");
        let log: serde_json::Value = serde_json::from_str(&text).expect("SARIF is JSON");
        let errors: Vec<String> =
            schema.iter_errors(&log).map(|e| format!("{}: {e}", e.instance_path)).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        let run = &log["runs"][0];
        assert_eq!(run["results"].as_array().map(Vec::len), Some(report.links.len()));
        assert_eq!(run["artifacts"].as_array().map(Vec::len), Some(3));
        let first = &run["results"][0];
        assert_eq!(first["relatedLocations"].as_array().map(Vec::len), Some(1));
        let region = &first["locations"][0]["physicalLocation"]["region"];
        assert_eq!((region["startLine"].as_u64(), region["startColumn"].as_u64()), (Some(3), Some(85)));
    }
}

#[test]
fn lines_stay_lines() {
    let mut report = common::report();
    common::poison(&mut report);
    let corpus = Corpus::new(&report, &common::TEXTS);
    for (text, lines) in [
        (concise::render(&corpus, Severity::Note), 3),
        (concise::render(&corpus, Severity::Tension), 1),
        (github::render(&corpus, Severity::Note), 3),
    ] {
        assert_eq!(text.lines().count(), lines, "{text}");
        assert_eq!(text.chars().find(|c| *c != '\n' && safe::is_hidden(*c)), None, "{text}");
    }
    let report = common::report();
    let corpus = Corpus::new(&report, &common::TEXTS);
    insta::assert_snapshot!(concise::render(&corpus, Severity::Note));
    insta::assert_snapshot!(github::render(&corpus, Severity::Tension));
}

#[test]
fn markdown_holds_no_foreign_markup() {
    let mut report = common::report();
    common::poison(&mut report);
    let text = markdown::render(&Corpus::new(&report, &common::TEXTS));
    assert!(!text.contains("<script") && !text.contains("](javascript"), "{text}");
    let report = common::report();
    insta::assert_snapshot!(markdown::render(&Corpus::new(&report, &common::TEXTS)));
}
