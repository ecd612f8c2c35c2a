//! What the frames must know of event classes, verbs and nouns beyond their class; `data/traits.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::bits::named_bits;
use crate::table::rows;

named_bits! {
    /// A set of traits: one bit each, so that one look-up answers every question about a word.
    Traits(u128);
    /// Class: only persons are counted in it.
    PERSONS = "persons";
    /// Class: its figure is followed from day to day.
    RUNS = "runs";
    /// Verb: beside a venue or vessel tells how many fit in.
    SEATS = "seats";
    /// Noun: a building that is known by how many fit in.
    VENUE = "venue";
    /// Class: of one day the higher figure is the later one.
    MOUNTS = "mounts";
    /// Class: tells of a thing without saying what happened to it.
    IDLE = "idle";
    /// Class: says nothing of a bare figure's measure.
    BARE = "bare";
    /// Class: its subject may name the event: "the quake struck".
    TOLD_BY_SUBJECT = "told-by-subject";
    /// Class: a figure's level, whose event is its subject: "injuries rose to 588".
    LEVEL = "level";
    /// Class: happens at one time, to which its size, place and circumstances belong.
    SUDDEN = "sudden";
    /// Class: money that flows over a period.
    FLOW = "flow";
    /// Class: a state of which a part may be counted: "three of the dead".
    GROUP = "group";
    /// Class: a fact of the sudden event that does not grow as a toll does.
    CIRCUMSTANCE = "circumstance";
    /// Verb: says less than a state or its subject's verb.
    WEAK = "weak";
    /// Verb: its passive before a state says only who held it to be so.
    DECLARES = "declares";
    /// Class: counts those it is done to, and not those who do it.
    DONE_TO = "done-to";
    /// Verb: its subject undergoes it, whatever stands for its object.
    UNDERGOES = "undergoes";
    /// Verb: its object does what the participle behind it tells.
    SENDS = "sends";
    /// Noun: persons who are stationed where somebody has them.
    FORCES = "forces";
    /// Noun: counted, tells how high the thing is that it is hyphened to.
    STOREYS = "storeys";
    /// Verb: its subject holds what follows to be so.
    HOLDS = "holds";
    /// Verb: a verb of speech before a bare figure as well.
    COUNTS = "counts";
    /// Verb: what follows is who is spoken to.
    ADDRESSED = "addressed";
    /// Verb: links its subject to what follows.
    COPULA = "copula";
    /// Noun: words that somebody has put out.
    TEXT = "text";
    /// Noun: a subject that is no source.
    NO_SOURCE = "no-source";
    /// Adjective after "is" before "to": what follows lies ahead.
    AHEAD = "ahead";
    /// Preposition after which a name is a place.
    LOCATIVE = "locative";
    /// Preposition after which a known place is one.
    DIRECTION = "direction";
    /// Determiner or pronoun that heads no object.
    EMPTY = "empty";
    /// Verb: speech where its object is a figure.
    RECOUNTS = "recounts";
    /// Noun: a figure that a recount changes.
    FIGURE = "figure";
    /// Noun: a speaker with a cause of its own, whose figures stand beside those of the authorities.
    PARTY = "party";
    /// Class: part of one incident, so that its day is the day of the others.
    INCIDENT = "incident";
    /// Word beside a count: what is counted comes on top of what was counted before.
    ADDED = "added";
    /// Class: only grows, so that "another seven" are not all of them.
    RUNS_UP = "runs-up";
    /// Word after "of" that stands for a group already spoken of.
    GROUPED = "grouped";
    /// Noun: what the killed lost, counted for them.
    LIVES = "lives";
    /// Noun: whoever did what harmed the others.
    DOER = "doer";
    /// Noun: whoever is counted by it got out alive.
    ALIVE = "alive";
    /// Adjective: "to be exact" says how something is told.
    REMARKS = "remarks";
    /// Noun: heads what is added to a document as the news comes in: "Update 2:10 p.m.: ...".
    ENTRY = "entry";
    /// Pronoun: a sentence that opens with it goes on with what was said before.
    CARRIES = "carries";
    /// Verb: says only whom its subject's event reached: "the evacuation order affects 80,000".
    REACHES = "reaches";
    /// Participle after a bare figure: what befell those counted, no adjective.
    BEFALLS = "befalls";
    /// Verb: takes no object, so that its past form right behind a count has it for its subject.
    OF_NO_OBJECT = "of-no-object";
    /// Noun: what is left of the dead.
    BODY = "body";
    /// Word between a count and the state of those counted: "30 others | were still | missing".
    FILLS = "fills";
    /// Noun or stand-in for persons who are not told apart by it: "77 people dead".
    PLAIN = "plain";
    /// Noun: the sentence tells of a vote.
    POLLED = "polled";
    /// Class: a candidate's verb in a result: "gave Emil Tallen 52.3 per cent".
    POLLS = "polls";
    /// Noun: whoever travels in a vessel or aircraft.
    TRAVELLER = "traveller";
    /// Class: what a firm reports for a quarter or a year.
    OF_PERIOD = "of-period";
    /// Class: what became of counted events or residents, which says more than their noun: "cancelled 140 flights".
    ACTED = "acted";
    /// Class: sums that have come together by the time they are told.
    SUMS = "sums";
    /// Verb after which a question in quotation marks ends no sentence: "\"Why?\" | asked the judge".
    ASKS = "asks";
    /// Part of a day that is not named: "overnight".
    PART_OF_DAY = "part-of-day";
    /// Word that may stand beside a part of a day without naming it.
    BESIDE_PART = "beside-part";
    /// Unit of the calendar that points back without a date: "the same week".
    CALENDAR_UNIT = "calendar-unit";
    /// Word for the day of speaking.
    TODAY = "today";
    /// Word after a length that counts it from an event: "days | after the truce".
    FROM_EVENT = "from-event";
    /// Preposition or conjunction after which a figure is another's: "61%, | down from 68%".
    OTHER_FIGURE = "other-figure";
    /// Class: answers to deeds of an earlier time, whose date is not its own.
    FOR_DEEDS = "for-deeds";
    /// Preposition before what somebody answers for.
    FOR_WHAT = "for-what";
    /// Noun: a count or inquiry that speaks for whoever made it.
    WORK = "work";
    /// Noun: a plural without the ending of one.
    PLURAL = "plural";
    /// Noun: "the company" stands for any body named before.
    GENERIC = "generic";
    /// Verb: speech where its object is a sum of the subject's own accounts.
    ACCOUNTS = "accounts";
    /// Noun: a person who speaks for the body named beside it.
    ROLE = "role";
    /// Noun: ends the name of a company.
    CORPORATE = "corporate";
    /// Noun: stands for the company whose it is: "management".
    MANAGES = "manages";
    /// Noun: the legal form of a company.
    LEGAL_FORM = "legal-form";
    /// Verb: opens a note on an article's author.
    INTRODUCES = "introduces";
    /// Class: an event of a day; on another day it is another one.
    HELD = "held";
    /// Noun: speakers who may be anybody.
    ANYBODY = "anybody";
    /// Verb: what follows with "to" is under way.
    HURRIES = "hurries";
    /// Family of things that is no event, whatever else its nouns name: "rounds of ammunition" are no talks.
    THING = "thing";
    /// Noun: a body that others join: "a federation of 22 bodies".
    UNION = "union";
    /// Noun: whoever works for a firm that has them.
    STAFF = "staff";
    /// Root of the taxonomy that holds too much for its things to share an event.
    BROAD = "broad";
    /// Noun: a place of a kind, before "of" and its name.
    SETTLEMENT = "settlement";
    /// Verb: its subject, where it is a place, gives the place's own count.
    TALLIES = "tallies";
    /// Noun: people told by whose they are: "16 of its citizens".
    NATIONALS = "nationals";
    /// Noun: one of a row of pictures, before its number.
    PICTURE = "picture";
    /// Verb: what follows with "to" was tried, and the trying is what a date dates.
    TRIES = "tries";
    /// Verb: sets a day on which what its infinitive tells is to be: "is scheduled on Friday to appear".
    AWAITS = "awaits";
    /// Noun: before "of" where something happened, so that a date behind it is the verb's: "came to the scene of the crash on Friday".
    SCENE = "scene";
    /// Verb: says only how somebody stands to a mishap, or that somebody went there: "responded to a fire".
    ANSWERS = "answers";
    /// Verb: denies words, and turns down whatever else stands behind it.
    TURNS_DOWN = "turns-down";
    /// Noun: something that was said, and that may be denied.
    SAID = "said";
    /// Verb: what it is done for with "to" was done with it: "used tear gas to disperse 300 people".
    SERVES = "serves";
    /// Word beside a date: one more event of a kind.
    AGAIN = "again";
    /// Word beside a date: the first of its kind.
    FIRST = "first";
    /// Word beside a date: one of its kind that came later.
    NEW = "new";
    /// Class: what several sides win, each its own share of it.
    WON = "won";
    /// Word beside a count: it is what something takes, and no state of it.
    REQUIRES = "requires";
    /// Word beside a date: it was moved from another.
    MOVED = "moved";
    /// Class: gives or takes a sum of its own.
    SPENDS = "spends";
    /// Class: every day has a figure of its own.
    DAILY = "daily";
    /// Noun: what runs anew every day, and is counted by the day.
    DEPARTS = "departs";
    /// Class: moves by no more than a quarter from one article to the next.
    DRIFTS = "drifts";
    /// Class: a price or part that says nothing without its owner.
    OWNED = "owned";
    /// Class: a sum that is settled before it is paid, so that plan and deed tell one sum.
    TERMS = "terms";
    /// Class: another figure every minute.
    MOVES = "moves";
    /// Class: differs from place to place.
    LOCAL = "local";
    /// Class: an event for a date or a length, and nothing that a count is of.
    SCHEDULED = "scheduled";
    /// Determiner: what it stands before is known already.
    DEFINITE = "definite";
    /// Noun: what is traded of a firm, which its name stands for.
    TRADED = "traded";
    /// Word behind a sum: it is the whole.
    ALL_TOLD = "all-told";
    /// Class: a sum that is of a year where no period is told.
    YEARLY = "yearly";
    /// Class: what a country or bloc has, whatever is planned for it.
    STANDING = "standing";
    /// Word before a sum: a mark that was passed, and no amount.
    MARK = "mark";
    /// Word between a verb of change and the amount: "rose | by a further | 5 percent".
    LEADS_AMOUNT = "leads-amount";
    /// Word before the subject of a clause that goes on with what the sentence tells: "shares rose, | sending | Kelt up 8%".
    GOES_ON = "goes-on";
    /// Participle that stands before a noun as an adjective: "convertible | preferred | stock".
    ATTRIBUTIVE = "attributive";
    /// Noun before "cut", one noun with it: "a | tax | cut".
    IS_CUT = "is-cut";
    /// Noun that ends the name of a fund or body, as "group" does that of a company.
    ENDS_NAME = "ends-name";
    /// Verb before "at" and the price of a share: "Kelt | closed | at $31".
    TRADES = "trades";
    /// Participle before "by": whoever it names acts for the group.
    LED = "led";
    /// Word between a name and its share in a list: "Orlo | with | 8.4".
    LISTS_SHARE = "lists-share";
    /// Word between what stands apart and how far off it is: "its plant, | located | 25 km north of".
    LIES = "lies";
    /// Word that speaks of now.
    OF_NOW = "of-now";
    /// Word that says that a list holds more than its figures, or something else than parts.
    UNCOUNTED = "uncounted";
    /// Word of an agent that leaves open who it was.
    UNSURE = "unsure";
    /// Adverb before a length that leaves it as it is.
    PRECISE = "precise";
    /// Class: is held on a day set beforehand, so that the present tells of the nearest such day.
    APPOINTED = "appointed";
    /// Class: people speak at it: "said in talks".
    SPOKEN_AT = "spoken-at";
    /// Class: its noun is a matter in court as well: "acquitted in the case".
    CASE = "case";
}

