//! `crosscheck report`: the main job.

use std::io::IsTerminal as _;

use anyhow::{Result, bail};
use crosscheck_engine::model::Severity;
use crosscheck_engine::report::{
    Corpus, annotation, concise, csv, github, graph, html, json, markdown, sarif, text, xlsx,
};
use crosscheck_engine::settings::Settings;

use super::{done, read};
use crate::args::{Format, Report};
use crate::exit::Exit;
use crate::output;

/// What lists for machines show: everything that is no mere note.
const LEAST: Severity = Severity::Tension;

pub(crate) fn run(args: &Report) -> Result<Exit> {
    let inputs = read(&args.read);
    let main = (args.format, args.output.as_deref());
    let also = args.also.files();
    if main == (Format::Xlsx, None) && std::io::stdout().is_terminal() {
        bail!("a spreadsheet is nothing for a terminal: name a file with --output or --xlsx");
    }
    // All outputs are looked at before the first is written.
    for path in main.1.into_iter().chain(also.iter().map(|(_, path)| *path)) {
        output::refuse(path, args.force, &args.read.paths, &inputs)?;
    }
    let paths: Vec<String> = args.read.paths.iter().map(|path| path.display().to_string()).collect();
    let settings = Settings::new(&args.read.flags(), None);
    let report = crosscheck_engine::run(&inputs, &paths, &settings);
    let texts: Vec<&str> = inputs.documents.iter().map(|input| input.text.as_str()).collect();
    let corpus = Corpus::new(&report, &texts);
    for (format, path) in also.into_iter().map(|(format, path)| (format, Some(path))).chain([main]) {
        let written = render(format, &corpus, args, path.is_some())?;
        output::write(path, |out| Ok(out.write_all(&written)?))?;
    }
    let fail_on = args.fail_on.map(Severity::from);
    // The gravest severity is the smallest.
    if fail_on.is_some_and(|level| report.findings.iter().any(|finding| finding.severity <= level)) {
        return Ok(Exit::Found);
    }
    Ok(done(&inputs))
}

/// The report in one of its forms.
fn render(format: Format, corpus: &Corpus<'_>, args: &Report, to_file: bool) -> Result<Vec<u8>> {
    let written = match format {
        Format::Text => {
            let options = text::Options {
                width: usize::from(args.look.width),
                colour: output::coloured(args.look.color, to_file),
                ..text::Options::default()
            };
            text::render(corpus, &options)
        }
        Format::Concise => concise::render(corpus, LEAST),
        Format::Json => json::pretty(corpus.report)?,
        Format::Jsonl => json::lines(corpus.report)?,
        Format::Csv => csv::claim_rows(corpus),
        Format::CsvLinks => csv::link_rows(corpus),
        Format::CsvFindings => csv::finding_rows(corpus),
        Format::Xlsx => return Ok(xlsx::render(corpus)?),
        Format::Markdown => markdown::render(corpus),
        Format::Html => html::render(corpus),
        Format::Sarif => sarif::render(corpus, LEAST)?,
        Format::Github => github::render(corpus, LEAST),
        Format::Dot => graph::dot(corpus),
        Format::Graphml => graph::graphml(corpus),
        Format::Gexf => graph::gexf(corpus),
        Format::Annotations => annotation::render(corpus)?,
    };
    Ok(written.into_bytes())
}
