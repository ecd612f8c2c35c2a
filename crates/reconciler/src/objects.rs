//! How two counted things stand to each other: the lexicon's taxonomy, and the user's bridges before it.

use std::sync::LazyLock;

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::concept::{self, ConceptRef, Relation};
use crosscheck_lexicon::place::{self, Naming};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::{measures, morphology, verb};
use crosscheck_model::{Claim, Kind, Number, Object};
use rust_decimal::Decimal;

use crate::config::BridgeRelation;
use crate::context::Context;
use crate::node::{Dimension, Node};
use crate::words::{self, Word};

/// Figures up to which two counts of one story may agree by chance: four.
pub(crate) const FEW: Number = Number(Decimal::from_parts(4, 0, 0, false, 0));

/// How the first counted thing stands to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObjectRelation {
    /// Two names of one thing, or a group counted by its members.
    Same,
    /// The first is a kind of the second.
    Finer,
    /// The second is a kind of the first.
    Coarser,
    /// Some things are both.
    Overlapping,
    /// Nothing is both, though both are kinds of one thing.
    Disjoint,
    /// No count can be about both.
    Unrelated,
    /// The lexicon does not say.
    Unknown,
    /// At least one claim counts nothing: a date, a bare measure.
    Absent,
}

impl ObjectRelation {
    /// Whether one count may be about both.
    pub fn is_related(self) -> bool {
        matches!(self, Self::Same | Self::Finer | Self::Coarser | Self::Overlapping)
    }
}

/// The concepts a claim counts: its head and the heads coordinated with it.
pub(crate) fn concepts(claim: &Claim) -> Box<[ConceptRef]> {
    let Some(object) = &claim.object else { return Box::default() };
    // "Thirty others" are whatever the sentence counted before.
    let pronoun = classes(&object.head).has(Classes::DETERMINER.or(Classes::PRONOUN))
        || classes(object.head.trim_end_matches('s')).has(Classes::DETERMINER);
    // ... which are people where only people are in that state: "forty others were injured".
    let of_people = || {
        let class = claim.event.as_ref().and_then(|event| event.concept.as_deref());
        class.is_some_and(|class| traits::of_class(class).has(Traits::PERSONS))
    };
    if pronoun && claim.kind == Kind::Count && of_people() {
        return [concept::resolve("person", &[])].into();
    }
    if object.head.is_empty() || pronoun || (object.implied && object.concept.is_none()) {
        return Box::default();
    }
    // The year in "the 2014 tax rate" is told by the claim's time.
    let year = |modifier: &&String| modifier.bytes().all(|byte| byte.is_ascii_digit());
    let modifiers: Vec<&str> =
        object.modifiers.iter().filter(|modifier| !year(modifier)).map(String::as_str).collect();
    let first = match after_of(object) {
        Some(of) => concept::resolve_of(&object.head, &modifiers, of, &[]),
        None => concept::resolve(&object.head, &modifiers),
    };
    // "186 passengers and crew" are all who were aboard.
    let travels =
        |head: &str| head.split(' ').any(|word| traits::of_word(&word.to_lowercase()).has(Traits::TRAVELLER));
    if travels(&object.head) && object.also.iter().any(|head| travels(head)) && object.modifiers.is_empty() {
        return [concept::resolve("person", &[])].into();
    }
    std::iter::once(first).chain(object.also.iter().map(|head| concept::resolve(head, &[]))).collect()
}

/// Whether the thing counted is supposed from the words around, and not printed.
pub(crate) fn is_implied(node: &Node<'_>) -> bool {
    node.claim.object.as_ref().is_some_and(|object| object.implied)
}

/// Whether the counted noun is the event itself: "toll" of a killing, "aftershocks".
pub(crate) fn is_nominal(claim: &Claim) -> bool {
    let (Some(object), Some(event)) = (&claim.object, &claim.event) else { return false };
    let lives = event.concept.as_deref() == Some("kill")
        && traits::of_word(&object.head.to_lowercase()).has(Traits::LIVES);
    lives
        || event.concept.is_some()
            && verb::noun_event(&object.head.to_lowercase()) == event.concept.as_deref()
}

/// The noun after "of" in a container group: "rounds of ammunition".
fn after_of(object: &Object) -> Option<&str> {
    let (front, rest) = object.surface.split_once(" of ")?;
    // The head must be the container itself.
    (front.split_whitespace().count() <= 3)
        .then(|| rest.split([',', '(']).next().unwrap_or(rest).split_whitespace().last())
        .flatten()
}

