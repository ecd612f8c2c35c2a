//! How many of a hundred and more judged claims have the event, the time and the speaker that a reader gives them; `frames/judged.md`.

use crosscheck_engine::ingest::Input;
use crosscheck_engine::model::{Basis, Claim, Published, PublishedBasis};

/// Says what a claim has where that is not what a reader has.
type Judge = fn(&Claim, &str) -> Result<(), String>;

/// Of each column so many in a hundred must be right.
const RIGHT: usize = 90;

fn claims(text: &str) -> Vec<Claim> {
    let mut input = Input::new("page", text.replace("<br>", "\n\n"));
    input.published = Published { date: "2024-05-10".parse().ok(), basis: PublishedBasis::Manifest };
    crosscheck_engine::claims(&[input], crosscheck_engine::normalizer::Options::default()).1
}

/// The row's columns: text, number, event, time, speaker.
fn rows() -> impl Iterator<Item = [&'static str; 5]> {
    include_str!("frames/judged.md")
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| text"))
        .filter_map(|line| {
            let cells: Vec<_> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            cells.try_into().ok()
        })
}

fn event(claim: &Claim, expected: &str) -> Result<(), String> {
    let event = claim.event.clone().unwrap_or_default();
    let class = claim.measure.as_deref().and_then(|measure| measure.rsplit(':').next()).unwrap_or("-");
    let own = event.concept.as_deref().unwrap_or("-");
    let told = own.split('+').any(|own| own == expected) || event.lemma == expected || class == expected;
    if told || expected == "-" { Ok(()) } else { Err(format!("{own}/{}/{class}", event.lemma)) }
}

fn time(claim: &Claim, expected: &str) -> Result<(), String> {
    let from = claim.when.from.map_or_else(|| "-".to_owned(), |at| at.to_string());
    let document = claim.when.basis == Basis::Document;
    let is = |wanted: &str| if wanted == "doc" { document } else { from == wanted };
    let right = expected.strip_prefix('!').map_or_else(|| is(expected), |other| !is(other));
    if right { Ok(()) } else { Err(format!("{from} {:?}", claim.when.basis)) }
}

fn speaker(claim: &Claim, expected: &str) -> Result<(), String> {
    let source = claim.attribution.last().map_or("-", |speaker| &speaker.source).replace(' ', "_");
    if source == expected { Ok(()) } else { Err(source) }
}

#[test]
fn nine_in_ten_are_as_a_reader_has_them() {
    let columns: [(&str, Judge); 3] = [("event", event), ("time", time), ("speaker", speaker)];
    let mut right = [0; 3];
    let mut wrong = String::new();
    let mut all = 0;
    for [text, number, expected @ ..] in rows() {
        all += 1;
        let claims = claims(text);
        let found = claims.iter().find(|claim| claim.surface.contains(number));
        for (i, (column, judge)) in columns.iter().enumerate() {
            match found.map_or_else(|| Err("no claim".to_owned()), |claim| judge(claim, expected[i])) {
                Ok(()) => right[i] += 1,
                Err(got) => wrong += &format!("{column}: {text} [{number}] {}, got {got}\n", expected[i]),
            }
        }
    }
    assert!(all >= 100, "a hundred rows, not {all}");
    assert!(right.iter().all(|&right| right * 100 >= RIGHT * all), "{right:?} of {all}\n{wrong}");
}
