//! Whether two claims can be compared, and what is known about the pair.
//!
//! The gate comes before any comparison of values. What passes it carries a [`Score`] of additive match weights
//! after Fellegi and Sunter (1969): the score says how sure it is that both speak of one measure of one event,
//! never which relation holds between them.

use std::cmp::Ordering;

use crosscheck_lexicon::concept::ConceptRef;
use crosscheck_lexicon::measures::Behaviour;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::{Modality, Number, Score};
use rust_decimal::Decimal;

use crate::context::Context;
use crate::copies::ALIGNED;
use crate::digits::rounds;
use crate::node::{Days, Dimension, Node};
use crate::objects::{self, ObjectRelation};
pub use crate::places::PlaceRelation;
use crate::rules::opposite_change::is_opposite;
pub use crate::speakers::SpeakerRelation;
use crate::times::{self, FAR, is_background, is_timeless};
use crate::words::Word;
use crate::{events, evidence, places, speakers, words};

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

/// Below this share of words two articles without names are on two stories: between four sets of real articles the mean was 0.05,
/// inside them the lowest 0.10.
const TWO_STORIES: f64 = 0.08;
/// From this share of words on two articles are on one story, whatever names they share.
const ONE_STORY: f64 = 0.3;

fn shared_rarity(cx: &Context<'_>, a: &[Word], b: &[Word]) -> f64 {
    let mut bits = 0.0;
    words::each_shared(a, b, |word| bits += cx.rarity(word));
    bits
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

/// Compares two claims.
///
/// # Errors
/// Says why they do not speak of comparable things.
pub fn compare(cx: &Context, a: &Node<'_>, b: &Node<'_>) -> Result<Facts, Incomparable> {
    let one_figure = a.quantity.is_some() && a.quantity.map(|q| q.anchor) == b.quantity.map(|q| q.anchor);
    let one_mood = same_modality(a, b) || is_lasting(cx, a, b);
    let denied = |node: &Node<'_>| node.claim.modality == Modality::Denied;
    if a.dimension != b.dimension && !(one_figure && a.doc != b.doc && is_other_currency(a, b)) {
        return Err(Incomparable::Dimension);
    }
    // What comes on top is no state of the whole, nor is what a day brings.
    if a.added != b.added || (a.rate != b.rate && !one_figure && !is_rate_left_out(a, b)) {
        return Err(Incomparable::Object);
    }
    // "Some 1,200 were told to leave", "1,250 were moved": a plan and its end, where one rounds the other.
    let rounded =
        || a.quantity.zip(b.quantity).is_some_and(|(x, y)| !x.hard.is_disjoint(&y.hard) && rounds(x, y));
    // "As many as 240 may have been on board", "219 were on board": what may be is held against what is, where it fits.
    let possible = |node: &Node<'_>| matches!(node.claim.modality, Modality::Possible | Modality::Asserted);
    let fits = || {
        let open = [a, b].iter().all(|node| possible(node) && node.class != 0) && a.class == b.class;
        open && a.quantity.zip(b.quantity).is_some_and(|(x, y)| !x.hard.is_disjoint(&y.hard))
    };
    // What never happened under a rule of 1973 to 1990 denies no date.
    let stretch_told = times::is_one_stretch(a, b);
    if !stretch_told && denied(a) != denied(b)
        || !(stretch_told || one_mood || one_figure || is_past(a, b) || rounded() || fits())
    {
        return Err(Incomparable::Modality);
    }
    // "Fell 12 percent", "grew 12 percent": one change with another sign.
    let turned = one_figure && a.dimension == b.dimension && is_opposite(a, b);
    let event = if turned { EventRelation::Same } else { events::relation(cx, a, b) };
    // One rare count of one kind of thing is one count, whatever verb a text took; persons in two states are two counts.
    let stretch = |node: &Node<'_>| node.days.is_some_and(|days| days.count() > 31);
    let one_stretch = a.days.is_some() && a.days == b.days && a.open == b.open && stretch(a);
    // What two texts of one story tell of one day may be one thing, whatever their verbs: much else must say so.
    let dated = |node: &Node<'_>| node.days.is_some_and(|days| days.count() <= 31) && !node.telling;
    let holds = a.days.zip(b.days).is_some_and(|(x, y)| x.contains(y) || y.contains(x));
    let one_day = dated(a) && dated(b) && a.open == b.open && (holds || times::same_clock_days(a, b));
    let rare = || {
        let anchor = a.anchor();
        one_figure
            && anchor.is_some_and(|anchor| {
                anchor >= Number::from(100) && cx.figure_rarity(a.dimension, anchor) > 3.0
            })
            && !a.concepts.iter().chain(b.concepts.iter()).any(ConceptRef::is_person)
    };
    // The day of a blast is the day of those it killed.
    let incident = |node: &Node<'_>| {
        node.class_name
            .is_some_and(|class| class.split('+').any(|part| traits::of_class(part).has(Traits::INCIDENT)))
    };
    let event = if a.dimension == Dimension::Calendar
        && !matches!(event, EventRelation::Same | EventRelation::Near)
        && a.days.is_some()
        && a.days.map(|days| days.from) == b.days.map(|days| days.from)
        && incident(a)
        && incident(b)
    {
        EventRelation::Near
    } else {
        event
    };
    let event = if event == EventRelation::Different && (rare() || one_stretch) {
        EventRelation::Unlike
    } else {
        event
    };
    // Twenty-four aboard and twenty-four missing are two counts; so small a figure recurs by chance.
    let small =
        a.dimension == Dimension::Count && a.anchor().is_some_and(|anchor| anchor < Number::from(100));
    // "Spent 60 million", "fined 60 million": so round a sum recurs too.
    let round = matches!(a.dimension, Dimension::Money(_)) && !is_telling(cx, a);
    if event == EventRelation::Different
        || (event == EventRelation::Unlike && (small || round || !(one_figure || one_stretch || one_day)))
    {
        return Err(Incomparable::Event);
    }
    let time = times::time(a, b);
    let shared_figures = if a.doc == b.doc { 0 } else { shared_figures(a, b) };
    // A rare figure among the same others is one statement, whatever time was read into it.
    let anchor = a.anchor();
    // Two accidents may each leave 14 dead and 57 injured; the years between tell them apart.
    let retold = one_figure
        && shared_figures > 0
        && !(small && is_background(a) != is_background(b))
        && anchor.is_some_and(|anchor| cx.figure_rarity(a.dimension, anchor) > 3.0);
    let one_document = a.doc == b.doc;
    let doubt = cx.stories.doubt();
    // Few documents were put together: a share of words and one name in common make one story of them.
    let other_year = is_of_another_year(cx, a, b);
    let is_one_story = |story: f64| {
        one_document
            || !other_year
                && (cx.stories.are_one(a.doc, b.doc).unwrap_or(story >= TWO_STORIES)
                    || (doubt < 0.5
                        && story >= ONE_STORY * doubt.max(0.2)
                        && cx.stories.share_name(a.doc, b.doc)))
    };
    // Years later an inquiry tells of what the first reports told: figures without a time of their own are the event's, where the later
    // article dates it. An article on another war of the same country does not.
    let follow_up = || {
        let (Some(x), Some(y)) = (a.when, b.when) else { return false };
        let (earlier, later) = if x.to < y.from { (x, b) } else { (y, a) };
        doubt < 0.2
            && (!a.firm || !b.firm)
            && !is_background(a)
            && !is_background(b)
            && cx.dates_near(later.doc, earlier, FAR)
            && is_one_story(cx.story(a.doc, b.doc))
    };
    if matches!(time, TimeRelation::Apart(days) if days > FAR)
        && !retold
        && !follow_up()
        && !is_timeless(cx, a, b, one_figure)
    {
        return Err(Incomparable::Time);
    }
    let place = places::relation(a, b);
    // 94,000 dead here, 12,500 there.
    if place == PlaceRelation::Apart && a.dimension == Dimension::Count && !one_figure {
        return Err(Incomparable::Place);
    }
    let one_mood = one_mood || (is_past(a, b) && time.is_shared());
    // Articles on two stories: only text in common says otherwise.
    let story = cx.story(a.doc, b.doc);
    let one_story = is_one_story(story);
    let containment = if one_document { 0.0 } else { cx.containment(a, b) };
    let alike = || story >= ONE_STORY * doubt && cx.stories.share_name(a.doc, b.doc) && !other_year;
    if !one_story && !alike() && containment < ALIGNED {
        return Err(Incomparable::Story);
    }
    let (mut object, crossing) = objects::relation(cx, a, b);
    if object == ObjectRelation::Unrelated {
        // "1,200 bombers" and "1,200 drones" are counted for what they are called.
        let named = |node: &Node<'_>| {
            let printed = node.claim.object.as_ref().is_some_and(|object| !object.implied);
            node.dimension == Dimension::Count && printed
        };
        // One figure among the same other figures is one statement, whatever noun stands beside it.
        let retold = one_figure && (shared_figures > 0 || containment >= ALIGNED);
        if retold && matches!(event, EventRelation::Same | EventRelation::Near) && is_single(a, b) {
            object = ObjectRelation::Disjoint;
        } else if one_figure && !(named(a) && named(b)) && is_telling(cx, a) && a.doc != b.doc {
            // A sum or a share that hardly another text prints: the noun beside it was chosen, or found, by chance.
            object = ObjectRelation::Unknown;
        } else {
            return Err(Incomparable::Object);
        }
    }
    let mut facts = Facts {
        object,
        crossing,
        event,
        time,
        place,
        speaker: speakers::relation(a, b),
        shared_figures,
        one_mood,
        one_story,
        one_owner: !matches!(a.dimension, Dimension::Money(_) | Dimension::Percent)
            || cx.stories.share_owner(a, b),
        near: 0.0,
        story,
        containment,
        behaviour: events::behaviour(cx, a, b),
        order: times::order(a, b),
        score: Score::default(),
    };
    evidence::score(cx, a, b, &mut facts);
    // "Six months" is the length of many things, and no longer one where it names a period: "the six months to June".
    let period = |node: &Node<'_>| {
        node.claim.date.as_ref().is_some_and(|date| date.from.is_some() && date.to.is_some())
    };
    let one_length = one_figure && (period(a) == period(b) || facts.near > 0.0);
    let tied = one_length
        || matches!(facts.event, EventRelation::Same | EventRelation::Near)
        || facts.object == ObjectRelation::Same
        || facts.near >= PLAIN
        || facts.shared_figures > 0
        || facts.is_aligned();
    if a.dimension == Dimension::Duration && !tied {
        return Err(Incomparable::Event);
    }
    Ok(facts)
}