/// Compares the objects of two claims; also whether each has qualifiers that the other lacks.
pub(crate) fn relation(cx: &Context<'_>, a: &Node<'_>, b: &Node<'_>) -> (ObjectRelation, bool) {
    // "44.1 per cent for one candidate", "52.3 for another".
    if let (Some(x), Some(y)) = (owner(a), owner(b)) {
        return (if x == y { ObjectRelation::Same } else { ObjectRelation::Unrelated }, false);
    }
    if is_unowned(cx, a, b) {
        return (ObjectRelation::Unrelated, false);
    }
    // "Capt. Emnace, 51", "Captain Rodrigo Emnace, 61".
    if a.dimension == Dimension::Age && a.measure != 0 && a.measure == b.measure {
        return (ObjectRelation::Same, false);
    }
    // "The 19-year-old" may be whoever the other text names.
    if a.dimension == Dimension::Age && (is_unnamed(a) != is_unnamed(b)) {
        return (ObjectRelation::Absent, false);
    }
    if a.concepts.is_empty() || b.concepts.is_empty() {
        return (ObjectRelation::Absent, crossing(a, b));
    }
    // "The toll stood at 443" counts what "525 people were killed" counts: the noun is the event itself. "Two strong tremors" are some of them.
    let one_class = |x: &str, y: &str| x == y || (measures::near(x, y) && lives(x) && lives(y));
    let classes = a.class_name.zip(b.class_name);
    if classes.is_some_and(|(x, y)| one_class(x, y)) && (a.nominal || b.nominal) && !narrowed(a, b) {
        // The toll counts people: "five children" are some of them.
        let person = concept::resolve("person", &[]);
        let of_people = |node: &Node<'_>| {
            let mut kinds = node.concepts.iter().filter(|_| !node.nominal);
            kinds.any(|kind| concept::relation(kind, &person) == Relation::Narrower && !is_stand_in(kind))
        };
        let found = match (of_people(a), of_people(b)) {
            (true, false) => ObjectRelation::Finer,
            (false, true) => ObjectRelation::Coarser,
            _ => ObjectRelation::Same,
        };
        return (found, false);
    }
    let found = match groups(cx, a, b) {
        // "Nine Germans" are some of "10 people".
        ObjectRelation::Same if a.nation != b.nation => match (a.nation, b.nation) {
            (_, 0) => ObjectRelation::Finer,
            (0, _) => ObjectRelation::Coarser,
            _ => ObjectRelation::Disjoint,
        },
        // "12 Somalis" are some of the "23 pirates" who were captured; Armenians and peacekeepers are two groups.
        ObjectRelation::Overlapping
            if is_nation(a) != is_nation(b)
                && a.nation.min(b.nation) == 0
                && a.class_name == b.class_name
                && a.is_of(Traits::PERSONS) =>
        {
            if is_nation(a) {
                ObjectRelation::Finer
            } else {
                ObjectRelation::Coarser
            }
        }
        found => found,
    };
    // "A magnitude of 7.8" and "a 7.8 magnitude quake": one names the noun that the other counts.
    let names = |x: &Node<'_>, y: &Node<'_>| {
        let head = lemma_words(x);
        !head.is_empty() && head.iter().all(|word| y.object.binary_search(word).is_ok())
    };
    if found == ObjectRelation::Unrelated && (names(a, b) || names(b, a)) {
        return (ObjectRelation::Overlapping, false);
    }
    // What the words beside a figure settle needs no noun: "14 miles north of", "26 kilometres off".
    let settled = a.measure != 0 && a.measure == b.measure && !matches!(a.dimension, Dimension::Count);
    if settled && found == ObjectRelation::Unknown {
        return (ObjectRelation::Absent, false);
    }
    // What a date or a length of time is of is told by its event; the noun beside it is often only the subject of its sentence.
    if matches!(a.dimension, Dimension::Calendar | Dimension::Duration) && found != ObjectRelation::Same {
        return (ObjectRelation::Absent, false);
    }
    // The lexicon has already weighed the qualifiers of counted groups.
    let crossing = (a.dimension != Dimension::Count || found == ObjectRelation::Unknown) && crossing(a, b);
    (found, crossing)
}

