//! Laws of the whole way from text to links: what must not change the result, does not.

use std::collections::BTreeSet;

use crosscheck_engine::ingest::Input;
use crosscheck_engine::model::{Published, PublishedBasis, Relation, Report};
use crosscheck_engine::normalizer::Options;
use crosscheck_engine::reconciler::stories::Stories;
use crosscheck_engine::reconciler::{self, Source};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;

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

/// Sentences with a place for a figure.
const FRAMES: [&str; 8] = [
    "{} people were killed by the landslide in Harrowgate",
    "{} people were injured by the landslide in Harrowgate",
    "{} children were killed by the landslide in Harrowgate",
    "{} houses were damaged by the flood in Ostrel province",
    "{} houses were destroyed by the flood in Ostrel province",
    "the new bridge over the Ostrel is {} metres long",
    "the Larsens gave {} dollars to the Ostrel museum",
    "{} people live in the valley of Ostrel",
];
const BOUNDS: [&str; 6] = ["", "about ", "more than ", "at least ", "up to ", "nearly "];
const FIGURES: [&str; 8] = ["20", "22", "31", "43", "126", "1,200", "1,260", "12,000"];
const SPEAKERS: [&str; 3] = ["", "Police said ", "The Norland Observatory said "];
/// Rules of a name of their own whose conflict need not be one of disjoint values.
const NAMED: [&str; 17] = [
    "part-above-whole",
    "parts-against-total",
    "percent-of-count",
    "stated-conversion",
    "duration-against-dates",
    "age-against-birth",
    "stated-zones",
    "weekday-against-date",
    "opposed-figures",
    "disjoint-object",
    "contrasting-state",
    "direction-mismatch",
    "place-mismatch",
    "actor-mismatch",
    "zone-slip",
    "withdrawn-figure",
    "opposite-change",
];

type Sentence = (usize, usize, usize, usize);

fn sentence() -> impl Strategy<Value = Sentence> {
    (0..FRAMES.len(), 0..BOUNDS.len(), 0..FIGURES.len(), 0..SPEAKERS.len())
}

/// Two or three documents of one or two days.
fn corpus() -> impl Strategy<Value = Vec<Input>> {
    let document = (prop::collection::vec(sentence(), 1..4), 4..6_u32);
    prop::collection::vec(document, 2..4).prop_map(|documents| {
        documents
            .iter()
            .enumerate()
            .map(|(at, (sentences, day))| {
                let text: Vec<String> = sentences
                    .iter()
                    .map(|(frame, bound, figure, speaker)| {
                        let figure = format!("{}{}", BOUNDS[*bound], FIGURES[*figure]);
                        let clause = FRAMES[*frame].replace("{}", &figure);
                        let line = format!("{}{clause}.", SPEAKERS[*speaker]);
                        line[..1].to_uppercase() + &line[1..]
                    })
                    .collect();
                let date = format!("2024-03-0{day}");
                input((&format!("{at}.txt"), &format!("Paper {at}"), &date, &text.join(" ")))
            })
            .collect()
    })
}

