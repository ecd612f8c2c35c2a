//! The rule `parts-against-total`.

use crosscheck_lexicon::tie::{self, Tie};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::{Axis, Interval, Number};

use crate::context::Context;
use crate::node::{Dimension, Node};
use crate::objects::{self, ObjectRelation};
use crate::rule::{Check, Document, Local, quote};

crate::declare_rule! {
    /// Reports parts that do not add up to the total that their sentence states.
    ///
    /// ## Why it matters
    /// "12 people were killed: five women, four men and two children" leaves a reader with 11 or 12 dead.
    ///
    /// ## When it stays silent
    /// The list may not be whole ("including"), unless its parts exclude each other and already sum to more than the total; a part has no
    /// number ("and a child"); a part is no kind of the thing counted, or is itself parted; the figures are bounds that leave room.
    ///
    /// ## Example
    /// "12 people were killed: five women, four men and two children".
    pub static PARTS_AGAINST_TOTAL = { id: "parts-against-total", relation: Conflict, check: Check::Document(check) }
}

fn check(cx: &Context<'_>, document: &Document<'_>) -> Vec<Local> {
    (0..document.nodes.len()).filter_map(|whole| against(cx, document, whole)).collect()
}

fn against(cx: &Context<'_>, document: &Document<'_>, whole: usize) -> Option<Local> {
    let total = &document.nodes[whole];
    let opening = document.between(whole, whole + 1)?.to_lowercase();
    let listed = tie::ends(&opening, Tie::Sum);
    // "Seven people died in the avalanche, three guides, two skiers and one child."
    let beside = !listed && opening.trim_end().ends_with(',') && is_apposition(document, whole);
    let exhaustive = listed || beside;
    let open = tie::ends(&opening, Tie::Part);
    if !matches!(total.dimension, Dimension::Count | Dimension::Money(_))
        || !(exhaustive || open)
        || opening.len() > 60
        || opening.contains(['.', ';'])
        || (exhaustive && tie::has(&opening, Tie::Part))
    {
        return None;
    }
    let parts = list(cx, document, whole)?;
    let sum = parts.iter().try_fold(Interval::point(Number::ZERO), |sum, part| add(sum, part.hard()?))?;
    let hard = total.hard()?;
    let wrong = if exhaustive {
        is_whole_list(document, whole, parts.len(), &opening) && sum.is_disjoint(&hard)
    } else {
        total.dimension == Dimension::Count && excluding(cx, parts) && hard.lies_below(&sum)
    };
    let numbers: Vec<String> = parts.iter().map(quote).collect();
    wrong.then(|| {
        let why = format!("{} do not add up to {}: they make {sum}.", numbers.join(", "), quote(total));
        Local::conflict(document, (whole + 1, whole), Axis::Value, "sum", why)
    })
}

/// Whether at least three counts follow one another with nothing but commas and a last "and" between them, up to the end of the clause.
fn is_apposition(document: &Document<'_>, whole: usize) -> bool {
    let mut last = whole + 1;
    let mut closed = false;
    while let Some(between) = document.between(last, last + 1) {
        match between.trim() {
            "," => {}
            "and" | ", and" => closed = true,
            _ => break,
        }
        last += 1;
        if closed {
            break;
        }
    }
    let behind = document.after(last);
    closed && last >= whole + 3 && (behind.is_empty() || behind.starts_with(['.', ',', ';', '!', '"', '”']))
}

/// The counts that follow a total as its parts: at least two.
fn list<'n>(cx: &Context<'_>, document: &Document<'n>, whole: usize) -> Option<&'n [Node<'n>]> {
    let total = &document.nodes[whole];
    let mut end = whole + 1;
    while let Some(part) = document.nodes.get(end) {
        let joined = end == whole + 1
            || document.between(end - 1, end).is_some_and(|between| {
                between.len() <= 48
                    && (between.contains(',') || has_word(between, "and"))
                    && is_plain(between)
            });
        let kind = total.dimension != Dimension::Count
            || matches!(
                objects::relation(cx, part, total).0,
                ObjectRelation::Same | ObjectRelation::Finer | ObjectRelation::Overlapping
            );
        if !joined
            || !kind
            || part.dimension != total.dimension
            || part.claim.sentence != total.claim.sentence
        {
            break;
        }
        end += 1;
    }
    // A count of the same sentence that is no part may be one whose noun was misread.
    let next = document.nodes.get(end);
    let stray = next
        .is_some_and(|next| next.claim.sentence == total.claim.sentence && next.dimension == total.dimension);
    (end > whole + 2 && !stray).then(|| &document.nodes[whole + 1..end])
}

/// Whether nothing uncounted stands in the list: behind a bracket up to the closing one, else up to the end of the sentence.
fn is_whole_list(document: &Document<'_>, whole: usize, count: usize, opening: &str) -> bool {
    let tail = document.after(whole + count);
    let bracket = opening.trim_end().ends_with('(');
    let tail = if bracket {
        let Some((inside, _)) = tail.split_once(')') else { return false };
        inside
    } else {
        // What follows a comma says who counted, or what else is known.
        tail.split([',', '–', '—']).next().unwrap_or(tail)
    };
    is_plain(tail) && !has_word(tail, "and")
}

/// Whether a stretch of a list holds no part without a figure, and no end of a clause.
fn is_plain(stretch: &str) -> bool {
    let lower = stretch.to_lowercase();
    let trimmed = stretch.trim_end_matches(['.', '!', '"', '”']);
    !trimmed.contains(['.', ';', ':', '('])
        && !tie::has(&lower, Tie::Part)
        && !words_of(&lower).any(|word| traits::of_word(word).has(Traits::UNCOUNTED))
}

fn has_word(text: &str, word: &str) -> bool {
    words_of(text).any(|other| other == word)
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}

/// Whether nothing can be counted in two of the parts.
fn excluding(cx: &Context<'_>, parts: &[Node<'_>]) -> bool {
    parts.iter().enumerate().all(|(at, x)| {
        parts[at + 1..].iter().all(|y| objects::relation(cx, x, y).0 == ObjectRelation::Disjoint)
    })
}

fn add(x: Interval, y: Interval) -> Option<Interval> {
    let end = |p: Option<Number>, q: Option<Number>| match (p, q) {
        (Some(p), Some(q)) => p.0.checked_add(q.0).map(|sum| Some(Number(sum))),
        _ => Some(None),
    };
    Some(Interval::new(
        end(x.lo, y.lo)?,
        x.lo_closed && y.lo_closed,
        end(x.hi, y.hi)?,
        x.hi_closed && y.hi_closed,
    ))
}
