//! What a desk does every day: a baseline, decisions, a configuration beside the documents, and a report that comes out again.

mod support;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::Value;
use support::{Ran, arg, command, folder, folder_of, run};

const A: &str =
    "Police seized 120 rifles in the Dorvan raid on Monday, officials said.\n\nNobody was hurt.\n";
const B: &str =
    "Officials said police seized 1,200 rifles in the Dorvan raid on Monday.\n\nNobody was hurt.\n";

/// Two documents that differ gravely, in a folder of this test's own.
fn corpus(name: &str) -> std::path::PathBuf {
    let folder = folder(name);
    fs::create_dir(folder.join("wire")).expect("a folder");
    fs::write(folder.join("wire/a.txt"), A).expect("a file");
    fs::write(folder.join("wire/b.txt"), B).expect("a file");
    let manifest = "[[document]]\npath = 'a.txt'\npublished = '2024-03-05'\n[[document]]\npath = 'b.txt'\npublished = '2024-03-05'\n";
    fs::write(folder.join("wire/manifest.toml"), manifest).expect("a file");
    folder
}

/// Runs in a folder, without a clock to look at.
fn run_in(folder: &Path, args: &[&str]) -> Ran {
    let mut command = command();
    command.current_dir(folder).env("SOURCE_DATE_EPOCH", "1700000000").args(args);
    command.output().expect("the binary runs").into()
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}{}", ran.out, ran.err))
}

/// A report as JSON.
fn report_in(folder: &Path, args: &[&str]) -> Value {
    json(&run_in(folder, &[&["report", "wire", "--format", "json"], args].concat()))
}

fn gravest(report: &Value) -> &Value {
    &report["findings"][0]
}

#[test]
fn a_baseline_marks_and_drops_nothing() {
    let folder = corpus("baseline");
    assert_eq!(run_in(&folder, &["report", "wire", "--format", "json", "-o", "then.json"]).code, Some(0));
    let same = report_in(&folder, &["--baseline", "then.json"]);
    let findings = same["findings"].as_array().expect("findings");
    assert!(!findings.is_empty());
    assert!(findings.iter().all(|finding| finding["baseline"] == "unchanged"), "{findings:?}");
    assert_eq!(
        (&same["baseline"]["new"], &same["baseline"]["file"]["path"]),
        (&0.into(), &"then.json".into())
    );
    let fail = ["report", "wire", "--baseline", "then.json", "--fail-on", "note"];
    assert_eq!(run_in(&folder, &fail).code, Some(0), "what was known fails nothing");
    // Another figure: one finding is gone, another is new.
    fs::write(folder.join("wire/b.txt"), B.replace("1,200", "1,300")).expect("a file");
    let changed = report_in(&folder, &["--baseline", "then.json"]);
    assert_eq!(gravest(&changed)["baseline"], "new", "{changed:#}");
    assert_eq!(changed["baseline"]["gone"][0]["title"], gravest(&same)["title"]);
    let ran = run_in(&folder, &fail);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("f1 (new): ") && ran.out.contains("Gone since then.json"), "{}", ran.out);
    // The baseline is an input of this run.
    let ran =
        run_in(&folder, &["report", "wire", "--baseline", "then.json", "--json", "then.json", "--force"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("then.json is one of the inputs"), "{}", ran.err);
}