/// Whether an age is told of a person who goes without a name: "a 20-year-old man", "the 19-year-old".
fn is_unnamed(node: &Node<'_>) -> bool {
    let Some(object) = node.claim.object.as_ref() else { return true };
    let told = object.surface.split_whitespace().last().unwrap_or_default();
    !told.starts_with(char::is_uppercase)
}

/// Whether both groups are counted by one noun: "two riverine boats", "two patrol boats".
pub(crate) fn share_head(a: &Node<'_>, b: &Node<'_>) -> bool {
    let head = |node: &Node<'_>| lemma_words(node).pop();
    head(a).is_some() && head(a) == head(b)
}

/// The words of the lemma that is counted: "person".
fn lemma_words(node: &Node<'_>) -> Vec<Word> {
    words::content_words(node.claim.object.as_ref().map_or("", |object| &object.head))
}

/// Whether a class counts only persons, or what is left of them.
fn lives(class: &str) -> bool {
    let traits = traits::of_class(class);
    traits.has(Traits::PERSONS) || traits.has(Traits::RUNS_UP)
}

/// Whose share it is, where the measure says so: "share:vote-share/venn".
pub(crate) fn owner<'n>(node: &Node<'n>) -> Option<&'n str> {
    matches!(node.dimension, Dimension::Percent | Dimension::Money(_))
        .then(|| node.claim.measure.as_deref()?.split_once('/'))
        .flatten()
        .map(|(_, owner)| owner)
}

/// Doubt from which on two prices of a share that no text gives an owner are of two firms.
const OWNERLESS: f64 = 0.2;

/// Whether one of two prices or parts of a share has an owner that the other's document does not tell, or neither has one among many documents.
fn is_unowned(cx: &Context<'_>, a: &Node<'_>, b: &Node<'_>) -> bool {
    let tells = |node: &Node<'_>, name: &str| {
        words::content_words(name).iter().all(|word| cx.stories.tells(node.doc, *word))
    };
    (a.is_of(Traits::OWNED) || b.is_of(Traits::OWNED))
        && match (owner(a), owner(b)) {
            (Some(name), _) => !tells(b, name),
            (_, Some(name)) => !tells(a, name),
            _ => cx.stories.doubt() > OWNERLESS && cx.stories.are_one(a.doc, b.doc) != Some(true),
        }
}

/// Whether two distances lead to two places: each named and neither told beside the other, or one named and in another direction.
///
/// "Rosharon, 50 km south of the city", "the river, 50 km south-west of it".
pub(crate) fn is_other_end(a: &Node<'_>, b: &Node<'_>) -> bool {
    let end = |node: &Node<'_>| {
        let (_, end) = node.claim.measure.as_deref()?.strip_prefix("distance:")?.split_once('/')?;
        // "55 km west of Bireun": where it is measured from is no end.
        let from = node.bearing.is_some_and(|(_, from)| from == words::key(Some(end)));
        words::content_words(end).pop().filter(|_| !from)
    };
    let (Some(x), Some(y)) = (end(a), end(b)) else { return false };
    let turned = a.bearing.zip(b.bearing).is_some_and(|(p, q)| p.1 == q.1 && p.0 != q.0);
    let named = |node: &Node<'_>, word: Word, other: &Node<'_>| {
        node.names.binary_search(&word).is_ok() && other.context.binary_search(&word).is_err()
    };
    let (one, two) = (named(a, x, b), named(b, y, a));
    matches!(a.dimension, Dimension::Physical(_)) && x != y && ((one && two) || (turned && (one || two)))
}

/// Whether one of two nouns of one event carries a qualifier and counts more coarsely or finely than the other.
fn narrowed(a: &Node<'_>, b: &Node<'_>) -> bool {
    let head = |node: &Node<'_>| node.claim.object.as_ref().map(|object| object.head.to_lowercase());
    let qualified =
        |node: &Node<'_>| node.claim.object.as_ref().is_some_and(|object| !object.modifiers.is_empty());
    let people = |node: &Node<'_>| node.concepts.iter().any(ConceptRef::is_person);
    a.nominal && b.nominal && head(a) != head(b) && (qualified(a) || qualified(b)) && !people(a) && !people(b)
}

