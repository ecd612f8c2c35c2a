//! Word classes in context, and verb groups: the shallow syntax that frames are read from.
//!
//! No tagger model: each word gets one tag from its classes, the lexicon's parts of speech and the tag before it. What
//! matters is where the verb groups are and what separates clauses; nouns and adjectives are not told apart.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::morphology::{self, VerbForm};
use crosscheck_lexicon::verb::{self, Forms, Phase, Phrase, Stance};
use crosscheck_model::{Modality, Span};

use crate::token::{TokenKind, Words};

/// What a token is in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Determiner,
    Preposition,
    /// and, or, but
    Conjunction,
    /// while, because, that: a clause begins.
    Subordinator,
    /// which, who: a clause about the noun before.
    Relative,
    Pronoun,
    Auxiliary,
    Modal,
    Negation,
    /// "to" before a verb.
    To,
    Verb,
    /// Nouns, names, adjectives.
    Nominal,
    Adverb,
    Number,
    Possessive,
    Hyphen,
    Comma,
    /// ; : dashes, parentheses.
    Stop,
    Quote,
    Other,
}

/// A verb with its auxiliaries and particles.
#[derive(Debug, Clone, Copy)]
pub(super) struct VerbGroup {
    /// First token: auxiliary, "to" or the verb itself.
    pub first: usize,
    /// The verb that names the event.
    pub head: usize,
    /// Last token, words of its phrase included.
    pub last: usize,
    /// Lemma of the head.
    pub lemma: &'static str,
    /// What the table says of head and phrase.
    pub phrase: Option<&'static Phrase>,
    pub finite: bool,
    /// "to" and a verb.
    pub infinitive: bool,
    pub passive: bool,
    /// A participle without auxiliary: "killing", "injured".
    pub bare_participle: bool,
    pub ing: bool,
    pub negated: bool,
    pub modality: Modality,
    /// A light verb that was skipped before the head.
    pub phase: Option<Phase>,
}

impl VerbGroup {
    pub(super) fn stance(&self) -> Option<Stance> {
        let phrase = self.phrase?;
        // "estimated the damage at": the figure's preposition takes nothing from the verb.
        if phrase.stance.is_none() && phrase.rest == ["at"] {
            return verb::phrases(self.lemma).iter().find(|bare| bare.rest.is_empty())?.stance;
        }
        phrase.stance
    }

    pub(super) fn has_phase(&self, phase: Phase) -> bool {
        self.phrase.is_some_and(|phrase| phrase.phases.contains(&phase))
    }

    /// Whether the verb only links its subject to what follows.
    pub(super) fn copula(&self) -> bool {
        matches!(self.lemma, "be" | "become" | "remain" | "stay")
    }
}

/// A sentence's tokens with tags and verb groups.
#[derive(Debug, Default)]
pub(super) struct Syntax {
    pub tags: Vec<Tag>,
    pub groups: Vec<VerbGroup>,
    /// For each token the index of its verb group, or `NONE`.
    pub group_of: Vec<u16>,
}

pub(super) const NONE: u16 = u16::MAX;

/// Sentences longer than this are no prose: their frames are read on the first tokens only.
pub(super) const LONGEST: usize = 400;

impl Syntax {
    pub(super) fn of(words: Words<'_>) -> Self {
        let len = words.tokens.len().min(LONGEST);
        let words = Words { tokens: &words.tokens[..len], ..words };
        let mut syntax = Self { tags: tags(words), groups: Vec::new(), group_of: vec![NONE; len] };
        syntax.group(words);
        syntax.subordinate(words);
        syntax
    }

    pub(super) fn tag(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or(Tag::Stop)
    }

    pub(super) fn len(&self) -> usize {
        self.tags.len()
    }

    pub(super) fn group_at(&self, i: usize) -> Option<usize> {
        self.group_of.get(i).filter(|&&g| g != NONE).map(|&g| usize::from(g))
    }

    fn group(&mut self, words: Words<'_>) {
        let mut i = 0;
        while i < self.len() {
            let starts = matches!(self.tag(i), Tag::Modal | Tag::Auxiliary | Tag::Verb)
                || self.tag(i) == Tag::To && self.tag(i + 1) != Tag::To
                || self.tag(i) == Tag::Negation
                    && matches!(self.tag(i + 1), Tag::Auxiliary | Tag::Modal | Tag::Verb | Tag::To);
            if !starts {
                i += 1;
                continue;
            }
            let Some(group) = read_group(words, &self.tags, i) else {
                i += 1;
                continue;
            };
            let next = group.last + 1;
            self.push(words, group);
            i = next;
        }
    }

