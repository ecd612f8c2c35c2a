//! `crosscheck why`: the derivation of one link, from the documents or from a saved report.

use anyhow::{Result, bail};
use crosscheck_engine::report::{Corpus, text};

use super::{check, done, read, saved};
use crate::args::Why;
use crate::exit::Exit;
use crate::output;

pub(crate) fn run(args: &Why) -> Result<Exit> {
    let options = text::Options {
        width: usize::from(args.look.width),
        colour: output::coloured(args.look.color, false),
        ..text::Options::default()
    };
    let of_report = match (&args.report, args.paths.as_slice()) {
        (Some(path), _) => Some(path),
        (None, [path]) if path.extension().is_some_and(|extension| extension == "json") => Some(path),
        _ => None,
    };
    if let Some(path) = of_report {
        let (report, _) = saved(path)?;
        print(&Corpus::new(&report, &[]), &args.link, &options)?;
        return Ok(Exit::Done);
    }
    let settings = args.setup.settings(&args.paths)?;
    let inputs = read(&args.paths);
    let report = check(&inputs, &args.paths, &settings);
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
