//! A synthetic corpus with planted agreements, updates and conflicts.
//!
//! It depends on nothing but the number of claims: a linear congruential generator with a fixed seed draws it.

use std::collections::BTreeSet;

use crosscheck_model::{
    Basis, BlockKind, Bound, Claim, Document, Event, Interval, Kind, Modality, Moment, Number, Object,
    Published, PublishedBasis, Relation, Span, Value, When,
};
use crosscheck_reconciler::{Reconciled, Source};

/// Claims of one document.
const PER_DOCUMENT: usize = 50;
/// Documents that tell one story.
const PER_STORY: usize = 5;

/// Knuth's MMIX generator.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }
}

const VERBS: [(&str, &str); 8] = [
    ("were killed", "kill"),
    ("were injured", "injure"),
    ("were arrested", "arrest"),
    ("were evacuated", "evacuate"),
    ("were destroyed", "destroy"),
    ("were rescued", "rescue"),
    ("live", "live"),
    ("were deployed", "deploy"),
];
const NOUNS: [(&str, &str); 8] = [
    ("people", "person"),
    ("miners", "miner"),
    ("students", "student"),
    ("residents", "resident"),
    ("houses", "house"),
    ("sailors", "sailor"),
    ("farmers", "farmer"),
    ("soldiers", "soldier"),
];
const SYLLABLES: [&str; 16] = [
    "bar", "den", "mor", "tal", "vik", "ros", "lin", "gar", "hol", "fen", "sted", "kir", "wes", "nor", "pol",
    "dur",
];

/// A made-up name, the same for the same number.
fn name(number: u64) -> String {
    let mut rest = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 16;
    let mut name = String::new();
    for _ in 0..8 {
        name.push_str(SYLLABLES[(rest % 16) as usize]);
        rest /= 16;
    }
    name[..1].to_uppercase() + &name[1..]
}

/// One measure of a story.
struct Told {
    value: u64,
    noun: usize,
    verb: usize,
    /// A name that stands beside it wherever it is told.
    near: String,
}

/// A document under construction.
struct Page {
    text: String,
    claims: Vec<Claim>,
}

fn exact(value: u64) -> Value {
    let number = Number::from(i64::try_from(value).unwrap_or(i64::MAX));
    Value {
        point: Some(number),
        lo: Some(number),
        hi: Some(number),
        lo_closed: true,
        hi_closed: true,
        soft: Interval::point(number),
        granularity: Some(Number::from(1)),
        reason: "a bare number".into(),
    }
}

impl Page {
    /// Adds one sentence with one count.
    fn count(&mut self, id: &str, day: Moment, place: &str, told: &Told) {
        let Told { value, near, .. } = told;
        let start = self.text.len();
        let (surface, head) = NOUNS[told.noun];
        let (predicate, class) = VERBS[told.verb];
        self.text.push_str(&format!("In {place} near the {near} works "));
        let from = self.text.len();
        self.text.push_str(&format!("{value} {surface}"));
        let to = self.text.len();
        self.text.push_str(&format!(" {predicate}."));
        let sentence = Span::new(start, self.text.len());
        self.text.push('\n');
        let span = Span::new(from, to);
        self.claims.push(Claim {
            id: String::new(),
            document: id.to_owned(),
            start: span.start,
            end: span.end,
            surface: format!("{value} {surface}"),
            sentence,
            block: BlockKind::Body,
            kind: Kind::Count,
            value: Some(exact(*value)),
            bound: Bound::Exact,
            change: None,
            unit: None,
            si: None,
            date: None,
            object: Some(Object { surface: surface.to_owned(), head: head.to_owned(), ..Object::default() }),
            event: Some(Event {
                surface: predicate.to_owned(),
                lemma: class.to_owned(),
                concept: Some(class.to_owned()),
                ..Event::default()
            }),
            when: When { from: Some(day), to: Some(day), basis: Basis::Document },
            place: None,
            place_basis: None,
            attribution: Vec::new(),
            modality: Modality::Asserted,
            measure: None,
            cues: Vec::new(),
            core: Span::new(from, from + value.to_string().len()),
            issues: Vec::new(),
        });
    }
}

