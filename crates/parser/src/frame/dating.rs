//! Which date of its sentence a figure is of.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb::Forms;
use crosscheck_model::raw::{RawQuantity, RawTime, TimeExpr};
use crosscheck_model::{Kind, Span};

use super::predicate::{self, Predicate, Reader};
use super::tag;

/// The date of the mention's clause: one inside it, one that hangs on the same verb or noun, else one nearby in the clause.
pub(super) fn dating(
    reader: Reader<'_>,
    predicate: &Predicate,
    quantity: &RawQuantity,
    quantities: &[RawQuantity],
    times: &[RawTime],
    dates: &[(bool, Predicate)],
) -> Option<usize> {
    // "$1.7 billion last year", "about an hour on Friday": the group as printed may hold its date.
    let inside = times.iter().enumerate().find(|(i, time)| {
        !dates[*i].0 && quantity.span.contains(time.span) && !quantity.core.overlaps(time.span)
    });
    if let Some((index, _)) = inside {
        return Some(index);
    }
    let whole = quantity.span;
    if let Some(index) = adjoining(reader, whole, times, dates) {
        return Some(index);
    }
    if let Some(index) = told_of(reader, whole, times, dates) {
        return Some(index);
    }
    // "former president Lee earned", "are now": words of time without a date.
    let dates_nothing = |time: &RawTime| matches!(time.expr, TimeExpr::Adjective(_) | TimeExpr::Reference(_));
    let candidates = || {
        dates.iter().enumerate().filter(|(i, (length, _))| {
            !length
                && !times[*i].span.overlaps(whole)
                && !dates_nothing(&times[*i])
                && !owned(reader, times[*i].span, whole)
                && !ranks(reader, times[*i].span)
        })
    };
    if let Some(group) = predicate.group {
        let own = candidates().filter(|(_, (_, date))| date.group == Some(group)).map(|(index, _)| index);
        if let Some(index) = paired(reader, whole, own, times, quantities) {
            return Some(index);
        }
    }
    if let Some(at) = predicate.at
        && let Some((index, _)) = candidates().find(|(_, (_, date))| date.at == Some(at))
    {
        return Some(index);
    }
    // The same clause: no boundary between date and mention.
    let (first, last) = tag::tokens_of(reader.words, whole)?;
    let runs = predicate.class.is_some_and(|class| traits::of_class(class).has(Traits::RUNS));
    let usable = |(index, (_, date)): (usize, &(bool, Predicate))| {
        let (a, b) = tag::tokens_of(reader.words, times[index].span)?;
        // "the quake last week": a toll of it is not of its day.
        let verb = predicate.group.map_or(first, |g| reader.syntax.groups[g].first);
        if date.of_noun && runs && b < verb && weekly(reader, times[index].span) {
            return None;
        }
        // "has 4,000 employees and | had sales of 2 billion in 2023": what holds now is not of then.
        let now = |group: Option<usize>| group.is_some_and(|g| tells_now(reader, g));
        if date.group != predicate.group && !date.of_noun && now(predicate.group) && !now(date.group) {
            return None;
        }
        // The day of speaking is not that of what is said.
        let spoken = date.group.map(|g| &reader.syntax.groups[g]).is_some_and(predicate::speaks);
        if spoken && date.group != predicate.group && !date.of_noun {
            return None;
        }
        // "released on Friday returns | showing they paid": what words show is not of the day they came out.
        let shown = date.group.zip(predicate.group).is_some_and(|(dated, own)| {
            b < first && (dated + 1..own).any(|g| predicate::speaks(&reader.syntax.groups[g]))
        });
        if shown && !date.of_noun {
            return None;
        }
        Some((index, a, b))
    };
    let open = |(index, a, b): (usize, usize, usize)| {
        let between = if b < first { b + 1..first } else { last + 1..a };
        // "thousands of people | who drove through Friday": the clause is about the mention itself.
        let own = |i: usize| i == last + 1 && b >= first && matches!(reader.words.lower(i), "who" | "that");
        // "is racing to evacuate thousands | as a fire burns ... on Tuesday": one time for both clauses.
        let together = |i: usize| b >= first && matches!(reader.words.lower(i), "as" | "while");
        // "killed by floods | that hit in April": what did it has a clause that dates it. A toll of this week's flood is not of its day.
        let incident = |class: &str| traits::of_class(class).has(Traits::INCIDENT);
        let caused = |i: usize| {
            b >= first
                && predicate.class.is_some_and(incident)
                && i.checked_sub(1).and_then(|noun| reader.noun_class(noun)).is_some_and(incident)
                && !weekly(reader, times[index].span)
        };
        let clear = between.clone().all(|i| match reader.syntax.tag(i) {
            // "the 2014 tax rate: | 30 percent"
            tag::Tag::Stop => i + 1 == first && reader.words.surface(i) == ":",
            tag::Tag::Relative => own(i) || caused(i),
            tag::Tag::Subordinator => together(i),
            _ => true,
        });
        (clear && !closes_aside(reader, b.min(last), between.clone())).then_some((between.len(), index))
    };
    if let Some((_, index)) = candidates().filter_map(usable).filter_map(open).min() {
        return Some(index);
    }
    // "was scaled back on Thursday after divers found": the main clause dates what its clause of time adds.
    let mut all = candidates().filter_map(usable);
    match (all.next(), all.next()) {
        (Some((index, _, b)), None)
            if b < first && !runs && !dates[index].1.of_noun && joined_in_time(reader, b + 1, first) =>
        {
            Some(index)
        }
        _ => None,
    }
}