/// Whether one figure leaves out its noun and with it the rate that it shares: "58,000 passengers a day, and never fewer than | 50,000". A
/// toll is no rate.
fn is_rate_left_out(a: &Node<'_>, b: &Node<'_>) -> bool {
    (objects::is_implied(a) || objects::is_implied(b))
        && !a.is_of(Traits::PERSONS)
        && !b.is_of(Traits::PERSONS)
}

/// Days after which an article that does not date anything near an earlier one is on another event: last year's quake, this year's.
const ERA: i64 = 200;

/// Whether the later article was written long after the earlier one and gives no date near it.
fn is_of_another_year(cx: &Context<'_>, a: &Node<'_>, b: &Node<'_>) -> bool {
    let (Some(x), Some(y)) = (a.published, b.published) else { return false };
    // One person is of another age in the later one.
    if a.dimension == Dimension::Age {
        return false;
    }
    let (earlier, later) = if x.date <= y.date { (x.date, b) } else { (y.date, a) };
    (x.date - y.date).num_days().abs() > ERA
        && !cx.dates_near(later.doc, Days { from: earlier, to: earlier }, FAR)
}

/// Whether the two are sums in currencies that no reader takes for each other.
fn is_other_currency(a: &Node<'_>, b: &Node<'_>) -> bool {
    let money = |node: &Node<'_>| matches!(node.dimension, Dimension::Money(_));
    let (Some(x), Some(y)) = (&a.claim.unit, &b.claim.unit) else { return false };
    money(a) && money(b) && !crosscheck_lexicon::unit::share_name(x, y)
}

