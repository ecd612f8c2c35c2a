//! Input that is not as it should be: named with where and why, and the rest is still checked.

mod support;

use std::fs;

use support::{Ran, arg, folder, folder_of, run};

const GOOD: (&str, &[u8]) = ("good.txt", b"The fire killed 12 people on 3 May 2021.\n");

/// The run ends with 3, names `place` and `reason` on standard error and in the report, and checks the rest.
fn check(ran: &Ran, place: &str, reason: &str, documents: usize) {
    assert_eq!(ran.code, Some(3), "{}", ran.err);
    let complaint =
        ran.err.lines().find(|line| line.contains(place)).unwrap_or_else(|| panic!("{}", ran.err));
    assert!(complaint.starts_with("crosscheck: left out: "), "{complaint}");
    assert!(complaint.contains(reason), "{complaint}");
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("the report is JSON");
    let left = report["left_out"].as_array().expect("the report names what was left out");
    let named = |left: &&serde_json::Value| {
        let all = format!("{}: {}", left["path"], left["reason"]).replace("\\\\", "\\");
        all.contains(place.rsplit('/').next().unwrap_or(place))
    };
    assert!(left.iter().any(|left| named(&left)), "{left:?}");
    assert_eq!(report["documents"].as_array().map(Vec::len), Some(documents), "{}", ran.err);
}

fn report(paths: &[&str]) -> Ran {
    let mut args = vec!["report", "--format", "json"];
    args.extend(paths);
    run(&args)
}

#[test]
fn missing_path() {
    let folder = folder_of("missing", &[GOOD]);
    let missing = folder.join("missing.txt");
    check(&report(&[arg(&folder.join("good.txt")), arg(&missing)]), "missing.txt", "", 1);
}

#[test]
fn empty_file() {
    let folder = folder_of("empty_file", &[GOOD, ("empty.txt", b"")]);
    check(&report(&[arg(&folder)]), "empty.txt", "empty", 1);
}

#[test]
fn empty_folder() {
    let (good, empty) = (folder_of("empty_folder", &[GOOD]), folder("empty_folder_itself"));
    check(&report(&[arg(&good), arg(&empty)]), "empty_folder_itself", "", 1);
}

#[test]
fn not_utf8() {
    let folder = folder_of("not_utf8", &[GOOD, ("latin1.txt", b"first line\nna\xefve 12\n")]);
    check(&report(&[arg(&folder)]), "latin1.txt", "UTF-8", 1);
    let ran = report(&[arg(&folder)]);
    assert!(ran.err.contains("latin1.txt:2") || ran.err.contains("line 2"), "the line is named: {}", ran.err);
}

#[test]
fn broken_manifest() {
    for (name, manifest) in [
        ("syntax", &b"[[document]]\npath = \"good.txt\"\nsource = \n"[..]),
        ("unknown_file", b"[[document]]\npath = \"gone.txt\"\n"),
        ("no_path", b"[[document]]\nsource = \"Post\"\n"),
    ] {
        let folder = folder_of(&format!("manifest_{name}"), &[GOOD, ("manifest.toml", manifest)]);
        let ran = report(&[arg(&folder)]);
        check(&ran, "manifest.toml", "", 1);
        assert!(
            ran.err.contains("manifest.toml:") || ran.err.contains("line"),
            "the line is named: {}",
            ran.err
        );
    }
}

#[test]
fn broken_json_line() {
    for (name, line) in [
        ("syntax", &b"{\"id\": \"b\", \"text\": \n"[..]),
        ("no_text", b"{\"id\": \"b\"}\n"),
        ("not_an_object", b"[1]\n"),
        ("not_text", b"{\"id\": \"b\", \"text\": 12}\n"),
    ] {
        let mut lines = b"{\"id\": \"a\", \"text\": \"12 people died.\"}\n".to_vec();
        lines.extend(line);
        let folder = folder_of(&format!("jsonl_{name}"), &[("docs.jsonl", &lines)]);
        check(&report(&[arg(&folder.join("docs.jsonl"))]), "docs.jsonl:2", "", 1);
    }
}

#[test]
fn a_date_that_does_not_exist() {
    let manifest = b"[[document]]\npath = \"good.txt\"\npublished = \"2021-02-30\"\n";
    let folder = folder_of("date_manifest", &[GOOD, ("other.txt", GOOD.1), ("manifest.toml", manifest)]);
    let ran = report(&[arg(&folder)]);
    assert_eq!(ran.code, Some(3), "{}", ran.err);
    assert!(ran.err.contains("2021-02-30") && ran.err.contains("manifest.toml"), "{}", ran.err);
    let lines = b"{\"id\": \"a\", \"text\": \"12 died.\"}\n{\"id\": \"b\", \"text\": \"12 died.\", \"published\": \"2021-13-01\"}\n";
    let folder = folder_of("date_jsonl", &[("docs.jsonl", lines)]);
    let ran = report(&[arg(&folder.join("docs.jsonl"))]);
    assert_eq!(ran.code, Some(3), "{}", ran.err);
    assert!(ran.err.contains("2021-13-01") && ran.err.contains("docs.jsonl:2"), "{}", ran.err);
}

#[test]
fn two_documents_with_one_id() {
    let lines = b"{\"id\": \"a\", \"text\": \"12 died.\"}\n{\"id\": \"a\", \"text\": \"13 died.\"}\n";
    let folder = folder_of("twice", &[("docs.jsonl", lines)]);
    check(&report(&[arg(&folder.join("docs.jsonl"))]), "docs.jsonl:2", "", 1);
}

#[test]
fn file_names_do_not_move_the_terminal() {
    let folder = folder_of("names", &[("a\u{1b}[2J\u{202e}.txt", GOOD.1), ("b\u{9b}.txt", b"")]);
    for command in ["report", "claims", "mentions"] {
        let ran = run(&[command, arg(&folder)]);
        assert_eq!(ran.code, Some(3), "{}", ran.err);
        for shown in [&ran.out, &ran.err] {
            let sent = shown.chars().find(|c| *c != '\n' && crosscheck_engine::report::safe::is_hidden(*c));
            assert_eq!(sent, None, "{shown}");
        }
    }
    fs::remove_dir_all(&folder).expect("the folder is ours");
}

#[test]
fn saved_reports_that_are_none() {
    let folder = folder_of(
        "saved",
        &[("broken.json", b"{\"schema\": 1}"), ("newer.json", b"{\"schema\":\"crosscheck.report/9\",\"tool\":{\"name\":\"crosscheck\",\"version\":\"9\"},\"documents\":[],\"claims\":[],\"links\":[],\"findings\":[]}")],
    );
    for (file, reason) in
        [("broken.json", "not a report"), ("newer.json", "crosscheck.report/9"), ("none.json", "cannot read")]
    {
        let ran = run(&["why", "l1", arg(&folder.join(file))]);
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.contains(reason) && ran.err.contains(file), "{}", ran.err);
    }
    let ran = run(&["why", "l999999", "seeds"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("there is no link l999999"), "{}", ran.err);
}
