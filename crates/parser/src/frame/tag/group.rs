//! Verb groups: a verb with its auxiliaries, its particles and the light verb before it.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::label;
use crosscheck_lexicon::morphology::{self, VerbForm};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb::{self, Forms, Phase, Phrase};
use crosscheck_model::Modality;

use super::{Tag, VerbGroup};
use crate::token::{TokenKind, Words};

/// Whether a light verb's complement is the very next group: "began | handing over", "were forced | to leave".
pub(super) fn joins(words: Words<'_>, tags: &[Tag], light: &VerbGroup, group: &VerbGroup) -> bool {
    let between = light.last + 1..group.first;
    if between.len() > 1 || !between.clone().all(|i| tags[i] == Tag::Adverb || tags[i] == Tag::Nominal) {
        return false;
    }
    let adjective = between.clone().any(|i| tags[i] == Tag::Nominal);
    if adjective {
        // "is ready to", "are likely to"
        let word = words.lower(between.start);
        return light.copula()
            && group.infinitive
            && (matches!(word, "likely" | "able" | "unable") || traits::of_word(word).has(Traits::AHEAD));
    }
    let phased = light.phrase.is_some_and(|phrase| !phrase.phases.is_empty());
    let begun =
        [Phase::Begin, Phase::End, Phase::Continue, Phase::Fail].into_iter().any(|p| light.has_phase(p));
    group.infinitive && (phased || light.stance().is_some())
        || group.ing && (begun || light.lemma == "announce") && group.bare_participle
        || group.infinitive && light.lemma == "be"
}

/// The auxiliary that is written together with its subject: "it | 's", "they're", "we'll"; other words as they stand.
pub(super) fn contracted(word: &str) -> &str {
    let Some((_, end)) = word.rsplit_once(['\'', '’']) else { return word };
    match end {
        "s" => "is",
        "re" => "are",
        "m" => "am",
        "ve" => "have",
        "ll" => "will",
        _ => word,
    }
}

pub(super) fn read_group(words: Words<'_>, tags: &[Tag], start: usize) -> Option<VerbGroup> {
    let tag = |i: usize| tags.get(i).copied().unwrap_or(Tag::Stop);
    let (mut i, mut negated, mut infinitive) = (start, false, false);
    let mut modality = Modality::Asserted;
    let (mut be, mut have, mut finite, mut last_aux) = (false, false, false, None);
    loop {
        match tag(i) {
            Tag::Negation => negated = true,
            Tag::To => {
                infinitive = true;
                // "400 jobs are to go": what is to be is no fact yet.
                if be && finite && modality == Modality::Asserted {
                    modality = Modality::Planned;
                }
            }
            Tag::Modal => {
                finite = true;
                modality = match contracted(words.lower(i)) {
                    "will" | "would" | "shall" | "ll" => Modality::Planned,
                    _ => Modality::Possible,
                };
                last_aux = None;
            }
            Tag::Auxiliary => {
                let word = contracted(words.lower(i));
                finite |= !infinitive && !matches!(word, "been" | "being" | "having" | "be");
                match word {
                    "is" | "are" | "was" | "were" | "been" | "be" | "being" | "am" => be = true,
                    "has" | "have" | "had" | "having" => have = true,
                    _ => {}
                }
                last_aux = Some(i);
            }
            Tag::Adverb => {}
            _ => break,
        }
        i += 1;
    }
    let mut group = VerbGroup {
        first: start,
        head: start,
        last: start,
        lemma: "be",
        phrase: None,
        finite,
        infinitive: infinitive && !finite,
        passive: false,
        bare_participle: false,
        ing: false,
        negated,
        modality,
        phase: None,
        said: None,
        light: None,
    };
    if tag(i) == Tag::Verb {
        let read = read_verb(words.lower(i))?;
        let participle = read.forms.has(Forms::PARTICIPLE);
        let auxiliary = last_aux.is_some();
        group.head = i;
        group.lemma = read.lemma;
        group.ing = read.forms == Forms::ING;
        // "has been killed", "was killed"; after "have" alone it is the perfect.
        let be_last = last_aux.is_some_and(|a| {
            matches!(contracted(words.lower(a)), "is" | "are" | "was" | "were" | "been" | "be" | "being")
        });
        group.passive = be && be_last && participle && !group.ing;
        let bare = !auxiliary && !finite && !infinitive;
        if bare {
            let past =
                read.forms.has(Forms::PAST) || read.forms.has(Forms::THIRD) || read.forms.has(Forms::BASE);
            group.finite = past && !group.ing;
            group.bare_participle = group.ing || participle;
        }
        let befalls = group.passive || bare && participle && !read.forms.has(Forms::PAST);
        let (phrase, last) = phrase_at(words, tags, read.lemma, i, befalls);
        (group.phrase, group.last) = (phrase, last);
    } else {
        // The auxiliary is the verb: "has 2,000 men", "was at home".
        let aux = last_aux?;
        group.head = aux;
        group.last = aux;
        group.lemma = if be
            && matches!(contracted(words.lower(aux)), "is" | "are" | "was" | "were" | "been" | "be" | "being")
        {
            "be"
        } else if have {
            "have"
        } else {
            "do"
        };
        if tag(aux + 1) == Tag::Negation {
            group.last = aux + 1;
        }
        // "were without electricity"
        let (phrase, last) = phrase_at(words, tags, group.lemma, aux, false);
        group.phrase = phrase;
        group.last = group.last.max(last);
    }
    if negated && words.lower(group.last) == "only" {
        group.negated = false;
    }
    Some(group)
}

