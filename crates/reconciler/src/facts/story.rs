//! Whether the articles of a pair are on one story, or one of them on another event of the kind.

use crosscheck_lexicon::traits::Traits;
use crosscheck_model::Basis;

use super::{Asked, PLAIN};
use crate::context::Context;
use crate::node::{Days, Dimension, Node};
use crate::times::{FAR, is_background};

/// Below this share of words two articles without names are on two stories: between four sets of real articles the mean was 0.05,
/// inside them the lowest 0.10.
const TWO_STORIES: f64 = 0.08;
/// From this share of words on two articles are on one story, whatever names they share.
const ONE_STORY: f64 = 0.3;
/// Doubt about a set of articles below which they were put together for one story.
const TOGETHER: f64 = 0.2;

/// What the two articles of a pair have in common.
pub(super) struct Story<'x, 'n> {
    asked: &'x Asked<'x, 'n>,
    doubt: f64,
    other_event: bool,
}

impl<'x, 'n> Story<'x, 'n> {
    pub(super) fn new(asked: &'x Asked<'x, 'n>) -> Self {
        let (a, b) = (asked.a, asked.b);
        let other_event = is_of_another_year(asked.cx, a, b) || asked.cx.stories.are_elsewhere(a.doc, b.doc);
        Self { asked, doubt: asked.cx.stories.doubt(), other_event }
    }

    /// Whether both are on one story, by the share of their words: where few documents were put together, a share of words and one name
    /// in common make one story of them.
    pub(super) fn is_one(&self, share: f64) -> bool {
        let Asked { cx, a, b, .. } = *self.asked;
        let together = || {
            self.doubt < 0.5
                && share >= ONE_STORY * self.doubt.max(TOGETHER)
                && cx.stories.share_name(a.doc, b.doc)
        };
        a.doc == b.doc
            || !self.other_event
                && (cx.stories.are_one(a.doc, b.doc).unwrap_or(share >= TWO_STORIES) || together())
    }

    /// Whether both share a name and as many words as the doubt about their being put together asks for.
    pub(super) fn is_alike(&self, share: f64) -> bool {
        let Asked { cx, a, b, .. } = *self.asked;
        !self.other_event && share >= ONE_STORY * self.doubt && cx.stories.share_name(a.doc, b.doc)
    }

    /// Whether one small count of one event is told among the same words, once with its time and once without: "admitted killing eight women
    /// in Arden", "killed eight women in Arden in the 1980s".
    pub(super) fn is_told_again(&self) -> bool {
        let Asked { cx, a, b, one_figure, .. } = *self.asked;
        one_figure
            && a.firm != b.firm
            && a.class != 0
            && a.class == b.class
            && self.is_one(cx.story(a.doc, b.doc))
            && self.asked.near() >= 3.0 * PLAIN
    }

    /// Whether years later an inquiry tells of what the first reports told: figures without a time of their own are the event's, where the
    /// later article dates it. An article on another war of the same country does not.
    pub(super) fn is_followed_up(&self) -> bool {
        let Asked { cx, a, b, .. } = *self.asked;
        let (Some(x), Some(y)) = (a.when, b.when) else { return false };
        let (earlier, later) = if x.to < y.from { (x, b) } else { (y, a) };
        self.doubt < TOGETHER
            && (!a.firm || !b.firm)
            && !is_background(a)
            && !is_background(b)
            && cx.dates_near(later.doc, earlier, FAR)
            && self.is_one(cx.story(a.doc, b.doc))
    }
}

/// Whether a rare figure stands among the same others: one statement, whatever time was read into it.
pub(super) fn is_retold(asked: &Asked<'_, '_>, shared_figures: usize) -> bool {
    let Asked { cx, a, b, one_figure, small } = *asked;
    // Two accidents may each leave 14 dead and 57 injured; the years between tell them apart.
    one_figure
        && shared_figures > 0
        && !(small && is_background(a) != is_background(b))
        && a.anchor().is_some_and(|anchor| cx.figure_rarity(a.dimension, anchor) > 3.0)
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

/// Days after an article from which on what happens is no more of what it tells.
const WEEK: i64 = 7;
/// Days between two incidents of one kind that each have a day of their own.
const WEEKS: i64 = 21;

/// Whether two figures are of two incidents by their days: last month's flood, this month's.
pub(super) fn are_two_incidents(a: &Node<'_>, b: &Node<'_>) -> bool {
    let apart = a.when.zip(b.when).is_some_and(|(x, y)| x.gap(y) > WEEKS);
    (apart && is_of_day(a) && is_of_day(b))
        || are_two_shocks(a, b)
        || is_yet_to_come(a, b)
        || is_yet_to_come(b, a)
}

/// Whether each article tells the size of what shook its own day: last month's quake, this month's.
fn are_two_shocks(a: &Node<'_>, b: &Node<'_>) -> bool {
    let fresh = |node: &Node<'_>| {
        matches!(node.dimension, Dimension::Physical(_)) && !node.firm && node.is_of(Traits::INCIDENT)
    };
    fresh(a)
        && fresh(b)
        && a.anchor() != b.anchor()
        && a.when.zip(b.when).is_some_and(|(x, y)| x.gap(y) > WEEK)
}

/// Whether a figure is of the days on which something happened, and not of those on which it was told.
fn is_of_day(node: &Node<'_>) -> bool {
    let told = node.claim.when.basis == Basis::AsOf;
    node.dimension != Dimension::Calendar && node.firm && !told && node.is_of(Traits::INCIDENT)
}

/// Whether a figure is of a day so long after the other's article that it cannot be of what that article tells.
fn is_yet_to_come(node: &Node<'_>, other: &Node<'_>) -> bool {
    let after = |(when, published): (Days, crosscheck_model::Moment)| (when.from - published.date).num_days();
    is_of_day(node)
        && !other.is_ahead()
        && node.when.zip(other.published).is_some_and(|days| after(days) > WEEK)
}