#[test]
fn accepted_findings_are_shown_apart_and_return_when_their_day_has_passed() {
    let folder = corpus("accept");
    let before = report_in(&folder, &[]);
    let print = gravest(&before)["fingerprint"].as_str().expect("a fingerprint").to_owned();
    let why = "the wire\u{1b}[2J corrected itself";
    let ran = run_in(&folder, &["accept", "f1", "wire", "--reason", why, "--until", "2023-12-31"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.contains(&print) && ran.err.contains("crosscheck-decisions.toml"), "{}", ran.err);
    let accepted = report_in(&folder, &["--today", "2023-12-31"]);
    assert_eq!(gravest(&accepted)["decision"]["state"], "accepted", "the last day counts");
    assert_eq!(gravest(&accepted)["decision"]["until"], "2023-12-31");
    let fail = ["report", "wire", "--fail-on", "discrepancy"];
    let ran = run_in(&folder, &fail);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    let (apart, rest) = (ran.out.find("\nAccepted\n"), ran.out.find("corrected itself, until 2023-12-31"));
    assert!(apart.is_some() && apart < rest, "{}", ran.out);
    assert!(!ran.out.contains('\u{1b}') && ran.out.contains("1 accepted"), "{}", ran.out);
    let concise = run_in(&folder, &["report", "wire", "--format", "concise"]);
    assert!(!concise.out.contains(": gross: ") && !concise.out.contains("1,200 rifles"), "{}", concise.out);
    let ran = run_in(&folder, &[&fail[..], &["--today", "2024-01-01"]].concat());
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("accepted until 2023-12-31, which has passed"), "{}", ran.out);
    // Decisions and baselines are no results: the report comes out again without them.
    fs::write(folder.join("r.json"), accepted.to_string()).expect("a file");
    assert_eq!(run_in(&folder, &["verify", "r.json"]).code, Some(0));
    // The same is written for the same decisions, and nothing of a document stands in it unescaped.
    let file = folder.join("crosscheck-decisions.toml");
    let written = fs::read_to_string(&file).expect("the file");
    assert!(!written.contains('\u{1b}'), "{written}");
    let again = run_in(&folder, &["accept", &print, "wire", "--reason", why, "--until", "2023-12-31"]);
    assert!(again.err.contains("the earlier reason is replaced"), "{}", again.err);
    assert_eq!(fs::read_to_string(&file).expect("the file"), written);
}

#[test]
fn a_decision_is_taken_back() {
    let folder = corpus("undo");
    let print = gravest(&report_in(&folder, &[]))["fingerprint"].as_str().expect("a fingerprint").to_owned();
    let fail = ["report", "wire", "--fail-on", "gross"];
    for name in ["f1", print.as_str()] {
        let ran = run_in(&folder, &["accept", name, "wire", "--reason", "known to be so"]);
        assert_eq!((ran.code, run_in(&folder, &fail).code), (Some(0), Some(0)), "{}", ran.err);
        let ran = run_in(&folder, &["accept", "--undo", name, "wire"]);
        assert_eq!((ran.code, run_in(&folder, &fail).code), (Some(0), Some(1)), "{}", ran.err);
        assert!(ran.err.contains(&print) && ran.err.contains("known to be so"), "{}", ran.err);
    }
    // What is no finding any more is taken back by its fingerprint alone.
    for (args, says) in [
        (&["accept", "--undo", &print][..], "nothing to undo"),
        (&["accept", "--undo", "f1"], "\"f1\" is a finding of one report"),
        (&["accept", "--undo", "f1", "wire", "--reason", "r"], "cannot be used with"),
    ] {
        let ran = run_in(&folder, args);
        assert_eq!(ran.code, Some(2), "{args:?}");
        assert!(ran.err.contains(says), "{args:?}: {}", ran.err);
    }
}