fn checked(inputs: &[Input]) -> Report {
    crosscheck_engine::check(inputs, Options::default())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn symmetric_relations_are_symmetric_and_directed_ones_keep_their_direction(corpus in corpus()) {
        let turned: Vec<Input> = corpus.iter().rev().cloned().collect();
        prop_assert_eq!(links(&checked(&corpus)), links(&checked(&turned)));
    }

    #[test]
    fn no_link_holds_both_ways(corpus in corpus()) {
        let report = checked(&corpus);
        let directed: BTreeSet<_> = report.links.iter().filter(|link| !link.relation.is_symmetric()).map(|link| (link.relation, &link.a, &link.b)).collect();
        for (relation, a, b) in &directed {
            prop_assert!(a != b && !directed.contains(&(*relation, *b, *a)), "{relation:?} {a} {b}");
        }
    }

    #[test]
    fn a_conflict_of_values_has_disjoint_hard_intervals_or_a_rule_of_its_own(corpus in corpus()) {
        let report = checked(&corpus);
        let sources: Vec<_> = report.documents.iter().zip(&corpus).map(|(document, input)| Source { document, text: &input.text }).collect();
        let nodes = reconciler::nodes(&sources, &report.claims, &Stories::new(&sources));
        for link in report.links.iter().filter(|link| link.relation == Relation::Conflict && !NAMED.contains(&link.rule.as_ref())) {
            let node = |id: &str| nodes.iter().find(|node| node.claim.id == id).expect("a link names claims of its report");
            let (x, y) = (node(&link.a), node(&link.b));
            let apart = x.hard().zip(y.hard()).is_some_and(|(x, y)| x.is_disjoint(&y));
            let days = x.days.zip(y.days).is_some_and(|(x, y)| !x.overlaps(y));
            prop_assert!(apart || days, "{}: {}", link.rule, link.why);
        }
    }

    #[test]
    fn the_number_of_threads_changes_nothing(corpus in corpus()) {
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
            pool.install(|| checked(&corpus))
        };
        prop_assert!(on(1) == on(4));
    }

    #[test]
    fn a_document_printed_twice_adds_no_source(corpus in corpus(), at in 0_usize..2) {
        let once = checked(&corpus);
        let mut more = corpus.clone();
        more.push(Input { path: "again.txt".to_owned(), source: Some("Paper again".to_owned()), ..corpus[at].clone() });
        let twice = checked(&more);
        let added = twice.documents.last().map(|document| document.id.clone()).unwrap_or_default();
        let name = |report: &Report, id: &String| {
            report.claims.iter().find(|claim| claim.id == *id && claim.document != added).map(|claim| (claim.document.clone(), claim.start))
        };
        let members = |report: &Report, claims: &[String]| claims.iter().filter_map(|id| name(report, id)).collect::<BTreeSet<_>>();
        // Words are rarer in fewer documents: a link that only that made plain may be gone.
        let joined = |report: &Report, links: &[String]| {
            let ends = report.links.iter().filter(|link| links.contains(&link.id));
            ends.filter_map(|link| Some((name(report, &link.a)?, name(report, &link.b)?))).collect::<BTreeSet<_>>()
        };
        for finding in &twice.findings {
            let own = (members(&twice, &finding.claims), joined(&twice, &finding.links));
            let before = once.findings.iter().find(|other| (members(&once, &other.claims), joined(&once, &other.links)) == own);
            if let Some(before) = before {
                prop_assert!(finding.independent_sources <= before.independent_sources);
            }
        }
    }

    #[test]
    fn a_change_of_unit_changes_no_verdict(tenths in 11_u32..999, other in 11_u32..999, bound in 0..BOUNDS.len()) {
        let text = |figure: String| format!("The new tunnel under the Ostrel is {}{figure} long.", BOUNDS[bound]);
        let kilometres = |tenths: u32| text(format!("{}.{} kilometres", tenths / 10, tenths % 10));
        let metres = |tenths: u32| text(format!("{} metres", tenths * 100));
        prop_assume!(tenths % 10 != 0 && other % 10 != 0);
        let verdict = |a: String, b: String| {
            let report = checked(&[input(("a.txt", "One", "2024-03-04", &a)), input(("b.txt", "Two", "2024-03-04", &b))]);
            report.links.iter().map(|link| link.relation).collect::<Vec<_>>()
        };
        let (plain, mixed) = (verdict(kilometres(tenths), kilometres(other)), verdict(kilometres(tenths), metres(other)));
        let (whole, copied) = (verdict(metres(tenths), metres(other)), |relation: &Relation| match relation {
            Relation::Copy => Relation::Agree,
            other => *other,
        });
        let named = |relations: Vec<Relation>| relations.iter().map(copied).collect::<Vec<_>>();
        let plain = named(plain);
        prop_assert_eq!(&plain, &named(mixed));
        prop_assert_eq!(&plain, &named(whole));
    }

    #[test]
    fn a_short_form_of_a_number_is_the_number(hundreds in 11_u32..99) {
        prop_assume!(hundreds % 10 != 0);
        let text = |figure: String| format!("The Norland library lent {figure} books in Harrowgate.");
        let short = text(format!("{}.{}k", hundreds / 10, hundreds % 10));
        let long = text(format!("{},{}00", hundreds / 10, hundreds % 10));
        let report = checked(&[input(("a.txt", "One", "2024-03-04", &short)), input(("b.txt", "Two", "2024-03-04", &long))]);
        let said: Vec<_> = report.claims.iter().map(|claim| claim.value.as_ref().map(crosscheck_engine::model::Value::hard)).collect();
        prop_assert!(said.len() == 2 && said[0] == said[1], "{said:?}");
        prop_assert!(report.links.iter().all(|link| matches!(link.relation, Relation::Agree | Relation::Copy)) && !report.links.is_empty());
    }
}

#[test]
fn the_drawn_texts_are_linked_in_every_way() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..1000 {
        let tree = corpus().new_tree(&mut runner).expect("the strategy rejects nothing");
        seen.extend(checked(&tree.current()).links.iter().map(|link| link.relation));
    }
    for relation in
        [Relation::Agree, Relation::Compatible, Relation::Updates, Relation::PartOf, Relation::Conflict]
    {
        assert!(seen.contains(&relation), "{relation:?} is missing in {seen:?}");
    }
}
