//! Commands, exit codes and where output goes.

mod support;

use std::fs;
use std::io::Read as _;
use std::process::Stdio;

use support::{arg, command, folder, folder_of, run};

#[test]
fn wrong_usage_is_2_and_says_what_is_right() {
    for args in [
        &["report"][..],
        &["nonsense"],
        &["report", "seeds", "--format", "papyrus"],
        &["report", "seeds", "--prefer", "sideways"],
        &["report", "seeds", "--fail-on", "everything"],
        &["report", "seeds", "--width", "3"],
        &["why", "l1"],
    ] {
        let ran = run(args);
        assert_eq!(ran.code, Some(2), "{args:?}: {}", ran.err);
        assert!(ran.out.is_empty() && ran.err.contains("--help"), "{args:?}: {}", ran.err);
    }
    for args in [&["--help"][..], &["--version"], &["report", "--help"]] {
        assert_eq!(run(args).code, Some(0), "{args:?}");
    }
}

#[test]
fn the_report_on_seeds() {
    let ran = run(&["report", "seeds"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(!ran.out.contains('\u{1b}'), "no colour where nobody watches");
    for line in ran.out.lines() {
        // A place must stay whole to be clicked.
        assert!(line.chars().count() <= 80 || line.contains("--> "), "{line}");
    }
    let last = ran.out.lines().last().expect("a last line");
    assert!(last.ends_with("5 documents"), "{last}");
}

#[test]
fn colour_is_asked_for_by_flag_or_environment() {
    let coloured = |flags: &[&str], environment: &[(&str, &str)]| {
        let mut command = command();
        command.args(["report", "seeds"]).args(flags).envs(environment.iter().copied());
        let output = command.output().expect("the binary runs");
        output.stdout.contains(&0x1b)
    };
    assert!(coloured(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(coloured(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!coloured(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[], &[("CLICOLOR_FORCE", "0")]));
}

#[test]
fn output_goes_to_a_file_whole_and_never_over_an_input() {
    let folder = folder_of("output", &[("a.txt", b"The fire killed 12 people.\n")]);
    let (input, out) = (folder.join("a.txt"), folder.join("report.json"));
    let ran = run(&["report", arg(&input), "--format", "json", "-o", arg(&out)]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "", ""));
    let written = fs::read_to_string(&out).expect("the output is there");
    assert_eq!(written, run(&["report", arg(&input), "--format", "json"]).out);
    for command in ["report", "claims", "mentions"] {
        let ran = run(&[command, arg(&folder), "-o", arg(&input)]);
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.contains("a.txt is one of the inputs"), "{}", ran.err);
    }
    assert_eq!(fs::read(&input).expect("the input is there"), b"The fire killed 12 people.\n");
    let names: Vec<_> =
        fs::read_dir(&folder).expect("a folder").map(|e| e.expect("an entry").file_name()).collect();
    assert_eq!(names.len(), 2, "no half-written file is left: {names:?}");
}

#[test]
fn one_run_writes_every_format_and_only_over_a_former_report() {
    const FORMATS: [&str; 16] = [
        "text",
        "concise",
        "json",
        "jsonl",
        "csv",
        "csv-links",
        "csv-findings",
        "xlsx",
        "markdown",
        "html",
        "sarif",
        "github",
        "dot",
        "graphml",
        "gexf",
        "annotations",
    ];
    let folder = folder_of("formats", &[]);
    let files: Vec<(String, std::path::PathBuf)> =
        FORMATS.iter().map(|format| (format!("--{format}"), folder.join(format))).collect();
    let mut args = vec!["report", "fixtures/ferry_aurelia"];
    args.extend(files.iter().flat_map(|(flag, path)| [flag.as_str(), arg(path)]));
    let read = || files.iter().map(|(_, path)| fs::read(path).expect("it was written")).collect::<Vec<_>>();
    assert_eq!(run(&args).code, Some(0));
    let first = read();
    // Each is known for a former report, and the second run writes the same bytes.
    assert_eq!(run(&args).code, Some(0));
    assert!(first == read());
    for (flag, path) in &files {
        fs::write(path, "PK, a letter to a friend\n").expect("the folder can be written to");
        let ran = run(&["report", "fixtures/ferry_aurelia", flag, arg(path)]);
        assert_eq!(ran.code, Some(2), "{flag}");
        assert!(ran.err.contains("--force"), "{}", ran.err);
    }
}

#[test]
fn times_can_be_marked_in_the_text() {
    let folder = folder_of(
        "timeml",
        &[("a.jsonl", b"{\"id\":\"a\",\"published\":\"2023-09-22\",\"text\":\"They met on Tuesday.\"}\n")],
    );
    let ran = run(&["mentions", "--format", "timeml", arg(&folder)]);
    assert_eq!(
        ran.out,
        "<TimeML>\nThey met on <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2023-09-19\">Tuesday</TIMEX3>.\n</TimeML>\n"
    );
}

#[test]
fn unwritable_output_is_2_and_leaves_nothing() {
    let folder = folder("unwritable");
    for out in [folder.join("no/such/folder/report.txt"), folder.clone()] {
        let ran = run(&["report", "seeds", "-o", arg(&out)]);
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.contains("cannot write") && ran.err.contains(arg(&out)), "{}", ran.err);
    }
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 0);
}

/// A device is written to; a file that takes its name would break the machine.
#[cfg(unix)]
#[test]
fn a_device_stays_a_device() {
    use std::os::unix::fs::FileTypeExt as _;
    let folder = folder_of("device", &[("a.txt", b"The fire killed 12 people.\n")]);
    let input = folder.join("a.txt");
    for format in ["json", "html"] {
        let ran = run(&["report", arg(&input), "--format", format, "-o", "/dev/null"]);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "", ""));
    }
    assert!(fs::metadata("/dev/null").expect("it is there").file_type().is_char_device());
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = command()
        .args(["report", "seeds", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    drop(child.stdout.take());
    let mut err = String::new();
    child.stderr.take().expect("piped").read_to_string(&mut err).expect("UTF-8");
    assert_eq!((child.wait().expect("it ends").code(), err.as_str()), (Some(0), ""));
}

#[test]
fn thread_count_changes_nothing() {
    for args in [&["report", "seeds", "--format", "json"][..], &["report", "seeds"], &["claims", "seeds"]] {
        let with = |threads: &str| {
            let mut command = command();
            command.args(args).env("RAYON_NUM_THREADS", threads);
            command.output().expect("the binary runs").stdout
        };
        assert!(with("1") == with("4"), "{args:?}");
    }
}

#[test]
fn every_rule_is_listed_and_explained() {
    let listed = run(&["rules"]);
    assert_eq!(listed.code, Some(0));
    assert!(listed.out.lines().count() > 10, "{}", listed.out);
    for line in listed.out.lines() {
        let rule = line.split_whitespace().next().expect("a name");
        let page = run(&["explain", rule]);
        assert_eq!(page.code, Some(0));
        assert!(page.out.starts_with(rule) && page.out.contains("## When it stays silent"), "{}", page.out);
    }
    let unknown = run(&["explain", "no-such-rule"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.err.contains("crosscheck rules"), "{}", unknown.err);
}
