//! Verbs, nouns and states of events: what class of event a word or phrase names, and how verbs inflect.
//!
//! The classes group WordNet's verbs by what an editor would count as one measure: "hand over", "surrender" and "lay down
//! arms" are `hand-over`; "destroy" and "damage" are two. Tables: `events.tsv`, `light.tsv`, `speech.tsv`, `figurative.tsv`,
//! `usages.tsv`, `irregular.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::classes::Classes;
use crate::table::rows;

/// Which forms of its verb a word can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Forms(u8);

impl Forms {
    /// "kill"
    pub const BASE: Self = Self(1);
    /// "kills"
    pub const THIRD: Self = Self(2);
    /// "killed", finite
    pub const PAST: Self = Self(4);
    /// "killed", participle
    pub const PARTICIPLE: Self = Self(8);
    /// "killing"
    pub const ING: Self = Self(16);

    /// Both sets.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any of `other` is in the set.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A word read as a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verb {
    /// Base form.
    pub lemma: &'static str,
    /// Which forms the word can be.
    pub forms: Forms,
}

/// How a light verb stands to the event its complement names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    /// "began to"
    Begin,
    /// "stopped"
    End,
    /// "kept on"
    Continue,
    /// "carried out the"
    Perform,
    /// "was forced to": it took place.
    Achieve,
    /// "failed to"
    Fail,
    /// "is thought to"
    Appear,
    /// "plans to"
    Plan,
}

/// How a verb of speech stands to its complement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stance {
    /// Holds it to be so.
    Assert,
    /// Likewise, but a verb of speech only before a clause or a figure.
    Clause,
    /// Holds it not to be so.
    Deny,
    /// Asks.
    Ask,
}

/// What a verb, with the words that must follow it, says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Phrase {
    /// Words after the verb; a determiner may stand before the last.
    pub rest: Vec<&'static str>,
    /// Event classes, in order of the table.
    pub classes: Vec<&'static str>,
    /// Light verb.
    pub phases: Vec<Phase>,
    /// Verb of speech.
    pub stance: Option<Stance>,
    /// Names no event, whatever its classes.
    pub figurative: Option<Figurative>,
}

impl Phrase {
    /// Whether the tables hold the words for a part of others only: "power" for "cut power".
    pub fn says_nothing(&self) -> bool {
        let Self { rest: _, classes, phases, stance, figurative } = self;
        classes.is_empty() && phases.is_empty() && stance.is_none() && figurative.is_none()
    }
}

/// Where a verb or phrase is a figure of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Figurative {
    /// "raise questions"
    Always,
    /// "their fate hangs", but "the court hanged three men"
    Intransitive,
}

#[derive(Default)]
struct Tables {
    forms: FxHashMap<String, Verb>,
    phrases: FxHashMap<&'static str, Vec<Phrase>>,
    nouns: FxHashMap<String, &'static str>,
    states: FxHashMap<&'static str, &'static str>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables::default();
    for row in rows(include_str!("../data/irregular.tsv")) {
        let lemma = row.cell(0);
        tables.inflect(lemma, Some((row.cell(1), row.cell(2))));
        tables.phrases.entry(lemma).or_default();
    }
    for row in rows(include_str!("../data/events.tsv")) {
        let class = row.cell(0);
        for verb in row.list(1) {
            tables.phrase(verb).classes.push(class);
        }
        for noun in row.list(2) {
            tables.nouns.entry(noun.to_owned()).or_insert(class);
            tables.nouns.entry(plural(noun)).or_insert(class);
        }
        for state in row.list(3) {
            tables.states.entry(state).or_insert(class);
        }
    }
    for row in rows(include_str!("../data/light.tsv")) {
        let Some(phase) = phase(row.cell(0)) else { continue };
        for verb in row.list(1) {
            tables.phrase(verb).phases.push(phase);
        }
    }
    for row in rows(include_str!("../data/speech.tsv")) {
        let Some(stance) = stance(row.cell(0)) else { continue };
        for verb in row.list(1) {
            tables.phrase(verb).stance = Some(stance);
        }
    }
    for row in rows(include_str!("../data/figurative.tsv")) {
        let always = row.cell(0) == "always";
        let usage = if always { Figurative::Always } else { Figurative::Intransitive };
        for verb in row.list(1) {
            tables.phrase(verb).figurative = Some(usage);
        }
    }
    // A verb may name an event only beside some nouns: its words are then known, and have no class of their own.
    let beside_nouns = || rows(include_str!("../data/usages.tsv")).flat_map(|row| row.list(1));
    for verb in beside_nouns() {
        tables.phrase(verb);
    }
    for verb in beside_nouns() {
        tables.say_what_the_verb_says(verb);
    }
    tables
});

