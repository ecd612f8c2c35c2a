//! Pages of short documents with the frames expected of them, one mechanism a page.
//!
//! A row is `text | number | expected`. Expected are `key=value` pairs, all of which must hold: `event` (class), `lemma`,
//! `object` (head), `agent`, `by` (last speaker, `-` for none), `chain` (number of speakers), `side`, `body`, `quoted`,
//! `modality`, `from`, `basis`, `where`, `where_basis`, `block`, `measure`, `cue`; `none` for no claim; spaces inside a value are written `_`. `!=` says that it is not so.

use crosscheck_engine::ingest::Input;
use crosscheck_engine::model::{Claim, Published, PublishedBasis};

const PAGES: [(&str, &str); 20] = [
    ("arguments", include_str!("frames/arguments.md")),
    ("predicates", include_str!("frames/predicates.md")),
    ("nominal events", include_str!("frames/nominal.md")),
    ("attribution", include_str!("frames/attribution.md")),
    ("quotations", include_str!("frames/quotations.md")),
    ("modality", include_str!("frames/modality.md")),
    ("time and place", include_str!("frames/time_place.md")),
    ("bodies", include_str!("frames/bodies.md")),
    ("measures", include_str!("frames/measures.md")),
    ("clauses", include_str!("frames/clauses.md")),
    ("figures of speech", include_str!("frames/figures_of_speech.md")),
    ("speakers", include_str!("frames/speakers.md")),
    ("light verbs", include_str!("frames/light_verbs.md")),
    ("running figures", include_str!("frames/running.md")),
    ("objects", include_str!("frames/objects.md")),
    ("structure", include_str!("frames/structure.md")),
    ("datelines", include_str!("frames/datelines.md")),
    ("multiples and ranks", include_str!("frames/degrees.md")),
    ("small and vague counts", include_str!("frames/few.md")),
    ("elided clauses", include_str!("frames/elided.md")),
];

fn claims(text: &str) -> Vec<Claim> {
    let mut input = Input::new("page", text);
    input.published = Published { date: "2024-05-10".parse().ok(), basis: PublishedBasis::Manifest };
    crosscheck_engine::claims(&[input], crosscheck_engine::normalizer::Options::default()).1
}

fn field(claim: &Claim, key: &str) -> String {
    let event = claim.event.as_ref();
    let speaker = claim.attribution.last();
    let value = match key {
        "event" => event.and_then(|event| event.concept.clone()),
        "lemma" => event.map(|event| event.lemma.clone()),
        "agent" => event.and_then(|event| event.agent.clone()),
        "object" => claim.object.as_ref().map(|object| object.head.clone()),
        "by" => speaker.map(|speaker| speaker.source.clone()),
        "outer" => claim.attribution.first().map(|speaker| speaker.source.clone()),
        "chain" => Some(claim.attribution.len().to_string()),
        "side" => speaker.and_then(|speaker| speaker.side.clone()),
        "body" => speaker.and_then(|speaker| speaker.body.clone()),
        "quoted" => speaker.map(|speaker| speaker.quoted.to_string()),
        "modality" => Some(format!("{:?}", claim.modality).to_lowercase()),
        "from" => claim.when.from.map(|at| at.to_string()),
        "basis" => Some(format!("{:?}", claim.when.basis).to_lowercase()),
        "where" => claim.place.clone(),
        "where_basis" => claim.place_basis.map(|basis| format!("{basis:?}").to_lowercase()),
        "block" => Some(format!("{:?}", claim.block).to_lowercase()),
        "measure" => claim.measure.clone(),
        "cue" => Some(claim.cues.join(",")),
        _ => Some(format!("no such key: {key}")),
    };
    value.unwrap_or_else(|| "-".to_owned()).replace(' ', "_")
}

#[test]
fn frames_are_as_the_pages_say() {
    let mut wrong = Vec::new();
    for (page, text) in PAGES {
        for line in text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| text")) {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [text, number, expected] = cells[..] else { panic!("{page}: three cells: {line}") };
            let text = text.replace("<br>", "\n\n");
            let claims = claims(&text);
            let found = claims.iter().find(|claim| claim.surface.contains(number));
            if expected == "none" {
                wrong.extend(found.map(|claim| format!("{page}: {text}\n    a claim: {}", claim.surface)));
                continue;
            }
            let Some(claim) = found else {
                let found: Vec<_> = claims.iter().map(|claim| &claim.surface).collect();
                wrong.push(format!("{page}: {text}\n    no claim with {number:?} in {found:?}"));
                continue;
            };
            for pair in expected.split(' ') {
                let (key, value, negated) = match pair.split_once("!=") {
                    Some((key, value)) => (key, value, true),
                    None => match pair.split_once('=') {
                        Some((key, value)) => (key, value, false),
                        None => panic!("{page}: key=value: {pair}"),
                    },
                };
                let got = field(claim, key);
                if (got == value) == negated {
                    wrong.push(format!("{page}: {text}\n    {number}: {pair}, got {got}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// Whether a row says what must not be found.
fn stays_silent(expected: &str) -> bool {
    expected == "none"
        || expected.split(' ').any(|pair| {
            pair.contains("!=")
                || pair.ends_with('=')
                || pair.ends_with("=-")
                || matches!(pair, "basis=document" | "modality=asserted")
        })
}

#[test]
fn every_page_has_five_rows_that_fire_and_three_that_stay_silent() {
    for (page, text) in PAGES {
        let rows = text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| text"));
        let expected = rows.filter_map(|row| row.trim_matches('|').rsplit('|').next().map(str::trim));
        let (silent, fire): (Vec<_>, Vec<_>) = expected.partition(|expected| stays_silent(expected));
        assert!(fire.len() >= 5 && silent.len() >= 3, "{page}: {} fire, {} silent", fire.len(), silent.len());
    }
}
