//! Whether two claims can be compared, and what is known about the pair.
//!
//! The gate comes before any comparison of values. What passes it carries a [`Score`] of additive match weights
//! after Fellegi and Sunter (1969): the score says how sure it is that both speak of one measure of one event,
//! never which relation holds between them.
//!
//! `mood`, `event`, `story` and `object` each ask one question of the gate, the cheap ones first.

mod event;
mod mood;
mod object;
mod story;

use std::cmp::Ordering;

use crosscheck_lexicon::measures::Behaviour;
use crosscheck_model::{Certainty, Number, Score};
use rust_decimal::Decimal;

use crate::context::Context;
use crate::copies::ALIGNED;
use crate::node::{Days, Dimension, Node};
use crate::objects::ObjectRelation;
pub use crate::places::PlaceRelation;
pub use crate::speakers::SpeakerRelation;
use crate::times::{self, FAR, is_timeless};
use crate::{events, evidence, lengths, places, speakers, words};

/// How two predicates stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventRelation {
    /// One class, or one lemma.
    Same,
    /// Two classes that reports use for one another.
    Near,
    /// Two states of one kind of thing that cannot be swapped: destroyed, damaged.
    Contrast,
    /// Two classes of which at least one is no running count; one figure said of both may still be one figure.
    Unlike,
    /// Two classes with nothing to do with each other.
    Different,
    /// At least one predicate has no class.
    Unknown,
}

/// How two times stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeRelation {
    /// The same days.
    Same,
    /// They share a day.
    Overlap,
    /// So many days lie between them.
    Apart(i64),
    /// One is not known.
    Unknown,
}

impl TimeRelation {
    /// Whether both hold on one day at least.
    pub fn is_shared(self) -> bool {
        matches!(self, Self::Same | Self::Overlap)
    }
}

/// What is known about a pair of claims.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// The counted things.
    pub object: ObjectRelation,
    /// Whether the objects carry words of their own on both sides: "state taxes", "federal taxes".
    pub crossing: bool,
    /// The predicates.
    pub event: EventRelation,
    /// When they hold.
    pub time: TimeRelation,
    /// Where they hold.
    pub place: PlaceRelation,
    /// Who says so.
    pub speaker: SpeakerRelation,
    /// How many figures their sentences share besides the two compared.
    pub shared_figures: usize,
    /// How much of their weighed words the two articles share.
    pub story: f64,
    /// Whether both documents are about the same names.
    pub one_story: bool,
    /// Whether sums and shares belong to one name, as far as the documents tell.
    pub one_owner: bool,
    /// Whether both are told alike: as fact, as background of one time, as prospect. Otherwise only what fits is linked.
    pub one_mood: bool,
    /// Content words near both claims, besides the thing counted and the event: their rarity in bits.
    pub near: f64,
    /// Share of the shorter sentence's five-word runs that the other repeats.
    pub containment: f64,
    /// How the figures run from report to report.
    pub behaviour: Behaviour,
    /// Whether `a` was published or holds before `b`.
    pub order: Option<Ordering>,
    /// Why they were compared.
    pub score: Score,
}

impl Facts {
    /// Whether one of the two sentences repeats at least half of the other.
    pub fn is_aligned(&self) -> bool {
        self.containment >= ALIGNED
    }
}

/// Why two claims are not compared at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Incomparable {
    /// Two dimensions, units of two kinds.
    Dimension,
    /// One is told as fact, the other as prospect, or one is denied.
    Modality,
    /// Two kinds of event.
    Event,
    /// Too far apart in time.
    Time,
    /// Two counts of two places.
    Place,
    /// Articles on two stories.
    Story,
    /// Things of which no count can be one.
    Object,
}

/// A pair at the gate, with what several of its questions turn on.
struct Asked<'x, 'n> {
    cx: &'x Context<'x>,
    a: &'x Node<'n>,
    b: &'x Node<'n>,
    /// Both print one numeral.
    one_figure: bool,
    /// That numeral is below a hundred and counts something: it recurs by chance.
    small: bool,
}

