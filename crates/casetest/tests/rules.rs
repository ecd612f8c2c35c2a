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
