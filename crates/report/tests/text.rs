//! The text report over a report made by hand.

mod common;

use crosscheck_model::Report;
use crosscheck_report::{Corpus, text};

fn render(report: &Report, texts: &[&str], options: text::Options) -> String {
    text::render(&Corpus::new(report, texts), &options)
}

#[test]
fn findings_come_first_and_agreements_in_brief() {
    insta::assert_snapshot!(render(&common::report(), &common::TEXTS, text::Options::default()));
}

#[test]
fn a_link_explains_itself_without_the_texts() {
    let report = common::report();
    let corpus = Corpus::new(&report, &[]);
    let why = text::why(&corpus, "l1", &text::Options::default()).expect("the link is there");
    insta::assert_snapshot!(why);
    assert_eq!(text::why(&corpus, "l9", &text::Options::default()), None);
}

#[test]
fn every_width_is_kept_and_colour_changes_no_word() {
    let report = common::report();
    for width in [40, 60, 80, 120] {
        let plain = render(&report, &common::TEXTS, text::Options { width, ..text::Options::default() });
        for line in plain.lines() {
            assert!(line.chars().count() <= width, "{width}: {line}");
        }
        let coloured = text::Options { width, colour: true, ..text::Options::default() };
        let coloured = render(&report, &common::TEXTS, coloured);
        assert!(coloured.contains("\u{1b}[1;31m"));
        let mut bare = String::new();
        for (index, part) in coloured.split('\u{1b}').enumerate() {
            bare.push_str(if index == 0 { part } else { part.split_once('m').map_or("", |(_, rest)| rest) });
        }
        assert_eq!(bare, plain);
    }
}
