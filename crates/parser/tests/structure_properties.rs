//! What holds of the structure and sentences of any text.

use crosscheck_parser::{sentence, structure};
use proptest::prelude::*;

/// Blocks cover the text in order; sentences lie in their blocks, in order, on character boundaries, and are not blank.
fn check(text: &str) {
    let lower = text.to_ascii_lowercase();
    let layout = structure::layout(text, &lower);
    let mut at = 0;
    for block in &layout.blocks {
        assert_eq!(block.span.start, at, "no gap and no overlap");
        assert!(text.is_char_boundary(block.span.end as usize));
        at = block.span.end;
    }
    assert_eq!(at as usize, text.len());
    let mut last = 0;
    for sentence in sentence::split(text, &layout.blocks) {
        let block = layout.blocks[sentence.block as usize];
        assert!(block.span.contains(sentence.span) && block.kind == sentence.kind);
        assert!(sentence.span.start >= last);
        assert!(!sentence.span.slice(text).trim().is_empty());
        last = sentence.span.end;
    }
    let words = |text: &str| text.split_whitespace().map(str::len).sum::<usize>();
    let covered: usize =
        sentence::split(text, &layout.blocks).iter().map(|s| words(s.span.slice(text))).sum();
    // Byte order marks and zero-width characters are the only other thing between sentences.
    let invisible: usize = text
        .chars()
        .filter(|c| matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}'))
        .map(char::len_utf8)
        .sum();
    assert!(covered + invisible >= words(text));
}

/// Pieces of pages, put together at random.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,40}",
        "[ .!?…\"'”’()\\[\\]A-Za-z0-9\n]{0,60}",
        prop::sample::select(vec![
            "Most Read",
            "BREAKING",
            "\n",
            "\n\n",
            "  • ",
            "Read more: ",
            "U.S. ",
            "p.m. ",
            "Mr. ",
            "12.5 ",
            "… ",
            ".. ",
            "\u{FEFF}",
            "(AP)",
            "— A (@a) May 5, 2020",
            "pic.twitter.com/x",
            "2021-03-04",
            "By Ann Lee",
            "©",
            "The town said that it was so. ",
            "\r\n",
            "\t",
            "###",
            "# ",
            "Open this photo in gallery:",
            "Source: ",
            "“",
            "”",
            "\u{2028}",
            "été ",
            "北京 ",
            "👍",
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #[test]
    fn any_text(text in "\\PC*") {
        check(&text);
    }

    #[test]
    fn any_page(pieces in prop::collection::vec(piece(), 0..60)) {
        check(&pieces.concat());
    }
}

#[test]
fn hostile_texts_take_linear_time() {
    let million = 1_000_000;
    for unit in [
        "7",
        ".",
        "a.",
        "\"",
        "”.",
        "A.B. ",
        "x\n",
        "• x\n",
        "Related\n",
        "\u{FEFF}",
        "…",
        "(@ —\n",
        "Mr. ",
        "[1] ",
    ] {
        let text = unit.repeat(2 * million / unit.len());
        let begun = std::time::Instant::now();
        check(&text);
        assert!(begun.elapsed().as_secs() < 20, "{unit:?} takes {:?}", begun.elapsed());
    }
}
