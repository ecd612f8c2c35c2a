//! How a reason names the claims it is about.

use crosscheck_model::{Interval, Score, words};

use crate::node::Node;

/// The words of a claim in quotation marks.
pub fn quote(node: &Node<'_>) -> String {
    format!("“{}”", node.claim.surface.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What two retellings of one statement have in common, by the evidence of their score: "the speaker, the figure and the
/// neighbouring figures".
pub(crate) fn in_common(score: &Score) -> String {
    let weight =
        |name: &str| score.parts.iter().find(|part| part.name == name).map_or(0.0, |part| part.weight);
    let figures = weight("same neighbouring figures");
    let mut same = Vec::new();
    if weight("same speaker") > 0.0 {
        same.push("the speaker");
    } else if weight("speakers of one side") > 0.0 {
        same.push("the side that speaks");
    }
    same.push("the figure");
    if figures > 3.0 {
        same.push("the neighbouring figures");
    } else if figures > 0.0 {
        same.push("the neighbouring figure");
    }
    if weight("aligned text") > 0.0 {
        same.push("most words around");
    }
    list(&same)
}

/// A list in words: "the speaker, the figure and the neighbouring figures".
pub(crate) fn list<T: AsRef<str>>(items: &[T]) -> String {
    let mut out = String::new();
    for (at, item) in items.iter().enumerate() {
        out.push_str(match at {
            0 => "",
            at if at + 1 == items.len() => " and ",
            _ => ", ",
        });
        out.push_str(item.as_ref());
    }
    out
}

/// The interval that a claim has by another one of its document, in its own unit, and the words of that one; `None` where it stands for itself.
pub(super) fn narrowed<'a>(node: &Node<'a>) -> Option<(Interval, &'a str)> {
    let by = node.read_by?;
    let hard = crate::quantity::in_printed_unit(node.claim, &node.hard()?);
    (node.claim.value.as_ref()?.hard() != hard).then_some((hard, by))
}

/// What a claim says, for a sentence: "1,500 to 2,500 tonnes", "429.3 to 430.5 kilometres by “267 miles”", or its days.
pub fn reading(node: &Node<'_>) -> String {
    if let Some((hard, by)) = narrowed(node) {
        let by = by.split_whitespace().collect::<Vec<_>>().join(" ");
        return format!(
            "{} by “{by}”",
            words::with_unit(&words::interval(&hard), node.claim.unit.as_deref())
        );
    }
    match node.claim.stated() {
        Some(hard) => words::with_unit(&words::interval(&hard), node.claim.unit.as_deref()),
        None => crate::facts::days_in_words(node.days),
    }
}

/// What a claim says, for a derivation: its interval in brackets, which tell whether an end belongs to it.
pub fn bracketed(node: &Node<'_>) -> String {
    if let Some(hard) = node.claim.stated() {
        let unit = node.claim.unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
        return format!("{hard}{unit}");
    }
    crate::facts::days_in_words(node.days)
}
