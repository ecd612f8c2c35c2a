#![doc = include_str!("../README.md")]

pub use crosscheck_ingest as ingest;
pub use crosscheck_lexicon as lexicon;
pub use crosscheck_model as model;
pub use crosscheck_normalizer as normalizer;
pub use crosscheck_parser as parser;
pub use crosscheck_reconciler as reconciler;
pub use crosscheck_report as report;

pub mod baseline;
pub mod decisions;
mod fingerprint;
pub mod progress;
pub mod settings;
pub mod verify;
pub mod view;
mod written;

use std::collections::{BTreeMap, BTreeSet};

use crosscheck_ingest::{Input, Inputs};
use crosscheck_model::raw::Parsed;
use crosscheck_model::report::{Configuration, InputFile};
use crosscheck_model::{Claim, Document, Link, Mention, Number, Provenance, Published, Report, Tool};
use crosscheck_normalizer::Options;
use progress::{Progress, Stage};
use rayon::prelude::*;
use settings::Settings;
use sha2::{Digest, Sha256};

/// Every mention of one document, with the parse it came from and the date it was read by.
pub fn mentions(input: &Input, options: Options) -> (Parsed, Published, Vec<Mention>) {
    let parsed = crosscheck_parser::parse(&input.text, crosscheck_parser::Options { frames: false });
    let published = published(input, &parsed);
    let mentions = crosscheck_normalizer::mentions(&input.text, &parsed, &published, options);
    (parsed, published, mentions)
}

/// Gives every mention of one document to `visit`, in order of offset, until that fails. A long document is read part by
/// part, so the memory needed does not grow with the number of its mentions.
pub fn each_mention<E>(
    input: &Input,
    options: Options,
    mut visit: impl FnMut(&Mention) -> Result<(), E>,
) -> Result<(), E> {
    let text = &input.text;
    let mut parts = crosscheck_parser::Parts::new(text, crosscheck_parser::Options { frames: false });
    let mut reading: Option<crosscheck_normalizer::Mentions<'_>> = None;
    while let Some(part) = parts.next_part() {
        let reading = reading.get_or_insert_with(|| {
            crosscheck_normalizer::Mentions::new(text, part, &published(input, part), options)
        });
        reading.next_part(part).iter().try_for_each(&mut visit)?;
    }
    Ok(())
}

/// The document as the report names it, and its claims; ids count from the given numbers.
fn document(input: &Input, index: usize, options: Options) -> (Document, Vec<Claim>) {
    let parsed = crosscheck_parser::parse(&input.text, crosscheck_parser::Options { frames: true });
    let published = published(input, &parsed);
    let mentions = crosscheck_normalizer::mentions(&input.text, &parsed, &published, options);
    let claims = crosscheck_normalizer::claims(&input.text, &parsed, &mentions, &published);
    let mut body: Vec<crosscheck_model::Span> = Vec::new();
    for block in parsed.blocks.iter().filter(|block| block.kind.is_article()) {
        match body.last_mut() {
            Some(last) if last.end == block.span.start => last.end = block.span.end,
            _ => body.push(block.span),
        }
    }
    let document = Document {
        id: format!("d{}", index + 1),
        path: input.path.clone(),
        sha256: sha256(input.text.as_bytes()),
        bytes: input.text.len(),
        title: input.title.clone().or_else(|| parsed.title.map(|title| title.slice(&input.text).to_owned())),
        source: input.source.clone(),
        url: input.url.clone(),
        language: input.language.clone(),
        published,
        body,
        copy_group: None,
    };
    (document, claims)
}

fn published(input: &Input, parsed: &Parsed) -> Published {
    if input.published.date.is_some() {
        return input.published;
    }
    crosscheck_normalizer::document_date(&input.text, parsed)
}

/// Documents and claims with their ids, in the order given, on as many threads as there are.
pub fn claims(inputs: &[Input], options: Options) -> (Vec<Document>, Vec<Claim>) {
    claims_watched(inputs, options, &())
}

