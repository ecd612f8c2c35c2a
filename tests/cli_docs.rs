//! `docs/cli.md` is what `--help` says.

mod support;

use std::fs;

use support::run;

const COMMANDS: [&str; 12] = [
    "report",
    "claims",
    "mentions",
    "rules",
    "explain",
    "why",
    "test",
    "accept",
    "verify",
    "config",
    "completions",
    "man",
];

#[test]
fn the_manual_is_the_help() {
    let mut manual = String::from(
        "# The command line\n\nWritten by `UPDATE_DOCS=1 cargo test --test cli_docs` from what the commands say of themselves.\n",
    );
    for command in [None].into_iter().chain(COMMANDS.map(Some)) {
        let (title, args) = match command {
            None => ("crosscheck".to_owned(), vec!["--help"]),
            Some(command) => (format!("crosscheck {command}"), vec![command, "--help"]),
        };
        let help = run(&args);
        assert_eq!(help.code, Some(0), "{}", help.err);
        let help: Vec<&str> = help.out.lines().map(str::trim_end).collect();
        manual.push_str(&format!("\n## {title}\n\n```text\n{}\n```\n", help.join("\n").trim_end()));
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/cli.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(path, &manual).expect("docs/cli.md can be written");
    }
    let committed = fs::read_to_string(path).unwrap_or_default();
    assert!(committed == manual, "docs/cli.md is out of date: UPDATE_DOCS=1 cargo test --test cli_docs");
    let listed = manual.lines().skip_while(|line| *line != "Commands:").skip(1);
    let listed: Vec<&str> = listed
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(listed, [&COMMANDS[..], &["help"]].concat(), "every command has its chapter");
}

#[test]
fn the_readme_shows_the_first_finding() {
    let ran = run(&["report", "seeds"]);
    let found: Vec<&str> = ran.out.lines().skip_while(|line| !line.contains(" f1: ")).collect();
    let found = found.split(|line| line.is_empty()).next().unwrap_or_default().join("\n");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = fs::read_to_string(path).expect("README.md is there");
    let (head, rest) = readme.split_once("```\n").expect("the first block is the finding");
    let (shown, tail) = rest.split_once("\n```").expect("the block ends");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(path, format!("{head}```\n{found}\n```{tail}")).expect("README.md can be written");
    } else {
        assert!(shown == found, "README.md is out of date: UPDATE_DOCS=1 cargo test --test cli_docs");
    }
}
