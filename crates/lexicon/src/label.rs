//! Words beside which a number is a name and no quantity, and words that say what an unnamed number counts.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::phrase::rows;

struct Tables {
    before: FxHashSet<&'static str>,
    after: FxHashSet<&'static str>,
    implied: FxHashMap<&'static str, &'static str>,
    age_of: FxHashSet<&'static str>,
    aged: FxHashSet<&'static str>,
    outcomes: FxHashSet<&'static str>,
    long: FxHashSet<&'static str>,
    warm: FxHashSet<&'static str>,
    quakes: FxHashSet<&'static str>,
    tidings: FxHashSet<&'static str>,
    dimensions: FxHashSet<&'static str>,
    ranging: FxHashSet<&'static str>,
    terms: FxHashSet<&'static str>,
    levels: FxHashSet<&'static str>,
    on_people: FxHashSet<&'static str>,
    money: FxHashSet<&'static str>,
    weight: FxHashSet<&'static str>,
    lasting: FxHashSet<&'static str>,
    papers: FxHashSet<&'static str>,
    at_large: FxHashSet<&'static str>,
    grades: FxHashSet<&'static str>,
    unified: FxHashSet<&'static str>,
    loose: FxHashSet<&'static str>,
    hospitals: FxHashSet<&'static str>,
    of_care: FxHashSet<&'static str>,
    care_places: FxHashSet<&'static str>,
    fatally: FxHashSet<&'static str>,
    jails: FxHashSet<&'static str>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables {
        before: FxHashSet::default(),
        after: FxHashSet::default(),
        implied: FxHashMap::default(),
        age_of: FxHashSet::default(),
        aged: FxHashSet::default(),
        outcomes: FxHashSet::default(),
        long: FxHashSet::default(),
        warm: FxHashSet::default(),
        quakes: FxHashSet::default(),
        tidings: FxHashSet::default(),
        dimensions: FxHashSet::default(),
        ranging: FxHashSet::default(),
        terms: FxHashSet::default(),
        levels: FxHashSet::default(),
        on_people: FxHashSet::default(),
        money: FxHashSet::default(),
        weight: FxHashSet::default(),
        lasting: FxHashSet::default(),
        papers: FxHashSet::default(),
        at_large: FxHashSet::default(),
        grades: FxHashSet::default(),
        unified: FxHashSet::default(),
        loose: FxHashSet::default(),
        hospitals: FxHashSet::default(),
        of_care: FxHashSet::default(),
        care_places: FxHashSet::default(),
        fatally: FxHashSet::default(),
        jails: FxHashSet::default(),
    };
    for row in rows(include_str!("../data/labels.tsv")) {
        let words = row[1].split(' ');
        let set = match row[0] {
            "before" => &mut tables.before,
            "after" => &mut tables.after,
            "age-of" => &mut tables.age_of,
            "aged" => &mut tables.aged,
            "long" => &mut tables.long,
            "warm" => &mut tables.warm,
            "quake" => &mut tables.quakes,
            "tidings" => &mut tables.tidings,
            "term" => &mut tables.terms,
            "ranging" => &mut tables.ranging,
            "dimension" => &mut tables.dimensions,
            "level" => &mut tables.levels,
            "on-people" => &mut tables.on_people,
            "money" => &mut tables.money,
            "weight" => &mut tables.weight,
            "lasting" => &mut tables.lasting,
            "paper" => &mut tables.papers,
            "at-large" => &mut tables.at_large,
            "grade" => &mut tables.grades,
            "unified" => &mut tables.unified,
            "loose" => &mut tables.loose,
            "hospital" => &mut tables.hospitals,
            "of-care" => &mut tables.of_care,
            "care-place" => &mut tables.care_places,
            "fatally" => &mut tables.fatally,
            "jail" => &mut tables.jails,
            _ => &mut tables.outcomes,
        };
        set.extend(words);
    }
    for row in rows(include_str!("../data/implied.tsv")) {
        tables.implied.extend(row[1].split(' ').map(|word| (word, row[0])));
    }
    tables
});

/// Whether a rank is hyphened to the word to grade what follows: "second-degree murder", "third-term governor".
///
/// ```
/// use crosscheck_lexicon::label::is_grade;
/// assert!(is_grade("degree") && !is_grade("hand"));
/// ```
pub fn is_grade(lower: &str) -> bool {
    TABLES.grades.contains(lower)
}

/// Whether "single" before the word tells its kind and counts nothing: "a single mother", "a single currency".
///
/// ```
/// use crosscheck_lexicon::label::is_unified;
/// assert!(is_unified("currency") && !is_unified("shot"));
/// ```
pub fn is_unified(lower: &str) -> bool {
    TABLES.unified.contains(lower)
}

/// Whether the number of such things is a turn of speech: "several ways", "several reasons".
///
/// ```
/// use crosscheck_lexicon::label::is_loose;
/// assert!(is_loose("reasons") && !is_loose("soldiers"));
/// ```
pub fn is_loose(lower: &str) -> bool {
    TABLES.loose.contains(lower)
}

/// Whether a number behind the word is its label: "Resolution 2758", "Flight 93".
pub fn takes_label(lower: &str) -> bool {
    TABLES.before.contains(lower)
}

/// Whether the word is something whose height is a reading that moves: "sea levels rose 11 feet".
pub fn is_level(lower: &str) -> bool {
    TABLES.levels.contains(lower)
}

