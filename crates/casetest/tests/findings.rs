//! What a finding says of its sources, from text on: its status, and its best figure under each policy.

use crosscheck_engine::ingest::Input;
use crosscheck_engine::model::{Finding, Published, PublishedBasis, Report, Status};
use crosscheck_engine::normalizer::Options;
use crosscheck_engine::reconciler::Config;

fn check(texts: &[(&str, &str, &str)], config: &str) -> Report {
    let inputs: Vec<Input> = texts
        .iter()
        .enumerate()
        .map(|(at, (source, date, text))| {
            let mut input = Input::new(format!("{at}.txt"), *text);
            input.source = Some((*source).to_owned());
            input.published = Published { date: date.parse().ok(), basis: PublishedBasis::Manifest };
            input
        })
        .collect();
    let config = Config::from_toml(config).expect("the tests hold sound configurations");
    crosscheck_engine::check_with(&inputs, Options::default(), &config)
}

/// The finding that holds a claim of these words.
fn finding<'r>(report: &'r Report, words: &str) -> &'r Finding {
    let holds = |id: &String| report.claims.iter().any(|claim| claim.id == *id && claim.surface == words);
    report.findings.iter().find(|finding| finding.claims.iter().any(holds)).expect("a finding of these words")
}

const TOLL: [(&str, &str, &str); 3] = [
    ("One", "2024-03-04", "The landslide in Harrowgate killed 31 people, police said."),
    ("Two", "2024-03-05", "The landslide in Harrowgate has killed 43 people."),
    ("Three", "2024-03-05", "In Harrowgate the toll of the landslide rose: 43 people were killed."),
];

#[test]
fn the_best_figure_is_picked_under_a_named_policy_only() {
    let best = |config: &str| {
        let report = check(&TOLL, config);
        let best = finding(&report, "31 people").best.clone()?;
        let claim = report.claims.iter().find(|claim| claim.id == best.claim);
        Some((best.policy, claim.map_or_else(String::new, |claim| claim.surface.clone())))
    };
    for (policy, expect) in [
        ("conservative", Some("31 people")),
        ("envelope", None),
        ("latest", Some("43 people")),
        ("primary", Some("31 people")),
        ("majority-of-independent", Some("43 people")),
    ] {
        let picked = best(&format!("policy = '{policy}'"));
        assert_eq!(picked, expect.map(|words| (policy.to_owned(), words.to_owned())), "{policy}");
    }
    assert_eq!(best(""), None);
}

#[test]
fn a_status_says_how_many_speak_and_whether_they_agree() {
    let bridge = "The new bridge over the Ostrel is 1,420 metres long.";
    let other = "The new bridge over the Ostrel is 1,870 metres long.";
    let retold = "Engineers measured the new bridge over the Ostrel: it is 1,420 metres long.";
    let status = |texts: &[&str]| {
        let sources = ["One", "Two", "Three"];
        let texts: Vec<_> =
            texts.iter().zip(sources).map(|(text, source)| (source, "2024-03-04", *text)).collect();
        let report = check(&texts, "");
        let found = finding(&report, "1,420 metres");
        (found.status, found.independent_sources)
    };
    assert_eq!(status(&[bridge, bridge]), (Status::SingleSource, 1), "a copy is no second source");
    assert_eq!(status(&[bridge, retold]), (Status::Corroborated, 2));
    assert_eq!(status(&[bridge, other]).0, Status::Contested);
}
