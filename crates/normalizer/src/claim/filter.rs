//! Which mentions are no claims: numerals that count nothing and dates that only say "now".

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::morphology;
use crosscheck_lexicon::number::Role;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::{Bound, Kind, Modality, Number, TimexType, Value};

use super::Context;

/// Whether an editor would pass over the mention.
pub(super) fn is_noise(context: Context<'_>) -> bool {
    let mention = context.mention;
    let core = mention.core.slice(context.text);
    match mention.kind {
        Kind::Date | Kind::Time | Kind::Set => {
            // "29 February 2015" has no date, and is a slip to be told.
            let Some(date) = &mention.date else { return mention.issues.is_empty() };
            let timex = date.timex.as_deref().unwrap_or("");
            // PRESENT_REF, PAST_REF, FUTURE_REF: now, recently, soon; "a month ago" gives a length all the same.
            let vague = timex.ends_with("_REF") && !date.offset.is_some_and(|offset| offset.back);
            vague
                || date.kind == TimexType::Set
                || today(core) && !is_dated(context)
                || part_alone(core) && !(this_part(core) && is_dated(context))
                || unit_again(core)
        }
        Kind::Count => pronominal(context, core) || street(context) || goes_on(context, core),
        Kind::Duration => bare_unit(context),
        _ => false,
    }
}

/// "overnight", "late afternoon": a part of a day that is not named.
fn part_alone(core: &str) -> bool {
    let part = |word: &str| traits::of_word(word).has(Traits::PART_OF_DAY.or(Traits::BESIDE_PART));
    core.to_lowercase().split([' ', '-']).all(|word| word.is_empty() || part(word))
}

/// "the same day", "the week": a unit that points back without a date.
fn unit_again(core: &str) -> bool {
    let lower = core.to_lowercase();
    let Some(rest) = lower.strip_prefix("the ").or_else(|| lower.strip_prefix("that ")) else { return false };
    // "at the weekend" is the last one.
    if rest == "weekend" {
        return false;
    }
    traits::of_word(rest.strip_prefix("same ").unwrap_or(rest)).has(Traits::CALENDAR_UNIT)
}

/// "today", "tonight": the day of speaking, which says nothing that the document's date does not.
fn today(core: &str) -> bool {
    let lower = core.to_lowercase();
    let word = lower.strip_prefix("this day").map_or(lower.as_str(), |_| "today");
    traits::of_word(word.strip_prefix("the ").filter(|day| *day == "day").map_or(word, |_| "today"))
        .has(Traits::TODAY)
}

/// "in the | 3400 block of Thorpe Street": a stretch of a street by its house numbers.
fn street(context: Context<'_>) -> bool {
    let mention = context.mention;
    let block = mention.object.as_ref().is_some_and(|object| object.head == "block" && object.of.is_some());
    let hundreds = mention.value.as_ref().and_then(|value| value.point).is_some_and(|point| {
        point.0.is_integer() && !point.0.is_zero() && (point.0 % rust_decimal::Decimal::ONE_HUNDRED).is_zero()
    });
    let short = mention.core.slice(context.text).len() < 6;
    block && hundreds && short && mention.span.slice(context.text).contains("block of")
}

/// "Several aftershocks continued": that they go on is told, and not how many there are.
fn goes_on(context: Context<'_>, core: &str) -> bool {
    let verb = |word: &str| morphology::verb_lemma(word).is_some_and(|(lemma, _)| lemma == "continue");
    core.eq_ignore_ascii_case("several") && context.behind().split_whitespace().take(GOING_ON).any(verb)
}

/// Words behind a subject among which its verb stands: "Several aftershocks, some as strong as the first, | continued".
const GOING_ON: usize = 12;

/// "this morning"
fn this_part(core: &str) -> bool {
    core.get(..5).is_some_and(|this| this.eq_ignore_ascii_case("this "))
}

