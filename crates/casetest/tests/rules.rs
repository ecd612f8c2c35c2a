//! Every page of `crates/reconciler/cases`. `CASES_UPDATE=1 cargo test -p crosscheck-casetest` writes what was found.

use std::path::{Path, PathBuf};

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../reconciler/cases");
    let mut pages: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of case pages is in the repository")
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    pages.sort();
    pages
}

#[test]
fn every_case_yields_its_links_and_no_other() {
    let mut failures = String::new();
    for path in pages() {
        let page = std::fs::read_to_string(&path).expect("a case page is UTF-8");
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match crosscheck_casetest::run(&page) {
            Ok(found) if found.is_empty() => {}
            Ok(found) if std::env::var_os("CASES_UPDATE").is_some() => {
                let updated = crosscheck_casetest::updated(&page).expect("the page was read before");
                std::fs::write(&path, updated).expect("a case page can be written");
                failures.push_str(&format!("{name}: {} cases updated\n", found.len()));
            }
            Ok(found) => found.iter().for_each(|failure| failures.push_str(&format!("{name}, {failure}"))),
            Err(error) => failures.push_str(&format!("{name}, {error}\n")),
        }
    }
    assert!(
        failures.is_empty(),
        "{failures}CASES_UPDATE=1 cargo test -p crosscheck-casetest writes what was found"
    );
}

#[test]
fn every_rule_has_a_page_with_firing_and_silent_cases_and_every_page_a_rule() {
    let rules = crosscheck_engine::reconciler::rules::ALL;
    let mut faults = String::new();
    for rule in rules {
        let page = pages().into_iter().find(|path| path.file_stem().is_some_and(|stem| stem == rule.id));
        let Some(page) = page else {
            faults.push_str(&format!("{} has no page crates/reconciler/cases/{}.md\n", rule.id, rule.id));
            continue;
        };
        let page = std::fs::read_to_string(&page).expect("a case page is UTF-8");
        let cases = crosscheck_casetest::parse(&page).unwrap_or_default();
        let named = format!("] {}: ", rule.id);
        let firing =
            cases.iter().filter(|case| case.expected.iter().any(|link| link.contains(&named))).count();
        if firing < 2 || cases.len() - firing < 2 {
            let silent = cases.len() - firing;
            faults.push_str(&format!(
                "{}: {firing} firing and {silent} silent cases; write two of each\n",
                rule.id
            ));
        }
    }
    for path in pages() {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if !rules.iter().any(|rule| rule.id == stem) {
            faults.push_str(&format!("{stem}.md is the page of no rule\n"));
        }
    }
    assert!(faults.is_empty(), "{faults}");
}
