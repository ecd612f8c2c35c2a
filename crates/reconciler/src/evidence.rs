//! How sure it is that two claims speak of one measure of one event: additive match weights after Fellegi and Sunter (1969).
//!
//! The parts are written into the score, so that a reader can follow the sum; no relation is decided here.

use crosscheck_lexicon::measures::Behaviour;
use crosscheck_model::{Number, Score, ScorePart};
use rust_decimal::prelude::ToPrimitive;

use crate::context::Context;
use crate::digits::SMALL;
use crate::facts::{EventRelation, Facts, PlaceRelation, SpeakerRelation, TimeRelation};
use crate::node::{Days, Dimension, Node, Open};
use crate::objects::ObjectRelation;
use crate::times::{MINUTES, clocks, is_background, is_one_stretch, same_clock_days, same_minutes};
use crate::words::Word;
use crate::{digits, words};

/// Weights in bits. A start in round figures, as Splink's users set them by hand; the sum is held against
/// [`crate::rule::EVIDENCE`].
mod weight {
    pub(super) const SAME_OBJECT: f64 = 3.0;
    pub(super) const RELATED_OBJECT: f64 = 1.5;
    pub(super) const UNKNOWN_OBJECT: f64 = -2.5;
    pub(super) const DISJOINT_OBJECT: f64 = -6.0;
    pub(super) const CROSSING_MODIFIERS: f64 = -3.0;
    pub(super) const SAME_EVENT: f64 = 3.0;
    pub(super) const NEAR_EVENT: f64 = 1.5;
    pub(super) const SAME_MEASURE: f64 = 1.5;
    pub(super) const UNLIKE_MOOD: f64 = -1.5;
    pub(super) const UNLIKE_EVENT: f64 = -2.0;
    pub(super) const CONTRAST_EVENT: f64 = -2.0;
    pub(super) const SAME_SPEAKER: f64 = 2.0;
    pub(super) const SAME_SIDE: f64 = 1.5;
    pub(super) const FIGURE: f64 = 3.0;
    pub(super) const FIGURES: f64 = 6.0;
    pub(super) const ALIGNED: f64 = 6.0;
    pub(super) const SAME_TIME: f64 = 1.5;
    pub(super) const SHARED_TIME: f64 = 0.5;
    pub(super) const TIME_APART: f64 = -2.0;
    pub(super) const SAME_PLACE: f64 = 1.0;
    pub(super) const NEAR_WORD: f64 = 0.5;
    pub(super) const NEAR_WORDS: f64 = 4.0;
    pub(super) const TWO_PLACES: f64 = -1.5;
    pub(super) const RARE_WORD: f64 = 0.25;
    pub(super) const RARE_WORDS: f64 = 2.0;
    pub(super) const SAME_FIGURE: f64 = 4.0;
    pub(super) const SMALL_FIGURE: f64 = 1.0;
    pub(super) const ONE_SIZE: f64 = 1.0;
    pub(super) const UNLIKE_SIZES: f64 = 4.0;
    pub(super) const SAME_CLOCK: f64 = 3.5;
    pub(super) const NEAR_CLOCK: f64 = 2.5;
    pub(super) const SAME_DAY: f64 = 1.0;
    pub(super) const OPENINGS: f64 = 1.5;
    pub(super) const OLD_DAY: f64 = 2.5;
    pub(super) const OLD_MONTH: f64 = 1.5;
    pub(super) const OLD_YEAR: f64 = 1.5;
    pub(super) const ONE_STRETCH: f64 = 4.0;
    pub(super) const STORY: f64 = 20.0;
    pub(super) const STORY_LEVEL: f64 = 0.12;
    pub(super) const STORY_FOR: f64 = 1.5;
    pub(super) const TOGETHER: f64 = 1.5;
    pub(super) const SAME_DIGITS: f64 = 3.0;
    pub(super) const ONLY_ONES: f64 = 1.5;
    pub(super) const SIDE_BY_SIDE: f64 = 1.5;
    pub(super) const STORY_AGAINST: f64 = -4.0;
}

/// Names of the parts that are asked for again.
pub(crate) mod part {
    pub(crate) const SAME_EVENT: &str = "same event class";
    pub(crate) const SAME_OBJECT: &str = "same thing counted";
    pub(super) const RELATED_OBJECT: &str = "related things counted";
    pub(super) const DISJOINT_OBJECT: &str = "different things counted";
    pub(super) const UNKNOWN_OBJECT: &str = "things counted not known to be related";
    pub(super) const SAME_MEASURE: &str = "same measure";
    pub(crate) const SAME_DAY: &str = "one day away from both articles";
    pub(super) const NEAR_WORDS: &str = "rare words near both";
    pub(super) const SAME_FIGURE: &str = "same figure";
    pub(super) const SIZES: &str = "sizes of the figures";
}

