//! Words and what kind of thing they name: WordNet 3.0's nouns, named individuals left out.

use crate::blob::{self, flag, key::Key};

/// A set of parts of speech.
///
/// ```
/// use crosscheck_lexicon::taxonomy::{PosSet, word};
///
/// let gun = word("gun").expect("a common word");
/// assert!(gun.pos().contains(PosSet::NOUN) && gun.pos().contains(PosSet::VERB));
/// assert!(!gun.pos().contains(PosSet::ADJ));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PosSet(u8);

impl PosSet {
    /// Nouns.
    pub const NOUN: PosSet = PosSet(flag::NOUN);
    /// Verbs.
    pub const VERB: PosSet = PosSet(flag::VERB);
    /// Adjectives.
    pub const ADJ: PosSet = PosSet(flag::ADJ);
    /// Adverbs.
    pub const ADV: PosSet = PosSet(flag::ADV);

    /// Whether every part of speech of `other` is in the set.
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::PosSet;
    /// assert!(PosSet::NOUN.or(PosSet::VERB).contains(PosSet::VERB));
    /// ```
    #[inline]
    pub fn contains(self, other: PosSet) -> bool {
        self.0 & other.0 == other.0
    }

    /// The union of two sets.
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::PosSet;
    /// assert_eq!(PosSet::ADJ.or(PosSet::ADJ), PosSet::ADJ);
    /// ```
    #[inline]
    pub fn or(self, other: PosSet) -> PosSet {
        PosSet(self.0 | other.0)
    }

    /// Whether the set has no member: the word is only an irregular form.
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::{PosSet, word};
    /// assert!(PosSet::default().is_empty());
    /// assert!(word("children").expect("an irregular plural").pos().is_empty());
    /// ```
    #[inline]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// How much of a word's use belongs to one part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Share {
    /// None, or less than one use in twenty.
    Rare,
    /// Less than a third.
    Minor,
    /// Less than three quarters.
    Major,
    /// Nearly all.
    Dominant,
}

/// A word of the table: a lemma, an irregular form, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry(blob::Record);

/// Looks a word up by its lemma or irregular form; letter case and hyphens do not matter.
///
/// Regular inflections are not in the table: see [`crate::morphology`].
///
/// ```
/// use crosscheck_lexicon::taxonomy::word;
///
/// assert_eq!(word("Small-arm").map(|entry| entry.key()), Some("small arm"));
/// assert!(word("vehicles").is_none());
/// assert!(word("blorft").is_none());
/// ```
#[inline]
pub fn word(lemma: &str) -> Option<Entry> {
    blob::find(&Key::of(lemma)?).map(Entry)
}

/// Looks up a stem with another ending, without joining the two in memory first.
pub(crate) fn word_of(stem: &str, ending: &str) -> Option<Entry> {
    blob::find(&Key::joined(stem, ending)?).map(Entry)
}