/// Whether the word tells of sums of money: beside it "pounds" are sterling.
pub fn is_of_money(lower: &str) -> bool {
    TABLES.money.contains(lower)
}

/// Whether the word tells of weights: beside it "pounds" weigh.
///
/// ```
/// use crosscheck_lexicon::label::{is_of_money, is_of_weight};
/// assert!(is_of_money("fined") && is_of_weight("weighed"));
/// ```
pub fn is_of_weight(lower: &str) -> bool {
    TABLES.weight.contains(lower)
}

/// Whether the verb has people for its object where a bare number follows: "killed at least 12".
///
/// ```
/// use crosscheck_lexicon::label::acts_on_people;
/// assert!(acts_on_people("killing") && !acts_on_people("recovered"));
/// ```
pub fn acts_on_people(lower: &str) -> bool {
    TABLES.on_people.contains(lower)
}

/// Whether a number in front of the word is a house or road number: "10 Downing Street".
pub fn is_street(lower: &str) -> bool {
    TABLES.after.contains(lower)
}

/// Whether a number behind the word and "of" is an age: "a boy of four".
pub fn takes_age(lower: &str) -> bool {
    TABLES.age_of.contains(lower)
}

/// Whether a number between commas behind the word is an age: "a boy, 7,".
pub fn is_aged(lower: &str) -> bool {
    TABLES.aged.contains(lower)
}

/// Whether the plural names things with a length, so that "5m" before it is metres.
pub fn has_length(lower: &str) -> bool {
    TABLES.long.contains(lower)
}

/// Whether the word tells that its sentence is about temperatures.
pub fn is_of_heat(lower: &str) -> bool {
    TABLES.warm.contains(lower)
}

/// Whether a bare decimal before the noun is a magnitude.
pub fn is_quake(lower: &str) -> bool {
    TABLES.quakes.contains(lower)
}

/// Whether a length "in" or "behind" the word is one of imprisonment: "12 years in prison".
pub fn is_jail(lower: &str) -> bool {
    TABLES.jails.contains(lower)
}

/// Whether an adverb says that those died of it to whom something was done: "fatally shot".
pub fn is_fatally(lower: &str) -> bool {
    TABLES.fatally.contains(lower)
}

/// Whether the word, behind the word before it, names a place where the sick and the hurt are treated.
///
/// ```
/// use crosscheck_lexicon::label::is_hospital;
/// assert!(is_hospital("a", "clinic") && is_hospital("trauma", "centre") && !is_hospital("shopping", "centre"));
/// ```
pub fn is_hospital(before: &str, lower: &str) -> bool {
    TABLES.hospitals.contains(lower) || TABLES.care_places.contains(lower) && TABLES.of_care.contains(before)
}

/// Whether "no" before the noun is the figure zero: "no casualties".
///
/// ```
/// use crosscheck_lexicon::label::is_outcome;
/// assert!(is_outcome("casualties") && !is_outcome("plans"));
/// ```
pub fn is_outcome(lower: &str) -> bool {
    TABLES.outcomes.contains(lower)
}

/// Whether "no" before the noun and "of" an outcome is the figure zero: "no reports of injuries".
pub fn is_tidings(lower: &str) -> bool {
    TABLES.tidings.contains(lower)
}

/// Whether the noun names in what a thing grows: "doubled in size".
pub fn is_dimension(lower: &str) -> bool {
    TABLES.dimensions.contains(lower)
}

/// Whether "from A to B" behind the word are the two ends of one figure.
pub fn is_ranging(lower: &str) -> bool {
    TABLES.ranging.contains(lower)
}

/// Whether a rank may hold for the unit: "the worst for decades".
pub fn is_long_term(lower: &str) -> bool {
    TABLES.terms.contains(lower)
}

/// Whether the noun names what goes on for a time, so that "8-month-old" before it is a length and no age.
///
/// ```
/// use crosscheck_lexicon::label::is_lasting;
/// assert!(is_lasting("truce") && !is_lasting("victim"));
/// ```
pub fn is_lasting(lower: &str) -> bool {
    TABLES.lasting.contains(lower)
}

/// Whether a weekday before the capitalised word is the name of a newspaper: "The Sunday Times".
///
/// ```
/// use crosscheck_lexicon::label::is_paper;
/// assert!(is_paper("telegraph") && !is_paper("market"));
/// ```
pub fn is_paper(lower: &str) -> bool {
    TABLES.papers.contains(lower)
}

/// Whether "today's" before the noun means these times and no day: "in today's world".
///
/// ```
/// use crosscheck_lexicon::label::is_at_large;
/// assert!(is_at_large("world") && !is_at_large("vote"));
/// ```
pub fn is_at_large(lower: &str) -> bool {
    TABLES.at_large.contains(lower)
}

/// What is counted when a number stands alone before the word: "people" before "killed".
///
/// ```
/// assert_eq!(crosscheck_lexicon::label::implied("wounded"), Some("people"));
/// ```
pub fn implied(lower: &str) -> Option<&'static str> {
    TABLES.implied.get(lower).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_reasons() {
        assert!(rows(include_str!("../data/labels.tsv")).all(|row| row.len() == 3));
        assert!(rows(include_str!("../data/implied.tsv")).all(|row| row.len() == 3));
    }
}