/// Adds up what speaks for and against.
pub(crate) fn score(cx: &Context, a: &Node<'_>, b: &Node<'_>, facts: &mut Facts) {
    let mut parts = Vec::new();
    let mut add = |name: &'static str, weight: f64| {
        if weight != 0.0 {
            parts.push(ScorePart { name: name.into(), weight: (weight * 10.0).round() / 10.0 });
        }
    };
    match facts.object {
        ObjectRelation::Same => add(part::SAME_OBJECT, weight::SAME_OBJECT),
        ObjectRelation::Finer | ObjectRelation::Coarser | ObjectRelation::Overlapping => {
            add(part::RELATED_OBJECT, weight::RELATED_OBJECT);
        }
        ObjectRelation::Disjoint => add(part::DISJOINT_OBJECT, weight::DISJOINT_OBJECT),
        ObjectRelation::Unknown => add(part::UNKNOWN_OBJECT, weight::UNKNOWN_OBJECT),
        ObjectRelation::Absent | ObjectRelation::Unrelated => {}
    }
    if matches!(a.dimension, Dimension::Physical(_) | Dimension::Money(_) | Dimension::Percent)
        && a.measure != 0
        && a.measure == b.measure
    {
        add(part::SAME_MEASURE, weight::SAME_MEASURE);
    }
    if !facts.one_mood {
        add("told in unlike moods", weight::UNLIKE_MOOD);
    }
    if facts.crossing {
        add("each thing has qualifiers of its own", weight::CROSSING_MODIFIERS);
    }
    match facts.event {
        EventRelation::Same => add(part::SAME_EVENT, weight::SAME_EVENT),
        EventRelation::Near => add("event classes used for one another", weight::NEAR_EVENT),
        EventRelation::Contrast => add("contrasting states", weight::CONTRAST_EVENT),
        EventRelation::Unlike => add("event classes told apart", weight::UNLIKE_EVENT),
        EventRelation::Different | EventRelation::Unknown => {}
    }
    match facts.speaker {
        SpeakerRelation::Same => add("same speaker", weight::SAME_SPEAKER),
        SpeakerRelation::SameSide => add("speakers of one side", weight::SAME_SIDE),
        SpeakerRelation::Different | SpeakerRelation::Unknown => {}
    }
    #[expect(clippy::cast_precision_loss, reason = "a sentence has few figures")]
    add("same neighbouring figures", (facts.shared_figures as f64 * weight::FIGURE).min(weight::FIGURES));
    if facts.is_aligned() {
        add("aligned text", weight::ALIGNED);
    }
    match facts.time {
        TimeRelation::Same if a.firm && b.firm => add("same time", weight::SAME_TIME),
        TimeRelation::Same | TimeRelation::Overlap => add("overlapping time", weight::SHARED_TIME),
        TimeRelation::Apart(_)
            if a.firm
                && b.firm
                && a.dimension != Dimension::Calendar
                && b.dimension != Dimension::Calendar
                && facts.behaviour == Behaviour::Fixed =>
        {
            add("times apart", weight::TIME_APART)
        }
        TimeRelation::Apart(_) | TimeRelation::Unknown => {}
    }
    match facts.place {
        PlaceRelation::Same => add("same place", weight::SAME_PLACE),
        PlaceRelation::Inside | PlaceRelation::Around => {
            add("one place inside the other", weight::SAME_PLACE / 2.0)
        }
        PlaceRelation::Apart | PlaceRelation::Elsewhere => add("two places", weight::TWO_PLACES),
        PlaceRelation::Unknown => {}
    }
    let own = |word: Word| {
        word == a.lemma
            || word == b.lemma
            || (a.object.binary_search(&word).is_ok() && b.object.binary_search(&word).is_ok())
    };
    let (mut rare, mut near) = (0.0, 0.0);
    words::each_shared(&a.window, &b.window, |word| near += if own(word) { 0.0 } else { cx.rarity(word) });
    words::each_shared(&a.context, &b.context, |word| rare += if own(word) { 0.0 } else { cx.rarity(word) });
    if a.doc == b.doc {
        // One writer uses the same words for all.
        (rare, near) = (0.0, 0.0);
    }
    facts.near = near;
    add(part::NEAR_WORDS, (near * weight::NEAR_WORD).min(weight::NEAR_WORDS));
    add("rare words in both sentences", ((rare - near).max(0.0) * weight::RARE_WORD).min(weight::RARE_WORDS));
    add(part::SAME_FIGURE, same_figure(cx, a, b));
    add(part::SIZES, sizes(a, b, facts));
    add("clock times", same_clock(a, b));
    add(part::SAME_DAY, same_day(cx, a, b));
    add("both articles open with that day", if facts.one_story { openings(a, b) } else { 0.0 });
    let one_stretch = a.doc != b.doc && facts.one_story && is_one_stretch(a, b);
    add("one stretch of time, from end to end", if one_stretch { weight::ONE_STRETCH } else { 0.0 });
    let alike = matches!(facts.event, EventRelation::Same) && (a.measure == b.measure || a.class == b.class);
    if facts.one_story && alike && a.doc != b.doc && cx.is_only(a) && cx.is_only(b) {
        add("no other figure of that measure in either article", weight::ONLY_ONES);
    }
    if digits::slipped(a, b) {
        add("same digits in another order or place", weight::SAME_DIGITS);
    }
    if facts.speaker == SpeakerRelation::Different
        && a.doc == b.doc
        && a.claim.start.abs_diff(b.claim.start) <= crate::block::BESIDE
    {
        add("told side by side", weight::SIDE_BY_SIDE);
    }
    if facts.one_story {
        // Few articles on one story were put together by somebody who thought so too.
        let together = (1.0 - cx.stories.doubt()).max(0.0) * weight::TOGETHER;
        add("articles on one story", weight::STORY_FOR + together);
    } else {
        let story = (facts.story - weight::STORY_LEVEL) * weight::STORY;
        add("articles on two stories", story.clamp(weight::STORY_AGAINST, 0.0));
    }
    facts.score.total = (parts.iter().map(|part| part.weight).sum::<f64>() * 10.0).round() / 10.0;
    facts.score.parts = parts.into();
}