impl Entry {
    /// The word as the table spells it: lower case, spaces for hyphens.
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::word;
    /// assert_eq!(word("Gun").map(|entry| entry.key()), Some("gun"));
    /// ```
    pub fn key(self) -> &'static str {
        str::from_utf8(self.0.key()).unwrap_or_default()
    }

    /// The parts of speech in which the word is a lemma.
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::{PosSet, word};
    /// assert_eq!(word("quickly").map(|entry| entry.pos()), Some(PosSet::ADV));
    /// ```
    #[inline]
    pub fn pos(self) -> PosSet {
        PosSet(self.0.flags() & 15)
    }

    /// Whether the word is a lemma in a part of speech.
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::{PosSet, word};
    /// assert!(word("truck").is_some_and(|entry| entry.is(PosSet::NOUN)));
    /// ```
    #[inline]
    pub fn is(self, pos: PosSet) -> bool {
        self.pos().contains(pos)
    }

    /// Whether WordNet always writes the word with a capital: "Armenian", "Monday".
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::word;
    /// assert!(word("Armenian").is_some_and(|entry| entry.is_capitalised()));
    /// assert!(!word("turkey").is_some_and(|entry| entry.is_capitalised()));
    /// ```
    #[inline]
    pub fn is_capitalised(self) -> bool {
        self.0.flags() & flag::CAPITAL != 0
    }

    /// How much of the word's use one part of speech has, from a sense-tagged corpus.
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::{PosSet, Share, word};
    ///
    /// let hang = word("hang").expect("a common word");
    /// assert_eq!(hang.share(PosSet::VERB), Share::Dominant);
    /// assert_eq!(hang.share(PosSet::NOUN), Share::Rare);
    /// ```
    #[inline]
    pub fn share(self, pos: PosSet) -> Share {
        if self.pos().0 & pos.0 == 0 {
            return Share::Rare;
        }
        let Some(bits) = self.0.shares() else {
            return Share::Dominant;
        };
        match bits >> (2 * pos.0.trailing_zeros()) & 3 {
            0 => Share::Rare,
            1 => Share::Minor,
            2 => Share::Major,
            _ => Share::Dominant,
        }
    }

    /// Whether a word that is both noun and verb is used far more as a verb.
    ///
    /// The head of a counted group is never such a word after a plural: "120,000 Armenians hang".
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::word;
    /// assert!(word("hang").is_some_and(|entry| entry.is_mostly_verb()));
    /// assert!(!word("truck").is_some_and(|entry| entry.is_mostly_verb()));
    /// ```
    #[inline]
    pub fn is_mostly_verb(self) -> bool {
        self.is(PosSet::VERB) && self.share(PosSet::VERB) > self.share(PosSet::NOUN)
    }

    /// Whether the word is a noun and used far more as one than as a verb.
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::word;
    /// assert!(word("truck").is_some_and(|entry| entry.is_mostly_noun()));
    /// ```
    #[inline]
    pub fn is_mostly_noun(self) -> bool {
        self.is(PosSet::NOUN) && self.share(PosSet::NOUN) > self.share(PosSet::VERB)
    }

    /// The noun senses, the most frequent first.
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::{Domain, word};
    ///
    /// let truck = word("truck").expect("a common word");
    /// let first = truck.noun_senses().next().expect("a noun");
    /// assert_eq!((first.name(), first.domain()), ("truck", Domain::Artifact));
    /// ```
    #[inline]
    pub fn noun_senses(self) -> impl Iterator<Item = Synset> + Clone {
        self.0.senses().chunks_exact(3).map(|bytes| match bytes {
            &[a, b, c] => Synset(u32::from_le_bytes([a, b, c, 0])),
            _ => Synset(0),
        })
    }

    /// The lemmas of which the word is an irregular form in one part of speech.
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::{PosSet, word};
    ///
    /// let left = word("left").expect("a common word");
    /// let lemma = left.irregular_form_of(PosSet::VERB).next().expect("a past tense");
    /// assert_eq!(lemma.key(), "leave");
    /// ```
    pub fn irregular_form_of(self, pos: PosSet) -> impl Iterator<Item = Entry> {
        self.0.forms().filter(move |&(found, _)| found == pos.0).map(|(_, record)| Entry(record))
    }
}

/// The lexicographer file of a noun sense: WordNet's coarse sorting of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each name is the file's own: noun.act, noun.animal, ...")]
pub enum Domain {
    Act,
    Animal,
    Artifact,
    Attribute,
    Body,
    Cognition,
    Communication,
    Event,
    Feeling,
    Food,
    Group,
    Location,
    Motive,
    Object,
    Person,
    Phenomenon,
    Plant,
    Possession,
    Process,
    Quantity,
    Relation,
    Shape,
    State,
    Substance,
    Time,
    Top,
}

impl Domain {
    const ALL: [Domain; 26] = [
        Domain::Act,
        Domain::Animal,
        Domain::Artifact,
        Domain::Attribute,
        Domain::Body,
        Domain::Cognition,
        Domain::Communication,
        Domain::Event,
        Domain::Feeling,
        Domain::Food,
        Domain::Group,
        Domain::Location,
        Domain::Motive,
        Domain::Object,
        Domain::Person,
        Domain::Phenomenon,
        Domain::Plant,
        Domain::Possession,
        Domain::Process,
        Domain::Quantity,
        Domain::Relation,
        Domain::Shape,
        Domain::State,
        Domain::Substance,
        Domain::Time,
        Domain::Top,
    ];
}