/// Whether a figure is so rare and so fine that two texts of one story hardly print it of two things.
pub(crate) fn is_telling(cx: &Context<'_>, node: &Node<'_>) -> bool {
    let Some(quantity) = node.quantity else { return false };
    let (Some(anchor), Some(grain)) = (quantity.anchor, quantity.granularity) else { return false };
    let fine = grain.0.checked_mul(Decimal::TEN).is_some_and(|ten| anchor.0.abs() >= ten);
    let counted = node.dimension != Dimension::Count || anchor >= Number::from(100);
    fine && counted && cx.figure_rarity(node.dimension, anchor) > 3.0
}

/// A forecast, a capacity or a denial is no report; background is compared where its own time says which event it is.
fn same_modality(a: &Node<'_>, b: &Node<'_>) -> bool {
    let class = |node: &Node<'_>| match node.claim.modality {
        Modality::Asserted | Modality::Background if !node.is_ahead() => 0,
        Modality::Asserted | Modality::Background => 1,
        Modality::Planned | Modality::Possible => 1,
        Modality::Denied => 2,
    };
    let background = |node: &Node<'_>| node.claim.modality == Modality::Background;
    class(a) == class(b) && (background(a) == background(b) || (a.firm && b.firm) || a.days.is_some())
}

/// Whether one is told as fact and the other as background: one figure may be news here and a reminder there.
fn is_past(a: &Node<'_>, b: &Node<'_>) -> bool {
    let told = |node: &Node<'_>| matches!(node.claim.modality, Modality::Asserted | Modality::Background);
    told(a) && told(b)
}

/// Bits of rare words near both figures that make a measure of a lasting thing plain.
pub const PLAIN: f64 = 5.0;

/// Whether both give an extent of a thing that is there whatever happens, by the words around: "Elmstead, 40 km away". Its sentence may tell of plans.
fn is_lasting(cx: &Context<'_>, a: &Node<'_>, b: &Node<'_>) -> bool {
    let near = shared_rarity(cx, &a.window, &b.window);
    matches!(a.dimension, Dimension::Physical(_))
        && events::behaviour(cx, a, b) == Behaviour::Fixed
        && near >= PLAIN
}

/// Whether each sentence prints the figure once: in "800 rifles and 800 cannons" either may be meant.
fn is_single(a: &Node<'_>, b: &Node<'_>) -> bool {
    let once = |node: &Node<'_>| {
        let own = node.anchor().map(|anchor| (node.dimension, anchor));
        node.figures.iter().filter(|figure| Some(**figure) == own).count() <= 1
    };
    once(a) && once(b)
}

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
