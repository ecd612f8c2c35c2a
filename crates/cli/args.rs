//! The arguments, as clap reads them.

use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use crosscheck_engine::decisions::{self, Day};

use crate::setup::{Decided, Setup, View};

/// Cross-checks the numeric and dated claims of several documents.
#[derive(Debug, Parser)]
#[command(name = "crosscheck", version, propagate_version = true, term_width = 100)]
#[command(after_help = "Exit codes: 0 done, whatever was found; 1 --fail-on found something; \
                        2 wrong usage or configuration; 3 some input could not be read.")]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Cross-check documents and print the discrepancy report.
    Report(Box<Report>),
    /// Print every claim, normalised, as JSON Lines.
    Claims(Lines),
    /// Print every quantity and temporal expression, before claims are built, as JSON Lines.
    Mentions(Mentions),
    /// List the reconciliation rules.
    Rules,
    /// Print the documentation of one rule.
    Explain {
        /// The rule, as `crosscheck rules` lists it.
        rule: String,
    },
    /// Print the full derivation of one link.
    Why(Why),
    /// Run case pages: small documents with the links expected between them.
    Test(crate::commands::test::Test),
    /// Accept a finding, with a reason, in a file that the next reports honour.
    Accept(Accept),
    /// Make a saved report again from the same inputs, and say what differs.
    Verify(Verify),
    /// Print the settings in force and where each came from, as a crosscheck.toml.
    Config(Box<Config>),
    /// Print the completions for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print the manual page, of the program or of one command.
    Man {
        /// The command.
        command: Option<String>,
    },
}

/// What to read, and how.
#[derive(Debug, clap::Args)]
pub(crate) struct Read {
    /// Files, folders (walked, sorted by name), or `-` for standard input.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) setup: Setup,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Report {
    #[command(flatten)]
    pub(crate) read: Read,
    /// The form of the report.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Write to this file, whole or not at all, instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Overwrite files that are no former reports.
    #[arg(long)]
    pub(crate) force: bool,
    /// Stay, and check again whenever a file changes.
    #[arg(long)]
    pub(crate) watch: bool,
    #[command(flatten)]
    pub(crate) view: View,
    #[command(flatten)]
    pub(crate) look: Look,
    #[command(flatten)]
    pub(crate) also: Also,
}

/// How text is laid out.
#[derive(Debug, clap::Args)]
pub(crate) struct Look {
    /// When to use colour; `NO_COLOR` and `CLICOLOR_FORCE` are heeded.
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Columns of the text report.
    #[arg(long, default_value_t = 80, value_parser = clap::value_parser!(u16).range(40..=400))]
    pub(crate) width: u16,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Lines {
    #[command(flatten)]
    pub(crate) read: Read,
    /// Write to this file, whole or not at all, instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Overwrite a file that is no former output.
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Mentions {
    #[command(flatten)]
    pub(crate) lines: Lines,
    /// One line of JSON for each mention, or the texts with their times marked.
    #[arg(long, value_enum, default_value_t = MentionFormat::Jsonl)]
    pub(crate) format: MentionFormat,
}

/// The form of the mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum MentionFormat {
    /// JSON Lines.
    Jsonl,
    /// Each text as a TimeML document with TIMEX3 elements.
    Timeml,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Why {
    /// The link, as the report names it: `l3`.
    #[arg(value_name = "LINK-ID")]
    pub(crate) link: String,
    /// The same inputs as the report was made from, or one report saved with --format json.
    #[arg(required_unless_present = "report", value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// A report saved with --format json: all that the derivation needs is in it.
    #[arg(long, value_name = "FILE", conflicts_with = "paths")]
    pub(crate) report: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) setup: Setup,
    #[command(flatten)]
    pub(crate) look: Look,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "The file is written whole or not at all, sorted. Taking a decision back (--undo) needs the fingerprint alone, or a report or documents to find f3 in."
)]
pub(crate) struct Accept {
    /// The finding: its fingerprint, or with a report or documents its id there, as `f3`.
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// Documents to find it in.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Why; the next reports show it.
    #[arg(long, value_name = "TEXT", required_unless_present = "undo")]
    pub(crate) reason: Option<String>,
    /// Take the decision back: the finding counts again.
    #[arg(long, conflicts_with_all = ["reason", "until"])]
    pub(crate) undo: bool,
    /// The last day on which this holds, as 2027-01-31.
    #[arg(long, value_name = "DATE", value_parser = decisions::day)]
    pub(crate) until: Option<Day>,
    /// A report saved with --format json, to find it in.
    #[arg(long, value_name = "FILE", conflicts_with = "paths")]
    pub(crate) report: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) decided: Decided,
    #[command(flatten)]
    pub(crate) setup: Setup,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "To be run in the folder where the report was made: its paths are those given then.\n\nExit codes: 0 the \
                  same; 1 something differs; 2 no such report; 3 an input of the report cannot be read any more."
)]
pub(crate) struct Verify {
    /// A report saved with --format json.
    #[arg(value_name = "REPORT")]
    pub(crate) report: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Config {
    /// The documents to be checked [default: the current folder]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) setup: Setup,
    #[command(flatten)]
    pub(crate) view: View,
}

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For reading: findings with both quotes.
    Text,
    /// One line a difference: `file:line:column: severity: rule: message`.
    Concise,
    /// The whole report, as `docs/report.schema.json` describes it.
    Json,
    /// The same as JSON Lines, each object with its `type`.
    Jsonl,
    /// A table of the claims.
    Csv,
    /// A table of the links.
    CsvLinks,
    /// A table of the findings.
    CsvFindings,
    /// The three tables as one spreadsheet.
    Xlsx,
    /// For issues, wikis and mail.
    Markdown,
    /// One file for the browser.
    Html,
    /// SARIF 2.1.0, for code hosts and editors.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
    /// The claim graph for Graphviz.
    Dot,
    /// The claim graph for networkx and yEd.
    Graphml,
    /// The claim graph for Gephi.
    Gexf,
    /// W3C Web Annotations.
    Annotations,
}

