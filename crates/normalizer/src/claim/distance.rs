//! Between what a distance lies: "16 miles south of the town of Muise", "Lund, the capital some 379 kilometers to the south".

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::traits::{self, Traits};

use super::around::Around;

/// Words behind a distance in which its far end is looked for.
const BEHIND: usize = 12;

/// The names of its ends, as a key; `None` where the text names neither, so that nothing is known to be as far.
pub(super) fn ends(around: &Around<'_>) -> Option<String> {
    let after = around.after;
    let from = (after..after + 5)
        .take_while(|&i| !around.is_bar(i) && around.lower(i) != ",")
        .find(|&i| matches!(around.lower(i), "of" | "from" | "off"));
    let far = match from {
        Some(from) => named_after(around, from + 1),
        None => (after.saturating_sub(BEHIND)..after)
            .rev()
            .take_while(|&i| !around.is_bar(i))
            .find(|&i| is_name(around, i)),
    }?;
    let far = around.lower(far).to_owned();
    Some(match apposed(around).filter(|near| *near != far) {
        Some(near) => format!("{near}-{far}"),
        None => far,
    })
}

/// "the coastal town of | Muise", "Ardia's capital, | Lund": the last name of the phrase, over one apposition.
fn named_after(around: &Around<'_>, start: usize) -> Option<usize> {
    // "of the islands": a common noun that is known from before.
    let plain = |i: usize| {
        let lower = around.lower(i);
        !lower.is_empty()
            && lower.chars().all(char::is_alphabetic)
            && !is_name(around, i)
            && !classes(lower).has(Classes::STOPWORD)
    };
    if around.lower(start) == "the" && plain(start + 1) && !plain(start + 2) && !is_name(around, start + 2) {
        let of = around.lower(start + 2) == "of";
        return if of { named_after(around, start + 3).or(Some(start + 1)) } else { Some(start + 1) };
    }
    let mut found = None;
    for i in start..start + BEHIND {
        let lower = around.lower(i);
        if lower.is_empty() || around.is_bar(i) || lower == "(" {
            break;
        }
        if lower == "," && (found.is_some() || !is_name(around, i + 1)) {
            break;
        }
        if is_name(around, i) && around.lower(i + 1) != "s" {
            found = Some(i);
        } else if found.is_some() && lower != "of" {
            break;
        }
    }
    found
}

/// "its main plant, | 25 km north of", "Guayas, located | 200 miles south of": what stands apart before is the near end.
fn apposed(around: &Around<'_>) -> Option<String> {
    let mut i = around.after;
    let passes = |word: &str| word == "(" || traits::of_word(word).has(Traits::LIES);
    while i > 0 && passes(around.lower(i - 1)) {
        i -= 1;
    }
    let comma = i.checked_sub(1).filter(|&comma| around.lower(comma) == ",")?;
    let near = around.lower(comma.checked_sub(1)?);
    near.chars().all(char::is_alphabetic).then(|| near.to_owned())
}

/// Whether a word is one of a name; the first is written large whatever it is.
fn is_name(around: &Around<'_>, i: usize) -> bool {
    i > 0 && around.is_name(i)
}
