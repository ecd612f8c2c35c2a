//! The table of pairs: how groups that news counts stand to each other, in both directions.

use crosscheck_lexicon::concept::{ConceptRef, Relation, compare, resolve, resolve_of};
use crosscheck_lexicon::morphology::noun_lemma;
use crosscheck_lexicon::table::rows;

/// A group as written: modifiers, then a head that may be plural, then perhaps "of" and another group.
fn group(text: &str) -> ConceptRef {
    let parts = |text: &str| -> (String, Vec<String>) {
        let mut words: Vec<String> =
            text.split(' ').filter(|&word| word != "or").map(str::to_owned).collect();
        let last = words.pop().unwrap_or_default();
        (noun_lemma(&last).map_or(last.clone(), |lemma| lemma.into_owned()), words)
    };
    let (whole, of) = text.split_once(" of ").unwrap_or((text, ""));
    let (head, modifiers) = parts(whole);
    let modifiers: Vec<&str> = modifiers.iter().map(String::as_str).collect();
    if of.is_empty() {
        return resolve(&head, &modifiers);
    }
    let (of, of_modifiers) = parts(of);
    let of_modifiers: Vec<&str> = of_modifiers.iter().map(String::as_str).collect();
    resolve_of(&head, &modifiers, &of, &of_modifiers)
}

/// A relation as the table writes it.
fn written(relation: Relation) -> String {
    match relation {
        Relation::Same => "same".to_owned(),
        Relation::Narrower => "narrower".to_owned(),
        Relation::Wider => "wider".to_owned(),
        Relation::Overlapping { ancestor } => format!("overlapping:{ancestor}"),
        Relation::Disjoint { ancestor } => format!("disjoint:{ancestor}"),
        Relation::GroupMember { counts_members: true } => "member".to_owned(),
        Relation::GroupMember { counts_members: false } => "unit".to_owned(),
        Relation::Unrelated => "unrelated".to_owned(),
        Relation::Unknown => "unknown".to_owned(),
    }
}

fn turned(relation: &str) -> &str {
    match relation {
        "narrower" => "wider",
        "wider" => "narrower",
        other => other,
    }
}

#[test]
fn pairs_stand_as_the_table_says() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for row in rows(include_str!("pairs.tsv")) {
        count += 1;
        assert_eq!(row.width(), 5, "line {}", row.line);
        let (first, second) = (group(row.cell(0)), group(row.cell(1)));
        for (a, b, turn) in [(&first, &second, false), (&second, &first, true)] {
            let found = compare(a, b);
            let usual = found.usual.map_or("-".to_owned(), written);
            let expected = |text: &'static str| if turn { turned(text) } else { text };
            if written(found.relation) != expected(row.cell(2)) || usual != expected(row.cell(3)) {
                wrong.push(format!(
                    "line {}: {} / {}{}: {} ({usual}), expected {} ({}): {}",
                    row.line,
                    row.cell(0),
                    row.cell(1),
                    if turn { " turned" } else { "" },
                    written(found.relation),
                    expected(row.cell(2)),
                    expected(row.cell(3)),
                    found.reason,
                ));
            }
            assert!(!found.reason.is_empty(), "line {}: no reason", row.line);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 150, "only {count} pairs");
}
