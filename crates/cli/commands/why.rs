//! `crosscheck why`: the derivation of one link, from the documents or from a saved report.

use anyhow::{Context as _, Result, bail};
use crosscheck_engine::model::{Report, report::SCHEMA};
use crosscheck_engine::report::{Corpus, text};

use super::{done, read};
use crate::args::Why;
use crate::exit::Exit;
use crate::output;

pub(crate) fn run(args: &Why) -> Result<Exit> {
    let options = text::Options {
        width: usize::from(args.look.width),
        colour: output::coloured(args.look.color, false),
        ..text::Options::default()
    };
    if let [path] = args.read.paths.as_slice()
        && path.extension().is_some_and(|extension| extension == "json")
    {
        let report = saved(path)?;
        print(&Corpus::new(&report, &[]), &args.link, &options)?;
        return Ok(Exit::Done);
    }
    let inputs = read(&args.read);
    let report = crosscheck_engine::check(&inputs.documents, args.read.options());
    let texts: Vec<&str> = inputs.documents.iter().map(|input| input.text.as_str()).collect();
    print(&Corpus::new(&report, &texts), &args.link, &options)?;
    Ok(done(&inputs))
}

fn print(corpus: &Corpus<'_>, link: &str, options: &text::Options) -> Result<()> {
    let Some(text) = text::why(corpus, link, options) else {
        let links = &corpus.report.links;
        match (links.first(), links.last()) {
            (Some(first), Some(last)) => {
                bail!("there is no link {link}: the report has {} to {}", first.id, last.id)
            }
            _ => bail!("there is no link {link}: the documents have no two claims of the same thing"),
        }
    };
    output::write(None, |out| Ok(out.write_all(text.as_bytes())?))
}

/// Reads a report saved with `--format json`.
fn saved(path: &std::path::Path) -> Result<Report> {
    let name = path.display();
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
    let report: Report = serde_json::from_str(&text)
        .with_context(|| format!("{name} is not a report saved with --format json"))?;
    if report.schema != SCHEMA {
        bail!(
            "{name} has the schema {:?}; this program reads {SCHEMA}: make the report again",
            report.schema
        );
    }
    Ok(report)
}
