//! What each format holds of a friendly report.

mod common;

use crosscheck_model::{BaselineState, Decision, DecisionState, Severity, report};
use crosscheck_report::{Corpus, annotation, concise, github, html, markdown, sarif, xlsx};

#[test]
fn a_spreadsheet_is_the_same_every_time() {
    let report = common::report();
    let corpus = Corpus::new(&report, &common::TEXTS);
    let once = xlsx::render(&corpus).expect("a spreadsheet");
    assert!(xlsx::is_ours(&once));
    // The clock of a ZIP entry counts in steps of two seconds.
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    assert!(once == xlsx::render(&corpus).expect("a spreadsheet"), "the bytes depend on the clock");
}

#[test]
fn html_has_a_small_fixed_part_and_lights_what_differs() {
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
fn sarif_leads_to_both_places() {
    let report = common::report();
    let text = sarif::render(&Corpus::new(&report, &common::TEXTS), Severity::Note).expect("JSON");
    let log: serde_json::Value = serde_json::from_str(&text).expect("SARIF is JSON");
    let run = &log["runs"][0];
    assert_eq!(run["results"].as_array().map(Vec::len), Some(report.links.len()));
    assert_eq!(run["artifacts"].as_array().map(Vec::len), Some(3));
    let first = &run["results"][0];
    assert_eq!(first["relatedLocations"].as_array().map(Vec::len), Some(1));
    let region = &first["locations"][0]["physicalLocation"]["region"];
    assert_eq!((region["startLine"].as_u64(), region["startColumn"].as_u64()), (Some(3), Some(85)));
    assert!(first.get("baselineState").is_none() && first.get("suppressions").is_none());
}

#[test]
fn sarif_says_what_is_new_what_is_gone_and_what_was_accepted() {
    let mut report = common::report();
    report.findings[0].baseline = Some(BaselineState::Unchanged);
    report.findings[0].decision =
        Some(Decision { state: DecisionState::Accepted, reason: "known".into(), until: None });
    report.findings[1].baseline = Some(BaselineState::New);
    let file = report::InputFile { path: "old.json".into(), sha256: "0".repeat(64), bytes: 1 };
    let gone =
        report::Gone { fingerprint: "cc".into(), severity: Severity::Tension, title: "ships sunk".into() };
    report.baseline = Some(report::Compared { file, new: 1, unchanged: 1, gone: vec![gone] });
    let corpus = Corpus::new(&report, &common::TEXTS);
    let text = sarif::render(&corpus, Severity::Note).expect("JSON");
    let log: serde_json::Value = serde_json::from_str(&text).expect("SARIF is JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    let states: Vec<_> = results.iter().map(|result| result["baselineState"].as_str()).collect();
    assert_eq!(states, [Some("unchanged"), Some("unchanged"), Some("new"), Some("absent")]);
    assert_eq!(results[0]["suppressions"][0]["justification"], "known");
    assert_eq!(results[3]["message"]["text"], "ships sunk");
    // What was accepted asks nobody for anything.
    assert_eq!(github::render(&corpus, Severity::Tension), "");
}

#[test]
fn lists_for_machines() {
    let report = common::report();
    let corpus = Corpus::new(&report, &common::TEXTS);
    insta::assert_snapshot!(concise::render(&corpus, Severity::Note));
    insta::assert_snapshot!(github::render(&corpus, Severity::Tension));
}

#[test]
fn markdown_for_people() {
    let report = common::report();
    insta::assert_snapshot!(markdown::render(&Corpus::new(&report, &common::TEXTS)));
}
