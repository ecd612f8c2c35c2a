//! No text makes a look-up panic.

use crosscheck_lexicon::concept::{compare, resolve, resolve_of};
use crosscheck_lexicon::{morphology, spelling, state, taxonomy};
use proptest::prelude::*;

/// Text that reaches the rules: real words with endings, cut and joined with anything else.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        any::<String>(),
        proptest::sample::select(vec![
            "gun", "arm", "s", "ies", "ves", "men", "ed", "ing", "our", "ise", "re", "ll", " of ", "-", "é",
            "日", "Armenian", "troops", "wounded", "people", "E\u{301}", "İ", "ß",
        ])
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec(part, 0..5).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn look_ups_never_panic(text in text()) {
        let _ = taxonomy::word(&text).map(|entry| entry.noun_senses().count());
        let _ = morphology::noun_form(&text);
        let _ = morphology::verb_lemma(&text);
        let _ = morphology::adj_lemma(&text);
        let _ = spelling::fold(&text);
        let _ = state::of(&text).union(state::of_noun(&text)).names().count();
    }

    #[test]
    fn comparisons_never_panic_and_turn_round(a in text(), b in text(), c in text(), d in text()) {
        use crosscheck_lexicon::concept::Relation::*;
        let (x, y) = (resolve(&a, &[&c, &d]), resolve_of(&b, &[&c], &d, &[&a]));
        let (there, back) = (compare(&x, &y).relation, compare(&y, &x).relation);
        let expected = match there {
            Narrower => Wider,
            Wider => Narrower,
            other => other,
        };
        prop_assert_eq!(back, expected);
        prop_assert_eq!(compare(&x, &x).relation, Same);
    }

    #[test]
    fn folding_twice_changes_nothing(text in text()) {
        let once = spelling::fold(&text).into_owned();
        let twice = spelling::fold(&once).into_owned();
        prop_assert_eq!(once, twice);
    }
}