/// Documents, their claims, and what is at odds among them.
#[derive(Default)]
pub(crate) struct Corpus {
    /// The documents.
    pub(crate) documents: Vec<Document>,
    /// The text of each.
    pub(crate) texts: Vec<String>,
    /// All claims, about fifty to a document.
    pub(crate) claims: Vec<Claim>,
    /// The claims of both ends of each planted conflict.
    pub(crate) planted: BTreeSet<(usize, usize)>,
}

/// Draws that many claims.
pub(crate) fn corpus(wanted: usize) -> Corpus {
    let count = wanted / PER_DOCUMENT;
    let mut draw = Draw(20_160_416);
    let first: Moment = "2024-01-01".parse().expect("a date");
    let Corpus { mut documents, mut texts, mut claims, mut planted } = Corpus::default();
    for story in 0..count.div_ceil(PER_STORY) {
        let place = name(story as u64);
        let day = Moment::day(first.date + chrono::Days::new(draw.below(700)));
        // The measures of the story: each with the words that stand beside it.
        let measures: Vec<Told> = (0..2 * PER_DOCUMENT as u64)
            .map(|at| Told {
                value: draw.below(900) + 13,
                noun: draw.below(NOUNS.len() as u64) as usize,
                verb: draw.below(VERBS.len() as u64) as usize,
                near: name(1_000_000_000 + story as u64 * 1000 + at),
            })
            .collect();
        let members = PER_STORY.min(count - story * PER_STORY);
        // In every second story the last document tells one measure wrongly that the others tell rightly.
        let wrong = (members > 1 && story % 2 == 0).then(|| draw.below(10) as usize);
        let mut rightly = Vec::new();
        for member in 0..members {
            let id = format!("d{}", documents.len() + 1);
            let mut page = Page { text: String::new(), claims: Vec::new() };
            for (at, told) in measures.iter().enumerate() {
                // Ten measures are in every document; of the others each document tells some.
                let left = PER_DOCUMENT - page.claims.len();
                if left == 0 || (at >= 10 && draw.below(100) >= 45 && measures.len() - at > left) {
                    continue;
                }
                let last = member + 1 == members;
                if wrong == Some(at) {
                    let here = claims.len() + page.claims.len();
                    if last {
                        planted.extend(rightly.iter().map(|there| (*there, here)));
                    }
                    rightly.push(here);
                }
                if wrong == Some(at) && last {
                    page.count(
                        &id,
                        day,
                        &place,
                        &Told { value: told.value + 7, near: told.near.clone(), ..*told },
                    );
                } else {
                    page.count(&id, day, &place, told);
                }
            }
            documents.push(Document {
                id,
                path: format!("{}.txt", documents.len()),
                sha256: String::new(),
                bytes: page.text.len(),
                title: None,
                source: Some(format!("Paper {member}")),
                url: None,
                language: None,
                published: Published { date: Some(day), basis: PublishedBasis::Manifest },
                body: vec![Span::new(0, page.text.len())],
                copy_group: None,
            });
            texts.push(page.text);
            claims.extend(page.claims);
        }
    }
    for (at, claim) in claims.iter_mut().enumerate() {
        claim.id = format!("c{}", at + 1);
    }
    Corpus { documents, texts, claims, planted }
}

impl Corpus {
    /// The documents as the reconciler takes them.
    pub(crate) fn sources(&self) -> Vec<Source<'_>> {
        self.documents.iter().zip(&self.texts).map(|(document, text)| Source { document, text }).collect()
    }

    /// How many of the planted conflicts were found, and how many conflicts were found that nobody planted.
    pub(crate) fn judge(&self, found: &Reconciled) -> (usize, usize) {
        let index = |id: &str| id[1..].parse::<usize>().map_or(0, |number| number - 1);
        let conflicts: BTreeSet<_> = found
            .links
            .iter()
            .filter(|link| link.relation == Relation::Conflict)
            .map(|link| (index(&link.a), index(&link.b)))
            .collect();
        let right = conflicts.intersection(&self.planted).count();
        (right, conflicts.len() - right)
    }
}