/// Whether both groups hold a word that the other group and the other sentence lack: "state taxes", "federal taxes".
fn crossing(a: &Node<'_>, b: &Node<'_>) -> bool {
    // "Marl's bid for Kelt", "Marl's new cash offer": how a bid or a prize has changed makes it no other one; only a name does.
    let bids = matches!(a.dimension, Dimension::Money(_))
        && a.measure != 0
        && a.measure == b.measure
        && a.is_of(Traits::DRIFTS);
    let own = |x: &Node<'_>, y: &Node<'_>| {
        let head = lemma_words(x);
        x.object.iter().any(|word: &Word| {
            !head.contains(word)
                && (!bids || x.names.binary_search(word).is_ok())
                && y.object.binary_search(word).is_err()
                && y.context.binary_search(word).is_err()
        })
    };
    own(a, b) && own(b, a)
}

/// Whether both groups hold a word that the other group lacks, wherever else it may stand: enough to doubt that two differing figures
/// measure one thing.
pub(crate) fn differ(a: &Node<'_>, b: &Node<'_>) -> bool {
    let own = |x: &Node<'_>, y: &Node<'_>| {
        let head = head_words(x);
        // A name beside one figure and in the sentence of the other is told of both: "the Smiths' tax rate", "the Smiths paid a rate".
        let told = |word: &Word| x.names.binary_search(word).is_ok() && y.context.binary_search(word).is_ok();
        x.object
            .iter()
            .any(|word| !head.contains(word) && y.object.binary_search(word).is_err() && !told(word))
    };
    own(a, b) && own(b, a)
}

/// The words of the noun that is counted, as lemma and as printed: "person", "people".
fn head_words(node: &Node<'_>) -> Vec<Word> {
    let Some(object) = &node.claim.object else { return Vec::new() };
    let lemma = object.head.to_lowercase();
    let mut head = words::content_words(&lemma);
    words::each_word(&object.surface, |word| {
        let printed = object.surface.get(word.at..word.at + word.len).unwrap_or("").to_lowercase();
        if morphology::noun_lemma(&printed).is_some_and(|of| of == lemma) {
            head.push(word.hash);
        }
    });
    head
}

/// Whether each figure stands beside a rare name that the other sentence lacks: two incidents of one kind in two streets.
pub(crate) fn named_apart(cx: &Context<'_>, a: &Node<'_>, b: &Node<'_>) -> bool {
    // Whose a sum or a share is, the names tell even where the story is full of them.
    let rare = if matches!(a.dimension, Dimension::Money(_) | Dimension::Percent) { 1.0 } else { 2.0 };
    let own = |x: &Node<'_>, y: &Node<'_>| {
        x.names.iter().any(|name| y.context.binary_search(name).is_err() && cx.rarity(*name) > rare)
    };
    let one_owner = owner(a).is_some() && owner(a) == owner(b);
    !one_owner && !matches!(a.dimension, Dimension::Physical(_)) && own(a, b) && own(b, a)
}

fn groups(cx: &Context<'_>, a: &Node<'_>, b: &Node<'_>) -> ObjectRelation {
    let (xs, ys) = (&a.concepts, &b.concepts);
    if let ([x], [y]) = (&xs[..], &ys[..]) {
        return one(cx, x, y);
    }
    let table: Vec<Vec<ObjectRelation>> =
        xs.iter().map(|p| ys.iter().map(|q| one(cx, p, q)).collect()).collect();
    let covered = |inner: ObjectRelation| move |r: &ObjectRelation| *r == ObjectRelation::Same || *r == inner;
    let rows = |inner: ObjectRelation| table.iter().all(|row| row.iter().any(covered(inner)));
    let columns =
        |inner: ObjectRelation| (0..ys.len()).all(|at| table.iter().any(|row| covered(inner)(&row[at])));
    let any = |wanted: &[ObjectRelation]| table.iter().flatten().any(|r| wanted.contains(r));
    use ObjectRelation::{Coarser, Disjoint, Finer, Overlapping, Same, Unknown, Unrelated};
    // "800 rifles and cannons" are not 800 cannons: a part that excludes the other group excludes the whole count.
    let excluded = table.iter().any(|row| row.iter().all(|r| *r == Disjoint))
        || (0..ys.len()).any(|at| table.iter().all(|row| row[at] == Disjoint));
    if excluded {
        return Disjoint;
    }
    if rows(Same) && columns(Same) {
        Same
    } else if rows(Finer) && columns(Coarser) {
        Overlapping
    } else if rows(Finer) || is_spelt_out(table.iter().map(|row| row[0]), ys.len(), Finer) {
        Finer
    } else if columns(Coarser) || is_spelt_out(table[0].iter().copied(), xs.len(), Coarser) {
        Coarser
    } else if any(&[Same, Finer, Coarser, Overlapping]) {
        Overlapping
    } else if any(&[Unknown]) {
        Unknown
    } else if any(&[Disjoint]) {
        Disjoint
    } else {
        Unrelated
    }
}