/// "The bank announced today that": the day of a deed, where "the town is today a port" tells of these times.
fn is_dated(context: Context<'_>) -> bool {
    // "a vote as soon as today" is set for it.
    let before = context.before().trim_end();
    if before.ends_with("as soon as") || before.ends_with("as early as") {
        return true;
    }
    let Some((frame, predicate)) = context.frame.and_then(|frame| Some((frame, frame.predicate?))) else {
        return false;
    };
    // "today's attack", but "today's prices"
    let after = context.behind();
    if after.starts_with(['\'', '’']) && predicate.start >= context.mention.span.end {
        let noun = after.split_whitespace().nth(1).unwrap_or("").trim_end_matches([',', '.', ';']);
        return frame.class.is_some() || traits::of_word(noun).has(Traits::TEXT);
    }
    let told = predicate.slice(context.text).to_lowercase();
    frame.passive
        || told.ends_with("ed")
        || !told.ends_with('s') && !told.ends_with("ing") && told != frame.lemma
}

/// "one", "two of them", "both": numerals that stand for someone named.
fn pronominal(context: Context<'_>, core: &str) -> bool {
    let mention = context.mention;
    if core.eq_ignore_ascii_case("both") || core.eq_ignore_ascii_case("a") || core.eq_ignore_ascii_case("an")
    {
        return true;
    }
    let point = mention.value.as_ref().and_then(|value| value.point);
    if point == Some(Number::ZERO) {
        return false;
    }
    // "Half | goes to prizes"
    let told = context.frame.and_then(|frame| frame.predicate);
    if mention.value.as_ref().is_some_and(Value::is_fraction)
        && told.is_some_and(|verb| verb.start == mention.span.end + 1)
    {
        return false;
    }
    let small = point.is_some_and(|point| point == Number::from(1));
    let word = core.chars().next().is_some_and(char::is_alphabetic);
    let object = mention.object.as_ref().filter(|object| !object.implied);
    if word && object.is_none() && point.is_some_and(|point| point <= Number::from(9)) {
        let state =
            context.frame.and_then(|frame| frame.class.as_deref()).is_some_and(super::object::of_persons);
        // "41 speeches, all at home but two in Toronto": a rest of what was counted is counted too.
        let (before, behind) = (context.before().trim_end(), context.behind());
        let rest =
            matches!(before.rsplit(' ').next(), Some("for" | "but" | "except")) && behind.starts_with(" in ");
        // "six of them were found on an islet": a part of those told of before.
        let mut words = behind.split_whitespace().map(|word| word.trim_end_matches([',', '.', ';']));
        let part = words.next() == Some("of")
            && words.next().is_some_and(|word| traits::of_word(word).has(Traits::GROUPED));
        // "five shells landed, of which two exploded", "of whom four were armed"
        let out_of = before
            .strip_suffix("which")
            .or_else(|| before.strip_suffix("whom"))
            .is_some_and(|rest| rest.trim_end().ends_with(" of"));
        // "a crew of six"
        let group = super::object::group_of(context).is_some();
        let number = super::settle::is_number_of(context) || is_level(context);
        // "Four boats sank and | five were damaged": the count before it names what is counted.
        let joined = before.ends_with(" and")
            && matches!(behind.split_whitespace().next(), Some("were" | "was"))
            && told.is_some_and(|verb| verb.start >= mention.span.end)
            && context
                .frame
                .and_then(|frame| frame.class.as_deref())
                .is_some_and(|class| traits::of_class(class).has(Traits::INCIDENT));
        return !joined && !state && !rest && !part && !out_of && !group && !number;
    }
    // "one of the worst", "one man said": a numeral for an article, unless a state of persons is counted.
    if small && word && !core.to_lowercase().ends_with(" single") {
        let counted = context
            .frame
            .and_then(|frame| frame.class.as_deref())
            .is_some_and(|class| traits::of_class(class).has(Traits::GROUP));
        // "one body was recovered" counts the dead.
        let body = object.is_some_and(|object| traits::of_word(&object.head).has(Traits::BODY));
        // "at least one shop" is no article.
        let listed = beside_count(context) || is_only(context) || befell(context);
        return !counted && !body && !listed && (mention.bound == Bound::Exact || object.is_none());
    }
    false
}

/// "changed only one word", "only changed one word", "just one road": an article takes no "only".
fn is_only(context: Context<'_>) -> bool {
    // "only one maker's plan": the plan is what is told of.
    let owner = context.mention.object.as_ref().is_some_and(|object| object.surface.contains(['\'', '’']));
    if owner {
        return false;
    }
    let mut words = context.before().split_whitespace().rev().map(str::to_lowercase);
    let precise = |word: String| traits::of_word(&word).has(Traits::PRECISE);
    words.next().is_some_and(precise) || words.next().is_some_and(|word| word == "only")
}