impl Tables {
    /// The entry of "lay down arms", its verb inflected.
    fn phrase(&mut self, words: &'static str) -> &mut Phrase {
        let (lemma, rest) = words.split_once(' ').unwrap_or((words, ""));
        if !self.phrases.contains_key(lemma) {
            self.inflect(lemma, None);
        }
        let rest: Vec<_> = rest.split_whitespace().collect();
        let phrases = self.phrases.entry(lemma).or_default();
        let index = phrases.iter().position(|phrase| phrase.rest == rest).unwrap_or_else(|| {
            // The longest phrase comes first.
            let at = phrases.partition_point(|phrase| phrase.rest.len() >= rest.len());
            phrases.insert(at, Phrase { rest, ..Phrase::default() });
            at
        });
        &mut phrases[index]
    }

    /// A phrase that only some nouns make another event of says beside all others what its verb says alone.
    fn say_what_the_verb_says(&mut self, words: &str) {
        let lemma = words.split(' ').next().unwrap_or(words);
        let Some(phrases) = self.phrases.get_mut(lemma) else { return };
        let Some(plain) = phrases.last().filter(|phrase| phrase.rest.is_empty()).cloned() else { return };
        for phrase in phrases.iter_mut().filter(|phrase| phrase.says_nothing()) {
            *phrase = Phrase { rest: std::mem::take(&mut phrase.rest), ..plain.clone() };
        }
    }

    fn inflect(&mut self, lemma: &'static str, parts: Option<(&'static str, &'static str)>) {
        let mut add = |word: String, forms: Forms| {
            let verb = self.forms.entry(word).or_insert(Verb { lemma, forms });
            if verb.lemma == lemma {
                verb.forms = verb.forms.or(forms);
            }
        };
        add(lemma.to_owned(), Forms::BASE);
        if lemma == "be" {
            for (word, forms) in [
                ("am", Forms::THIRD),
                ("is", Forms::THIRD),
                ("are", Forms::THIRD),
                ("was", Forms::PAST),
                ("were", Forms::PAST),
                ("been", Forms::PARTICIPLE),
                ("being", Forms::ING),
            ] {
                add(word.to_owned(), forms);
            }
            return;
        }
        add(if lemma == "have" { "has".to_owned() } else { plural(lemma) }, Forms::THIRD);
        let stems = stems(lemma);
        for stem in &stems {
            add(format!("{stem}ing"), Forms::ING);
        }
        if let Some((past, participle)) = parts {
            add(past.to_owned(), Forms::PAST);
            add(participle.to_owned(), Forms::PARTICIPLE);
            // "burned" beside "burnt".
            if participle.ends_with('t') && past.ends_with("ed") {
                add(past.to_owned(), Forms::PARTICIPLE);
            }
            return;
        }
        for stem in &stems {
            let past = match stem.strip_suffix('y') {
                Some(short) if !short.ends_with(['a', 'e', 'o', 'u']) => format!("{short}ied"),
                _ if lemma.ends_with("ee") || lemma.ends_with("oe") => format!("{lemma}d"),
                _ => format!("{stem}ed"),
            };
            add(past, Forms::PAST.or(Forms::PARTICIPLE));
        }
    }
}

