//! `crosscheck report`: the main job.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use crosscheck_engine::decisions::Decisions;
use crosscheck_engine::model::{Report as Whole, Severity};
use crosscheck_engine::report::{
    Corpus, annotation, concise, csv, github, graph, html, json, markdown, sarif, text, xlsx,
};
use crosscheck_engine::settings::{Sections, Settings};
use crosscheck_engine::{baseline, view};

use super::{accept, check, done, read, saved};
use crate::args::{Format, Report};
use crate::exit::Exit;
use crate::output;
use crate::setup;

/// What lists for machines show where nobody says: everything that is no mere note.
const LEAST: Severity = Severity::Tension;

pub(crate) fn run(args: &Report) -> Result<Exit> {
    let paths = &args.read.paths;
    let settings = args.view.settings(&args.read.setup, paths)?;
    let before = Before::new(args, &settings)?;
    let inputs = read(paths);
    let main = (args.format, args.output.as_deref());
    let mut outputs: Vec<(Format, Option<&Path>)> =
        args.also.files().into_iter().map(|(format, path)| (format, Some(path))).collect();
    outputs.push(main);
    if main == (Format::Xlsx, None) && std::io::stdout().is_terminal() {
        bail!("a spreadsheet is nothing for a terminal: name a file with --output or --xlsx");
    }
    // All outputs are looked at before anything is checked or written.
    let files: Vec<&Path> = outputs.iter().filter_map(|(_, path)| *path).collect();
    output::refuse(&files, args.force, paths, &inputs, &before.files(&settings))?;
    let mut report = check(&inputs, paths, &settings);
    before.mark(args, &mut report)?;
    let texts: Vec<&str> = inputs.documents.iter().map(|input| input.text.as_str()).collect();
    let corpus = Corpus::new(&report, &texts);
    let shown = view::shown(&report, settings.min_severity.value);
    let shown = shown.as_ref().map(|shown| Corpus::new(shown, &texts));
    let mut written = Vec::new();
    for (format, path) in outputs {
        let corpus = shown.as_ref().filter(|_| !format.is_record()).unwrap_or(&corpus);
        written.push((path, render(format, corpus, args, &settings, path.is_some())?));
    }
    output::write_all(&written)?;
    if settings.fail_on.value.is_some_and(|level| view::fails(&report, level)) {
        return Ok(Exit::Found);
    }
    Ok(done(&inputs))
}

/// What was found and decided before this run.
struct Before {
    baseline: Option<PathBuf>,
    earlier: Option<(Whole, crosscheck_engine::model::report::InputFile)>,
    decisions: Option<(PathBuf, Decisions)>,
}

impl Before {
    fn new(args: &Report, settings: &Settings) -> Result<Self> {
        let baseline = setup::baseline(settings);
        let earlier = baseline.as_deref().map(saved).transpose()?;
        let (file, named) = args.view.decided.file(settings);
        let decisions = accept::decisions(&file, named)?.map(|decisions| (file, decisions));
        Ok(Self { baseline, earlier, decisions })
    }

    /// Files that no output may stand in for.
    fn files(&self, settings: &Settings) -> Vec<PathBuf> {
        let config = settings.file.as_ref().map(|file| PathBuf::from(&file.path));
        let decisions = self.decisions.as_ref().map(|(file, _)| file.clone());
        [self.baseline.clone(), config, decisions].into_iter().flatten().collect()
    }

    fn mark(&self, args: &Report, report: &mut Whole) -> Result<()> {
        if let Some((earlier, file)) = &self.earlier {
            baseline::mark(report, earlier, file.clone());
        }
        if let Some((file, decisions)) = &self.decisions {
            // Without a last day to compare with, nobody asks for the date.
            let today = decisions.has_last_days().then(|| args.view.decided.today()).transpose()?;
            decisions.apply(&file.display().to_string(), today, report);
        }
        Ok(())
    }
}

/// The report in one of its forms.
fn render(
    format: Format,
    corpus: &Corpus<'_>,
    args: &Report,
    settings: &Settings,
    to_file: bool,
) -> Result<Vec<u8>> {
    let least = settings.min_severity.value.unwrap_or(LEAST);
    let written = match format {
        Format::Text => {
            let few = settings.sections.value == Sections::Few;
            let options = text::Options {
                width: usize::from(args.look.width),
                colour: output::coloured(args.look.color, to_file),
                brief: match settings.sections.value {
                    Sections::Few => 0,
                    Sections::Usual => text::Options::default().brief,
                    Sections::All => usize::MAX,
                },
                documents: !few,
            };
            text::render(corpus, &options)
        }
        Format::Concise => concise::render(corpus, least),
        Format::Json => json::pretty(corpus.report)?,
        Format::Jsonl => json::lines(corpus.report)?,
        Format::Csv => csv::claim_rows(corpus),
        Format::CsvLinks => csv::link_rows(corpus),
        Format::CsvFindings => csv::finding_rows(corpus),
        Format::Xlsx => return Ok(xlsx::render(corpus)?),
        Format::Markdown => markdown::render(corpus),
        Format::Html => html::render(corpus),
        Format::Sarif => sarif::render(corpus, least)?,
        Format::Github => github::render(corpus, least),
        Format::Dot => graph::dot(corpus),
        Format::Graphml => graph::graphml(corpus),
        Format::Gexf => graph::gexf(corpus),
        Format::Annotations => annotation::render(corpus)?,
    };
    Ok(written.into_bytes())
}
