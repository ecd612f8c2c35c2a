//! What a figure measures that goes on with the one before it: "rose 5 percent | to $18", "$40 million, | from $12 million".

use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::{Claim, Kind, Modality, Object};

use super::around::between;
use super::measure::{class_of, is_of, owned};
use super::settle::share;

/// Bytes between a move and the price that it led to.
const LED_TO: usize = 48;
/// Bytes between two sums of one measure.
const SUMS: usize = 90;

/// Gives each figure that goes on with an earlier one of its sentence the measure of that one.
pub(super) fn carry(text: &str, claims: &mut [Claim]) {
    for i in 1..claims.len() {
        let (before, rest) = claims.split_at_mut(i);
        let claim = &mut rest[0];
        if !matches!(claim.kind, Kind::Money | Kind::Percent) {
            continue;
        }
        if of_market(before, claim) {
            continue;
        }
        let mut told = before
            .iter()
            .rev()
            .take_while(|last| last.sentence == claim.sentence && last.end <= claim.start)
            .filter(|last| !last.kind.is_calendar());
        let Some(last) = told.next() else { continue };
        if let Some(class) = of_price(text, last, claim) {
            let owner = last.measured().map_or("", |(_, class)| owned(class).1);
            give(claim, last, format!("share:{class}{owner}"), class);
            continue;
        }
        let each = is_of_each(text, claim);
        // "$40 million, or 89 cents a share, | from $28 million": a whole goes on with the whole.
        let goes_on =
            |last: &&Claim| last.kind == claim.kind && (each || class_of(last) != Some(share::OF_EACH));
        let Some(last) = Some(last).filter(goes_on).or_else(|| told.find(goes_on)) else { continue };
        if each && is_restated(text, last, claim) && is_earned(last) {
            let (Some(root), class) = (root(last), share::OF_EACH) else { continue };
            give(claim, last, format!("{root}:{class}"), class);
            continue;
        }
        let changed = is_changed(text, last, claim);
        if claim.kind == Kind::Money
            && (changed || is_joined(text, last, claim))
            && let (Some(measure), Some(class)) = (last.measure.clone(), class_of(last).map(str::to_owned))
        {
            give(claim, last, measure, &class);
            if changed && claim.modality == Modality::Asserted && before_change(text, last, claim) {
                claim.modality = Modality::Background;
            }
        }
    }
}

/// The measure, with the class that it names and the thing of the figure that it comes from.
fn give(claim: &mut Claim, last: &Claim, measure: String, class: &str) {
    claim.measure = Some(measure);
    let event = claim.event.get_or_insert_default();
    event.concept = Some(class.to_owned());
    event.lemma = class.to_owned();
    let own = claim
        .object
        .take()
        .filter(|own| last.object.as_ref().is_some_and(|object| object.concept == own.concept));
    claim.object =
        own.or_else(|| last.object.as_ref().map(|object| Object { implied: true, ..object.clone() }));
}

/// Root of a measure: the thing.
fn root(claim: &Claim) -> Option<&str> {
    claim.measured().map(|(root, _)| root)
}

/// "up 4 percent | at $18", "soared $7.70, | or 17 percent": the price that a share moved to, and the move in another unit.
fn of_price(text: &str, last: &Claim, claim: &Claim) -> Option<&'static str> {
    let between = between(text, last, claim);
    let word = between.split_whitespace().next_back()?;
    if class_of(last) != Some("share-price-change") || between.len() > LED_TO || between.contains([';', '.'])
    {
        return None;
    }
    if claim.kind == Kind::Money && matches!(word, "to" | "at") {
        return Some("share-price");
    }
    (is_restated(text, last, claim) && claim.kind != last.kind).then_some("share-price-change")
}

/// "$7.70, | or 17 percent": the same told otherwise.
fn is_restated(text: &str, last: &Claim, claim: &Claim) -> bool {
    between(text, last, claim).trim_start_matches([',', ' ']).split(' ').next() == Some("or")
}

/// "8.46 dollars | a share"
fn is_of_each(text: &str, claim: &Claim) -> bool {
    let after = text.get(claim.end as usize..).unwrap_or("").trim_start();
    ["a share", "per share", "each share"].iter().any(|words| after.starts_with(words))
}

/// Whether a sum is what a firm earned or lost in a period.
fn is_earned(claim: &Claim) -> bool {
    is_of(claim, Traits::OF_PERIOD) || class_of(claim) == Some(EARN)
}

/// What a firm or person earned.
const EARN: &str = "earn";

/// "rose to $40 million | from $12 million", "an offer of $12 billion, | revising it to $13 billion": a sum before or after a change,
/// which no words of its own say more of.
fn is_changed(text: &str, last: &Claim, claim: &Claim) -> bool {
    let between = between(text, last, claim);
    let word = between.split_whitespace().next_back().unwrap_or_default();
    // "compared with" is two words.
    let other = || {
        between.split_whitespace().rev().take(2).any(|word| traits::of_word(word).has(Traits::OTHER_FIGURE))
    };
    let level = |claim: &Claim| class_of(claim).is_none() || is_of(claim, Traits::LEVEL);
    let same = root(claim).is_some_and(|own| own != "-" && root(last) == Some(own));
    // "closed at $31, up | from $30": the verb is that of the sum before.
    let bare = root(claim) == Some("-") && root(last) != Some("-") && !spends(claim);
    between.len() <= SUMS
        && last.unit == claim.unit
        && (word == "to" || other())
        && !between.contains(';')
        && (level(claim) || same || bare)
        && !level(last)
        && class_of(last).is_some_and(|class| class != "-")
}

/// Whether a verb gives or takes a sum of its own: "settled for $20 million, | paying $2 million from".
fn spends(claim: &Claim) -> bool {
    is_of(claim, Traits::SPENDS)
}

/// Bytes between two parts of one market.
const MARKET: u32 = 200;

/// "Kelt had 7% of the market. | Orlo had 3%": the part of another firm, whose name is all that its clause adds.
fn of_market(before: &[Claim], claim: &mut Claim) -> bool {
    let Some(last) = before.iter().rev().find(|last| last.kind == Kind::Percent) else { return false };
    let owned = claim.kind == Kind::Percent
        && class_of(claim) == Some("have")
        && class_of(last) == Some("market-share")
        && claim.start.saturating_sub(last.end) <= MARKET;
    let firm = claim.event.as_ref().and_then(|event| event.agent.as_deref()).filter(|_| owned);
    let Some(firm) =
        firm.and_then(|agent| agent.split(' ').find(|word| word.starts_with(char::is_uppercase)))
    else {
        return false;
    };
    let measure = format!("share:market-share/{}", firm.to_lowercase());
    give(claim, last, measure, "market-share");
    true
}

/// "rose to $40 million | from $12 million": what it was before.
fn before_change(text: &str, last: &Claim, claim: &Claim) -> bool {
    !matches!(between(text, last, claim).split_whitespace().next_back(), Some("to"))
}

/// "awarded $55 million for lost wages | and $60 million for pain": sums that are given together.
fn is_joined(text: &str, last: &Claim, claim: &Claim) -> bool {
    let between = between(text, last, claim);
    between.len() <= SUMS
        && claim.measure.is_none()
        && last.unit == claim.unit
        && between.split_whitespace().next().is_some_and(|word| traits::of_word(word).has(Traits::FOR_WHAT))
        && between.trim_end().ends_with(" and")
        && is_of(last, Traits::TERMS)
}