    /// Adds a group, or joins it to the light verb directly before it.
    fn push(&mut self, words: Words<'_>, mut group: VerbGroup) {
        let index = self.groups.len();
        if let Some(light) = self.groups.last().copied()
            && joins(words, &self.tags, &light, &group)
        {
            let phrase = light.phrase;
            let order = [
                Phase::Begin,
                Phase::End,
                Phase::Continue,
                Phase::Plan,
                Phase::Fail,
                Phase::Appear,
                Phase::Achieve,
                Phase::Perform,
            ];
            let phase = order
                .into_iter()
                .find(|p| phrase.is_some_and(|phrase| phrase.phases.contains(p)))
                .or(light.phase);
            let first = group.first;
            group.first = light.first;
            group.finite = light.finite;
            group.infinitive = light.infinitive;
            group.bare_participle = light.bare_participle;
            group.negated |= light.negated;
            group.modality = light.modality;
            group.phase = phase;
            match phase {
                Some(Phase::Plan) => group.modality = Modality::Planned,
                Some(Phase::Fail) => group.modality = Modality::Denied,
                _ => {}
            }
            if light.phase == Some(Phase::Plan) {
                group.modality = Modality::Planned;
            }
            // "is ready to", "is likely to"
            if light.copula() && light.last + 2 == first {
                match words.lower(light.last + 1) {
                    "ready" | "set" | "due" | "poised" | "willing" | "expected" => {
                        group.modality = Modality::Planned
                    }
                    "likely" => group.modality = Modality::Possible,
                    "unable" => group.modality = Modality::Denied,
                    _ => {}
                }
            }
            self.groups.pop();
            let index = index - 1;
            self.mark(&group, index);
            self.groups.push(group);
            return;
        }
        self.mark(&group, index);
        self.groups.push(group);
    }

    fn mark(&mut self, group: &VerbGroup, index: usize) {
        let index = u16::try_from(index).unwrap_or(NONE);
        self.group_of[group.first..=group.last].fill(index);
    }

    /// "after", "before", "since", "until", "as" open a clause when subject and finite verb follow.
    fn subordinate(&mut self, words: Words<'_>) {
        for i in 0..self.len() {
            if self.tags[i] != Tag::Preposition
                || !matches!(
                    words.lower(i),
                    "after" | "before" | "since" | "until" | "till" | "as" | "for" | "than"
                )
            {
                continue;
            }
            let mut j = i + 1;
            let mut subject = false;
            while matches!(
                self.tag(j),
                Tag::Nominal
                    | Tag::Determiner
                    | Tag::Number
                    | Tag::Possessive
                    | Tag::Hyphen
                    | Tag::Pronoun
                    | Tag::Adverb
                    | Tag::Quote
                    | Tag::Preposition
            ) {
                subject |= matches!(self.tag(j), Tag::Nominal | Tag::Pronoun);
                j += 1;
            }
            if subject && self.group_at(j).is_some_and(|g| self.groups[g].finite) {
                self.tags[i] = Tag::Subordinator;
            }
        }
    }
}

/// Whether a light verb's complement is the very next group: "began | handing over", "were forced | to leave".
fn joins(words: Words<'_>, tags: &[Tag], light: &VerbGroup, group: &VerbGroup) -> bool {
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
            && matches!(
                word,
                "ready" | "set" | "due" | "likely" | "able" | "unable" | "willing" | "poised" | "expected"
            );
    }
    let phased = light.phrase.is_some_and(|phrase| !phrase.phases.is_empty());
    let begun =
        [Phase::Begin, Phase::End, Phase::Continue, Phase::Fail].into_iter().any(|p| light.has_phase(p));
    group.infinitive && (phased || light.stance().is_some())
        || group.ing && (begun || light.lemma == "announce") && group.bare_participle
        || group.infinitive && light.lemma == "be"
}

