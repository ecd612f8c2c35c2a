//! Where the verb around an expression points, and what the preposition before it makes of it.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::tense::{Directions, directions};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb::{self, Phase};
use crosscheck_model::raw::{Tense, TimeRole};

use super::reader::Reader;
use crate::token::TokenKind;

/// Tokens searched for a verb before an expression, and after it.
const REACH: (usize, usize) = (14, 16);
/// Tokens before "from" in which a verb of change stands, and between "from" and "to".
const REACH_CHANGE: usize = 6;
/// Tokens before an expression in which a noun of chance tells of it.
const NEAR: usize = 6;
/// Tokens between a date and the incident it is of: "Tuesday's early-morning motorway | crash", "death | of John Hill in May".
const REACH_NOUN: usize = 5;
/// Words that stand before the noun phrase of what is awaited.
const LEADS: [&str; 8] = ["at", "in", "for", "during", "before", "of", "to", "after"];

impl Reader<'_> {
    /// The role that the words before token `i` give an expression that ends before token `end`.
    pub(super) fn role(&self, i: usize, end: usize) -> TimeRole {
        let Some(mut before) = i.checked_sub(1) else { return TimeRole::At };
        let the = self.the(before) && before > 0;
        if the {
            before -= 1;
        }
        // "after Saturday's quake", "since the 1994 quake": what the word governs is the quake, and its date stays whole.
        let year = end == i + 1 && self.kind(i) == Some(TokenKind::Digits)
            // "after the August 1988 | cease-fire", "since the May | vote"
            || (end..end + 3)
                .take_while(|&at| self.kind(at) == Some(TokenKind::Word) && !self.capital(at) || self.dash(at))
                .next()
                .is_some_and(|at| self.event_noun(at).is_some() || self.dash(at + 1) && self.event_noun(at + 2).is_some());
        if self.kind(end) == Some(TokenKind::Possessive) || the && year {
            return TimeRole::At;
        }
        match self.lower(before) {
            "since" => TimeRole::Since,
            "until" | "till" | "til" => TimeRole::Until,
            "by" => TimeRole::By,
            "before" | "pre" => TimeRole::Before,
            "after" | "following" => TimeRole::After,
            "of" if before > 0 && self.is(before - 1, "as") => TimeRole::AsOf,
            "of" if before > 0 && self.is(before - 1, "ahead") => TimeRole::Before,
            // "moved from 20 May to 3 June": two days, and no stretch of time.
            "from" if self.changed(before) => TimeRole::At,
            "to" if self.leaves(before) => TimeRole::At,
            "from" => TimeRole::From,
            "to" | "through" => TimeRole::To,
            "during" | "throughout" | "over" => TimeRole::During,
            _ => TimeRole::At,
        }
    }

    /// Whether the words right before the "from" at token `from` tell that a day was changed: "was postponed | from", "was brought
    /// forward | from".
    fn changed(&self, from: usize) -> bool {
        (from.saturating_sub(REACH_CHANGE)..from)
            .rev()
            .take_while(|&i| self.kind(i) == Some(TokenKind::Word))
            .any(|i| self.is(i, "forward") || self.directions(i).has(Directions::PUT_OFF))
    }

    /// Whether the "to" at token `to` closes what a "from" of such a change opened.
    fn leaves(&self, to: usize) -> bool {
        (to.saturating_sub(REACH_CHANGE)..to)
            .rev()
            .find(|&i| self.is(i, "from"))
            .is_some_and(|from| self.changed(from))
    }

    /// The tense of the nearest verb: to the left in the clause first, then to the right.
    pub(super) fn tense(&self, start: usize, end: usize) -> Tense {
        if self.is_of_incident(start, end) {
            return Tense::Over;
        }
        match self.tense_of_verb(start, end) {
            // Nobody plans a mishap: "was injured | on April 12" lies behind, whatever is near.
            Tense::Past if self.befell(start) => Tense::Over,
            // "a chance of showers on Sunday", "rain likely Monday": no verb says it, the noun does.
            Tense::Present | Tense::Unknown
                if (start.saturating_sub(NEAR)..start)
                    .rev()
                    .take_while(|&i| !self.any(i, &[",", ";"]) && self.kind(i) != Some(TokenKind::Digits))
                    .any(|i| self.directions(i).has(Directions::ODDS)) =>
            {
                Tense::Future
            }
            Tense::Present if self.is_appointed(end) => Tense::Nearest,
            Tense::Past if self.is_appointed_for(start, end) => Tense::Future,
            Tense::Past | Tense::Present | Tense::Unknown
                if self.is_awaited(start) || self.is_of_what_is_to_be(start, end) =>
            {
                Tense::Nearest
            }
            tense => tense,
        }
    }

    /// Whether what follows a possessive is held on a day set beforehand: "Thursday's | general election".
    fn is_appointed(&self, end: usize) -> bool {
        self.kind(end) == Some(TokenKind::Possessive) && self.leads_to(end + 1, appointed)
    }

    /// Whether an expression is the day of what is held on a day set beforehand, and its sentence looks ahead to it: "ahead of the election |
    /// in November", "barred them from using it at his retrial | in June", "was told to testify at the trial | in June".
    fn is_awaited(&self, start: usize) -> bool {
        let held = start.checked_sub(2).filter(|&noun| {
            self.any(noun + 1, &["in", "on"]) && self.event_noun(noun).is_some_and(appointed)
        });
        let Some(noun) = held else { return false };
        let named = |i: &usize| self.kind(*i) == Some(TokenKind::Word) && !self.any(*i, &LEADS);
        let Some(lead) = (noun.saturating_sub(REACH_NOUN)..noun)
            .rev()
            .take_while(named)
            .last()
            .unwrap_or(noun)
            .checked_sub(1)
        else {
            return false;
        };
        if self.is(lead, "of") && lead > 0 && self.is(lead - 1, "ahead") {
            return true;
        }
        // What was to be done, or not to be done, then: the verb before it is none of the past.
        let from = start.saturating_sub(REACH.0);
        let before = (from..lead).rev().take_while(|&i| !self.any(i, &[",", ";", ":", "\u{2014}"]));
        let next = |i: usize, ending: &str| self.plain(i + 1) && self.lower(i + 1).ends_with(ending);
        let told = before.take_while(|&i| !self.directions(i).has(Directions::PAST)).any(|i| {
            self.is(i, "from") && next(i, "ing") || self.is(i, "to") && next(i, "") && self.is_base(i + 1)
        });
        told && self.any(lead, &["at", "in", "for", "during", "before"])
    }

    /// Whether a month is that of what is held on a day set beforehand, in a clause that tells of no past: "to win the nomination at the
    /// July convention", "avoiding a convention in Norport | in July".
    fn is_of_what_is_to_be(&self, start: usize, end: usize) -> bool {
        if !self.words.classes(start).has(Classes::MONTH) {
            return false;
        }
        // Where it is held stands between: "the convention | in Norport | in July".
        let behind = || {
            let mut at = start.checked_sub(2).filter(|&i| self.is(i + 1, "in"))?;
            while self.capital(at) && at > 1 {
                at -= 1;
            }
            let at = if self.is(at, "in") { at - 1 } else { at };
            self.event_noun(at).filter(|class| appointed(class))
        };
        (self.leads_to(end, appointed) || behind().is_some()) && self.looks_ahead(start, end)
    }

    /// Whether the nearest verb before token `start` is an infinitive, a gerund or none of the past.
    fn looks_ahead(&self, start: usize, end: usize) -> bool {
        let from = start.saturating_sub(REACH.0);
        let clause = (from..start).rev().take_while(|&i| !self.any(i, &[",", ";", ":", "\u{2014}"]));
        for i in clause {
            let led = i.checked_sub(1);
            if led.is_some_and(|to| self.is(to, "to")) && self.is_base(i) {
                return true;
            }
            let gerund = self.lower(i).ends_with("ing") && verb::verb(self.lower(i)).is_some();
            if gerund {
                return led.is_none_or(|be| !self.directions(be).has(Directions::PAST));
            }
            if let Some(tense) = self.verb(i, start, end) {
                return tense != Tense::Past;
            }
        }
        false
    }

    /// Whether token `i` is the bare form of a verb.
    fn is_base(&self, i: usize) -> bool {
        verb::verb(self.lower(i)).is_some_and(|form| form.lemma == self.lower(i))
    }

    /// Whether the verb before a day sets it for what is told: "called a strike for | Friday", "announced talks for | 3 May".
    fn is_appointed_for(&self, start: usize, end: usize) -> bool {
        let Some(lead) = start.checked_sub(1).filter(|&i| self.is(i, "for")) else { return false };
        let day = self.words.classes(start).has(Classes::WEEKDAY.or(Classes::MONTH))
            || self.words.classes(end - 1).has(Classes::WEEKDAY.or(Classes::MONTH));
        // "Wages for Friday's shift": what is owned by the day is of no plan.
        if !day || self.kind(end) == Some(TokenKind::Possessive) {
            return false;
        }
        let from = lead.saturating_sub(REACH.0);
        let near = (from..lead).rev().take_while(|&i| self.kind(i) == Some(TokenKind::Word));
        near.map(|i| (i, self.verb(i, start, end).is_some()))
            .find(|(_, verb)| *verb)
            .is_some_and(|(i, _)| i + 1 < lead && self.directions(i).has(Directions::APPOINTS))
    }

    /// Whether a noun of an event of that class stands at token `from` or a few words on.
    fn leads_to(&self, from: usize, wanted: impl Fn(&str) -> bool) -> bool {
        (from..from + REACH_NOUN)
            .take_while(|&i| self.kind(i) == Some(TokenKind::Word) || self.dash(i))
            .any(|i| self.event_noun(i).is_some_and(&wanted))
    }

    /// Whether token `i` is a verb that only says how sure its complement is: "seems", "proved".
    fn appears(&self, i: usize) -> bool {
        let plain = verb::verb(self.lower(i)).and_then(|form| verb::plain(form.lemma));
        plain.is_some_and(|phrase| phrase.phases.contains(&Phase::Appear))
    }

    /// The event class of token `i` as a noun.
    fn event_noun(&self, i: usize) -> Option<&'static str> {
        let noun = self.kind(i) == Some(TokenKind::Word) && self.words.classes(i).has(Classes::EVENT);
        noun.then(|| verb::noun_event(self.lower(i))).flatten()
    }

    /// Whether an expression is the date of a mishap that its sentence looks back on, whatever its verbs tell: "after Saturday's quake",
    /// "for the death of John Hill in May".
    fn is_of_incident(&self, start: usize, end: usize) -> bool {
        if self.kind(end) == Some(TokenKind::Possessive) {
            return self.leads_to(end + 1, incident);
        }
        // "until the | Dec. 2 | shooting rampage"
        if start > 0 && self.the(start - 1) && self.leads_to(end, incident) {
            return true;
        }
        if !self.any(start.wrapping_sub(1), &["in", "on"]) {
            return false;
        }
        // The name of whom it befell stands between: "the killing | of | Anna Weld".
        let Some(name) = start.checked_sub(2) else { return false };
        let of = (name.saturating_sub(REACH_NOUN)..=name).rev().find(|&i| !self.capital(i));
        of.is_some_and(|of| {
            of < name && of > 0 && self.is(of, "of") && self.event_noun(of - 1).is_some_and(incident)
        })
    }

    /// Whether the verb before token `start`, or what that verb has for its object, is a mishap: "was killed | on April 12",
    /// "suffered a fatal injury | in May". What an infinitive tells, or a word of an arrangement, may lie ahead.
    fn befell(&self, start: usize) -> bool {
        let from = start.saturating_sub(REACH.0);
        let parts = |i: &usize| self.any(*i, &[";", ":", ",", "\u{2014}"]);
        let clause = (from..start).rev().take_while(|i| !parts(i));
        let verb = clause.clone().find(|&i| self.verb(i, start, start).is_some());
        let Some(verb) = verb.filter(|&i| !self.directions(i).has(Directions::PLANNED)) else { return false };
        let bound = clause.clone().any(|i| self.any(i, &["to", "for", "if", "until"]));
        let plain = verb::verb(self.lower(verb)).and_then(|form| verb::plain(form.lemma));
        let told = plain.is_some_and(|phrase| phrase.classes.iter().any(|class| incident(class)));
        let suffered = !self.directions(verb).has(Directions::AHEAD)
            && (verb + 1..(verb + 1 + REACH_NOUN).min(start))
                .take_while(|&i| !self.any(i, &["in", "at", "on", "of", "that", "after", "before"]))
                .any(|i| self.event_noun(i).is_some_and(incident));
        !bound && (told || suffered)
    }

    /// Whether the words before token `start` put its event before one that lies ahead: "will begin on Thursday after tests on |
    /// Wednesday".
    pub(super) fn precedes(&self, start: usize) -> bool {
        (start.saturating_sub(REACH.0)..start.saturating_sub(1))
            .rev()
            .take_while(|&i| self.kind(i) == Some(TokenKind::Word) && self.verb(i, start, start).is_none())
            .any(|i| self.any(i, &["after", "following"]))
    }

    /// [`Self::tense`] by verbs alone.
    fn tense_of_verb(&self, start: usize, end: usize) -> Tense {
        for i in (start.saturating_sub(REACH.0)..start).rev() {
            if self.any(i, &[";", ":", "\u{2014}"]) {
                break;
            }
            if let Some(tense) = self.verb(i, start, end) {
                return tense;
            }
        }
        for i in end..self.words.tokens.len().min(end + REACH.1) {
            if self.any(i, &[";", "\u{2014}"]) {
                break;
            }
            if let Some(tense) = self.verb(i, start, end) {
                return tense;
            }
        }
        Tense::Unknown
    }

    /// What token `i` tells of direction.
    fn directions(&self, i: usize) -> Directions {
        directions(self.lower(i))
    }

    /// The tense that token `i` shows by itself, for an expression from `start` to `end`.
    fn verb(&self, i: usize, start: usize, end: usize) -> Option<Tense> {
        if self.kind(i) != Some(TokenKind::Word) {
            return None;
        }
        let told = self.directions(i);
        let before = || i.checked_sub(1).map_or(Directions::default(), |at| self.directions(at));
        if told.has(Directions::PRESENT) {
            // "is due Friday", "is leaving on Friday"; "the meeting is on Friday".
            let going = !self.attributive(start, end) && self.directions(i + 1).has(Directions::GOING)
                || self.kind(i + 1) == Some(TokenKind::Word) && self.lower(i + 1).ends_with("ing");
            let on_the_day = start == i + 1 || start == i + 2 && self.any(i + 1, &["on", "at", "for"]);
            // "is up for re-election in November"
            let due = self.is(i + 1, "up") && self.is(i + 2, "for") && i < start;
            return Some(if going || on_the_day || due { Tense::Future } else { Tense::Present });
        }
        if told.has(Directions::PERFECT) {
            return Some(if self.is(i + 1, "to") { Tense::Future } else { Tense::Past });
        }
        if told.has(Directions::MODAL) {
            let name = self.capital(i) && self.is(i, "may");
            // "could not reach a verdict in December": what one could not do, one did not.
            let failed = self.is(i, "could") && self.is(i + 1, "not");
            let have = self.is(i + 1, "have") || failed;
            return (!name).then_some(if have { Tense::Past } else { Tense::Future });
        }
        if self.is(i, "be") && i > 0 && self.is(i - 1, "to") {
            // "proved to be an obstacle in March": what seems to be is told of its own time.
            return (i < 2 || !self.appears(i - 2)).then_some(Tense::Future);
        }
        if told.has(Directions::PUT_OFF) && self.any(start.wrapping_sub(1), &["until", "till", "to", "by"]) {
            return Some(Tense::Future);
        }
        if told.has(Directions::PLANNED) && !(self.is(i, "due") && self.is(i + 1, "to")) {
            // "was in the city on Monday but was scheduled to return | Tuesday": what was planned may still lie ahead.
            let told = before().has(Directions::PAST);
            let past = i > 0 && self.any(i - 1, &["previously", "originally", "as", "once"]);
            return Some(match (past, told) {
                (true, _) => Tense::Past,
                (false, true) => Tense::Nearest,
                (false, false) => Tense::Future,
            });
        }
        if told.has(Directions::FUTURE) || told.has(Directions::OUTLOOK) && self.is(i + 1, "of") {
            return Some(Tense::Future);
        }
        // "agreed to buy it in May": what is agreed lies ahead.
        if self.is(i, "to") && self.plain(i + 1) && !self.capital(i + 1) && before().has(Directions::AHEAD) {
            return Some(Tense::Future);
        }
        // "told to leave by Monday": a deadline lies ahead of the telling.
        let deadline = || self.any(start.wrapping_sub(1), &["by", "until", "till"]);
        let bidden = || (1..=4).any(|back| i >= back && self.directions(i - back).has(Directions::BIDDEN));
        if i < start
            && self.is(i, "to")
            && self.kind(i + 1) == Some(TokenKind::Word)
            && deadline()
            && bidden()
        {
            return Some(Tense::Future);
        }
        if i < start && self.timetable(i, told) {
            return Some(Tense::Scheduled);
        }
        // "need", "succeed" and "proceed" are no pasts; "agreed" and its few like are in the table.
        let regular = self.plain(i)
            && self.lower(i).len() > 3
            && self.lower(i).ends_with("ed")
            && !self.lower(i).ends_with("eed")
            && !self.capital(i);
        // "a still unspecified date": no verb.
        let determiner = |back: usize| i >= back && self.words.classes(i - back).has(Classes::DETERMINER);
        let adverb = i > 0 && (self.words.classes(i - 1).has(Classes::ADVERB) || self.is(i - 1, "still"));
        let determined = determiner(1) || adverb && determiner(2);
        let noun_follows =
            self.kind(i + 1) == Some(TokenKind::Word) && self.plain(i + 1) && !self.capital(i + 1);
        if regular && determined && noun_follows {
            return None;
        }
        // "will be named", "to be formally paid": the auxiliary tells.
        let passive = (1..=2).any(|back| i >= back && self.any(i - back, &["be", "being"]));
        ((regular || told.has(Directions::PAST)) && !passive).then_some(Tense::Past)
    }

    /// Whether an expression stands before a noun of its own: "is continuing under a June agreement" tells not when.
    fn attributive(&self, start: usize, end: usize) -> bool {
        let determined = start > 0 && self.words.classes(start - 1).has(Classes::DETERMINER);
        determined && self.kind(end) == Some(TokenKind::Word) && self.plain(end) && !self.capital(end)
    }

    /// Whether token `i` is the verb of a timetable: "the trial opens", "deliveries start", "they meet".
    fn timetable(&self, i: usize, told: Directions) -> bool {
        let Some(at) = i.checked_sub(1) else { return false };
        let pronoun = self.words.classes(at).has(Classes::PRONOUN);
        let unit = self.words.classes(at).has(Classes::TIME_UNIT);
        let noun = self.kind(at) == Some(TokenKind::Word) && (self.plain(at) || unit);
        let plural = self.lower(at).ends_with('s') && !self.lower(at).ends_with("ss");
        // "He left in June and returns in December": a second verb of the same subject.
        let verb = |at: usize| self.directions(at).has(Directions::PAST.or(Directions::PRESENT));
        if told.has(Directions::TIMETABLE) && self.is(at, "and") && (at.saturating_sub(8)..at).any(verb) {
            return true;
        }
        // "Cohen and Abbas meet": two names are plural too.
        let two = self.capital(at) && (1..=4).any(|back| at > back && self.is(at - back, "and"));
        told.has(Directions::TIMETABLE) && (pronoun || noun && !plural)
            || told.has(Directions::TIMETABLES) && (pronoun || noun && (plural || two))
    }
}

/// Whether what is of a class is held on a day set beforehand: an election.
fn appointed(class: &str) -> bool {
    traits::of_class(class).has(Traits::APPOINTED)
}

/// Whether what is of a class befalls somebody: a quake.
fn incident(class: &str) -> bool {
    traits::of_class(class).has(Traits::INCIDENT)
}
