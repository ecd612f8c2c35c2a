//! The command line of crosscheck.

use std::io::Write as _;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use crosscheck_engine::normalizer::{Options, Prefer};
use crosscheck_engine::{ingest, report};

/// Cross-checks the numeric and dated claims of several documents.
#[derive(Debug, Parser)]
#[command(version)]
struct Args {
    #[command(subcommand)]
    command: Command,
    /// Which way a bare weekday or month is read where its sentence does not say.
    #[arg(long, global = true, default_value = "past")]
    prefer: PreferArg,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum PreferArg {
    Past,
    Future,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Cross-checks documents and prints the discrepancy report.
    Report {
        /// Files, folders, or `-`.
        paths: Vec<PathBuf>,
        /// `text` or `json`.
        #[arg(long, default_value = "text")]
        format: String,
    },
    /// Prints every claim as JSON Lines.
    Claims {
        /// Files, folders, or `-`.
        paths: Vec<PathBuf>,
    },
    /// Prints every quantity and temporal expression as JSON Lines.
    Mentions {
        /// Files, folders, or `-`.
        paths: Vec<PathBuf>,
    },
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let options = Options {
        prefer: match args.prefer {
            PreferArg::Past => Prefer::Past,
            PreferArg::Future => Prefer::Future,
        },
        ..Options::default()
    };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    match args.command {
        Command::Report { paths, format: _ } => {
            let inputs = ingest::read(&paths);
            let report = crosscheck_engine::check(&inputs.documents, options);
            serde_json::to_writer_pretty(&mut out, &report)?;
        }
        Command::Claims { paths } => {
            let inputs = ingest::read(&paths);
            for claim in crosscheck_engine::claims(&inputs.documents, options).1 {
                serde_json::to_writer(&mut out, &claim)?;
                out.write_all(b"\n")?;
            }
        }
        Command::Mentions { paths } => {
            for input in ingest::read(&paths).documents {
                let (_, _, mentions) = crosscheck_engine::mentions(&input, options);
                for mention in &mentions {
                    let line = report::json::MentionLine::new(&input.path, &input.text, mention);
                    serde_json::to_writer(&mut out, &line)?;
                    out.write_all(b"\n")?;
                }
            }
        }
    }
    out.flush()?;
    Ok(())
}