fn read_group(words: Words<'_>, tags: &[Tag], start: usize) -> Option<VerbGroup> {
    let tag = |i: usize| tags.get(i).copied().unwrap_or(Tag::Stop);
    let (mut i, mut negated, mut infinitive) = (start, false, false);
    let mut modality = Modality::Asserted;
    let (mut be, mut have, mut finite, mut last_aux) = (false, false, false, None);
    loop {
        match tag(i) {
            Tag::Negation => negated = true,
            Tag::To => infinitive = true,
            Tag::Modal => {
                finite = true;
                modality = match words.lower(i) {
                    "will" | "would" | "shall" | "ll" => Modality::Planned,
                    _ => Modality::Possible,
                };
                last_aux = None;
            }
            Tag::Auxiliary => {
                let word = words.lower(i);
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
            matches!(words.lower(a), "is" | "are" | "was" | "were" | "been" | "be" | "being")
        });
        group.passive = be && be_last && participle && !group.ing;
        let bare = !auxiliary && !finite && !infinitive;
        if bare {
            let past =
                read.forms.has(Forms::PAST) || read.forms.has(Forms::THIRD) || read.forms.has(Forms::BASE);
            group.finite = past && !group.ing;
            group.bare_participle = group.ing || participle;
        }
        let (phrase, last) = phrase_at(words, tags, read.lemma, i);
        (group.phrase, group.last) = (phrase, last);
    } else {
        // The auxiliary is the verb: "has 2,000 men", "was at home".
        let aux = last_aux?;
        group.head = aux;
        group.last = aux;
        group.lemma =
            if be && matches!(words.lower(aux), "is" | "are" | "was" | "were" | "been" | "be" | "being") {
                "be"
            } else if have {
                "have"
            } else {
                "do"
            };
        if tag(aux + 1) == Tag::Negation {
            group.last = aux + 1;
        }
        group.phrase = verb::phrases(group.lemma).iter().find(|phrase| phrase.rest.is_empty());
    }
    if negated && words.lower(group.last) == "only" {
        group.negated = false;
    }
    Some(group)
}

