//! Text that breaks off anywhere, and any order of the words that the tables know, is read without a panic.

use std::path::{Path, PathBuf};

use crosscheck_engine::ingest::Input;

/// What a news text is made of besides words.
const MARKS: [&str; 24] = [
    "12",
    "3,500",
    "$4.2 million",
    "7.5",
    "40%",
    "2019",
    "10:30",
    "Tuesday",
    "May 3",
    "(",
    ")",
    ",",
    ".",
    ":",
    ";",
    "\"",
    "\u{201c}",
    "-",
    "\u{2014}",
    "Smith",
    "Eastfold",
    "the",
    "of",
    "and",
];

/// Texts made from the tables' words, in each of which `LENGTH` are put side by side.
const TEXTS: usize = 40_000;
const LENGTH: u64 = 14;

#[test]
fn sentences_that_break_off() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in ["fixtures", "seeds"] {
        texts(&root.join(folder), &mut files);
    }
    assert!(files.len() > 20, "{} texts", files.len());
    let mut pieces = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a text of the repository is UTF-8");
        for sentence in text.split_inclusive(['.', '\n']) {
            let words: Vec<&str> = sentence.split_inclusive(' ').collect();
            for cut in 1..words.len() {
                pieces.push(words[..cut].concat());
                pieces.push(words[cut..].concat());
            }
        }
    }
    read(&pieces);
}

#[test]
fn words_in_any_order() {
    let mut words: Vec<&str> = [
        include_str!("../../lexicon/data/traits.tsv"),
        include_str!("../../lexicon/data/events.tsv"),
        include_str!("../../lexicon/data/speech.tsv"),
        include_str!("../../lexicon/data/time.tsv"),
        include_str!("../../lexicon/data/topics.tsv"),
        include_str!("../../lexicon/data/bounds.tsv"),
    ]
    .iter()
    .flat_map(|table| table.split(|c: char| !c.is_alphabetic() && c != '\''))
    .filter(|word| !word.is_empty())
    .collect();
    words.sort_unstable();
    words.dedup();
    assert!(words.len() > 2_000, "{} words", words.len());
    // A linear congruence (Knuth's MMIX) is random enough, and the same on every machine.
    let mut state = 1_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let pieces: Vec<String> = (0..TEXTS)
        .map(|_| {
            let length = 2 + next(LENGTH as usize);
            let text: Vec<&str> = (0..length)
                .map(|_| if next(3) == 0 { MARKS[next(MARKS.len())] } else { words[next(words.len())] })
                .collect();
            text.join(" ")
        })
        .collect();
    read(&pieces);
}

/// Reads every piece as a document of its own; a claim quotes its text.
fn read(pieces: &[String]) {
    for chunk in pieces.chunks(512) {
        let inputs: Vec<Input> =
            (0..).zip(chunk).map(|(at, text): (u32, _)| Input::new(format!("{at}.txt"), text)).collect();
        let (documents, claims) = crosscheck_engine::claims(&inputs, Default::default());
        for claim in &claims {
            let at = documents.iter().position(|document| document.id == claim.document).expect("a document");
            assert_eq!(claim.span().slice(&chunk[at]), claim.surface);
        }
    }
}

fn texts(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("a folder of the repository")
        .map(|entry| entry.expect("its entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            texts(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            found.push(path);
        }
    }
}
