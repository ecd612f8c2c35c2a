//! Which mentions are no claims: numerals that count nothing and dates that only say "now".

use crosscheck_model::{Kind, Number, TimexType};

use super::Context;

/// Whether an editor would pass over the mention.
pub(super) fn is_noise(context: Context<'_>) -> bool {
    let mention = context.mention;
    let core = mention.core.slice(context.text);
    match mention.kind {
        Kind::Date | Kind::Time | Kind::Set => {
            let Some(date) = &mention.date else { return true };
            let timex = date.timex.as_deref().unwrap_or("");
            // PRESENT_REF, PAST_REF, FUTURE_REF: now, recently, soon.
            timex.ends_with("_REF") || date.kind == TimexType::Set || today(core)
        }
        Kind::Count => pronominal(context, core),
        Kind::Duration => bare_unit(context),
        _ => false,
    }
}

/// "today", "tonight": the day of speaking, which says nothing that the document's date does not.
fn today(core: &str) -> bool {
    ["today", "now", "this day", "nowadays", "currently", "the day", "days", "years", "tonight"]
        .iter()
        .any(|word| core.eq_ignore_ascii_case(word))
}

/// "one", "two of them", "both": numerals that stand for someone named.
fn pronominal(context: Context<'_>, core: &str) -> bool {
    let mention = context.mention;
    if core.eq_ignore_ascii_case("both") || core.eq_ignore_ascii_case("a") || core.eq_ignore_ascii_case("an")
    {
        return true;
    }
    let point = mention.value.as_ref().and_then(|value| value.point);
    let small = point.is_some_and(|point| point == Number::from(1));
    let word = core.chars().next().is_some_and(char::is_alphabetic);
    let object = mention.object.as_ref().filter(|object| !object.implied);
    if word && object.is_none() && point.is_some_and(|point| point <= Number::from(9)) {
        let state = context.frame.and_then(|frame| frame.class.as_deref()).is_some_and(|class| {
            matches!(class, "kill" | "injure" | "missing" | "arrest" | "hospitalise" | "rescue" | "evacuate")
        });
        return !state;
    }
    // "one of the worst", "one man said": a numeral for an article, unless a state of persons is counted.
    if small && word {
        let counted = context
            .frame
            .and_then(|frame| frame.class.as_deref())
            .is_some_and(|class| matches!(class, "kill" | "injure" | "missing" | "arrest"));
        return !counted;
    }
    false
}

/// "for days", "years": no length is given.
fn bare_unit(context: Context<'_>) -> bool {
    let surface = context.mention.span.slice(context.text);
    !surface.contains([' ', '-']) && context.mention.value.as_ref().is_none_or(|value| value.point.is_none())
}
