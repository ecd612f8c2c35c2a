use crosscheck_model::raw::{NumberExpr, RawQuantity};
use crosscheck_model::{Bound, Kind};
use proptest::prelude::*;

fn read(text: &str) -> Vec<RawQuantity> {
    crate::parse(text, crate::Options::default()).quantities
}

/// One line a quantity: surface | value bound unit | kind | counted group.
fn lines(text: &str) -> Vec<String> {
    read(text)
        .iter()
        .map(|q| {
            let number = match &q.number {
                NumberExpr::Exact { value, .. } => value.to_string(),
                NumberExpr::Range { lo, hi } => format!("{lo}..{hi}"),
                NumberExpr::Vague { lo, hi, .. } => {
                    format!("{lo}~{}", hi.map(|hi| hi.to_string()).unwrap_or_default())
                }
                NumberExpr::Pair => "pair".to_owned(),
                NumberExpr::Unread => "unread".to_owned(),
            };
            let bound = match q.bound {
                Bound::Exact | Bound::Between | Bound::Vague => String::new(),
                bound => format!(" {bound:?}"),
            };
            let change = q.change.map(|change| format!(" {change:?}")).unwrap_or_default();
            let unit = q.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
            let object =
                q.object.as_ref().map(|o| format!(" | {} <{}>", o.surface, o.head)).unwrap_or_default();
            format!("{} = {number}{bound}{change}{unit} {:?}{object}", q.span.slice(text), q.kind)
        })
        .collect()
}

/// Checks a table: a sentence, then the lines it gives, each after a tab.
fn check(table: &str) {
    let mut wrong = Vec::new();
    let mut rows = table.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()).peekable();
    while let Some(sentence) = rows.next() {
        let mut expect = Vec::new();
        while let Some(line) = rows.next_if(|line| line.starts_with("    ")) {
            expect.push(line.trim().to_owned());
        }
        let found = lines(sentence);
        if found != expect {
            wrong.push(format!("{sentence}\n  found {found:#?}\n  want  {expect:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn numbers_of_every_shape() {
    check(include_str!("tests/numbers.txt"));
}

#[test]
fn bounds_and_changes() {
    check(include_str!("tests/bounds.txt"));
}

#[test]
fn units_and_money() {
    check(include_str!("tests/units.txt"));
}

#[test]
fn counted_groups() {
    check(include_str!("tests/nouns.txt"));
}

#[test]
fn multiples_ranks_and_noughts() {
    check(include_str!("tests/degrees.txt"));
}

#[test]
fn names_are_no_quantities() {
    check(include_str!("tests/names.txt"));
}

#[test]
fn digits_beyond_an_exact_decimal_are_an_issue() {
    let text = format!("They counted {} grains.", "9".repeat(70));
    let found = read(&text);
    assert_eq!(found[0].number, NumberExpr::Unread);
    assert_eq!(found[0].issues[0].code, "number-too-long");
}

#[test]
fn hostile_runs_end() {
    for text in
        ["million ".repeat(20_000), "9".repeat(200_000), "1,000".repeat(40_000), "5 and ".repeat(20_000)]
    {
        read(&text);
    }
}

proptest! {
    #[test]
    fn spans_slice_any_text(text in "\\PC{0,80}") {
        for q in read(&text) {
            prop_assert!(text.get(q.span.start as usize..q.span.end as usize).is_some());
            prop_assert!(q.span.contains(q.core) && !q.core.is_empty());
        }
    }

    #[test]
    fn spans_slice_number_soup(words in proptest::collection::vec(
        prop::sample::select(vec![
            "five", "million", "and", "a", "half", "12", "1,234.5", "-", "$", "%", "to", "of", "km", "more", "than", "people",
            "third", "dozens", "½", "/", "x", "10", "^", "in", "1990", "(", ")", "per", "hour", "'s", "€", "years", "old", "point",
        ]), 0..24), glue in proptest::collection::vec(any::<bool>(), 24)) {
        let mut text = String::new();
        for (word, glue) in words.iter().zip(&glue) {
            text.push_str(word);
            if !glue {
                text.push(' ');
            }
        }
        let mut last = 0;
        for q in read(&text) {
            prop_assert!(text.get(q.span.start as usize..q.span.end as usize).is_some());
            prop_assert!(q.span.contains(q.core));
            prop_assert!(q.core.start >= last, "cores are in order and apart: {text:?}");
            last = q.core.end;
        }
    }

    #[test]
    fn thousands_are_written_in_many_ways(tens in 11u32..99) {
        prop_assume!(tens % 10 != 0);
        let value = |text: String| read(&text).into_iter().next().map(|q| (q.number, q.kind));
        let plain = value(format!("They took {},{}00 rifles.", tens / 10, tens % 10)).expect("a quantity");
        prop_assert_eq!(plain.1, Kind::Count);
        for magnitude in ["k", " thousand"] {
            let short = value(format!("They took {}.{}{magnitude} rifles.", tens / 10, tens % 10)).expect("a quantity");
            prop_assert_eq!(&plain.0, &short.0);
        }
    }
}