/// "one child was carried out", "one Danish man was treated": what befell one, where "one man said" and "one man, a
/// neighbour, ran" tell of somebody.
fn befell(context: Context<'_>) -> bool {
    let Some(frame) = context.frame else { return false };
    let Some(predicate) = frame.predicate else { return false };
    let class = frame.class.as_deref().unwrap_or("-");
    let personal = traits::of_class(class).has(Traits::PERSONS);
    let told = traits::of_class(class).has(Traits::IDLE) && class != "-";
    // "on one occasion he was arrested": a subject stands behind no preposition.
    let lead = context.before().trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
    if classes(&lead).has(Classes::PREPOSITION) {
        return false;
    }
    // Right behind the group stand the words that tell it.
    let behind = context
        .mention
        .object
        .as_ref()
        .and_then(|object| object.span)
        .map_or(context.mention.span, |span| span);
    let gap = context.text.get(behind.end as usize..predicate.start as usize);
    let close =
        gap.is_some_and(|gap| gap.split_whitespace().count() <= ASIDE && !gap.contains([',', '"', '“']));
    close && (frame.passive && !told || personal)
}

/// Words between a subject and what befell it: "was", "had been", "is believed to have been".
const ASIDE: usize = 3;

/// Words before a bare figure in which the number may be named whose level it is.
const LEVELLED: usize = 8;

/// "put the number of survivors at | seven", "the toll rose to | nine"
fn is_level(context: Context<'_>) -> bool {
    let mut words = context.before().split_whitespace().rev();
    matches!(words.next(), Some("at" | "to"))
        && words
            .take(LEVELLED)
            .take_while(|word| !word.ends_with([',', ';', ':']))
            .any(|word| traits::of_word(word).has(Traits::FIGURE))
}

/// "one count of murder and | nine counts of kidnapping", "nine Germans and | one Peruvian": beside another count "one" counts too.
fn beside_count(context: Context<'_>) -> bool {
    let number = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            || crosscheck_lexicon::number::word(word).is_some_and(|number| number.role == Role::Unit)
    };
    let mut after = context.behind().split_whitespace();
    let goes_on = after.next() == Some("and") && after.next().is_some_and(number);
    let mut before = context.before().split_whitespace().rev();
    goes_on || before.next() == Some("and") && before.take(2).any(number)
}

/// "for days", "a week": no length is given, unless it is one from an event ("days after the truce").
fn bare_unit(context: Context<'_>) -> bool {
    let mention = context.mention;
    let surface = mention.span.slice(context.text);
    let rest = context.behind().trim_start();
    // "During that time": the length was told before.
    if surface.starts_with("that ") || surface.starts_with("this ") {
        return true;
    }
    let next = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if traits::of_word(next).has(Traits::FROM_EVENT) {
        return false;
    }
    let article = ["a ", "an ", "A ", "An "].iter().any(|article| surface.starts_with(article));
    let one = mention.value.as_ref().is_some_and(|value| value.point == Some(Number::from(1)));
    let plain = article && one && mention.bound == Bound::Exact && surface.split(' ').count() == 2;
    let open =
        !surface.contains([' ', '-']) && mention.value.as_ref().is_none_or(|value| value.point.is_none());
    // "cut off for a week" tells how long.
    let before = context.before().trim_end();
    // "within hours of sailing" is a length from an event, "is to begin within days" is the coming days.
    if open && before.ends_with("within") {
        let planned = context.frame.is_some_and(|frame| frame.modality == Modality::Planned);
        return next != "of" && !planned;
    }
    // "disputed for decades": ten years and more are told for the length, where "for days" may be two.
    if open
        && before.ends_with("for")
        && crosscheck_lexicon::label::is_long_term(surface)
        && !matches!(surface, "year" | "years")
    {
        return false;
    }
    // "the worst flood in a century" tells since when there was none like it.
    let ranked = context.frame.and_then(|frame| frame.class.as_deref()) == Some("break-record");
    if (plain || open) && ranked {
        return false;
    }
    let lasted = plain && before.rsplit(' ').next().is_some_and(|word| word.eq_ignore_ascii_case("for"));
    plain && !lasted || open
}