impl Format {
    /// Whether a program keeps it as a record: then it is whole, whatever a reader is shown.
    pub(crate) fn is_record(self) -> bool {
        matches!(
            self,
            Self::Json
                | Self::Jsonl
                | Self::Csv
                | Self::CsvLinks
                | Self::Dot
                | Self::Graphml
                | Self::Gexf
                | Self::Annotations
        )
    }
}

/// Files to write beside the main output, all from one run.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "More outputs of the same run")]
pub(crate) struct Also {
    /// Write the text report.
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// Write the concise report.
    #[arg(long, value_name = "FILE")]
    concise: Option<PathBuf>,
    /// Write the JSON report.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Write JSON Lines.
    #[arg(long, value_name = "FILE")]
    jsonl: Option<PathBuf>,
    /// Write the table of claims.
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
    /// Write the table of links.
    #[arg(long, value_name = "FILE")]
    csv_links: Option<PathBuf>,
    /// Write the table of findings.
    #[arg(long, value_name = "FILE")]
    csv_findings: Option<PathBuf>,
    /// Write the spreadsheet.
    #[arg(long, value_name = "FILE")]
    xlsx: Option<PathBuf>,
    /// Write Markdown.
    #[arg(long, value_name = "FILE")]
    markdown: Option<PathBuf>,
    /// Write the page for the browser.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Write SARIF.
    #[arg(long, value_name = "FILE")]
    sarif: Option<PathBuf>,
    /// Write GitHub annotations.
    #[arg(long, value_name = "FILE")]
    github: Option<PathBuf>,
    /// Write DOT.
    #[arg(long, value_name = "FILE")]
    dot: Option<PathBuf>,
    /// Write GraphML.
    #[arg(long, value_name = "FILE")]
    graphml: Option<PathBuf>,
    /// Write GEXF.
    #[arg(long, value_name = "FILE")]
    gexf: Option<PathBuf>,
    /// Write Web Annotations.
    #[arg(long, value_name = "FILE")]
    annotations: Option<PathBuf>,
}

impl Also {
    /// What was asked for, in a fixed order.
    pub(crate) fn files(&self) -> Vec<(Format, &Path)> {
        [
            (Format::Text, &self.text),
            (Format::Concise, &self.concise),
            (Format::Json, &self.json),
            (Format::Jsonl, &self.jsonl),
            (Format::Csv, &self.csv),
            (Format::CsvLinks, &self.csv_links),
            (Format::CsvFindings, &self.csv_findings),
            (Format::Xlsx, &self.xlsx),
            (Format::Markdown, &self.markdown),
            (Format::Html, &self.html),
            (Format::Sarif, &self.sarif),
            (Format::Github, &self.github),
            (Format::Dot, &self.dot),
            (Format::Graphml, &self.graphml),
            (Format::Gexf, &self.gexf),
            (Format::Annotations, &self.annotations),
        ]
        .into_iter()
        .filter_map(|(format, path)| Some((format, path.as_deref()?)))
        .collect()
    }
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}