/// The date right behind a figure, with a preposition between at most: "(1.9 million | in 2014)".
fn adjoining(
    reader: Reader<'_>,
    whole: Span,
    times: &[RawTime],
    dates: &[(bool, Predicate)],
) -> Option<usize> {
    let (_, last) = tag::tokens_of(reader.words, whole)?;
    let index = times.partition_point(|time| time.span.start < whole.end);
    let (first, end) = tag::tokens_of(reader.words, times.get(index)?.span)?;
    // "12 dead in Tuesday's blast", "in May floods": the date of a noun.
    let named =
        matches!(reader.syntax.tag(end + 1), tag::Tag::Possessive | tag::Tag::Nominal | tag::Tag::Hyphen);
    let told = first == last + 1
        || first == last + 2 && matches!(reader.words.lower(last + 1), "in" | "on" | "during" | "for");
    let dates_it = !dates[index].0
        && !matches!(
            times[index].expr,
            TimeExpr::Adjective(_) | TimeExpr::Reference(_) | TimeExpr::Duration(_)
        );
    (told && dates_it && !named).then_some(index)
}

/// Of the dates of one verb that of the figure: "earned 3 million in 2022 and 5 million in 2023". The next one behind it, or
/// the last one before it, with no other figure between; else the first.
fn paired(
    reader: Reader<'_>,
    whole: Span,
    own: impl Iterator<Item = usize> + Clone,
    times: &[RawTime],
    quantities: &[RawQuantity],
) -> Option<usize> {
    let clear = |from: u32, to: u32| {
        let first = quantities.partition_point(|quantity| quantity.core.start < from);
        quantities[first..]
            .iter()
            .take_while(|quantity| quantity.core.end <= to)
            .all(|quantity| quantity.kind == Kind::Duration || quantity.kind == Kind::Ordinal)
    };
    let next = own.clone().find(|&index| times[index].span.start >= whole.end);
    // "from 2007 through 2014": one stretch, which its first date stands for.
    let one = |a: usize, b: usize| {
        let between =
            tag::tokens_of(reader.words, Span { start: times[a].span.end, end: times[b].span.start });
        between.is_some_and(|(first, last)| {
            first == last && matches!(reader.words.lower(first), "to" | "through" | "until" | "till" | "and")
        })
    };
    let before = own.clone().filter(|&index| times[index].span.end <= whole.start);
    let last = before.reduce(|kept, index| if one(kept, index) { kept } else { index });
    next.filter(|&index| clear(whole.end, times[index].span.start))
        .or_else(|| last.filter(|&index| clear(times[index].span.end, whole.start)))
        .or_else(|| own.clone().next())
}

/// Whether only clauses of time open between two tokens, and none that stands apart.
fn joined_in_time(reader: Reader<'_>, from: usize, to: usize) -> bool {
    let mut opened = false;
    (from..to).all(|i| match reader.syntax.tag(i) {
        tag::Tag::Subordinator => {
            opened = true;
            matches!(reader.words.lower(i), "after" | "as" | "when" | "while" | "where")
        }
        tag::Tag::Stop | tag::Tag::Relative | tag::Tag::Quote => false,
        _ => true,
    }) && opened
}