/// A noun sense: one kind of thing.
///
/// The number inside means nothing outside one version of the table; keep [`Synset::name`] instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Synset(u32);

impl Synset {
    /// Every synset, parents before children.
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::Synset;
    /// assert_eq!(Synset::all().next().map(|top| top.name()), Some("entity"));
    /// ```
    pub fn all() -> impl Iterator<Item = Synset> {
        (0..blob::Header::of_blob().synsets).map(Synset)
    }

    /// The first lemma, by which WordNet itself names the sense.
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::word;
    /// let sense = word("small arm").and_then(|entry| entry.noun_senses().next());
    /// assert_eq!(sense.map(|sense| sense.name()), Some("firearm"));
    /// ```
    pub fn name(self) -> &'static str {
        Entry(blob::synset_parts(self.0).name).key()
    }

    /// The lexicographer file.
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::{Domain, word};
    /// let sense = word("soldier").and_then(|entry| entry.noun_senses().next());
    /// assert_eq!(sense.map(|sense| sense.domain()), Some(Domain::Person));
    /// ```
    #[inline]
    pub fn domain(self) -> Domain {
        let place = usize::from(blob::synset_parts(self.0).domain);
        Domain::ALL.get(place).copied().unwrap_or(Domain::Top)
    }

    /// The kinds of which this is directly a kind.
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::word;
    /// let sense = word("firearm").and_then(|entry| entry.noun_senses().next()).expect("a noun");
    /// assert_eq!(sense.hypernyms().map(|parent| parent.name()).collect::<Vec<_>>(), ["gun"]);
    /// ```
    #[inline]
    pub fn hypernyms(self) -> impl Iterator<Item = Synset> + Clone {
        blob::synset_parts(self.0).parents().map(Synset)
    }

    /// All kinds above this one, nearest first along each path; a kind reached twice comes twice.
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::word;
    /// let sense = word("firearm").and_then(|entry| entry.noun_senses().next()).expect("a noun");
    /// assert!(sense.ancestors().any(|above| above.name() == "weapon"));
    /// ```
    pub fn ancestors(self) -> Ancestors {
        let mut pending = Ancestors { current: None, waiting: [None; Ancestors::ROOM] };
        pending.push_parents(self);
        pending
    }

    /// Whether this is `other` or a kind of it.
    ///
    /// ```
    /// use crosscheck_lexicon::taxonomy::word;
    /// let sense = |lemma| word(lemma).and_then(|entry| entry.noun_senses().next()).expect("a noun");
    /// assert!(sense("truck").is_a(sense("vehicle")));
    /// assert!(!sense("vehicle").is_a(sense("truck")));
    /// ```
    pub fn is_a(self, other: Synset) -> bool {
        // Parents are numbered before children, so a larger number cannot lie above.
        self == other || (other < self && self.ancestors().any(|above| above == other))
    }
}

/// The iterator of [`Synset::ancestors`]: a walk with a small stack and no allocation.
#[derive(Clone, Debug)]
pub struct Ancestors {
    current: Option<Synset>,
    waiting: [Option<Synset>; Ancestors::ROOM],
}

impl Ancestors {
    /// More side branches than any path of WordNet 3.0 has at once; a test over the table holds it.
    const ROOM: usize = 8;

    fn push_parents(&mut self, synset: Synset) {
        let mut parents = synset.hypernyms();
        self.current = parents.next();
        for parent in parents {
            if let Some(free) = self.waiting.iter_mut().find(|place| place.is_none()) {
                *free = Some(parent);
            }
        }
    }
}

impl Iterator for Ancestors {
    type Item = Synset;

    fn next(&mut self) -> Option<Synset> {
        let next = match self.current {
            Some(synset) => synset,
            None => self.waiting.iter_mut().find_map(Option::take)?,
        };
        self.push_parents(next);
        Some(next)
    }
}