/// Whether a part of that name is in the sum.
pub(crate) fn has(score: &Score, name: &str) -> bool {
    score.parts.iter().any(|part| part.name == name)
}

/// What speaks for two claims however unlike their sizes are: a part is smaller than its whole.
pub(crate) fn besides_size(score: &Score) -> f64 {
    let unlike: f64 = score
        .parts
        .iter()
        .filter(|part| part.name == part::SIZES && part.weight < 0.0)
        .map(|part| part.weight)
        .sum();
    score.total - unlike
}

/// What speaks for two claims being of one measure whatever their figures are: all in all, and by the words beside the figures alone.
pub(crate) fn besides_figure(score: &Score) -> (f64, f64) {
    const WORDS: [&str; 6] = [
        part::SAME_OBJECT,
        part::RELATED_OBJECT,
        part::DISJOINT_OBJECT,
        part::UNKNOWN_OBJECT,
        part::SAME_MEASURE,
        part::NEAR_WORDS,
    ];
    let sum = |counts: &dyn Fn(&str) -> bool| {
        score.parts.iter().filter(|part| counts(&part.name)).map(|part| part.weight).sum()
    };
    (sum(&|name| name != part::SAME_FIGURE), sum(&|name| WORDS.contains(&name)))
}

/// How many times the smaller of two figures of one size the greater may be.
const ONE_SIZE: f64 = 1.25;

/// Two figures of one measure are of one size more often than two of two measures are; what runs may grow manyfold, and a slip of the
/// hand makes any size.
fn sizes(a: &Node<'_>, b: &Node<'_>, facts: &Facts) -> f64 {
    let size = |node: &Node<'_>| node.anchor().and_then(|n| n.0.to_f64()).map(f64::abs).filter(|n| *n > 0.0);
    let (Some(x), Some(y)) = (size(a), size(b)) else { return 0.0 };
    if a.dimension != b.dimension {
        return 0.0;
    }
    // Equal small counts, and equal ages, are common.
    if x == y {
        let counted = matches!(a.dimension, Dimension::Count | Dimension::Money(_) | Dimension::Physical(_));
        return if counted && x > f64::from(SMALL) { weight::ONE_SIZE } else { 0.0 };
    }
    let ratio = x.max(y) / x.min(y);
    if ratio <= ONE_SIZE {
        return weight::ONE_SIZE;
    }
    let numeral = digits::printed(a);
    let slipped = digits::slipped(a, b) || (numeral.is_some() && numeral == digits::printed(b));
    let runs = facts.behaviour != Behaviour::Fixed && facts.event == EventRelation::Same;
    let most = match a.dimension {
        _ if slipped => 0.0,
        // A fire spreads faster than a toll grows.
        Dimension::Physical(_) if runs => weight::UNLIKE_SIZES / 4.0,
        _ if runs => weight::UNLIKE_SIZES / 2.0,
        _ => weight::UNLIKE_SIZES,
    };
    // One bit for each doubling after the first.
    -(ratio / 2.0).log2().clamp(0.0, most)
}