/// A verb's lemma and forms: from the event tables, else from the lexicon's verbs.
fn read_verb(lower: &str) -> Option<verb::Verb> {
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

/// The longest phrase of the table that stands at a verb, and its last token.
fn phrase_at(words: Words<'_>, tags: &[Tag], lemma: &str, head: usize) -> (Option<&'static Phrase>, usize) {
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
            while skipped < gap
                && words.lower(next) != *word
                && matches!(
                    tags.get(next),
                    Some(Tag::Determiner | Tag::Number | Tag::Nominal | Tag::Adverb | Tag::Hyphen)
                )
            {
                next += 1;
                skipped += 1;
            }
            if words.lower(next) != *word {
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

/// Whether a sentence is set in headline capitals, where a capital says nothing.
fn headline(words: Words<'_>) -> bool {
    let (mut capital, mut small) = (0, 0);
    for token in words.tokens.iter().filter(|token| token.kind == TokenKind::Word && token.span.len() > 3) {
        if token.capital { capital += 1 } else { small += 1 }
    }
    capital > 2 * small
}

fn tags(words: Words<'_>) -> Vec<Tag> {
    let headline = headline(words);
    let mut tags = Vec::with_capacity(words.tokens.len());
    for i in 0..words.tokens.len() {
        let tag = tag(words, &tags, i, headline);
        tags.push(tag);
    }
    tags
}

fn tag(words: Words<'_>, before: &[Tag], i: usize, headline: bool) -> Tag {
    let token = &words.tokens[i];
    match token.kind {
        TokenKind::Digits => return Tag::Number,
        TokenKind::Possessive => return Tag::Possessive,
        TokenKind::Symbol => return symbol(words, i),
        TokenKind::Word => {}
    }
    let lower = words.lower(i);
    let classes = token.classes;
    match lower {
        "to" => return if starts_infinitive(words, i) { Tag::To } else { Tag::Preposition },
        "which" | "who" | "whom" | "whose" => return Tag::Relative,
        "where" | "when" if before.last().is_some_and(|t| *t == Tag::Nominal || *t == Tag::Comma) => {
            return Tag::Subordinator;
        }
        "that" => return that(words, before, i),
        "each"
            if verb::verb(words.lower(i + 1))
                .is_some_and(|verb| !verb.forms.has(Forms::PARTICIPLE.or(Forms::ING))) =>
        {
            return Tag::Adverb;
        }
        "so" | "yet" | "no" | "few" | "both" | "all" | "also" | "now" | "there" if lower != "there" => {
            return match lower {
                "no" | "both" | "all" => Tag::Determiner,
                "few" => Tag::Number,
                _ => Tag::Adverb,
            };
        }
        "t" | "n't" => return Tag::Negation,
        _ => {}
    }
    if classes.has(Classes::NEGATION) || lower.ends_with("n't") && !classes.has(Classes::AUXILIARY) {
        return if lower.len() > 4 && lower.ends_with("n't") { Tag::Auxiliary } else { Tag::Negation };
    }
    if classes.has(Classes::MODAL) && !(token.capital && i > 0 && !headline) && modal(words, before, i) {
        return Tag::Modal;
    }
    if classes.has(Classes::AUXILIARY) && !classes.has(Classes::MODAL) {
        return Tag::Auxiliary;
    }
    if classes.has(Classes::NUMBER.or(Classes::VAGUE_NUMBER)) && lower != "second" {
        return Tag::Number;
    }
    if matches!(
        lower,
        "while" | "because" | "although" | "though" | "if" | "whether" | "unless" | "when" | "where" | "than"
    ) {
        return if lower == "than" { Tag::Preposition } else { Tag::Subordinator };
    }
    if classes.has(Classes::PREPOSITION)
        || matches!(lower, "as" | "according" | "including" | "off" | "out" | "up" | "down")
    {
        return if matches!(lower, "out" | "up" | "down") { Tag::Adverb } else { Tag::Preposition };
    }
    if matches!(lower, "what" | "how" | "why") {
        return Tag::Subordinator;
    }
    if classes.has(Classes::PRONOUN) {
        return Tag::Pronoun;
    }
    if classes.has(Classes::DETERMINER) {
        return Tag::Determiner;
    }
    if classes.has(Classes::CONJUNCTION) {
        return Tag::Conjunction;
    }
    if is_verb(words, before, i, headline) {
        return Tag::Verb;
    }
    if classes.has(Classes::ADVERB)
        || lower.len() > 4 && lower.ends_with("ly") && !token.capital && !classes.has(Classes::VERB)
        || matches!(
            lower,
            "still"
                | "already"
                | "just"
                | "only"
                | "almost"
                | "about"
                | "later"
                | "earlier"
                | "then"
                | "again"
                | "ever"
                | "even"
                | "far"
                | "here"
                | "away"
                | "ago"
                | "meanwhile"
                | "however"
                | "too"
                | "quite"
                | "once"
        )
    {
        return Tag::Adverb;
    }
    Tag::Nominal
}

fn symbol(words: Words<'_>, i: usize) -> Tag {
    if joins_digits(words, i) {
        return Tag::Number;
    }
    match words.surface(i) {
        "," => Tag::Comma,
        "-" | "\u{2010}" | "\u{2011}" => {
            if words.tokens[i].glued && words.tokens.get(i + 1).is_some_and(|t| t.glued) {
                Tag::Hyphen
            } else {
                Tag::Stop
            }
        }
        "–" | "—" | ";" | ":" | "(" | ")" | "[" | "]" | "•" | "|" | "?" | "!" | "…" => Tag::Stop,
        "\"" | "“" | "”" | "„" | "«" | "»" => Tag::Quote,
        "." if i + 1 == words.tokens.len() => Tag::Stop,
        "." if i > 0 && words.tokens[i].glued && words.tokens[i - 1].capital => Tag::Nominal,
        "$" | "£" | "€" | "¥" | "%" => Tag::Number,
        _ => Tag::Other,
    }
}

/// The mark inside "120,000", "7.8", and the full stop of "U.S.".
fn joins_digits(words: Words<'_>, i: usize) -> bool {
    matches!(words.surface(i), "," | ".")
        && words.tokens[i].glued
        && i > 0
        && words.tokens[i - 1].kind == TokenKind::Digits
        && words.tokens.get(i + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Digits)
}

fn starts_infinitive(words: Words<'_>, i: usize) -> bool {
    let next = i + 1;
    if words.tokens.get(next).is_none_or(|t| t.kind != TokenKind::Word || t.capital) {
        return false;
    }
    if words.classes(next).has(Classes::AUXILIARY.or(Classes::NEGATION)) {
        return true;
    }
    if words.classes(next).has(Classes::DETERMINER.or(Classes::PREPOSITION).or(Classes::NUMBER)) {
        return false;
    }
    let base = |i: usize| read_verb(words.lower(i)).is_some_and(|verb| verb.forms.has(Forms::BASE));
    if words.lower(next).ends_with("ly") {
        return base(next + 1);
    }
    if !base(next) {
        return false;
    }
    // "to aid groups": a word far more often a noun is a noun.
    !crosscheck_lexicon::taxonomy::word(words.lower(next)).is_some_and(|word| {
        word.share(crosscheck_lexicon::taxonomy::PosSet::VERB) == crosscheck_lexicon::taxonomy::Share::Rare
            && !words.classes(next).has(Classes::VERB)
    })
}

/// "that": relative after a noun before a verb, else the opening of a clause; a determiner before a noun at its start.
fn that(words: Words<'_>, before: &[Tag], i: usize) -> Tag {
    let after_noun = before.last().is_some_and(|tag| *tag == Tag::Nominal || *tag == Tag::Number);
    let next = words.classes(i + 1);
    if after_noun && (next.has(Classes::AUXILIARY) || next.has(Classes::VERB) && !words.tokens[i + 1].capital)
    {
        return Tag::Relative;
    }
    if matches!(before.last(), Some(Tag::Preposition) | None | Some(Tag::Quote)) {
        return Tag::Determiner;
    }
    Tag::Subordinator
}

/// "may" and "will" as modals, not the month and the testament: a verb stands near.
fn modal(words: Words<'_>, before: &[Tag], i: usize) -> bool {
    !matches!(before.last(), Some(Tag::Determiner | Tag::Preposition | Tag::Possessive))
        && words.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Word)
}

fn is_verb(words: Words<'_>, before: &[Tag], i: usize, headline: bool) -> bool {
    let token = &words.tokens[i];
    let lower = words.lower(i);
    let prev_index = before.iter().rposition(|tag| *tag != Tag::Adverb);
    let prev = prev_index.map(|p| before[p]);
    let opens = matches!(prev, None | Some(Tag::Quote | Tag::Stop | Tag::Other));
    if token.capital && !headline && !opens {
        return false;
    }
    // Only a form that can be a verb: look it up last.
    let read = if token.classes.has(Classes::VERB) {
        verb::verb(lower)
    } else if matches!(
        prev,
        Some(Tag::Auxiliary | Tag::Modal | Tag::To | Tag::Pronoun | Tag::Relative | Tag::Negation)
    ) || lower.ends_with("ed")
        || lower.ends_with("ing")
        || lower.ends_with('s')
        || prev == Some(Tag::Nominal)
        || prev == Some(Tag::Conjunction)
    {
        read_verb(lower)
    } else {
        None
    };
    let Some(verb) = read else { return false };
    let forms = verb.forms;
    let past = forms.has(Forms::PAST.or(Forms::PARTICIPLE));
    let next = words.tokens.get(i + 1);
    let next_classes = words.classes(i + 1);
    let next_word = next.is_some_and(|t| t.kind == TokenKind::Word);
    let next_capital = next.is_some_and(|t| t.capital) && !headline;
    let closed = Classes::DETERMINER
        .or(Classes::PREPOSITION)
        .or(Classes::PRONOUN)
        .or(Classes::NUMBER)
        .or(Classes::VAGUE_NUMBER)
        .or(Classes::CONJUNCTION)
        .or(Classes::AUXILIARY)
        .or(Classes::BOUND);
    let next_number = next.is_some_and(|t| t.kind == TokenKind::Digits)
        || next_classes.has(Classes::NUMBER.or(Classes::VAGUE_NUMBER))
        || matches!(words.surface(i + 1), "$" | "£" | "€");
    let bound = matches!(
        words.lower(i + 1),
        "more"
            | "over"
            | "about"
            | "nearly"
            | "almost"
            | "some"
            | "around"
            | "up"
            | "at"
            | "fewer"
            | "less"
            | "roughly"
            | "off"
            | "out"
            | "down"
            | "away"
            | "back"
    );
    let next_opens = next_number || next_capital || bound || next_classes.has(closed);
    let next_nominal = next_word && !bound && !next_classes.has(closed) && !next_classes.has(Classes::ADVERB);
    let mostly_verb =
        || crosscheck_lexicon::taxonomy::word(verb.lemma).is_none_or(|entry| entry.is_mostly_verb());
    let mostly_noun =
        || crosscheck_lexicon::taxonomy::word(lower).is_some_and(|entry| entry.is_mostly_noun());
    let object = next_number || next_capital || next_classes.has(Classes::DETERMINER.or(Classes::PRONOUN));
    if forms == Forms::ING && token.classes.has(Classes::STATE) && !object {
        return false;
    }
    match prev {
        Some(Tag::To) => forms.has(Forms::BASE),
        Some(Tag::Modal) => forms.has(Forms::BASE) || past,
        Some(Tag::Auxiliary) => {
            let aux = prev_index.map_or("", |p| words.lower(p));
            match aux {
                "has" | "have" | "had" | "having" => forms.has(Forms::PARTICIPLE),
                "do" | "does" | "did" | "don't" | "didn't" | "doesn't" => forms.has(Forms::BASE),
                _ => {
                    forms.has(Forms::PARTICIPLE.or(Forms::ING))
                        || forms.has(Forms::BASE)
                            && (aux.ends_with("n't")
                                || matches!(
                                    before.get(prev_index.unwrap_or(0).wrapping_sub(1)),
                                    Some(Tag::Modal)
                                ))
                }
            }
        }
        Some(Tag::Negation) => forms.has(Forms::BASE) || past || forms.has(Forms::ING),
        Some(Tag::Pronoun) => !forms.has(Forms::ING) || mostly_verb(),
        Some(Tag::Relative) => forms.has(Forms::PAST.or(Forms::THIRD).or(Forms::BASE)),
        Some(Tag::Determiner | Tag::Possessive | Tag::Hyphen) => false,
        Some(Tag::Number) => {
            // "40 killed in", "three injured": what is counted is told by its state; "two wounded men" is not this.
            past && !next_nominal || forms.has(Forms::THIRD) && next_opens && mostly_verb()
        }
        Some(Tag::Preposition) => {
            forms == Forms::ING && (next_opens || next_nominal && !words.classes(i).has(Classes::EVENT))
        }
        Some(Tag::Nominal) => {
            if forms.has(Forms::ING) {
                return next_opens || (mostly_verb() && !words.classes(i).has(Classes::EVENT));
            }
            if past {
                // "the United States", "a Saudi-led": capitals before say nothing; a participle before a noun may be an
                // adjective only where the noun before cannot head a subject.
                return true;
            }
            if forms.has(Forms::THIRD) {
                return next_opens
                    && !next_classes.has(Classes::CONJUNCTION.or(Classes::AUXILIARY))
                    && (mostly_verb()
                        || next_number
                        || next_capital
                        || next_classes.has(Classes::DETERMINER))
                    || headline && next_word && !mostly_noun() && !seen_verb(before);
            }
            // base after a plural: "residents flee", "analysts say"
            let plural =
                prev_index.is_some_and(|p| words.lower(p).ends_with('s') || words.lower(p) == "people");
            plural && !mostly_noun() && (mostly_verb() || next_opens)
        }
        Some(Tag::Conjunction | Tag::Comma) => {
            if forms == Forms::ING {
                return !words.classes(i).has(Classes::EVENT) || next_opens;
            }
            if past {
                let adjective = next_nominal && !next_capital && ends_group(words, i) && !next_number;
                return !adjective || seen_verb(before) && prev == Some(Tag::Conjunction) && !next_nominal;
            }
            seen_verb(before) && mostly_verb() && (next_opens || next_nominal)
        }
        Some(Tag::Subordinator) => {
            forms.has(Forms::PAST.or(Forms::THIRD)) && (next_opens || !next_nominal)
                || forms == Forms::ING && next_opens
        }
        None | Some(Tag::Quote | Tag::Stop | Tag::Other) => {
            (forms == Forms::ING || forms.has(Forms::PAST)) && (next_opens || !next_nominal)
                || forms == Forms::ING && next_nominal && !words.classes(i).has(Classes::EVENT)
        }
        Some(Tag::Verb) => forms == Forms::ING || past && !next_nominal,
        Some(_) => false,
    }
}

/// Whether the word after `i` closes a noun group, so that `i` before it is an adjective: "and armed men were".
fn ends_group(words: Words<'_>, i: usize) -> bool {
    let after = words.tokens.get(i + 2);
    after.is_none_or(|t| {
        t.kind != TokenKind::Word
            || t.classes.has(
                Classes::AUXILIARY
                    .or(Classes::PREPOSITION)
                    .or(Classes::VERB)
                    .or(Classes::CONJUNCTION)
                    .or(Classes::MODAL),
            )
    })
}

fn seen_verb(before: &[Tag]) -> bool {
    before.iter().any(|tag| matches!(tag, Tag::Verb | Tag::Auxiliary))
}

/// The tokens of a sentence that a span covers, as first and last index.
pub(super) fn tokens_of(words: Words<'_>, span: Span) -> Option<(usize, usize)> {
    let first = words.tokens.partition_point(|token| token.span.end <= span.start);
    let end = words.tokens.partition_point(|token| token.span.start < span.end);
    (first < end).then(|| (first, end - 1))
}