/// The stems that "-ing" and "-ed" are put to: "evacuat", "stop" and "stopp", "travel" and "travell".
fn stems(lemma: &str) -> Vec<String> {
    if let Some(stem) = lemma.strip_suffix("ie") {
        return vec![format!("{stem}y")];
    }
    if let Some(stem) = lemma.strip_suffix('e')
        && !stem.ends_with(['e', 'o', 'y'])
    {
        return vec![stem.to_owned()];
    }
    let mut tail = lemma.chars().rev();
    let doubles = match (tail.next(), tail.next(), tail.next()) {
        (Some(last), Some(vowel), before) => {
            "bdgklmnprt".contains(last)
                && "aeiou".contains(vowel)
                && before.is_some_and(|c| !"aeo".contains(c))
        }
        _ => false,
    };
    let plain = lemma.to_owned();
    match lemma.chars().last() {
        Some(last) if doubles => {
            let double = format!("{lemma}{last}");
            // One syllable always doubles; of longer words both spellings are met.
            if lemma.chars().filter(|c| "aeiou".contains(*c)).count() == 1 {
                vec![double]
            } else {
                vec![plain, double]
            }
        }
        _ => vec![plain],
    }
}

/// "-s", "-es", "-ies".
fn plural(word: &str) -> String {
    match word.strip_suffix('y') {
        Some(short) if !short.ends_with(['a', 'e', 'o', 'u']) => format!("{short}ies"),
        _ if word.ends_with(['s', 'x', 'z', 'o']) || word.ends_with("ch") || word.ends_with("sh") => {
            format!("{word}es")
        }
        _ => format!("{word}s"),
    }
}

fn phase(name: &str) -> Option<Phase> {
    Some(match name {
        "begin" => Phase::Begin,
        "end" => Phase::End,
        "continue" => Phase::Continue,
        "perform" => Phase::Perform,
        "achieve" => Phase::Achieve,
        "fail" => Phase::Fail,
        "appear" => Phase::Appear,
        "plan" => Phase::Plan,
        _ => return None,
    })
}

fn stance(name: &str) -> Option<Stance> {
    Some(match name {
        "assert" => Stance::Assert,
        "clause" => Stance::Clause,
        "deny" => Stance::Deny,
        "ask" => Stance::Ask,
        _ => return None,
    })
}

/// The verb of the tables that a lower-case word can be a form of.
///
/// ```
/// use crosscheck_lexicon::verb::{Forms, verb};
/// let handed = verb("handed").expect("in the table");
/// assert_eq!(handed.lemma, "hand");
/// assert!(handed.forms.has(Forms::PARTICIPLE));
/// assert!(verb("lorry").is_none());
/// ```
pub fn verb(lower: &str) -> Option<Verb> {
    TABLES.forms.get(lower).copied()
}

/// What a verb says with and without further words, the longest phrase first.
pub fn phrases(lemma: &str) -> &'static [Phrase] {
    TABLES.phrases.get(lemma).map_or(&[], Vec::as_slice)
}

/// What a verb says without further words.
///
/// ```
/// use crosscheck_lexicon::verb::plain;
/// assert_eq!(plain("kill").expect("in the table").classes, ["kill"]);
/// assert!(plain("lorry").is_none());
/// ```
pub fn plain(lemma: &str) -> Option<&'static Phrase> {
    // The longest phrase comes first, so that the plain verb is the last.
    phrases(lemma).last().filter(|phrase| phrase.rest.is_empty())
}

/// Event class of a noun, or of a phrase of two nouns, singular or plural.
///
/// ```
/// use crosscheck_lexicon::verb::noun_event;
/// assert_eq!(noun_event("death toll"), Some("kill"));
/// assert_eq!(noun_event("offensives"), Some("operation"));
/// assert_eq!(noun_event("table"), None);
/// ```
pub fn noun_event(lower: &str) -> Option<&'static str> {
    TABLES.nouns.get(lower).copied()
}