/// Whether a list spells out the one coarse word beside it: "small arms and anti-tank weapons" are the guns, though some such weapons are
/// no guns. `kind` is how a part of the list stands to a coarse word.
fn is_spelt_out(
    mut parts: impl Iterator<Item = ObjectRelation> + Clone,
    words: usize,
    kind: ObjectRelation,
) -> bool {
    words == 1
        && parts.clone().count() > 1
        && parts.clone().any(|relation| relation == kind)
        && parts.all(|relation| {
            relation == kind || matches!(relation, ObjectRelation::Same | ObjectRelation::Overlapping)
        })
}

/// Whether a noun stands for people in general.
pub(crate) fn is_stand_in(concept: &ConceptRef) -> bool {
    measures::is_stand_in(concept.head()) || concept.key().is_some_and(measures::is_stand_in)
}

/// Whether a finer noun is only another name for what the coarser one counts: a noun that one text leaves out, the usual reading of a
/// vague word ("firearms", "guns"), one noun beside which only a name is more, people by two words for one part in the event ("employees",
/// "workers"), or a sum, share or extent of one measure.
///
/// A cell of its own - children, women, soldiers - is told apart on purpose, and a qualifier or a list says more.
pub(crate) fn is_another_name(fine: &Node<'_>, coarse: &Node<'_>) -> bool {
    let (Some(x), Some(y)) = (&fine.claim.object, &coarse.claim.object) else { return false };
    // Names and years say whose and when, which place and time of the claim tell as well.
    let says_more = |word: &String| {
        let bare = word.trim_end_matches("'s").trim_end_matches("’s").trim_end_matches(['\'', '’']);
        bare.chars().any(char::is_alphabetic) && !bare.starts_with(char::is_uppercase)
    };
    if fine.dimension != Dimension::Count {
        return fine.claim.measure.is_some() && fine.claim.measure == coarse.claim.measure;
    }
    // "Of the 186, 63 were saved": what is left unsaid is no coarser.
    if x.implied || y.implied {
        return true;
    }
    let ([p], [q]) = (&fine.concepts[..], &coarse.concepts[..]) else { return false };
    // "12 Somalis", "12 Somali pirates"; "ten people", "ten tourists": as many of one event are the same persons, unless reports count the
    // finer group on purpose.
    let one_group = if fine.nation == 0 { !fine.cell } else { fine.nation == coarse.nation };
    if p.is_person() && q.is_person() && one_group {
        return true;
    }
    if x.modifiers.iter().any(says_more) || y.modifiers.iter().any(says_more) || !x.also.is_empty() {
        return false;
    }
    x.head == y.head || concept::compare(p, q).usual == Some(Relation::Same)
}

/// Whether a claim counts a group that reports tell apart on purpose.
pub(crate) fn is_cell_count(node: &Node<'_>) -> bool {
    node.cell || node.nation != 0 || node.concepts.iter().any(|kind| !kind.is_person())
}

/// Whether both count one group that reports tell apart on purpose: "12 of the dead are children", "13 children died".
pub(crate) fn is_one_cell(a: &Node<'_>, b: &Node<'_>) -> bool {
    match (&a.concepts[..], &b.concepts[..]) {
        ([x], [y]) => a.cell && concept::relation(x, y) == Relation::Same,
        _ => false,
    }
}

/// Whether one counts a group of people that reports tell apart on purpose, and the other does not count that group: "63 migrants", "12 children".
pub(crate) fn is_other_cell(a: &Node<'_>, b: &Node<'_>) -> bool {
    // "Killing three soldiers and leaving | six missing": a count without a noun goes on with the one before it.
    let goes_on = |x: &Node<'_>, cell: &Node<'_>| {
        let head = lemma_words(cell);
        is_implied(x)
            && cell.cell
            && !head.is_empty()
            && head.iter().all(|word| x.context.binary_search(word).is_ok())
    };
    (a.cell || b.cell) && !is_one_cell(a, b) && !goes_on(a, b) && !goes_on(b, a)
}