type Table = FxHashMap<&'static str, Traits>;

/// Traits of event classes and of words, apart: "fire" is both.
static TABLES: LazyLock<(Table, Table)> = LazyLock::new(|| {
    let (mut of_classes, mut of_words) = (Table::default(), Table::default());
    for row in rows(include_str!("../data/traits.tsv")) {
        let Some(found) = Traits::named(row.cell(1)) else { continue };
        let table = if row.cell(0) == "class" { &mut of_classes } else { &mut of_words };
        for word in row.cell(2).split(' ') {
            table.entry(word).or_default().0 |= found.0;
        }
    }
    (of_classes, of_words)
});

/// Traits of an event class.
///
/// ```
/// use crosscheck_lexicon::traits::{Traits, of_class};
/// assert!(of_class("kill").has(Traits::PERSONS));
/// assert!(!of_class("destroy").has(Traits::PERSONS));
/// ```
pub fn of_class(class: &str) -> Traits {
    TABLES.0.get(class).copied().unwrap_or_default()
}

/// Traits of a word: a verb's lemma, or any other word in lower case.
///
/// ```
/// use crosscheck_lexicon::traits::{Traits, of_word};
/// assert!(of_word("have").has(Traits::WEAK));
/// ```
pub fn of_word(word: &str) -> Traits {
    TABLES.1.get(word).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_a_trait_and_gives_a_reason() {
        for row in rows(include_str!("../data/traits.tsv")) {
            assert_eq!(row.width(), 4, "of, trait, words, reason: line {}", row.line);
            assert!(!row.reason().is_empty(), "line {}", row.line);
            assert!(matches!(row.cell(0), "class" | "word"), "line {}", row.line);
            assert!(Traits::named(row.cell(1)).is_some(), "line {}", row.line);
        }
    }

    #[test]
    fn every_class_is_one_of_the_event_or_topic_tables() {
        let events = include_str!("../data/events.tsv");
        let topics = include_str!("../data/topics.tsv");
        let known = |class: &str| {
            class == "-" || {
                let mut names =
                    events.lines().chain(topics.lines()).filter_map(|line| line.split('\t').next());
                names.any(|name| name.trim_end_matches('?') == class)
            }
        };
        for line in include_str!("../data/traits.tsv").lines().filter(|line| line.starts_with("class\t")) {
            for class in line.split('\t').nth(2).unwrap_or("").split(' ') {
                assert!(known(class), "{class} in {line}");
            }
        }
    }
}