/// Event class of a predicative word: "dead", "missing", "homeless".
///
/// ```
/// assert_eq!(crosscheck_lexicon::verb::state_event("missing"), Some("missing"));
/// ```
pub fn state_event(lower: &str) -> Option<&'static str> {
    TABLES.states.get(lower).copied()
}

/// The words that the class table marks: every verb form, event noun and state of one word.
pub(crate) fn marks() -> impl Iterator<Item = (&'static str, Classes)> {
    let tables = &*TABLES;
    let verbs = tables.forms.keys().map(|word| (word.as_str(), Classes::VERB));
    let nouns = tables.nouns.keys().map(|word| (word.as_str(), Classes::EVENT));
    let states = tables.states.keys().map(|word| (*word, Classes::STATE));
    verbs.chain(nouns).chain(states).filter(|(word, _)| !word.contains(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_inflect() {
        for (word, lemma) in [
            ("killed", "kill"),
            ("dying", "die"),
            ("died", "die"),
            ("stopped", "stop"),
            ("evacuating", "evacuate"),
            ("fled", "flee"),
            ("fleeing", "flee"),
            ("carried", "carry"),
            ("destroys", "destroy"),
            ("razes", "raze"),
            ("given", "give"),
            ("levelled", "level"),
            ("leveled", "level"),
            ("launches", "launch"),
            ("has", "have"),
            ("said", "say"),
            ("told", "tell"),
            ("injured", "injure"),
            ("overran", "overrun"),
            ("seen", "see"),
            ("freed", "free"),
            ("sleeping", "sleep"),
        ] {
            assert_eq!(verb(word).map(|verb| verb.lemma), Some(lemma), "{word}");
        }
        for word in ["vehicle", "stoping", "evacuateed", "dieing"] {
            assert_eq!(verb(word), None, "{word}");
        }
    }

    #[test]
    fn the_same_measure_said_in_other_words_has_one_class() {
        let class = |words: &str| {
            let (lemma, rest) = words.split_once(' ').unwrap_or((words, ""));
            let rest: Vec<_> = rest.split_whitespace().collect();
            phrases(lemma).iter().find(|phrase| phrase.rest == rest).and_then(|p| p.classes.first().copied())
        };
        for (class_name, verbs) in [
            ("hand-over", ["hand over", "surrender", "give up", "lay down arms", "turn in"]),
            ("kill", ["kill", "die", "perish", "claim lives", "lose lives"]),
            ("injure", ["injure", "wound", "hurt", "sustain injuries", "suffer injuries"]),
            ("arrest", ["arrest", "detain", "apprehend", "take into custody", "round up"]),
            ("deliver", ["deliver", "supply", "transport", "provide", "distribute"]),
            (
                "take-effect",
                ["take effect", "come into force", "come into effect", "go into effect", "enter force"],
            ),
            (
                "bankrupt",
                ["go bankrupt", "go bust", "file for bankruptcy", "enter administration", "liquidate"],
            ),
            ("leave", ["leave", "depart", "set sail", "put to sea", "take off"]),
            ("unveil", ["unveil", "present", "introduce", "lay out", "outline"]),
        ] {
            for verb in verbs {
                assert_eq!(class(verb), Some(class_name), "{verb}");
            }
        }
        assert_ne!(class("destroy"), class("damage"));
        assert_ne!(class("earn"), class("pay"));
    }

    #[test]
    fn every_row_gives_a_reason() {
        for (table, width) in [
            (include_str!("../data/events.tsv"), 5),
            (include_str!("../data/light.tsv"), 3),
            (include_str!("../data/speech.tsv"), 3),
            (include_str!("../data/irregular.tsv"), 4),
        ] {
            for row in rows(table) {
                assert_eq!(row.width(), width, "line {}", row.line);
                assert!(!row.reason().is_empty(), "line {}", row.line);
            }
        }
    }
}
