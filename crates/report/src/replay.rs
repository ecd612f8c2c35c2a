//! A link's arithmetic once more, from nothing but the report: so that a reader can check the derivation, and the tests do.

use crosscheck_model::{Claim, DateValue, Fact, Interval, Link, Number};

use crate::wording;

/// One step of the derivation, done again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was computed, with its result.
    pub text: String,
    /// Whether it comes out as the report says.
    pub holds: bool,
}

/// Does the arithmetic of a link between two claims again.
///
/// - the weights of evidence add up to the total;
/// - the intervals that the rule compared are those of the claims;
/// - whether any value (in base units where the units differ) or any day is true for both, and whether any is meant by
///   both.
pub fn steps(link: &Link, a: &Claim, b: &Claim) -> Vec<Step> {
    let mut steps = Vec::new();
    if !link.score.parts.is_empty() {
        let sum: f64 = link.score.parts.iter().map(|part| part.weight).sum();
        let terms: Vec<String> = link.score.parts.iter().map(|part| format!("{:+.1}", part.weight)).collect();
        steps.push(Step {
            text: format!("weights: {} = {sum:+.1}", terms.join(" ")),
            holds: (sum - link.score.total).abs() < 0.05,
        });
    }
    for (name, claim) in [("a", a), ("b", b)] {
        let stated = |fact: &&Fact| fact.name == name;
        if let Some(fact) = link.facts.iter().find(stated)
            && let Some(own) = own(claim)
        {
            steps.push(Step { text: format!("{name}, {}: {own}", claim.id), holds: fact.value == own });
        }
        if let Some((narrow, by)) = read_as(link, name)
            && let Some(hard) = claim.stated()
        {
            let text = format!("{name}, {}, as read{by}: {narrow}", claim.id);
            steps.push(Step { text, holds: hard.intersect(&narrow).is_some() });
        }
    }
    // Where the document itself tells how to read a figure, that reading was compared.
    let compared = |name: &str, claim: &Claim| match read_as(link, name) {
        Some((narrow, _)) => Some(narrow),
        None => claim.stated(),
    };
    if read_as(link, "a").is_none() && read_as(link, "b").is_none() {
        steps.extend(common("true for both", a, b, Claim::stated));
    } else if same_unit(a, b) {
        let own = |claim: &Claim| compared(if claim.id == a.id { "a" } else { "b" }, claim);
        steps.extend(common("true for both as read", a, b, own));
    }
    if same_unit(a, b) {
        steps.extend(common("meant by both", a, b, |claim| claim.value.as_ref().map(|value| value.soft)));
    }
    if let (Some(x), Some(y)) = (days(a), days(b)) {
        let (from, to) = (x.0.max(y.0), x.1.min(y.1));
        let text = match (from <= to, from == to) {
            (false, _) => "on no day are both true".to_owned(),
            (_, true) => format!("both are true on {from}"),
            _ => format!("both are true from {from} to {to}"),
        };
        steps.push(Step { text, holds: true });
    }
    steps
}

/// The interval that a document's own conversion or finer figure gives an end of the link, and the words " by “267 miles”".
fn read_as<'l>(link: &'l Link, name: &str) -> Option<(Interval, &'l str)> {
    let fact = link.facts.iter().find(|fact| fact.name.strip_suffix(" read as") == Some(name))?;
    let at = fact.value.find([']', ')'])? + 1;
    let (lo_closed, hi_closed) = (fact.value.starts_with('['), fact.value[..at].ends_with(']'));
    let (lo, hi) = fact.value[1..at - 1].split_once(", ")?;
    let end = |text: &str| text.parse::<Number>().ok();
    let by = fact.value[at..].split_once(',').map_or("", |(_, by)| by);
    Some((Interval::new(end(lo), lo_closed, end(hi), hi_closed), by))
}

/// A claim's value or days, in the notation of the rules; `None` where it has neither.
fn own(claim: &Claim) -> Option<String> {
    if let Some(hard) = claim.stated() {
        return Some(bracketed(&hard.to_string(), claim.unit.as_deref()));
    }
    let (from, to) = days(claim)?;
    Some(if from == to { from } else { format!("{from} to {to}") })
}

fn same_unit(a: &Claim, b: &Claim) -> bool {
    a.unit == b.unit
}

/// What two intervals share, in the printed unit where both have the same, else in base units.
fn common(what: &str, a: &Claim, b: &Claim, interval: impl Fn(&Claim) -> Option<Interval>) -> Option<Step> {
    let base = |claim: &Claim| {
        let hard = claim.value.as_ref()?.hard();
        let si = claim.si.as_ref()?;
        Some((Interval::new(si.lo, hard.lo_closed, si.hi, hard.hi_closed), si.unit.to_string()))
    };
    let (x, y, unit): (Interval, Interval, Option<String>) = if same_unit(a, b) {
        (interval(a)?, interval(b)?, a.unit.clone())
    } else {
        let ((x, unit), (y, other)) = (base(a)?, base(b)?);
        if unit != other {
            return None;
        }
        (x, y, Some(unit))
    };
    let unit = unit.as_deref();
    let text = match x.intersect(&y) {
        Some(both) => format!("{what}: {}", bracketed(&both.to_string(), unit)),
        None => {
            let apart =
                apart(&x, &y).map(|gap| format!(", {} apart", wording::number(gap))).unwrap_or_default();
            format!("{what}: nothing; {x} and {y} do not meet{apart}")
        }
    };
    Some(Step { text, holds: true })
}

/// The distance between two intervals that do not meet.
fn apart(x: &Interval, y: &Interval) -> Option<Number> {
    let (low, high) = if x.lies_below(y) { (x, y) } else { (y, x) };
    high.lo?.0.checked_sub(low.hi?.0).map(Number)
}

fn days(claim: &Claim) -> Option<(String, String)> {
    if claim.value.is_some() {
        return None;
    }
    let date: &DateValue = claim.date.as_ref()?;
    // A day in ISO form sorts as it falls.
    Some((date.from?.date.to_string(), date.to?.date.to_string()))
}

/// An interval in brackets with its unit, in the singular, as the facts of a link have it.
fn bracketed(interval: &str, unit: Option<&str>) -> String {
    unit.map_or_else(|| interval.to_owned(), |unit| format!("{interval} {unit}"))
}
