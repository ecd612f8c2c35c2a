//! What a date does not belong to, and what it does: nouns that only set the scene, deeds told as nouns, words that a date parts from
//! their verb.

use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb::{self, Phase};
use crosscheck_model::Modality;

use super::verbal::{phase_of, speaks};
use super::{Left, Predicate, Reader};
use crate::frame::tag::{Tag, VerbGroup, closes};
use crate::token::TokenKind;

/// Places told one after another between an event and its date.
const PLACES: usize = 3;

impl Reader<'_> {
    /// Whether a date parts the verb at `next` from what stands before it: "was | yesterday | brought to court", "fighting has
    /// spread, and the union | this month | sent troops".
    pub(super) fn parted(self, first: usize, last: usize, left: &Left, next: usize) -> bool {
        let group = self.syntax.groups[next];
        if group.first != last + 1 || group.infinitive {
            return false;
        }
        let Some(before) = left.group.map(|g| self.syntax.groups[g]) else { return false };
        if before.lemma == "be" && before.last + 1 == first {
            return group.bare_participle;
        }
        let start = left.preposition.filter(|p| p + 1 == first).unwrap_or(first);
        let subject = start.checked_sub(1).filter(|&i| self.syntax.tag(i) == Tag::Nominal);
        subject.is_some_and(|head| {
            let start = self.group_back(head);
            let opens = start.checked_sub(1).is_some_and(|i| self.syntax.tag(i) == Tag::Conjunction);
            opens && start > before.last && group.finite && !group.ing
        })
    }

    /// The verb before a participle that only tells how a thing stands: "attacked a woman at the playground operated by the town | on
    /// Thursday" is the day of the attack.
    pub(super) fn over_standing(self, chosen: usize, left: &Left) -> usize {
        let group = self.syntax.groups[chosen];
        let named = |group: &VerbGroup| group.phrase.is_some_and(|phrase| !phrase.classes.is_empty());
        let describes = left.group == Some(chosen)
            && group.bare_participle
            && !group.ing
            && !named(&group)
            && !speaks(&group)
            && group.first > 0
            && self.syntax.tag(group.first - 1) == Tag::Nominal
            && self.words.lower(group.last + 1) == "by";
        let before = chosen.checked_sub(1).filter(|_| describes);
        before
            .filter(|&before| {
                let told = self.syntax.groups[before];
                let one_clause = (told.last + 1..group.first).all(|i| {
                    !matches!(
                        self.syntax.tag(i),
                        Tag::Stop | Tag::Relative | Tag::Subordinator | Tag::Comma | Tag::Conjunction
                    )
                });
                one_clause && named(&told)
            })
            .unwrap_or(chosen)
    }

    /// Whether the noun at `i` closes the name of a body: "the Bureau of | Investigation".
    fn closes_name(self, i: usize) -> bool {
        let capital = |i: usize| self.words.tokens[i].capital;
        let of = self.group_back(i).checked_sub(1).filter(|&of| self.words.lower(of) == "of");
        capital(i) && of.and_then(|of| of.checked_sub(1)).is_some_and(|head| head > 0 && capital(head))
    }

    /// The event noun that a date behind the noun at `noun` is of: "the opening of the bridge | in May", and beside a verb that
    /// says nothing "was behind bombings in Lyon | last May", or where it is an instance, "attacks, including bombings in Lyon | in
    /// May".
    pub(super) fn dated_head(self, noun: usize, left: &Left) -> Option<usize> {
        let head = self.head_of(noun);
        if self.noun_class(head).is_some() && !self.is_middle(head) {
            return Some(head).filter(|&head| !self.closes_name(head));
        }
        let event = self.event_before_places(noun)?;
        let lead = self.group_back(event).checked_sub(1);
        let is_lead = |words: &[&str]| lead.is_some_and(|p| words.contains(&self.words.lower(p)));
        let idle = left.group.is_some_and(|g| self.syntax.groups[g].copula());
        let instance = is_lead(&["including"])
            || is_lead(&["as"]) && lead.is_some_and(|p| p > 0 && self.words.lower(p - 1) == "such");
        // "tighter rules after the fire at a mill in Arden | in December": what came before has a day of its own.
        let sets = (self.is_past_event(event) || is_lead(&["before"]))
            && !self.noun_class(event).is_some_and(|class| traits::of_class(class).has(Traits::IDLE));
        // "wanted for the bombing of a market in Arden | on June 2": the verb says what is thought of somebody for it.
        let mishap =
            self.noun_class(event).is_some_and(|class| traits::of_class(class).has(Traits::INCIDENT));
        let answers = mishap && left.group.is_some_and(|g| self.only_answers(&self.syntax.groups[g]));
        (idle || instance || sets || answers).then_some(event)
    }

    /// The event noun before the places behind it, of which a date follows the last: "the fire | at a mill in Arden", "bombings |
    /// on the island of Tarn".
    fn event_before_places(self, noun: usize) -> Option<usize> {
        let named = self.words.tokens[noun].capital;
        let mut start = self.group_back(noun);
        for _ in 0..PLACES {
            let place = start.checked_sub(1).filter(|&p| p > 0)?;
            let of = self.words.lower(place) == "of";
            let locative = traits::of_word(self.words.lower(place)).has(Traits::LOCATIVE)
                || self.words.lower(place) == "on" && named;
            let event = place - 1;
            if !of && !locative || self.syntax.tag(event) != Tag::Nominal {
                return None;
            }
            if self.noun_class(event).is_some() && !self.is_middle(event) {
                return Some(event).filter(|&event| !self.closes_name(event));
            }
            start = self.group_back(event);
        }
        None
    }

    /// "in the | centre | of Arden": a part of a town, and where nothing happens by itself.
    fn is_middle(self, noun: usize) -> bool {
        let lead = self.group_back(noun).checked_sub(1);
        self.noun_class(noun) == Some("centre")
            && lead.is_some_and(|p| traits::of_word(self.words.lower(p)).has(Traits::LOCATIVE))
    }

    /// "arrived at the scene | of | the shooting on Friday": the noun only tells where.
    pub(super) fn is_of_scene(self, lead: Option<usize>) -> bool {
        lead.is_some_and(|p| {
            self.words.lower(p) == "of"
                && p > 0
                && traits::of_word(self.words.lower(p - 1)).has(Traits::SCENE)
        })
    }

    /// Whether the noun of an event stands behind a word that puts it before what its sentence tells: "wants tighter rules after the |
    /// fire", whatever is wanted.
    pub(super) fn is_past_event(self, head: usize) -> bool {
        let lead = self.group_back(head).checked_sub(1);
        lead.is_some_and(|p| matches!(self.words.lower(p), "after" | "since" | "following" | "amid"))
    }

    /// Whether a verb says only how somebody stands to a mishap, or that somebody went there: "is wanted for", "was blamed for",
    /// "responded to", "looked into".
    fn only_answers(self, group: &VerbGroup) -> bool {
        traits::of_word(group.lemma).has(Traits::ANSWERS)
    }

    /// Whether a verb only lets come about, or puts off, what the infinitive behind the date tells: "were forced | on Monday | to
    /// resign", "is scheduled | on Friday | to appear".
    pub(super) fn comes_about(self, group: &VerbGroup, next: &VerbGroup, last: usize) -> bool {
        let own = group.class();
        let phased = [Phase::Achieve, Phase::Begin, Phase::Continue, Phase::Fail]
            .iter()
            .any(|phase| group.has_phase(*phase));
        let light = phased && own.is_none_or(|class| matches!(class, "begin" | "continue"));
        let told = next.phrase.is_some_and(|phrase| !phrase.classes.is_empty());
        next.infinitive
            && next.first == last + 1
            && told
            && (light || traits::of_word(group.lemma).has(Traits::TRIES.or(Traits::AWAITS)))
    }

    /// Gives the event of an infinitive the mood of the verb before the date that lets it come about.
    pub(super) fn lent_mood(self, predicate: &mut Predicate, nearest: usize, chosen: usize) {
        let group = self.syntax.groups[nearest];
        if chosen == nearest || !self.syntax.groups[chosen].infinitive {
            return;
        }
        predicate.modality = match self.mood(nearest) {
            Modality::Asserted if traits::of_word(group.lemma).has(Traits::AWAITS) => Modality::Planned,
            Modality::Asserted if group.has_phase(Phase::Fail) => Modality::Denied,
            mood => mood,
        };
        predicate.phase = predicate.phase.or(phase_of(&group));
    }

    /// Whether the noun behind a verb and a preposition only says where or how the verb's own event came about: "said in a
    /// statement | on Monday", "was acquitted in the case | this week", "capsized in a storm | on Monday".
    pub(super) fn only_setting(self, chosen: usize, noun: usize, bare: bool) -> bool {
        let group = self.syntax.groups[chosen];
        let head = self.head_of(noun);
        let Some(lead) = self
            .group_back(head)
            .checked_sub(1)
            .filter(|&p| p > group.last && matches!(self.words.lower(p), "in" | "at" | "during" | "over"))
        else {
            return false;
        };
        let Some(setting) = self.noun_class(head).map(traits::of_class) else { return false };
        let says = setting.has(Traits::IDLE.or(Traits::SPOKEN_AT));
        if speaks(&group) {
            return says;
        }
        let class = group.class();
        let Some(deed) = class.map(traits::of_class).filter(|_| !self.is_weak(&group)) else { return false };
        let direct = (group.last + 1..lead).all(|i| self.syntax.tag(i) == Tag::Adverb);
        let befell = deed.has(Traits::INCIDENT) && !deed.has(Traits::PERSONS);
        direct
            && (setting.has(Traits::IDLE)
                || befell && !setting.has(Traits::INCIDENT)
                || deed.has(Traits::FOR_DEEDS) && (bare || setting.has(Traits::CASE)))
    }

    /// "voted against the bill | on Tuesday": the day is that of the verb, and not of what it is against. A mishap has its own.
    pub(super) fn is_opposed(self, lead: Option<usize>, noun: usize, left: &Left) -> bool {
        let against = lead.is_some_and(|p| self.words.lower(p) == "against");
        let mishap = self.noun_class(noun).is_some_and(|class| traits::of_class(class).has(Traits::INCIDENT));
        against && !mishap && left.group.is_some_and(|g| !self.is_weak(&self.syntax.groups[g]))
    }

    /// "jury selection is to start | on Monday | in the trial of an officer": what begins is a part of the case behind the date,
    /// where its own noun names no event.
    pub(super) fn begun_within(self, predicate: &mut Predicate, group: &VerbGroup, last: usize) {
        let phased = group.phrase.is_some_and(|phrase| !phrase.phases.is_empty());
        if !phased || predicate.thing_class.is_some() || self.words.lower(last + 1) != "in" {
            return;
        }
        let case = self.noun_after(last + 1).filter(|&noun| {
            self.noun_class(noun).is_some_and(|class| traits::of_class(class).has(Traits::SCHEDULED))
        });
        if let Some(noun) = case {
            predicate.thing = Some((last + 2, noun));
            predicate.thing_class = self.noun_class(noun);
            predicate.class = predicate.thing_class;
            predicate.phase = phase_of(group);
        }
    }

    /// "owners gathered | Tuesday | for a meeting", "met for a vigil": what they came together for is what the day is of; so is the
    /// mishap that they "responded | Tuesday | to".
    pub(super) fn gathered_for(self, predicate: &mut Predicate, group: &VerbGroup, last: usize) {
        let gathered = predicate.class == Some("gather") && self.words.lower(last + 1) == "for";
        let answers = self.only_answers(group) && self.words.lower(last + 1) == "to";
        if !gathered && !answers {
            return;
        }
        let mishap = |class: &str| traits::of_class(class).has(Traits::INCIDENT);
        if let Some(noun) = self.noun_after(last + 1)
            && let Some(class) = self.noun_class(noun).filter(|class| gathered || mishap(class))
        {
            predicate.thing = Some((last + 2, noun));
            predicate.thing_class = Some(class);
            predicate.class = Some(class);
        }
    }

    /// "released its report | for the first quarter", "announced a summit | for Friday", "approved a budget | for 2017": the time is that of
    /// what was made known, whenever that was done; and a year or quarter is that of whatever it stands behind.
    pub(super) fn announced_for(self, left: &Left, last: usize) -> Option<Predicate> {
        let lead = left.preposition.filter(|&p| self.words.lower(p) == "for")?;
        let noun = lead.checked_sub(1)?;
        let group = self.syntax.groups[left.group?];
        let known = speaks(&group) || group.class() == Some("publish");
        let year = self.words.tokens[last].kind == TokenKind::Digits && self.words.lower(last).len() == 4;
        let quarter = [Some(last), last.checked_sub(2)].into_iter().flatten();
        let quarter = quarter.into_iter().any(|i| self.words.lower(i) == "quarter");
        // "posted results | for": the noun may be a word of the verb.
        let object = left.noun == Some(noun) && self.object_head(&group) == Some(noun)
            || group.last == noun && group.head < noun;
        let figures = quarter && known;
        if !(known || year) || !object || group.passive || left.comma || self.words.tokens[noun].capital {
            return None;
        }
        let mut predicate = self.nominal(noun, None);
        let told = |class: &&str| *class != "publish" && !traits::of_class(class).has(Traits::IDLE);
        // "results | for the first quarter", "figures", "its report": what came in.
        predicate.class = predicate.class.filter(told).or(figures.then_some("earn"));
        predicate.thing = Some((self.group_back(noun), noun));
        predicate.thing_class = predicate.class;
        predicate.of_noun = true;
        Some(predicate)
    }

    /// "walked off the | job | on Monday": a noun that closes the words of the verb is no event of its own.
    pub(super) fn closes_phrase(self, group: &VerbGroup, noun: usize) -> bool {
        let rest = group.phrase.and_then(|phrase| phrase.rest.last());
        rest.is_some_and(|word| closes(self.words.lower(noun), word))
    }

    /// "will be held", "takes place", "is scheduled for": the subject names the event.
    pub(super) fn takes_place(self, group: &VerbGroup) -> bool {
        let awaited = group.passive
            && traits::of_word(group.lemma).has(Traits::AWAITS)
            && matches!(self.words.lower(group.last + 1), "for" | "on");
        awaited
            || group.lemma == "hold" && group.passive
            || group.lemma == "take"
                && [group.last, group.last + 1].iter().any(|&i| self.words.lower(i) == "place")
    }

    /// The event of a noun, by its verb where it is made of one: "Wednesday's drawing" is when they drew.
    pub(super) fn deed(self, noun: usize) -> Predicate {
        let mut deed = self.nominal(noun, None);
        let lower = self.words.lower(noun);
        if deed.class.is_none()
            && lower.ends_with("ing")
            && let Some(verb) = verb::verb(lower).filter(|verb| verb.lemma != lower)
        {
            verb.lemma.clone_into(&mut deed.lemma);
        }
        deed
    }
}