/// Like [`claims`], for someone who watches.
pub fn claims_watched(
    inputs: &[Input],
    options: Options,
    progress: &dyn Progress,
) -> (Vec<Document>, Vec<Claim>) {
    let size = |input: &Input| input.text.len() as u64;
    progress.begin(Stage::Reading, inputs.len(), inputs.iter().map(size).sum());
    let read: Vec<_> = inputs
        .par_iter()
        .enumerate()
        .map(|(index, input)| {
            let read = document(input, index, options);
            progress.advance(size(input));
            read
        })
        .collect();
    let mut documents = Vec::with_capacity(read.len());
    let mut all = Vec::new();
    for (document, claims) in read {
        for mut claim in claims {
            claim.id = format!("c{}", all.len() + 1);
            claim.document.clone_from(&document.id);
            all.push(claim);
        }
        documents.push(document);
    }
    (documents, all)
}

/// Reads, normalises and cross-checks documents.
pub fn check(inputs: &[Input], options: Options) -> Report {
    check_with(inputs, options, &crosscheck_reconciler::Config::default())
}

/// Like [`check`], with the user's measures, event classes, bridges, tolerances and policy.
pub fn check_with(inputs: &[Input], options: Options, config: &crosscheck_reconciler::Config) -> Report {
    check_watched(inputs, options, config, &())
}

/// Like [`check_with`], for someone who watches.
fn check_watched(
    inputs: &[Input],
    options: Options,
    config: &crosscheck_reconciler::Config,
    progress: &dyn Progress,
) -> Report {
    let (mut documents, claims) = claims_watched(inputs, options, progress);
    progress.begin(Stage::Comparing, claims.len(), 0);
    let sources: Vec<_> = documents
        .iter()
        .zip(inputs)
        .map(|(document, input)| crosscheck_reconciler::Source { document, text: &input.text })
        .collect();
    let mut found = crosscheck_reconciler::reconcile_with(&sources, &claims, config);
    fingerprint::assign(&claims, &found.links, &mut found.findings);
    for (document, group) in documents.iter_mut().zip(found.copy_groups) {
        document.copy_group = group;
    }
    let of = |document: &Document| InputFile {
        path: document.path.clone(),
        sha256: document.sha256.clone(),
        bytes: document.bytes as u64,
    };
    let provenance = Provenance {
        paths: Vec::new(),
        inputs: documents.iter().map(of).collect(),
        configuration: Configuration {
            evidence: evidence(&found.links),
            ..settings::configuration(options, config, None)
        },
    };
    Report {
        schema: crosscheck_model::report::SCHEMA.to_owned(),
        tool: Tool { name: "crosscheck".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
        provenance,
        documents,
        claims,
        links: found.links,
        findings: found.findings,
        baseline: None,
        left_out: Vec::new(),
        notes: found.notes,
    }
}

/// Checks what was read from `paths`, as the settings say, and names where everything came from.
pub fn run(inputs: &Inputs, paths: &[String], settings: &Settings, progress: &dyn Progress) -> Report {
    let mut report = check_watched(&inputs.documents, settings.options(), &settings.reconciler, progress);
    report.left_out.clone_from(&inputs.left_out);
    report.provenance = Provenance {
        paths: paths.to_vec(),
        inputs: inputs.files.clone(),
        configuration: Configuration {
            evidence: report.provenance.configuration.evidence,
            ..settings.configuration()
        },
    };
    report
}

/// What the rules that fired ask for.
fn evidence(links: &[Link]) -> BTreeMap<String, Number> {
    let fired: BTreeSet<&str> = links.iter().map(|link| link.rule.as_ref()).collect();
    let rules = crosscheck_reconciler::rules::ALL.iter().filter(|rule| fired.contains(rule.id));
    rules.filter_map(|rule| Some((rule.id.to_owned(), rule.needs?.to_string().parse().ok()?))).collect()
}

/// SHA-256 in hexadecimal.
fn sha256(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}
