//! A claim made ready for comparison: everything a pair needs, computed once.

use chrono::{Datelike as _, NaiveDate};
use crosscheck_lexicon::concept::ConceptRef;
use crosscheck_model::{Basis, Claim, Interval, Kind, Moment, Number, Value};
use rust_decimal::Decimal;

use crate::Source;
use crate::words::{self, Word};

/// What can be compared with what. Two claims of different dimensions never meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    /// A number of things.
    Count,
    /// A sum in one currency.
    Money(Word),
    /// A percentage.
    Percent,
    /// A quantity of one base unit.
    Physical(Word),
    /// A length of time.
    Duration,
    /// A date or clock time.
    Calendar,
    /// An age.
    Age,
    /// A rank.
    Ordinal,
    /// A result.
    Score,
}

/// The value of a claim in the base unit of its dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// Values under which the text is true.
    pub hard: Interval,
    /// What a reader takes it to mean.
    pub soft: Interval,
    /// The printed number.
    pub anchor: Option<Number>,
    /// Place value of its last non-zero digit.
    pub granularity: Option<Number>,
}

/// Days, both ends inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// First.
    pub from: NaiveDate,
    /// Last.
    pub to: NaiveDate,
}

impl Days {
    /// Whether the two share a day.
    pub fn overlaps(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// Whether every day of `other` is in `self`.
    pub fn contains(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// Days between the two; 0 when they overlap.
    pub fn gap(self, other: Self) -> i64 {
        if self.overlaps(other) {
            0
        } else if self.to < other.from {
            (other.from - self.to).num_days()
        } else {
            (self.from - other.to).num_days()
        }
    }

    /// How many days.
    pub fn count(self) -> i64 {
        (self.to - self.from).num_days() + 1
    }
}

impl std::fmt::Display for Days {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.from == self.to {
            write!(f, "{}", self.from)
        } else {
            write!(f, "{} to {}", self.from, self.to)
        }
    }
}

/// A claim ready for comparison.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// Index of its document.
    pub doc: u32,
    /// What it may be compared with.
    pub dimension: Dimension,
    /// Its value, for all but dates.
    pub quantity: Option<Quantity>,
    /// Its days, for dates.
    pub days: Option<Days>,
    /// When it holds.
    pub when: Option<Days>,
    /// Whether `when` rests on words of the text about the claim itself, not on the day of the document.
    pub firm: bool,
    /// When the document was published.
    pub published: Option<Moment>,
    /// The publisher, or 0.
    pub publisher: Word,
    /// Content words of the counted thing, sorted.
    pub object: Box<[Word]>,
    /// The counted things in the taxonomy.
    pub concepts: Box<[ConceptRef]>,
    /// Whether the counted noun is the event itself.
    pub nominal: bool,
    /// Event class, or 0.
    pub class: Word,
    /// Lemma of the predicate, or 0.
    pub lemma: Word,
    /// Place key, or 0.
    pub place: Word,
    /// The body that says so, or 0.
    pub body: Word,
    /// Its side, or 0.
    pub side: Word,
    /// Content words of the sentence, sorted.
    pub context: Box<[Word]>,
    /// Content words near the claim in its sentence, sorted.
    pub window: Box<[Word]>,
    /// The other figures of the sentence.
    pub figures: Box<[(Dimension, Number)]>,
    /// The same quantity in another unit, printed beside it: index into the nodes.
    pub twin: Option<u32>,
    /// The finer figure of the same document that this one rounds: index into the nodes.
    pub finer: Option<u32>,
}

impl<'a> Node<'a> {
    /// Makes a claim ready; the figures of its sentence are filled in later, when all of them are known.
    pub fn new(claim: &'a Claim, doc: u32, source: &Source<'_>) -> Self {
        let dimension = dimension(claim);
        let speaker = claim.attribution.last();
        let mut object = Vec::new();
        if let Some(counted) = &claim.object {
            words::each_content_word(&counted.surface, |word| object.push(word));
            words::each_content_word(&counted.head, |word| object.push(word));
            for part in counted.modifiers.iter().chain(&counted.also) {
                words::each_content_word(part, |word| object.push(word));
            }
            object.sort_unstable();
            object.dedup();
        }
        let when = days(claim.when.from, claim.when.to);
        Self {
            claim,
            doc,
            dimension,
            quantity: claim.value.as_ref().map(|value| quantity(claim, value)),
            days: claim
                .date
                .as_ref()
                .filter(|_| claim.kind.is_calendar())
                .and_then(|date| days(date.from, date.to)),
            when,
            firm: when.is_some() && !matches!(claim.when.basis, Basis::Document | Basis::Unknown),
            published: source.document.published.date,
            publisher: words::key(source.document.source.as_deref()),
            object: object.into(),
            concepts: crate::objects::concepts(claim),
            nominal: crate::objects::is_nominal(claim),
            class: words::key(claim.event.as_ref().and_then(|event| event.concept.as_deref())),
            lemma: words::key(
                claim.event.as_ref().map(|event| event.lemma.as_str()).filter(|lemma| !lemma.is_empty()),
            ),
            place: words::key(claim.place.as_deref()),
            body: words::key(speaker.map(|speaker| speaker.body.as_deref().unwrap_or(&speaker.source))),
            side: words::key(speaker.and_then(|speaker| speaker.side.as_deref().or(speaker.body.as_deref()))),
            context: words::content_words(claim.sentence.slice(source.text)).into(),
            window: words::content_words(window(claim, source.text)).into(),
            figures: Box::default(),
            twin: None,
            finer: None,
        }
    }