#[test]
fn unknown_and_stale_ids_are_named() {
    let folder = corpus("stale");
    let json = report_in(&folder, &[]);
    fs::write(folder.join("r.json"), json.to_string()).expect("a file");
    for (args, expect) in [
        (&["accept", "f99", "--report", "r.json", "--reason", "r"][..], "there is no finding f99"),
        (
            &["accept", "0123456789abcdef", "wire", "--reason", "r"],
            "no finding with the fingerprint 0123456789abcdef",
        ),
        (&["accept", "f1", "--reason", "r"], "\"f1\" is a finding of one report"),
        (&["accept", "f1", "wire", "--reason", " "], "the reason is empty"),
        (&["accept", "f1", "wire", "--reason", "r", "--until", "2020-01-01"], "2020-01-01 has passed"),
        (&["accept", "f1", "wire", "--reason", "r", "--until", "soon"], "\"soon\" is no day"),
        (&["accept", "f1", "wire"], "--reason"),
    ] {
        let ran = run_in(&folder, args);
        assert_eq!(ran.code, Some(2), "{args:?}");
        assert!(ran.err.contains(expect), "{args:?}: {}", ran.err);
        assert!(!folder.join("crosscheck-decisions.toml").exists(), "{args:?}");
    }
    // A fingerprint alone is taken as it is, and the next run names it when nothing has it.
    let ran = run_in(&folder, &["accept", "0123456789abcdef", "--reason", "typo"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let ran = run_in(&folder, &["report", "wire"]);
    assert!(ran.out.contains("accepts 0123456789abcdef (typo), but no finding has"), "{}", ran.out);
    let ran = run_in(&folder, &["accept", "f1", "wire", "--reason", "r"]);
    assert!(ran.err.contains("accepts 0123456789abcdef too, which is no finding any more"), "{}", ran.err);
}

#[test]
fn nothing_in_a_document_accepts_a_finding() {
    let folder = corpus("suppression");
    let print = gravest(&report_in(&folder, &[]))["fingerprint"].as_str().expect("a fingerprint").to_owned();
    let text = format!(
        "{A}\ncrosscheck-ignore-file\n<!-- crosscheck:ignore {print} -->\n# noqa: crosscheck\n\n[[accepted]]\nfinding = \"{print}\"\nreason = \"ignore\"\n"
    );
    fs::write(folder.join("wire/a.txt"), text).expect("a file");
    // Nor does a file among the documents, whatever its name.
    let decisions = format!("[[accepted]]\nfinding = \"{print}\"\nreason = \"ignore\"\n");
    fs::write(folder.join("wire/crosscheck-decisions.toml"), &decisions).expect("a file");
    fs::write(folder.join("wire/crosscheck-decisions.txt"), &decisions).expect("a file");
    let report = report_in(&folder, &[]);
    assert_eq!(gravest(&report)["fingerprint"], print.as_str());
    assert_eq!(gravest(&report)["decision"], Value::Null);
    assert_eq!(run_in(&folder, &["report", "wire", "--fail-on", "discrepancy"]).code, Some(1));
}

#[test]
fn a_report_is_verified_against_its_inputs() {
    let folder = corpus("verify");
    fs::write(folder.join("crosscheck.toml"), "profile = 'strict'\npolicy = 'latest'\n").expect("a file");
    assert_eq!(run_in(&folder, &["report", "wire", "--format", "json", "-o", "r.json"]).code, Some(0));
    let check = |code: i32, expect: &[&str]| {
        let ran = run_in(&folder, &["verify", "r.json"]);
        assert_eq!(ran.code, Some(code), "{}{}", ran.out, ran.err);
        for expect in expect {
            assert!(ran.out.contains(expect), "{expect}: {}", ran.out);
        }
    };
    check(0, &["come out again, the same in all"]);
    fs::write(folder.join("crosscheck.toml"), "profile = 'loose'\n").expect("a file");
    check(1, &["configuration: crosscheck.toml has changed", "1 difference"]);
    fs::remove_file(folder.join("crosscheck.toml")).expect("it is there");
    check(1, &["configuration: crosscheck.toml is gone"]);
    fs::write(folder.join("crosscheck.toml"), "profile = 'strict'\npolicy = 'latest'\n").expect("a file");
    fs::write(folder.join("wire/b.txt"), B.replace("1,200", "1,300")).expect("a file");
    check(
        1,
        &[
            "input: wire/b.txt has changed: SHA-256 ",
            "finding: f1 of the report is not found now",
            "claims: ",
        ],
    );
    fs::write(folder.join("wire/c.txt"), "Nothing happened.\n").expect("a file");
    check(1, &["input: wire/c.txt was not there then"]);
    fs::remove_file(folder.join("wire/b.txt")).expect("it is there");
    check(3, &["input: wire/b.txt cannot be read any more"]);
    let text = fs::read_to_string(folder.join("r.json")).expect("the report");
    fs::write(folder.join("wire/b.txt"), B).expect("a file");
    fs::remove_file(folder.join("wire/c.txt")).expect("it is there");
    let forged = text.replacen("\"version\": \"", "\"version\": \"9.", 1).replacen(
        "profile = \\\"strict",
        "profile = \\\"loose",
        1,
    );
    fs::write(folder.join("r.json"), forged).expect("a file");
    check(1, &["version: the report was made by crosscheck 9.", "own hash does not fit"]);
    for (file, reason) in [("none.json", "cannot read"), ("wire/a.txt", "is not a report")] {
        let ran = run_in(&folder, &["verify", file]);
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.contains(reason), "{}", ran.err);
    }
}

#[test]
fn provenance_names_every_input_by_its_hash() {
    let folder = corpus("provenance");
    fs::write(folder.join("wire/broken.txt"), b"na\xefve 12\n").expect("a file");
    fs::write(folder.join("wire/more.jsonl"), "{\"id\": \"j\", \"text\": \"12 died.\"}\nbroken\n")
        .expect("a file");
    let ran = run_in(&folder, &["report", "wire", "--format", "json"]);
    assert_eq!(ran.code, Some(3));
    let report = json(&ran);
    let inputs = report["provenance"]["inputs"].as_array().expect("inputs");
    let named: Vec<&str> = inputs.iter().filter_map(|input| input["path"].as_str()).collect();
    assert_eq!(
        named,
        ["wire/manifest.toml", "wire/a.txt", "wire/b.txt", "wire/broken.txt", "wire/more.jsonl"]
    );
    for input in inputs {
        let bytes = fs::read(folder.join(input["path"].as_str().expect("a path"))).expect("it is there");
        assert_eq!(input["bytes"], bytes.len());
        let file = crosscheck_engine::ingest::input_file("", &bytes);
        assert_eq!(input["sha256"], file.sha256.as_str());
    }
    let left: Vec<&str> =
        report["left_out"].as_array().expect("some").iter().filter_map(|l| l["path"].as_str()).collect();
    assert_eq!(left, ["wire/broken.txt:1", "wire/more.jsonl:2"]);
    let text = run_in(&folder, &["report", "wire"]).out;
    for part in [
        "Provenance\n  crosscheck ",
        "configuration ",
        "wire/more.jsonl",
        inputs[1]["sha256"].as_str().expect("a hash"),
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn the_configuration_beside_the_documents_holds_and_flags_win() {
    let folder = corpus("config");
    let shown = |args: &[&str]| run_in(&folder, &[&["config", "wire"], args].concat());
    assert!(shown(&[]).out.starts_with("# no crosscheck.toml was found\n"), "{}", shown(&[]).out);
    let text = "persona = 'desk'\nprofile = 'strict'\nfail-on = 'discrepancy'\n\n[[bridge]]\na = 'ute'\nb = 'truck'\nrelation = 'narrower'\nreason = 'in Australia'\n";
    fs::write(folder.join("crosscheck.toml"), text).expect("a file");
    let ran = shown(&["--prefer", "future", "--min-severity", "tension"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let line = |key: &str| {
        ran.out.lines().find(|line| line.starts_with(key)).unwrap_or_else(|| panic!("{key}: {}", ran.out))
    };
    for (key, value, origin) in [
        ("persona", "\"desk\"", "crosscheck.toml:1"),
        ("profile", "\"strict\"", "crosscheck.toml:2"),
        ("prefer", "\"future\"", "flag"),
        ("min-severity", "\"tension\"", "flag"),
        ("sections", "\"few\"", "persona desk"),
        ("fail-on", "\"discrepancy\"", "crosscheck.toml:3"),
    ] {
        assert!(line(key).contains(value) && line(key).ends_with(origin), "{}", line(key));
    }
    assert!(ran.out.contains("# crosscheck.toml:5\n[[bridge]]"), "{}", ran.out);
    // What is shown is a configuration that gives the same.
    fs::write(folder.join("again.toml"), &ran.out).expect("a file");
    let again = shown(&["--config", "again.toml"]).out;
    let values = |text: &str| -> Vec<String> {
        text.lines()
            .map(|line| line.split(" # ").next().unwrap_or(line).trim_end().to_owned())
            .filter(|line| !line.starts_with('#'))
            .collect()
    };
    assert_eq!(values(&again), values(&ran.out));
    assert_eq!(run_in(&folder, &["report", "wire"]).code, Some(1), "fail-on of the file");
    assert_eq!(
        run_in(&folder, &["report", "wire", "--fail-on", "gross"]).code,
        Some(if gross(&folder) { 1 } else { 0 })
    );
    // The one in the folder is nearer than the one beside it.
    fs::write(folder.join("wire/crosscheck.toml"), "profile = 'loose'\n").expect("a file");
    assert!(shown(&[]).out.contains("profile = \"loose\""));
    // A run has one configuration.
    let ran = run_in(&folder, &["report", "wire", "crosscheck.toml"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("there are two configurations"), "{}", ran.err);
}

fn gross(folder: &Path) -> bool {
    gravest(&report_in(folder, &[]))["severity"] == "gross"
}

#[test]
fn a_wrong_configuration_is_2_with_line_and_nearest_key() {
    let folder = corpus("config_wrong");
    for (text, expect) in [
        (&b"profil = 'news'\n"[..], "crosscheck.toml:1: there is no key `profil`; did you mean `profile`?"),
        (
            b"\n\nmin_severity = 'note'\n",
            "crosscheck.toml:3: there is no key `min_severity`; did you mean `min-severity`?",
        ),
        (b"persona = 'dsk'\n", "did you mean \"desk\"?"),
        (b"persona = \n", "crosscheck.toml:1: this is no TOML"),
        (b"\xff\xfe", "is not UTF-8"),
    ] {
        fs::write(folder.join("crosscheck.toml"), text).expect("a file");
        for args in
            [&["report", "wire"][..], &["claims", "wire"], &["config", "wire"], &["why", "l1", "wire"]]
        {
            let ran = run_in(&folder, args);
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
            assert!(ran.err.contains(expect), "{}", ran.err);
        }
    }
    let ran = run_in(&folder, &["report", "wire", "--config", "none.toml"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("cannot read the configuration none.toml"), "{}", ran.err);
}

#[test]
fn personas_are_presets_and_flags_win() {
    let all = run(&["report", "seeds", "--persona", "analyst"]);
    assert_eq!(all.out, run(&["report", "seeds"]).out, "the analyst is the default");
    let desk = run(&["report", "seeds", "--persona", "desk"]).out;
    assert!(
        !desk.contains("\ntension f") && !desk.contains("\nDocuments\n") && !desk.contains("\nAgreements"),
        "{desk}"
    );
    assert!(desk.contains("not shown;") || !all.out.contains("\ntension f"), "{desk}");
    let desk =
        run(&["report", "seeds", "--persona", "desk", "--sections", "usual", "--min-severity", "tension"])
            .out;
    assert!(
        desk.contains("\nDocuments\n") && (desk.contains("\ntension f") || !all.out.contains("\ntension f")),
        "{desk}"
    );
    let lines = |persona: &str| {
        run(&["report", "seeds", "--persona", persona, "--format", "concise"]).out.lines().count()
    };
    assert!(lines("desk") <= lines("analyst") && lines("analyst") < lines("auditor"));
    // The record is whole for everyone who reads alike.
    let json = |args: &[&str]| run(&[&["report", "seeds", "--format", "json"], args].concat()).out;
    assert_eq!(json(&["--persona", "desk"]), json(&[]));
}

#[test]
fn a_broken_baseline_or_decisions_file_is_2() {
    let folder = corpus("broken_before");
    fs::write(folder.join("wrong.json"), "{}").expect("a file");
    fs::write(folder.join("newer.json"), "{\"schema\": \"crosscheck.report/9\"}").expect("a file");
    fs::write(folder.join("wrong.toml"), "[[accepted]]\nfinding = 'f1'\n").expect("a file");
    for (args, expect) in [
        (["--baseline", "none.json"], "cannot read none.json"),
        (["--baseline", "wrong.json"], "wrong.json is not a report saved with --format json"),
        (["--baseline", "newer.json"], "newer.json has the schema \"crosscheck.report/9\""),
        (["--decisions", "none.toml"], "cannot read the decisions in none.toml"),
        (["--decisions", "wrong.toml"], "wrong.toml:2: \"f1\" is no fingerprint"),
        (["--today", "yesterday"], "\"yesterday\" is no day"),
    ] {
        let ran = run_in(&folder, &[&["report", "wire"], &args[..]].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.err.contains(expect), "{args:?}: {}", ran.err);
    }
    let decisions = "[[accepted]]\nfinding = '0123456789abcdef'\nreason = 'r'\nuntil = 2024-01-01\n";
    fs::write(folder.join("crosscheck-decisions.toml"), decisions).expect("a file");
    let mut command = command();
    command.current_dir(&folder).env("SOURCE_DATE_EPOCH", "soon").args(["report", "wire"]);
    let ran: Ran = command.output().expect("the binary runs").into();
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("SOURCE_DATE_EPOCH is \"soon\""), "{}", ran.err);
}

#[test]
fn every_derivation_can_be_done_again_from_the_report_alone() {
    let folder = folder("why");
    let path = folder.join("r.json");
    for corpus in ["seeds", "fixtures/flood_oswin", "fixtures/aid_dorvan"] {
        let text = run(&["report", corpus, "--format", "json"]).out;
        fs::write(&path, &text).expect("a file");
        let report: crosscheck_engine::model::Report = serde_json::from_str(&text).expect("a report");
        let claim =
            |id: &str| report.claims.iter().find(|claim| claim.id == id).expect("a claim of the report");
        for link in &report.links {
            for step in crosscheck_engine::report::replay::steps(link, claim(&link.a), claim(&link.b)) {
                assert!(step.holds, "{} {}: {}", link.id, link.rule, step.text);
            }
        }
        for link in report.links.iter().step_by(7).take(4) {
            let ran = run(&["why", &link.id, "--report", arg(&path), "--width", "200"]);
            assert_eq!(ran.code, Some(0), "{}", ran.err);
            // A reader with nothing but the page adds the weights up.
            let bits = |line: &str| line.split_whitespace().next().and_then(|word| word.parse::<f64>().ok());
            let table =
                ran.out.lines().skip_while(|line| !line.starts_with("Why the two were compared")).skip(1);
            let rows: Vec<&str> = table.take_while(|line| !line.is_empty()).collect();
            let (total, parts) = rows.split_last().expect("a total");
            let sum: f64 = parts.iter().filter_map(|row| bits(row)).sum();
            assert!((sum - bits(total).expect("a number")).abs() < 0.05, "{}", ran.out);
            for fact in link.facts.iter() {
                assert!(ran.out.contains(fact.name.as_ref()) && !fact.value.is_empty(), "{}", ran.out);
            }
            for value in [claim(&link.a), claim(&link.b)].iter().filter_map(|claim| claim.value.as_ref()) {
                assert!(ran.out.contains(&value.hard().to_string()), "{}", ran.out);
                assert!(ran.out.contains(&value.soft.to_string()), "{}", ran.out);
            }
            assert!(!ran.out.contains("THE REPORT SAYS OTHERWISE"), "{}", ran.out);
            // What was in force comes from the report too.
            let evidence = &report.provenance.configuration.evidence;
            let asked = evidence.get(link.rule.as_ref()).map(|bits| format!("asks for {bits} bits"));
            assert!(asked.is_none_or(|asked| ran.out.contains(&asked)), "{}", ran.out);
            assert!(ran.out.contains("  profile  news: "), "{}", ran.out);
        }
    }
    // A report that was tampered with is caught.
    let text = fs::read_to_string(&path).expect("the report");
    let mut report: Value = serde_json::from_str(&text).expect("JSON");
    report["links"][0]["score"]["total"] = 99.5.into();
    fs::write(&path, report.to_string()).expect("a file");
    let ran = run(&["why", "l1", "--report", arg(&path)]);
    assert!(ran.out.contains("THE REPORT SAYS OTHERWISE"), "{}", ran.out);
}

#[test]
fn several_outputs_are_written_all_or_none() {
    let folder = corpus("several");
    let names = || -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(&folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    };
    let ran =
        run_in(&folder, &["report", "wire", "--json", "r.json", "--html", "no/such/r.html", "-o", "r.txt"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("cannot write no/such/r.html"), "{}", ran.err);
    assert_eq!(names(), ["wire"], "none is written when one cannot be");
    let all = ["report", "wire", "--json", "r.json", "--html", "r.html", "--csv", "r.csv", "-o", "r.txt"];
    for _ in 0..2 {
        // Former reports may be written over.
        assert_eq!(run_in(&folder, &all).code, Some(0));
        assert_eq!(names(), ["r.csv", "r.html", "r.json", "r.txt", "wire"]);
    }
    for (args, expect) in [
        (&["--json", "same", "--html", "./same"][..], "./same is named for two outputs"),
        (&["--json", "wire/a.txt", "--force"], "wire/a.txt is one of the inputs"),
        (&["--json", "wire/manifest.toml", "--force"], "wire/manifest.toml is one of the inputs"),
        (&["-o", "wire/report.txt"], "wire/report.txt would be read as a document by the next run"),
        (&["-o", "notes.txt"], "notes.txt exists and is no former report"),
        (&["-o", "wire"], "cannot write wire"),
    ] {
        fs::write(folder.join("notes.txt"), "mine\n").expect("a file");
        let ran = run_in(&folder, &[&["report", "wire"], args].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.err.contains(expect), "{args:?}: {}", ran.err);
    }
    assert_eq!(fs::read_to_string(folder.join("wire/a.txt")).expect("the input"), A);
    assert_eq!(run_in(&folder, &["report", "wire", "-o", "notes.txt", "--force"]).code, Some(0));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("wire/a.txt", folder.join("link.txt")).expect("a link");
        let ran = run_in(&folder, &["report", "wire", "-o", "link.txt", "--force"]);
        assert!(ran.err.contains("link.txt is one of the inputs"), "{}", ran.err);
    }
}

#[test]
fn watch_checks_again_when_a_file_changes() {
    let folder = corpus("watch");
    let mut child = command()
        .current_dir(&folder)
        .args(["report", "wire", "--watch", "-o", "r.txt"])
        .stderr(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("the binary runs");
    let wait_for = |words: &str| {
        let begin = Instant::now();
        while begin.elapsed() < Duration::from_secs(60) {
            if fs::read_to_string(folder.join("r.txt")).is_ok_and(|text| text.contains(words)) {
                return true;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        false
    };
    let first = wait_for("1,200 rifles");
    fs::write(folder.join("wire/b.txt"), B.replace("1,200", "1,300")).expect("a file");
    let second = wait_for("1,300 rifles");
    child.kill().expect("it runs until it is ended");
    child.wait().expect("it ends");
    assert!(first && second, "first run: {first}, second: {second}");
    let ran = run(&["report", "-", "--watch"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("standard input cannot be watched"), "{}", ran.err);
}

#[test]
fn shells_and_man_get_their_files() {
    for (shell, mark) in
        [("bash", "complete -F"), ("zsh", "#compdef crosscheck"), ("fish", "complete -c crosscheck")]
    {
        let ran = run(&["completions", shell]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(ran.out.contains(mark) && ran.out.contains("min-severity"), "{shell}");
    }
    for (args, title) in [(&["man"][..], ".TH crosscheck 1"), (&["man", "report"], ".TH crosscheck-report 1")]
    {
        let ran = run(args);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(ran.out.contains(title), "{}", ran.out.lines().take(8).collect::<Vec<_>>().join("\n"));
    }
    let ran = run(&["man", "nonsense"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("there is no command \"nonsense\"") && ran.err.contains("report"),
        "{}",
        ran.err
    );
}

#[test]
fn nothing_but_complaints_goes_to_standard_error() {
    let lines: String = (0..400)
        .map(|n| format!("{{\"id\": \"d{n}\", \"text\": \"The fire in town {n} killed {n} people.\"}}\n"))
        .collect();
    let folder = folder_of("progress", &[("many.jsonl", lines.as_bytes())]);
    let ran = run(&["report", arg(&folder), "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
}