/// The date whose own clause holds the mention: "in 1987, when | 68 people died", "that of 2011, which | killed seven".
fn told_of(reader: Reader<'_>, whole: Span, times: &[RawTime], dates: &[(bool, Predicate)]) -> Option<usize> {
    let (first, _) = tag::tokens_of(reader.words, whole)?;
    let opener = (0..first)
        .rev()
        .take(16)
        .take_while(|&i| reader.syntax.tag(i) != tag::Tag::Stop)
        .find(|&i| matches!(reader.syntax.tag(i), tag::Tag::Relative | tag::Tag::Subordinator))?;
    let relative = reader.syntax.tag(opener) == tag::Tag::Relative;
    if !matches!((reader.words.lower(opener), relative), ("when", _) | ("which" | "that", true)) {
        return None;
    }
    let mut before = opener.checked_sub(1)?;
    // "the sinking, in | which 42 died"
    if relative && reader.syntax.tag(before) == tag::Tag::Preposition {
        before = before.checked_sub(1)?;
    }
    if reader.syntax.tag(before) == tag::Tag::Comma {
        before = before.checked_sub(1)?;
    }
    let end = reader.words.tokens[before].span;
    // A date inside the clause itself is nearer.
    let from = reader.words.tokens[opener].span.end;
    if times.iter().enumerate().any(|(i, time)| !dates[i].0 && time.span.start >= from) {
        return None;
    }
    // "a fire two years ago | which killed"
    if let Some(index) = (0..times.len()).find(|&i| !dates[i].0 && times[i].span.overlaps(end)) {
        return Some(index);
    }
    // "the June 2009 sinking of the ferry, in which": the date may stand anywhere in the noun's own group.
    let start = (before.saturating_sub(ANTECEDENT)..=before)
        .rev()
        .take_while(|&i| {
            let tag = reader.syntax.tag(i);
            tag.is_of_noun_phrase() || matches!(tag, tag::Tag::Number | tag::Tag::Preposition)
        })
        .last()?;
    let group = Span { start: reader.words.tokens[start].span.start, end: end.end };
    // "Saturday's quake, which killed 525": a running toll is not of the day of the quake.
    let dated = |i: usize| {
        !dates[i].0 && dates[i].1.of_noun && group.contains(times[i].span) && !weekly(reader, times[i].span)
    };
    (0..times.len()).filter(|_| relative).find(|&i| dated(i))
}

/// Whether a verb is in the present: "has", "employs".
fn tells_now(reader: Reader<'_>, group: usize) -> bool {
    let group = &reader.syntax.groups[group];
    let forms = crosscheck_lexicon::verb::verb(reader.words.lower(group.first)).map(|verb| verb.forms);
    let present = forms.is_some_and(|forms| forms.has(Forms::THIRD) && !forms.has(Forms::PAST));
    // "has drowned" tells of what went before.
    present && group.finite && group.first == group.head
}

/// Whether a date only says how long a thing was without its like: "its worst storm since 1987".
fn ranks(reader: Reader<'_>, date: Span) -> bool {
    let Some(since) = tag::tokens_of(reader.words, date).and_then(|(first, _)| first.checked_sub(1)) else {
        return false;
    };
    reader.words.lower(since) == "since"
        && (since.saturating_sub(5)..since)
            .any(|i| reader.words.classes(i).has(Classes::SUPERLATIVE) || reader.words.lower(i) == "worst")
}

/// "up from | last year's | $2.3 billion": a date that owns a figure dates that alone.
fn owned(reader: Reader<'_>, date: Span, whole: Span) -> bool {
    let Some((_, last)) = tag::tokens_of(reader.words, date) else { return false };
    // The possessive may be held by the date's own span.
    let mark = if reader.syntax.tag(last) == tag::Tag::Possessive { last } else { last + 1 };
    reader.syntax.tag(mark) == tag::Tag::Possessive
        && reader.syntax.tag(mark + 1) == tag::Tag::Number
        && reader.words.tokens.get(mark + 1).is_some_and(|figure| !whole.overlaps(figure.span))
}

/// Whether a date is told by its day of the week.
fn weekly(reader: Reader<'_>, date: Span) -> bool {
    tag::tokens_of(reader.words, date).is_some_and(|(first, last)| {
        (first..=last).any(|i| {
            reader.words.classes(i).has(Classes::WEEKDAY)
                || matches!(reader.words.lower(i), "week" | "weekend" | "yesterday")
        })
    })
}

/// Tokens of the longest noun group that a relative clause takes its date from.
const ANTECEDENT: usize = 12;

/// Whether a comma between ends the clause in which `from` stands: ", which followed Saturday's quake, | hit", "the mine,
/// opened in 1974, | makes", "founded in 1968, | the firm employs".
fn closes_aside(reader: Reader<'_>, from: usize, mut between: std::ops::Range<usize>) -> bool {
    let clause = (0..from)
        .rev()
        .take(24)
        .take_while(|&i| !matches!(reader.syntax.tag(i), tag::Tag::Comma | tag::Tag::Stop))
        .last();
    let relative = clause.is_some_and(|start| {
        let describes = reader.syntax.group_at(start).is_some_and(|group| {
            let group = reader.syntax.groups[group];
            group.bare_participle && !group.ing
        });
        describes || (start..from).any(|i| reader.syntax.tag(i) == tag::Tag::Relative)
    });
    relative && between.any(|i| reader.syntax.tag(i) == tag::Tag::Comma)
}