/// The country whose people a claim counts: "nine Germans", "three Russian nationals".
pub(crate) fn nation(claim: &Claim) -> Option<&'static str> {
    let object = claim.object.as_ref().filter(|_| claim.kind == Kind::Count)?;
    std::iter::once(&object.head).chain(&object.modifiers).find_map(|word| demonym(word))
}

/// Whether a claim counts the people of a country by that alone: "12 Somalis".
fn is_nation(node: &Node<'_>) -> bool {
    node.nation != 0
        && node.concepts.iter().all(ConceptRef::is_person)
        && node.claim.object.as_ref().is_some_and(|object| demonym(&object.head).is_some())
}

/// The country of a demonym.
fn demonym(word: &str) -> Option<&'static str> {
    place::place(&word.to_lowercase()).filter(|place| place.naming == Naming::Demonym).map(|place| place.key)
}

/// Whether a kind of person excludes another by what the overlay says of people: children, women, soldiers.
pub(crate) fn is_cell(kind: &ConceptRef) -> bool {
    static CELLS: LazyLock<[ConceptRef; 6]> = LazyLock::new(|| {
        ["adult", "child", "man", "woman", "soldier", "civilian"].map(|cell| concept::resolve(cell, &[]))
    });
    let excludes = |cell| matches!(concept::relation(kind, cell), Relation::Disjoint { .. } | Relation::Same);
    kind.is_person() && CELLS.iter().any(excludes)
}

/// Compares two groups of one head each.
fn one(cx: &Context<'_>, x: &ConceptRef, y: &ConceptRef) -> ObjectRelation {
    for bridge in &cx.config.bridge {
        let forward = bridge.a == x.head() && bridge.b == y.head();
        if forward || (bridge.a == y.head() && bridge.b == x.head()) {
            return match (bridge.relation, forward) {
                (BridgeRelation::Same, _) => ObjectRelation::Same,
                (BridgeRelation::Narrower, true) => ObjectRelation::Finer,
                (BridgeRelation::Narrower, false) => ObjectRelation::Coarser,
                (BridgeRelation::Disjoint, _) => ObjectRelation::Disjoint,
            };
        }
    }
    let found = concept::relation(x, y);
    // Both stand for people in general: neither is a part of the other. Qualifiers ("wounded residents") are left to the lexicon.
    if matches!(found, Relation::Narrower | Relation::Wider | Relation::Overlapping { .. })
        && is_stand_in(x)
        && is_stand_in(y)
        && x.is_person()
        && y.is_person()
        && concept::relation(&concept::resolve(x.head(), &[]), &concept::resolve(y.head(), &[])) == found
    {
        return ObjectRelation::Same;
    }
    match found {
        Relation::Same | Relation::GroupMember { counts_members: true } => ObjectRelation::Same,
        Relation::Narrower => ObjectRelation::Finer,
        Relation::Wider => ObjectRelation::Coarser,
        Relation::Overlapping { .. } => ObjectRelation::Overlapping,
        Relation::Disjoint { .. } => ObjectRelation::Disjoint,
        Relation::GroupMember { counts_members: false } | Relation::Unrelated => ObjectRelation::Unrelated,
        Relation::Unknown => ObjectRelation::Unknown,
    }
}

/// Whether one noun leaves open what it counts beside the other: "12 units" may be engines, "40 households" live in 40 homes.
pub(crate) fn is_open(a: &Node<'_>, b: &Node<'_>) -> bool {
    let broad =
        |kind: &ConceptRef| kind.family().is_some_and(|root| traits::of_word(root).has(Traits::BROAD));
    let grouped =
        |x: &ConceptRef, y: &ConceptRef| matches!(concept::relation(x, y), Relation::GroupMember { .. });
    a.concepts.iter().any(|x| b.concepts.iter().any(|y| broad(x) || broad(y) || grouped(x, y)))
}

/// Why the lexicon takes two counted things for what it does: "cannon < artillery piece < gun".
pub(crate) fn reason(a: &Node<'_>, b: &Node<'_>) -> String {
    match (a.concepts.first(), b.concepts.first()) {
        (Some(x), Some(y)) => concept::compare(x, y).reason,
        _ => String::new(),
    }
}