/// Of the minutes of a day few are told: one moment told twice, some minutes apart, or an hour misread.
fn same_clock(a: &Node<'_>, b: &Node<'_>) -> f64 {
    if !same_clock_days(a, b) || a.telling || b.telling {
        return 0.0;
    }
    if a.clock().is_some() && a.clock() == b.clock() {
        return weight::SAME_CLOCK;
    }
    match clocks(a, b) {
        Some((x, y)) if (x - y).num_minutes().abs() < MINUTES => weight::NEAR_CLOCK,
        Some((x, y)) if same_minutes(x, y) => weight::NEAR_CLOCK,
        _ => 0.0,
    }
}

/// A day that both texts name and neither was written near is hardly that of two things.
///
/// A day of which both tell hour by hour says nothing of any one of them.
fn same_day(cx: &Context, a: &Node<'_>, b: &Node<'_>) -> f64 {
    let far = |node: &Node<'_>| {
        let day = node.days.filter(|days| days.count() == 1 && node.firm && !node.telling);
        day.zip(node.published)
            .is_some_and(|(day, published)| (published.date - day.from).num_days().abs() > 1)
    };
    if a.doc == b.doc || a.days.is_none() || a.days != b.days || a.telling || b.telling {
        return 0.0;
    }
    // Of the days and months long past an article tells few.
    let old = is_background(a) && is_background(b) && a.open == Open::No && b.open == Open::No;
    match a.days.map(Days::count) {
        Some(1) if old => weight::OLD_DAY,
        Some(28..=31) if old => weight::OLD_MONTH,
        Some(365..=366) if old && far_past(a) && far_past(b) => weight::OLD_YEAR,
        _ if far(a) && far(b) && !(is_crowded(cx, a) && is_crowded(cx, b)) => weight::SAME_DAY,
        _ => 0.0,
    }
}

/// An article opens with the day of what it is about: where two of one story open with the same day, they tell of one thing.
fn openings(a: &Node<'_>, b: &Node<'_>) -> f64 {
    let news = |node: &Node<'_>| node.opens && !node.telling && node.firm;
    let one = a.days.is_some_and(|days| days.count() == 1) && a.days == b.days;
    if a.doc != b.doc && news(a) && news(b) && one { weight::OPENINGS } else { 0.0 }
}

/// Dates of one day in an article from which on that day is the whole of what it tells.
const CROWD: usize = 4;

/// Whether an article tells of the day of a date again and again.
fn is_crowded(cx: &Context, node: &Node<'_>) -> bool {
    node.days.is_some_and(|day| cx.dates_within(node.doc, day) >= CROWD)
}

/// Days after which even a year is named for one thing only: twenty years.
const GENERATION: i64 = 20 * 365;

/// Whether a date lies a generation before its article.
fn far_past(node: &Node<'_>) -> bool {
    node.days
        .zip(node.published)
        .is_some_and(|(days, published)| (published.date - days.to).num_days() > GENERATION)
}

/// Two texts that print one rare figure of one dimension rarely do so by chance.
fn same_figure(cx: &Context, a: &Node<'_>, b: &Node<'_>) -> f64 {
    if a.dimension == Dimension::Calendar {
        return 0.0;
    }
    if a.dimension == Dimension::Score {
        return if is_rare_result(a) && result(a) == result(b) { weight::SAME_FIGURE } else { 0.0 };
    }
    // A word that few texts choose.
    if digits::same_vague(a, b) {
        return weight::SMALL_FIGURE;
    }
    let (Some(x), Some(y)) = (a.anchor(), b.anchor()) else {
        return 0.0;
    };
    if x != y {
        return if is_one_rounded(cx, a, b) { weight::SAME_FIGURE / 2.0 } else { 0.0 };
    }
    let small = a.dimension == Dimension::Count && x <= Number::from(i64::from(SMALL));
    let cap = if small { weight::SMALL_FIGURE } else { weight::SAME_FIGURE };
    cx.figure_rarity(a.dimension, x).min(cap)
}

/// The two numbers of a result, the lower first.
pub(crate) fn result(node: &Node<'_>) -> Vec<u32> {
    let printed = node.claim.surface.split(|c: char| !c.is_ascii_digit());
    let mut numbers: Vec<u32> = printed.filter_map(|figure| figure.parse().ok()).collect();
    numbers.sort_unstable();
    numbers
}

/// Whether a result is one of votes or of points, so that two texts hardly print it of two meetings: a match may end 2-1 anywhere.
fn is_rare_result(node: &Node<'_>) -> bool {
    result(node).last().is_some_and(|most| i64::from(*most) > i64::from(SMALL))
}

/// Whether one of two rare figures is the other rounded, and still told with two digits: "$26.2 billion", "$26 billion".
fn is_one_rounded(cx: &Context, a: &Node<'_>, b: &Node<'_>) -> bool {
    let Some((x, y)) = a.quantity.zip(b.quantity) else { return false };
    digits::rounds(x, y)
        && !x.hard.is_disjoint(&y.hard)
        && [a, b].into_iter().all(|node| crate::facts::is_telling(cx, node))
}