/// A verb's lemma and forms: from the event tables, else from the lexicon's verbs.
pub(super) fn read_verb(lower: &str) -> Option<verb::Verb> {
    if let Some(known) = verb::verb(lower) {
        return Some(known);
    }
    let (lemma, form) = morphology::verb_lemma(lower)?;
    let forms = match form {
        VerbForm::Base => Forms::BASE,
        VerbForm::Third => Forms::THIRD,
        VerbForm::Past => Forms::PAST,
        VerbForm::Participle => Forms::PARTICIPLE,
        VerbForm::PastOrParticiple => Forms::PAST.or(Forms::PARTICIPLE),
        VerbForm::Invariant => Forms::BASE.or(Forms::PAST).or(Forms::PARTICIPLE),
        VerbForm::Ing => Forms::ING,
    };
    // The table's own key lives as long as the program; a verb it lacks stands by an empty lemma.
    let lemma = crosscheck_lexicon::taxonomy::word(&lemma).map_or("", |entry| entry.key());
    Some(verb::Verb { lemma, forms })
}

/// Whether a word opens a figure that stands right behind: "about | 40", "more | than 40".
fn hedges(words: Words<'_>, tags: &[Tag], at: usize) -> bool {
    let opens = words.classes(at).has(Classes::FIGURE_OPENER) || words.lower(at) == "than";
    let figure = |i: usize| tags.get(i) == Some(&Tag::Number);
    opens && (figure(at + 1) || words.lower(at + 1) == "than" && figure(at + 2))
}

/// Whether a pronoun is what a verb is done to.
fn is_object(lower: &str) -> bool {
    // A closed set: the pronouns of the objective case.
    matches!(lower, "him" | "them" | "it" | "us" | "me" | "himself" | "herself" | "itself" | "themselves")
}

impl VerbGroup {
    /// "let | 30 hostages | go", "held rates | steady": whether the verb at `i` is the last word of the phrase that the group opens.
    pub(super) fn takes(&self, words: Words<'_>, i: usize) -> bool {
        let apart = self.last == self.head && i > self.head + 1 && i < self.head + FARTHEST;
        let last = self.phrase.and_then(|phrase| phrase.rest.last());
        apart && last.is_some_and(|word| words.lower(i) == *word)
    }
}

/// Farthest word of a phrase from its verb, in tokens.
const FARTHEST: usize = 12;

