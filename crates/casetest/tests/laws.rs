//! Laws of the whole way from text to links: what must not change the result, does not.

use std::collections::BTreeSet;

use crosscheck_engine::ingest::Input;
use crosscheck_engine::model::{Published, PublishedBasis, Report};
use crosscheck_engine::normalizer::Options;

const TEXTS: [(&str, &str, &str, &str); 3] = [
    (
        "a.txt",
        "One",
        "2024-03-04",
        "The Norland Defence Ministry said rebels in Eastfold had handed over six tanks and more than 300 rifles. Up to 120,000 people live in Eastfold.",
    ),
    (
        "b.txt",
        "Two",
        "2024-03-04",
        "Rebels in Eastfold handed over six tanks and more than 300 cannons, the Norland Defence Ministry said. Eastfold is home to 120,000 people.",
    ),
    (
        "c.txt",
        "Three",
        "2024-03-05",
        "At least 31 people were killed by the landslide in Eastfold. The landslide struck Eastfold on Saturday.",
    ),
];

fn input((path, source, date, text): (&str, &str, &str, &str)) -> Input {
    let mut input = Input::new(path, text);
    input.source = Some(source.to_owned());
    input.published = Published { date: date.parse().ok(), basis: PublishedBasis::Manifest };
    input
}

fn links(report: &Report) -> BTreeSet<String> {
    let end = |id: &str| {
        let claim =
            report.claims.iter().find(|claim| claim.id == id).expect("a link names claims of its report");
        let document = report.documents.iter().find(|document| document.id == claim.document);
        format!("{} {}", document.map_or("", |document| &document.path), claim.start)
    };
    report
        .links
        .iter()
        .map(|link| {
            let mut ends = [end(&link.a), end(&link.b)];
            if link.relation.is_symmetric() {
                ends.sort();
            }
            format!("{:?} {} {}", link.relation, link.rule, ends.join(" / "))
        })
        .collect()
}

#[test]
fn the_order_of_documents_changes_no_link() {
    let forward: Vec<Input> = TEXTS.into_iter().map(input).collect();
    let backward: Vec<Input> = TEXTS.into_iter().rev().map(input).collect();
    let (x, y) = (
        crosscheck_engine::check(&forward, Options::default()),
        crosscheck_engine::check(&backward, Options::default()),
    );
    assert!(!x.links.is_empty());
    assert_eq!(links(&x), links(&y));
}

#[test]
fn a_duplicated_document_adds_no_independent_source() {
    let once: Vec<Input> = TEXTS.into_iter().map(input).collect();
    let mut twice = once.clone();
    let (_, _, date, text) = TEXTS[1];
    twice.push(input(("copy.txt", "Four", date, text)));
    let sources = |report: &Report| -> usize {
        report
            .findings
            .iter()
            .filter(|finding| finding.status == crosscheck_engine::model::Status::Contested)
            .map(|finding| finding.independent_sources)
            .sum()
    };
    let (x, y) = (
        crosscheck_engine::check(&once, Options::default()),
        crosscheck_engine::check(&twice, Options::default()),
    );
    assert_eq!(sources(&x), sources(&y));
    assert_eq!(sources(&x), 1, "one ministry, quoted by two papers, is one source");
}