impl<'x, 'n> Asked<'x, 'n> {
    fn new(cx: &'x Context<'x>, a: &'x Node<'n>, b: &'x Node<'n>) -> Self {
        let one_figure = a.quantity.is_some() && a.quantity.map(|q| q.anchor) == b.quantity.map(|q| q.anchor);
        let small =
            a.dimension == Dimension::Count && a.anchor().is_some_and(|anchor| anchor < Number::from(100));
        Self { cx, a, b, one_figure, small }
    }

    /// Bits of all rare words near both.
    fn near(&self) -> f64 {
        let mut bits = 0.0;
        words::each_shared(&self.a.window, &self.b.window, |word| bits += self.cx.rarity(word));
        bits
    }

    fn both(&self) -> [&'x Node<'n>; 2] {
        [self.a, self.b]
    }
}

/// Compares two claims.
///
/// # Errors
/// Says why they do not speak of comparable things.
pub fn compare(cx: &Context, a: &Node<'_>, b: &Node<'_>) -> Result<Facts, Incomparable> {
    let asked = Asked::new(cx, a, b);
    let one_figure = asked.one_figure;
    if a.dimension != b.dimension
        && !(one_figure && a.doc != b.doc && object::is_other_currency(a, b))
        && lengths::fit(a, b).is_none()
    {
        return Err(Incomparable::Dimension);
    }
    // What comes on top is no state of the whole, nor is what a day brings.
    // "Held with two others", "two other suspects were detained": as many others beside somebody come on top in both.
    let on_top = a.added != b.added && !(a.rest && b.rest && one_figure);
    if (on_top && !object::is_counted_on_top(&asked) && !object::is_part_on_top(&asked))
        || (a.rate != b.rate && !one_figure && !object::is_rate_left_out(a, b))
    {
        return Err(Incomparable::Object);
    }
    if object::is_other_score(a, b) {
        return Err(Incomparable::Object);
    }
    if a.required != b.required && !one_figure {
        return Err(Incomparable::Object);
    }
    let one_mood = mood::is_one(&asked);
    if !mood::is_comparable(&asked, one_mood) {
        return Err(Incomparable::Modality);
    }
    let event = event::relation(&asked)?;
    let time = times::time(a, b);
    let shared_figures = if a.doc == b.doc { 0 } else { shared_figures(a, b) };
    let story = story::Story::new(&asked);
    if matches!(time, TimeRelation::Apart(days) if days > FAR)
        && !story::is_retold(&asked, shared_figures)
        && !story.is_followed_up()
        && !is_timeless(cx, a, b, one_figure)
        && !are_both_ahead(a, b)
        && !story.is_told_again()
        || story::are_two_incidents(a, b)
        || one_figure && a.dimension == Dimension::Age && are_two_ages(time)
    {
        return Err(Incomparable::Time);
    }
    let place = places::relation(cx, a, b);
    // 94,000 dead here, 12,500 there.
    let apart = matches!(place, PlaceRelation::Apart | PlaceRelation::Elsewhere);
    if apart && a.dimension == Dimension::Count && !one_figure {
        return Err(Incomparable::Place);
    }
    let share = cx.story(a.doc, b.doc);
    let one_story = story.is_one(share);
    let containment = if a.doc == b.doc { 0.0 } else { cx.containment(a, b) };
    // Articles on two stories: only text in common says otherwise.
    if !one_story && !story.is_alike(share) && containment < ALIGNED {
        return Err(Incomparable::Story);
    }
    let retold = shared_figures > 0 || containment >= ALIGNED;
    let (object, crossing) = object::relation(&asked, event, retold).ok_or(Incomparable::Object)?;
    let mut facts = Facts {
        object,
        crossing,
        event,
        time,
        place,
        speaker: speakers::relation(a, b),
        shared_figures,
        one_mood: one_mood || (mood::is_past(a, b) && time.is_shared()),
        one_story,
        one_owner: !matches!(a.dimension, Dimension::Money(_) | Dimension::Percent)
            || cx.stories.share_owner(a, b),
        near: 0.0,
        story: share,
        containment,
        behaviour: events::behaviour(cx, a, b),
        order: times::order(a, b),
        score: Score::default(),
    };
    evidence::score(cx, a, b, &mut facts);
    if is_by_chance(&asked, &facts) || are_two_ones(&asked, &facts) {
        return Err(Incomparable::Object);
    }
    if a.dimension == Dimension::Duration && b.dimension == a.dimension && !is_tied(&asked, &facts) {
        return Err(Incomparable::Event);
    }
    Ok(facts)
}

