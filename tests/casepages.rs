//! `crosscheck test` on pages as users write them.

mod support;

use std::fs;

use support::{arg, folder, run};

const PAGE: &str = "# Quakes\n\n## One quake\n\n```text doc=a.txt date=2024-03-04 source=One\nThe quake at Ostrel was 10 kilometres deep.\n```\n```text doc=b.txt date=2024-03-04 source=Two\nThe Ostrel quake was 10 kilometres deep.\n```\n```links\n```\n";

#[test]
fn a_failing_page_is_1_and_updates_in_place() {
    let dir = folder("casepages");
    let page = dir.join("quakes.md");
    fs::write(&page, PAGE).expect("the page can be written");
    let failed = run(&["test", arg(&dir)]);
    assert_eq!(failed.code, Some(1), "{}", failed.err);
    assert!(failed.out.contains("One quake") && failed.out.contains("1 failed; --update"), "{}", failed.out);
    assert!(failed.out.lines().any(|line| line.trim_start().starts_with("+ ")), "{}", failed.out);
    assert_eq!(run(&["test", "--update", arg(&dir)]).code, Some(0));
    let passed = run(&["test", arg(&page)]);
    assert_eq!((passed.code, passed.out.as_str()), (Some(0), "1 cases on 1 pages: all as expected\n"));
}

#[test]
fn a_page_that_cannot_be_read_is_2_with_its_line() {
    let dir = folder("brokenpages");
    let page = dir.join("broken.md");
    for (text, expect) in [
        ("## A case\n\n```text doc=a.txt\nnever closed\n", "broken.md:3: this fence is not closed"),
        ("## A case\n\n```text date=2024\n```\n", "broken.md:3: "),
        ("## A case\n\n```text source=One\n```\n", "broken.md:3: a document needs a name"),
        ("# No case\n", "there is no case"),
    ] {
        fs::write(&page, text).expect("the page can be written");
        let ran = run(&["test", arg(&page)]);
        assert_eq!(ran.code, Some(2), "{}", ran.out);
        assert!(ran.err.contains(expect), "{}", ran.err);
    }
    assert_eq!(run(&["test", "nowhere.md"]).code, Some(2));
}

#[test]
fn the_rules_and_the_manual_of_the_configuration_hold() {
    for path in ["crates/reconciler/cases", "docs/configuration.md"] {
        let ran = run(&["test", path]);
        assert_eq!(ran.code, Some(0), "{}", ran.out);
    }
}
