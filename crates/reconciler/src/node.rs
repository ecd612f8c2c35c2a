//! A claim made ready for comparison: everything a pair needs, computed once.

use std::sync::Arc;

use chrono::{Datelike as _, Months, NaiveDate, NaiveTime};
use crosscheck_lexicon::concept::ConceptRef;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb::Phase;
use crosscheck_model::{Basis, Claim, DateValue, Interval, Kind, Moment, Number};

use crate::Source;
use crate::around;
use crate::quantity::{is_fraction, quantity};
use crate::stories::Stories;
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

/// Which end of a date is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// Both are told.
    No,
    /// "Since Monday".
    Since,
    /// "Until Friday", "by Friday".
    Until,
}

/// Which part of what happened a date is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The whole, or a thing over at once.
    Whole,
    /// "The strike began".
    Begin,
    /// "The strike ended".
    End,
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
    /// Its days, for dates; of a date with one end ("since 2014", "by Friday") those of the end that is printed.
    pub days: Option<Days>,
    /// Which end of a date is open.
    pub open: Open,
    /// Which part of its event a date is of.
    pub stage: Stage,
    /// Whether the words around a date tell of one more event of a kind: "arrested again", "a second vote", "talks resumed".
    pub again: bool,
    /// Whether it is the time up to which something was counted: "as of 9 a.m."
    pub as_of: bool,
    /// Whether they tell of the first of its kind: "opened its first shop in 1925".
    pub first: bool,
    /// Whether they tell of a new one of its kind: "opened a new shop last year".
    pub fresh: bool,
    /// Whether they tell that the date was moved: "put off to 3 June".
    pub moved: bool,
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
    /// Whether it counts a group of people that reports tell apart on purpose: children, women, soldiers.
    pub cell: bool,
    /// The country whose people are counted, or 0: "nine Germans".
    pub nation: Word,
    /// Whether the counted noun is the event itself.
    pub nominal: bool,
    /// Event class by name, the twin's where the claim has none of its own.
    pub class_name: Option<&'a str>,
    /// The measure as the frame names it, without the phase of a date, or 0.
    pub measure: Word,
    /// Whether the text tells the figure as one that was given earlier and no longer holds.
    pub withdrawn: bool,
    /// Whether the figure is told as one that comes on top: "two more bodies", "another 30".
    pub added: bool,
    /// It is the rest of a group: "six others".
    pub rest: bool,
    /// Whether the figure is told as a part of a group that is known: "12 of them", "three of the dead".
    pub part: bool,
    /// Whether it is a part for its place only: the document also counts in other places, or in all.
    pub regional: bool,
    /// The places whose counts its document gives as parts of it, sorted.
    pub regions: Box<[Word]>,
    /// What the figures of its row make together: "900 passengers | and 140 crew".
    pub row: Option<Number>,
    /// The unit of time of a count that is one of every day or week, or 0.
    pub rate: Word,
    /// Whether the figure is what something takes: "the 276 seats needed for a majority".
    pub required: bool,
    /// Whether the count says that whoever did it is among them: "four people, including the gunman".
    pub doer: bool,
    /// Which entry of a document that is added to from hour to hour it stands in: 0 before the first, or where there is none.
    pub entry: u32,
    /// Whether a date is the day of the telling - of a report, a statement, a picture, a date line - and of no event.
    pub telling: bool,
    /// Whether its clause tells how things stand as its text is written: "a week after the crash, divers have found".
    pub current: bool,
    /// Whether it stands in the opening of its article.
    pub opens: bool,
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
    /// Whether that body speaks for a cause of its own: a union, an opposition, a company.
    pub party: bool,
    /// Content words of the sentence, sorted.
    pub context: Arc<[Word]>,
    /// Content words near the claim in its sentence, sorted.
    pub window: Box<[Word]>,
    /// Modifiers near a sum or share that exclude others, each with the word it stands before: "net profit".
    pub kinds: Box<[(&'static str, Word)]>,
    /// Names near the claim, its speakers left out, sorted.
    pub names: Box<[Word]>,
    /// Dates of its sentence.
    pub dates: Box<[Days]>,
    /// Of a distance: its direction in degrees from north, and the place it is from.
    pub bearing: Option<(u16, Word)>,
    /// The figures of its sentence, its own among them.
    pub figures: Box<[(Dimension, Number)]>,
    /// The same quantity in another unit, printed beside it: index into the nodes.
    pub twin: Option<u32>,
    /// The finer figure of the same document that this one rounds: index into the nodes.
    pub finer: Option<u32>,
    /// The words of the claim that narrowed this one: its conversion, or the finer figure of its document.
    pub read_by: Option<&'a str>,
}

impl<'a> Node<'a> {
    /// Makes a claim ready; the figures of its sentence are filled in later, when all of them are known.
    pub fn new(
        claim: &'a Claim,
        doc: u32,
        source: &Source<'_>,
        stories: &Stories,
        context: Arc<[Word]>,
    ) -> Self {
        let dimension = dimension(claim);
        let date = claim.date.as_ref().filter(|_| claim.kind.is_calendar());
        let speaker = claim.attribution.last();
        let mut object = Vec::new();
        // A noun that was taken from a verb beside the figure ("scorched", "located") tells no group from another.
        if let Some(counted) = claim.object.as_ref().filter(|object| !object.implied) {
            words::each_content_word(&counted.surface, |word| object.push(word));
            words::each_content_word(&counted.head, |word| object.push(word));
            for part in counted.modifiers.iter().chain(&counted.also) {
                words::each_content_word(part, |word| object.push(word));
            }
            object.sort_unstable();
            object.dedup();
        }
        // "By then" is the day named; "since then" reaches to the day of the document.
        let since = claim.when.to.is_none().then_some(source.document.published.date).flatten();
        let since = since.filter(|day| claim.when.from.is_some_and(|from| from.date <= day.date));
        let when = days(claim.when.from.or(claim.when.to), claim.when.to.or(since).or(claim.when.from));
        let concepts = crate::objects::concepts(claim);
        Self {
            claim,
            doc,
            dimension,
            quantity: claim.value.as_ref().map(|value| quantity(claim, value)),
            days: date.and_then(|date| days(date.from, date.to).or_else(|| printed_end(date))),
            open: match date.map(|date| (date.from, date.to)) {
                Some((Some(_), None)) => Open::Since,
                Some((None, Some(_))) => Open::Until,
                _ => Open::No,
            },
            stage: if date.is_some() { stage(claim) } else { Stage::Whole },
            again: date.is_some() && around::has_near(claim, source.text, Traits::AGAIN),
            as_of: date.is_some() && around::is_as_of(claim, source.text),
            first: date.is_some() && around::has_near(claim, source.text, Traits::FIRST),
            fresh: date.is_some() && around::has_near(claim, source.text, Traits::NEW),
            moved: date.is_some() && around::has_near(claim, source.text, Traits::MOVED),
            when,
            firm: when.is_some() && !matches!(claim.when.basis, Basis::Document | Basis::Unknown),
            published: source.document.published.date,
            publisher: words::key(source.document.source.as_deref()),
            object: object.into(),
            cell: concepts.iter().any(crate::objects::is_cell),
            concepts,
            nation: words::key(crate::objects::nation(claim)),
            class_name: class_of(claim),
            measure: measure(claim),
            withdrawn: around::is_withdrawn(claim, source.text),
            part: around::is_part(claim, source.text),
            regional: false,
            regions: Box::default(),
            row: None,
            rate: around::rate(claim, source.text),
            required: around::is_required(claim, source.text),
            doer: around::counts_doer(claim, source.text),
            added: around::is_added(claim, source.text),
            rest: around::is_rest(claim, source.text),
            telling: around::is_telling(claim, source.document),
            current: around::is_current(claim, source.text),
            opens: around::is_in_opening(claim, source.document),
            nominal: crate::objects::is_nominal(claim),
            class: words::key(class_of(claim)),
            lemma: words::key(
                claim.event.as_ref().map(|event| event.lemma.as_str()).filter(|lemma| !lemma.is_empty()),
            ),
            place: words::key(claim.stated_place()),
            body: words::key(speaker.map(|speaker| speaker.body.as_deref().unwrap_or(&speaker.source))),
            side: words::key(speaker.and_then(|speaker| speaker.side.as_deref().or(speaker.body.as_deref()))),
            party: speaker.is_some_and(crate::speakers::is_party),
            context,
            window: around::words_near(claim, source.text, dimension),
            kinds: around::kinds(claim, source.text, dimension),
            names: around::names(claim, source.text, dimension, |part| stories.named(doc, part)),
            dates: Box::default(),
            bearing: around::bearing(claim, source.text),
            entry: 0,
            figures: Box::default(),
            twin: None,
            finer: None,
            read_by: None,
        }
    }

    /// Drops what only comparing needs.
    pub(crate) fn forget_words(&mut self) {
        self.context = Arc::default();
        self.window = Box::default();
        self.names = Box::default();
        self.kinds = Box::default();
        self.figures = Box::default();
        self.dates = Box::default();
    }

    /// The clock time of a date that is so fine.
    pub fn clock(&self) -> Option<NaiveTime> {
        let date = self.claim.date.as_ref().filter(|_| self.claim.kind == Kind::Time)?;
        let (from, to) = (date.from?, date.to?);
        from.time.filter(|_| from == to)
    }

    /// Whether the claim is of a day after its document: a plan, however it is told.
    pub fn is_ahead(&self) -> bool {
        let day = self.days.or(self.when.filter(|_| self.firm));
        day.zip(self.published).is_some_and(|(day, published)| day.from > published.date)
    }

    /// Whether the claim tells of nothing: "no one was killed".
    pub fn is_none(&self) -> bool {
        self.anchor() == Some(Number::ZERO)
    }

    /// The printed number in base units.
    pub fn anchor(&self) -> Option<Number> {
        self.quantity.and_then(|quantity| quantity.anchor)
    }

    /// Whether its event class has any of some traits.
    pub fn is_of(&self, traits: Traits) -> bool {
        self.class_name.is_some_and(|class| traits::of_class(class).has(traits))
    }

    /// The hard interval in base units.
    pub fn hard(&self) -> Option<Interval> {
        self.quantity.map(|quantity| quantity.hard)
    }
}

/// The event class of a claim; where its verb says nothing, that of its measure: "has about 11,500 employees" employs them.
fn class_of(claim: &Claim) -> Option<&str> {
    let own = claim.event.as_ref().and_then(|event| event.concept.as_deref());
    if claim.kind != Kind::Count || !own.is_none_or(is_phase) {
        return own;
    }
    let measured = claim.measured().map(|(_, class)| class);
    // "There are tens of thousands of Armenians": whom a place has it does not station there.
    measured
        .filter(|class| !matches!(*class, "-" | "deploy") && !class.contains('/') && !is_phase(class))
        .or(own)
}

/// "date:begin/operation" and "date:operation" date one thing.
fn measure(claim: &Claim) -> Word {
    let Some(measure) = claim.measure.as_deref() else { return 0 };
    let (kind, rest) = measure.split_once(':').unwrap_or(("", measure));
    let rest = if kind == "date" {
        rest.split_once('/').map_or(rest, |(phase, of)| if is_phase(phase) { of } else { rest })
    } else {
        // Whose offer it is tells offers apart, and is often left unsaid.
        rest.split_once('/')
            .map(|(class, _)| class)
            .filter(|class| of_class(class, Traits::DRIFTS) && !of_class(class, Traits::OWNED))
            .unwrap_or(rest)
    };
    if rest.is_empty() || rest == "-" {
        0
    } else {
        words::hash(rest.as_bytes()) ^ words::hash(kind.as_bytes()).rotate_left(1)
    }
}

/// Which part of its event a date is of: by its measure, else by its verb.
fn stage(claim: &Claim) -> Stage {
    let ends = claim.measure.as_deref().is_some_and(|measure| measure.starts_with("date:end/"));
    let verb = claim.event.as_ref().map_or("", |event| event.lemma.as_str());
    let has = |phase: Phase| {
        crosscheck_lexicon::verb::plain(verb).is_some_and(|phrase| phrase.phases.contains(&phase))
    };
    if ends || has(Phase::End) {
        Stage::End
    } else if has(Phase::Begin) {
        Stage::Begin
    } else {
        Stage::Whole
    }
}

/// Whether an event class only says which part of an event is meant.
fn is_phase(class: &str) -> bool {
    crosscheck_lexicon::measures::measure(class)
        .is_some_and(|measure| measure.behaviour == crosscheck_lexicon::measures::Behaviour::Generic)
}

fn days(from: Option<Moment>, to: Option<Moment>) -> Option<Days> {
    let (from, to) = (from?.date, to?.date);
    Some(if from <= to { Days { from, to } } else { Days { from: to, to: from } })
}

/// The year, month or day printed as the only end of a date; none of "after Friday", whose first day is not the one printed.
fn printed_end(date: &DateValue) -> Option<Days> {
    let timex = date.timex.as_deref()?;
    let printed = timex.split_once('T').map_or(timex, |(day, _)| day);
    let first = |text: String| text.parse::<NaiveDate>().ok();
    let (from, months) = match printed.len() {
        4 => (first(format!("{printed}-01-01"))?, 12),
        7 => (first(format!("{printed}-01"))?, 1),
        10 => (first(printed.to_owned())?, 0),
        _ => return None,
    };
    let to = match months {
        0 => from,
        _ => from.checked_add_months(Months::new(months))?.pred_opt()?,
    };
    let is_end = date.from.is_some_and(|at| at.date == from) || date.to.is_some_and(|at| at.date == to);
    is_end.then_some(Days { from, to })
}

fn dimension(claim: &Claim) -> Dimension {
    match claim.kind {
        // "Half", "one in ten": a share, however it is told.
        Kind::Count | Kind::Score if is_fraction(claim) => Dimension::Percent,
        Kind::Count => Dimension::Count,
        Kind::Money => Dimension::Money(words::key(currency(claim))),
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

/// The unit of a sum; "savings of $5 million" and "saves $5 million a year" have one.
fn currency(claim: &Claim) -> Option<&str> {
    let unit = claim.unit.as_deref()?;
    let class = claim.event.as_ref().and_then(|event| event.concept.as_deref());
    let yearly = class.is_some_and(|class| of_class(class, Traits::YEARLY));
    Some(unit.strip_suffix(" per year").filter(|_| yearly).unwrap_or(unit))
}

fn of_class(class: &str, sort: Traits) -> bool {
    traits::of_class(class).has(sort)
}

/// A number that orders days, for sweeps; claims without a day come first.
pub fn day_number(when: Option<Days>) -> i32 {
    when.map_or(i32::MIN, |days| days.from.num_days_from_ce())
}