/// Days after which nobody is as old as before: two years, since ages are told in whole ones.
const AGED: i64 = 2 * 366;

/// "A 3-year-old boy" of 1996 is no 3-year-old boy of 2016.
fn are_two_ages(time: TimeRelation) -> bool {
    matches!(time, TimeRelation::Apart(days) if days > AGED)
}

/// Whether two small counts of things that nothing ties print one figure, and neither the verbs nor the words around say that they are one: "43
/// cameras", "43 coins".
fn is_by_chance(asked: &Asked<'_, '_>, facts: &Facts) -> bool {
    asked.one_figure
        && asked.small
        && facts.object == ObjectRelation::Unknown
        && facts.event == EventRelation::Unknown
        && facts.near < PLAIN
        && !facts.is_aligned()
}

/// "Only one person came back", "only one person was hurt": one of anything is told of so often that its event must be the same.
fn are_two_ones(asked: &Asked<'_, '_>, facts: &Facts) -> bool {
    let Asked { a, b, .. } = *asked;
    a.dimension == Dimension::Count
        && asked.one_figure
        && a.anchor() == Some(Number::from(1))
        && !matches!(facts.event, EventRelation::Same | EventRelation::Near)
        && !facts.is_aligned()
        && (a.lemma == 0 || a.lemma != b.lemma)
}

/// Whether both tell of a sum that lies ahead of their articles: the opening, and with it the bill, was put off.
fn are_both_ahead(a: &Node<'_>, b: &Node<'_>) -> bool {
    matches!(a.dimension, Dimension::Money(_))
        && a.is_ahead()
        && b.is_ahead()
        && a.measure == b.measure
        && a.measure != 0
}

/// Whether anything ties two lengths of time: "six months" is the length of many things, and no longer one where it names a period, as in
/// "the six months to June". A single unit is told so often that a month from an event, "one month after the blast", is no month that something
/// took.
fn is_tied(asked: &Asked<'_, '_>, facts: &Facts) -> bool {
    let told = |node: &Node<'_>| {
        let single =
            node.claim.value.as_ref().and_then(|value| value.point).is_some_and(|n| n == Number::from(1));
        node.claim.date.as_ref().map(|date| {
            let period = date.from.is_some() && date.to.is_some();
            (period, single && date.certainty == Certainty::EventAnchored)
        })
    };
    let one_length = asked.one_figure && (told(asked.a) == told(asked.b) || facts.near > 0.0);
    one_length
        || matches!(facts.event, EventRelation::Same | EventRelation::Near)
        || facts.object == ObjectRelation::Same
        || facts.near >= PLAIN
        || facts.shared_figures > 0
        || facts.is_aligned()
}

/// Whether a figure is so rare and so fine that two texts of one story hardly print it of two things.
pub(crate) fn is_telling(cx: &Context<'_>, node: &Node<'_>) -> bool {
    let Some(quantity) = node.quantity else { return false };
    let (Some(anchor), Some(grain)) = (quantity.anchor, quantity.granularity) else { return false };
    let fine = grain.0.checked_mul(Decimal::TEN).is_some_and(|ten| anchor.0.abs() >= ten);
    let counted = node.dimension != Dimension::Count || anchor >= Number::from(100);
    fine && counted && cx.figure_rarity(node.dimension, anchor) > 3.0
}

/// Bits of rare words near both figures that make a measure of a lasting thing plain.
pub const PLAIN: f64 = 5.0;

fn shared_figures(a: &Node<'_>, b: &Node<'_>) -> usize {
    let own = |node: &Node<'_>| node.anchor().map(|anchor| (node.dimension, anchor));
    let (x, y) = (own(a), own(b));
    a.figures
        .iter()
        .filter(|figure| Some(**figure) != x && Some(**figure) != y && b.figures.contains(figure))
        .count()
}

/// The days of a pair, for a sentence in a report.
pub fn days_in_words(days: Option<Days>) -> String {
    days.map_or_else(|| "an unknown day".to_owned(), |days| days.to_string())
}
