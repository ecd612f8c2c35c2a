//! Shares of a vote or a market and whose they are, and shares that are traded.

use crosscheck_lexicon::topic::Topic;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::{Number, Span};

use super::super::around::Around;
use super::{Context, Settled};

/// From here on a sum is no price of one share.
pub(super) const PRICE: i64 = 100_000;

/// Whether the figure is of the size and make of its topic: "bought shares for $40 million" gives no price of a share, and "shares, 30% of
/// the capital" no change of it.
pub(super) fn fits(context: Context<'_>, topic: &Topic) -> bool {
    let mention = context.mention;
    match topic.class {
        "share-price" | "per-share" | "price-target" => mention
            .value
            .as_ref()
            .and_then(|value| value.point)
            .is_some_and(|point| point < Number::from(PRICE)),
        "share-price-change" => !mention.span.slice(context.text).contains(" of "),
        // "Analysts value the bid at $112": what it is worth is not what was bid.
        // "The bid was worth $112" tells the bid itself.
        "offer" => {
            context.frame.is_none_or(|frame| frame.class.as_deref() != Some("value") || frame.lemma == "be")
        }
        _ => true,
    }
}

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

/// "agreed to buy 51% of Kelt Electric Co.", "owns 15% of Orlo PLC": a part of a firm by its full name is a stake in it.
pub(super) fn of_firm(context: Context<'_>, around: &Around<'_>, kind: &str) -> Option<Settled> {
    let object = context.mention.object.as_ref().filter(|object| kind == "percent" && !object.implied)?;
    let firm = !object.modifiers.is_empty() && traits::of_word(&object.head).has(Traits::LEGAL_FORM);
    let class = context.frame.and_then(|frame| frame.class.as_deref());
    let held = matches!(class, Some("buy" | "sell" | "have" | "deal"));
    (firm && held && context.mention.span.slice(context.text).contains(" of ")).then_some(())?;
    let owner = super::bidder::agent(context).or_else(|| candidate(around));
    Some(Settled { class: "stake", root: Some("stake"), owner, part: None, cue: object.span? })
}

/// What a firm earned or lost by the share.
pub(in crate::claim) const OF_EACH: &str = "share-profit";

/// What is offered or paid for a share.
pub(super) const FOR_EACH: &str = "per-share";

/// "35 cents | a share"
pub(super) fn is_of_each(around: &Around<'_>) -> bool {
    matches!((around.lower(around.after), around.lower(around.after + 1)), ("a" | "per" | "each", "share"))
}

/// Words behind "shares of" in which the firm is named.
const NAMED: usize = 6;

/// A word without its possessive ending.
pub(super) fn bare(around: &Around<'_>, i: usize) -> String {
    around.lower(i).trim_end_matches("'s").trim_end_matches("’s").to_owned()
}

/// The first word of the name that ends at a word: a firm that is named in full is called by it.
pub(super) fn name_of(around: &Around<'_>, last: usize) -> Option<usize> {
    (0..=last).rev().take_while(|&i| around.is_name(i)).last()
}

/// The firm whose shares are traded: "Jaguar's share price", "Kelt shares", "shares in its parent Orlo", "Kelt, whose shares"; of "its
/// shares" no word tells.
pub(super) fn issuer(around: &Around<'_>, cue: Span) -> Option<String> {
    let at = around.words.iter().position(|word| word.1.start >= cue.start)?;
    if let Some(first) = whose(around, at).and_then(|last| name_of(around, last)) {
        return Some(bare(around, first));
    }
    let of = (at..around.after).find(|&i| matches!(around.lower(i), "of" | "in"))?;
    (of + 1..(of + 1 + NAMED).min(around.after))
        .take_while(|&i| around.lower(i) != ",")
        .filter(|&i| around.is_name(i))
        .last()
        .and_then(|last| name_of(around, last))
        .map(|first| bare(around, first))
}

/// The last word before the noun at `at` that may name whose it is.
fn whose(around: &Around<'_>, at: usize) -> Option<usize> {
    let mut last = at.checked_sub(1)?;
    // "Kelt (up $7.79 to $52.99) stock"
    if around.lower(last) == ")" {
        last = (0..last).rev().find(|&i| around.lower(i) == "(")?.checked_sub(1)?;
    }
    if around.lower(last) == "whose" {
        last = last.checked_sub(2).filter(|i| around.lower(i + 1) == ",")?;
    }
    // A possessive may be a word of its own.
    if around.lower(last) == "s" { last.checked_sub(1) } else { Some(last) }
}

/// Whose share of the vote it is: "44.1 percent for Dora Venn", "gave Emil Tallen 52.3 per cent", else the last name before.
pub(super) fn candidate(around: &Around<'_>) -> Option<String> {
    let name = |i: usize| around.is_name(i).then_some(i);
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
