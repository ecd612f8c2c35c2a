//! Whose offer a sum is: "Kelt's bid of", "a $4 billion offer from Kelt", "Kelt raised its offer to".

use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::Span;

use super::super::around::{Around, tokens};
use super::Context;
use super::share::{bare, name_of};

/// Words from an owner to the noun of an offer: "Kelt's | latest cash | bid".
const OWNS: usize = 4;
/// Words behind an offer in which its bidder is named: "from China's | Orlo".
const NAMED: usize = 6;

/// The name of whoever made the offer that the words at `cue` name.
pub(super) fn of(context: Context<'_>, around: &Around<'_>, cue: Span) -> Option<String> {
    let at = around.words.iter().position(|word| word.1.start >= cue.start).unwrap_or(around.words.len());
    owner(around, at).or_else(|| maker(around, at)).or_else(|| leader(around, at)).or_else(|| agent(context))
}

/// "Kelt's bid", "Kelt's new stock-and-cash offer", "Kelt as the highest bidder", "Kelt raised its offer"
fn owner(around: &Around<'_>, at: usize) -> Option<String> {
    let from = at.saturating_sub(OWNS);
    let marks = |i: &usize| matches!(around.lower(*i), "s" | "as" | "its" | "their" | "his" | "her");
    let mark = (from..at).rev().take_while(|&i| around.lower(i) != ",").find(marks)?;
    let last = mark.checked_sub(1)?;
    // "the company's offer" is told of by its verb.
    let last = match around.lower(mark) {
        "s" | "as" => last,
        _ => (0..=last).rev().find(|&i| around.is_name(i))?,
    };
    name_of(around, last).map(|first| bare(around, first))
}

/// "an offer | from China's Orlo Insurance", "a bid | by Kelt"
fn maker(around: &Around<'_>, at: usize) -> Option<String> {
    let until = (at + OWNS).max(around.after + OWNS).min(around.words.len());
    let by = (at..until).find(|&i| matches!(around.lower(i), "from" | "by"))?;
    let mut found = None;
    let mut i = by + 1;
    while i < (by + 1 + NAMED).min(around.words.len()) {
        let own = around.is_name(i);
        if !own && found.is_some() && around.lower(i) != "s" {
            break;
        }
        // Whose it is stands behind where it is from: "China's Orlo".
        if own && (found.is_none() || around.lower(i - 1) == "s") {
            found = Some(i);
        }
        i += 1;
    }
    found.map(|first| bare(around, first))
}

/// "A group led by Orlo | has bid"
fn leader(around: &Around<'_>, at: usize) -> Option<String> {
    let is_led = |word: &str| traits::of_word(word).has(Traits::LED);
    let led = (0..at).rev().find(|&i| is_led(around.lower(i)) && around.lower(i + 1) == "by")?;
    (led + 2..at).find(|&i| around.is_name(i)).map(|first| bare(around, first))
}

/// The last name of the subject: "the Orlo-led group | has bid", "a group led by Orlo | offered".
pub(super) fn agent(context: Context<'_>) -> Option<String> {
    let span = context.frame?.agent?;
    let mut words = Vec::new();
    tokens(context.text, span.start, span.end, &mut words);
    let lower = words.iter().map(|(word, _)| word.to_lowercase()).collect();
    let after = words.len();
    let subject = Around { words, lower, after };
    let last = (0..after).rev().find(|&i| subject.is_name(i))?;
    name_of(&subject, last).map(|first| bare(&subject, first))
}
