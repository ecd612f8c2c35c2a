//! Shares of a vote, and whose they are.

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::traits::{self, Traits};

use super::super::around::Around;
use super::{Context, Settled};

/// "Final results gave Emil Tallen 52.3 per cent and Dora Venn 44.1 per cent": shares of a vote by their names alone.
pub(super) fn of_name(context: Context<'_>, around: &Around<'_>) -> Option<Settled> {
    let class = context.frame.and_then(|frame| frame.class.as_deref());
    let open = class.is_none_or(|class| traits::of_class(class).has(Traits::POLLS));
    let mut i = around.after.checked_sub(1)?;
    // "Lena Ford had 51.2 percent", "Ford polled 51 percent"
    let verb = context.frame.and_then(|frame| frame.predicate).is_some_and(|span| span == around.words[i].1);
    if verb {
        i = i.checked_sub(1)?;
    }
    let named = around.words[i].0.starts_with(char::is_uppercase);
    let polled = around.lower.iter().any(|word| traits::of_word(word).has(Traits::POLLED));
    (open && named && polled).then(|| Settled {
        class: "vote-share",
        root: Some("share"),
        owner: Some(around.lower(i).to_owned()),
        part: None,
        cue: around.words[i].1,
    })
}

/// Whose share of the vote it is: "44.1 percent for Dora Venn", "gave Emil Tallen 52.3 per cent", else the last name before.
pub(super) fn candidate(around: &Around<'_>) -> Option<String> {
    let name = |i: usize| {
        let word = around.words.get(i)?.0;
        let known = classes(around.lower(i));
        let capital = word.starts_with(char::is_uppercase)
            && !known.has(Classes::STOPWORD)
            && !known.has(Classes::MONTH)
            && !known.has(Classes::WEEKDAY);
        capital.then_some(i)
    };
    let last = |mut i: usize| {
        while name(i + 1).is_some() && i + 1 != around.after {
            i += 1;
        }
        around.lower(i).to_owned()
    };
    let after = around.after;
    for i in after..(after + 8).min(around.words.len()) {
        if matches!(around.lower(i), "," | "and") || around.is_bar(i) {
            break;
        }
        if matches!(around.lower(i), "for" | "to") {
            return name(i + 1).map(last);
        }
    }
    (0..after).rev().take_while(|&i| !around.is_bar(i)).find_map(name).map(last)
}