/// Whether a word is the last of a phrase, as printed or in the plural: "press charge", "pressed charges".
pub(in crate::frame) fn closes(lower: &str, word: &str) -> bool {
    let like = |lower: &str| word.get(..2).is_some_and(|start| lower.starts_with(start));
    lower == word
        || lower.len() > 3 && like(lower) && morphology::noun_lemma(lower).is_some_and(|lemma| lemma == word)
}

/// "were taken | in a raid": a particle takes no noun of its own, and what a passive did have for an object is its subject.
fn opens_adverbial(words: Words<'_>, tags: &[Tag], phrase: &Phrase, at: usize) -> bool {
    let noun = match tags.get(at + 1) {
        Some(Tag::Determiner) => matches!(words.lower(at + 1), "a" | "an" | "the" | "their" | "his" | "her"),
        Some(Tag::Possessive) => true,
        Some(Tag::Nominal) => words.tokens[at + 1].capital,
        _ => false,
    };
    noun && matches!(phrase.rest[..], ["in" | "on"])
}

/// The longest phrase of the table that stands at a verb, and its last token.
///
/// `passive`: the verb's object is its subject, or the noun before it.
fn phrase_at(
    words: Words<'_>,
    tags: &[Tag],
    lemma: &str,
    head: usize,
    passive: bool,
) -> (Option<&'static Phrase>, usize) {
    for phrase in verb::phrases(lemma) {
        if phrase.rest.is_empty() {
            return (Some(phrase), head);
        }
        let mut at = head;
        let mut whole = true;
        for (n, word) in phrase.rest.iter().enumerate() {
            let mut next = at + 1;
            let last_word = n + 1 == phrase.rest.len();
            // "lay down their arms", "claimed 40 lives", "took three men into custody"
            let gap = if last_word || n == 0 { 3 } else { 0 };
            let mut skipped = 0;
            let here = |at: usize| {
                words.lower(at) == *word
                    || last_word && closes(words.lower(at), word)
                    // "rushed to a clinic", "to the trauma centre"
                    || *word == "hospital" && label::is_hospital(words.lower(at - 1), words.lower(at))
            };
            while skipped < gap && next < head + FARTHEST && !here(next) {
                let hedge = hedges(words, tags, next);
                let passed = match tags.get(next) {
                    // "went down on": one particle is not looked for behind another.
                    Some(Tag::Adverb) => hedge || !words.classes(next).has(Classes::FIGURE_OPENER),
                    Some(Tag::Determiner | Tag::Number | Tag::Nominal | Tag::Hyphen) => true,
                    // "took | him | into custody", "blew | himself | up"
                    Some(Tag::Pronoun) => is_object(words.lower(next)),
                    _ => hedge,
                };
                if !passed {
                    break;
                }
                // A figure counts for nothing, however it is printed: "cut about 1,500 jobs".
                skipped += usize::from(!hedge && tags.get(next) != Some(&Tag::Number));
                next += 1;
            }
            // Over a figure only a noun is reached: "flew at half-mast | in the port" is not flying in.
            let far = next > at + 1 + gap && tags.get(next) != Some(&Tag::Nominal);
            // "taken on | Sept. 23", "came in | May", "flooded the town in | 1953": the preposition is the date's.
            let year = words.tokens.get(next + 1).is_some_and(|token| token.kind == TokenKind::Digits)
                && words.surface(next + 1).len() == 4;
            let dates = last_word
                && (words.classes(next + 1).has(Classes::MONTH.or(Classes::WEEKDAY))
                    || year && *word == "in")
                && words.tokens.get(next + 2).is_none_or(|token| token.kind != TokenKind::Possessive);
            let adverbial = passive && last_word && opens_adverbial(words, tags, phrase, next);
            if !here(next) || far || dates || adverbial {
                whole = false;
                break;
            }
            at = next;
        }
        if whole {
            // Skipped words may hold the counted thing: the group then ends at the verb or its particle.
            let adjacent = at - head == phrase.rest.len();
            return (Some(phrase), if adjacent { at } else { head });
        }
    }
    (None, head)
}