    /// The hard interval in base units.
    pub fn hard(&self) -> Option<Interval> {
        self.quantity.map(|quantity| quantity.hard)
    }
}

/// Bytes on either side of a claim that say most of what it measures: some ten words.
const NEAR: u32 = 64;

/// The words around a claim inside its sentence; a word that is cut at the edge is left out.
fn window<'t>(claim: &Claim, text: &'t str) -> &'t str {
    let sentence = claim.sentence;
    let (mut from, mut to) = (
        claim.start.saturating_sub(NEAR).max(sentence.start) as usize,
        claim.end.saturating_add(NEAR).min(sentence.end) as usize,
    );
    let bytes = text.as_bytes();
    let part = |at: usize| bytes.get(at).is_some_and(|byte| !byte.is_ascii_whitespace());
    while from > sentence.start as usize && from < claim.start as usize && part(from) {
        from += 1;
    }
    while to < sentence.end as usize && to > claim.end as usize && part(to) {
        to -= 1;
    }
    text.get(from..to).unwrap_or("")
}

fn days(from: Option<Moment>, to: Option<Moment>) -> Option<Days> {
    let (from, to) = (from?.date, to?.date);
    Some(if from <= to { Days { from, to } } else { Days { from: to, to: from } })
}

fn dimension(claim: &Claim) -> Dimension {
    match claim.kind {
        Kind::Count => Dimension::Count,
        Kind::Money => Dimension::Money(words::key(claim.unit.as_deref())),
        Kind::Percent => Dimension::Percent,
        Kind::Measure => Dimension::Physical(words::key(
            claim.si.as_ref().map(|si| si.unit.as_ref()).or(claim.unit.as_deref()),
        )),
        Kind::Duration => Dimension::Duration,
        Kind::Date | Kind::Time | Kind::Set => Dimension::Calendar,
        Kind::Age => Dimension::Age,
        Kind::Ordinal => Dimension::Ordinal,
        Kind::Score => Dimension::Score,
    }
}

/// Scales a value to base units. The factor comes from the ends that the normalizer converted.
fn quantity(claim: &Claim, value: &Value) -> Quantity {
    let plain = Quantity {
        hard: value.hard(),
        soft: value.soft,
        anchor: value.point,
        granularity: value.granularity,
    };
    let Some(si) = &claim.si else { return plain };
    let factor = [(si.lo, value.lo), (si.hi, value.hi)].into_iter().find_map(|(base, printed)| {
        let (base, printed) = (base?, printed?);
        if printed == Number::ZERO { None } else { base.0.checked_div(printed.0) }
    });
    let Some(factor) = factor else { return plain };
    let scale = |number: Number| number.0.checked_mul(factor).map(|scaled| Number(round(scaled)));
    Quantity {
        hard: Interval::new(
            si.lo.map(|lo| Number(round(lo.0))),
            value.lo_closed,
            si.hi.map(|hi| Number(round(hi.0))),
            value.hi_closed,
        ),
        soft: Interval::new(
            value.soft.lo.and_then(scale),
            value.soft.lo_closed,
            value.soft.hi.and_then(scale),
            value.soft.hi_closed,
        ),
        anchor: value.point.and_then(scale),
        granularity: value.granularity.and_then(scale),
    }
}

/// Twelve decimals: what a chain of conversions leaves behind the twelfth is noise of the division.
fn round(number: Decimal) -> Decimal {
    number.round_dp(12).normalize()
}

/// A number that orders days, for sweeps; claims without a day come first.
pub fn day_number(when: Option<Days>) -> i32 {
    when.map_or(i32::MIN, |days| days.from.num_days_from_ce())
}
