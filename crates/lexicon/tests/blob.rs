//! What must hold of the embedded word table.

use crosscheck_lexicon::blob::{BYTES, HEADER_BYTES, Header, content_hash};
use crosscheck_lexicon::taxonomy::{Domain, Synset, word};

#[test]
fn the_header_fits_the_content() {
    let header = Header::of_blob();
    assert!(header.is_readable());
    assert_eq!(header.hash, content_hash(&BYTES[HEADER_BYTES..]), "the table was edited or cut off");
    assert_eq!(header.source, "wordnet-base 1:3.0-37");
    // The figures of the source: a change means another source or another choice of words.
    assert_eq!(header.lemmas, 116_004);
    assert_eq!(header.synsets, 66_250);
}

#[test]
fn the_table_stays_small() {
    assert!(BYTES.len() < 3_000_000, "{} bytes", BYTES.len());
}

#[test]
fn parents_come_first_so_there_is_no_cycle() {
    for synset in Synset::all() {
        assert!(synset.hypernyms().all(|parent| parent < synset), "{}", synset.name());
    }
}

#[test]
fn every_synset_is_found_by_its_name() {
    for synset in Synset::all() {
        let entry = word(synset.name()).unwrap_or_else(|| panic!("{} has no entry", synset.name()));
        assert!(entry.noun_senses().any(|sense| sense == synset), "{}", synset.name());
    }
}

#[test]
fn every_walk_upward_ends_at_the_top() {
    for synset in Synset::all() {
        let above: Vec<Synset> = synset.ancestors().collect();
        assert!(above.len() < 100, "{}", synset.name());
        let top = above.last().copied().unwrap_or(synset);
        assert_eq!(top.hypernyms().count(), 0, "{}", synset.name());
        // Every parent is on the walk, so the walk's small stack never overflowed.
        for place in above.iter().chain([&synset]) {
            assert!(place.hypernyms().all(|parent| above.contains(&parent)), "{}", synset.name());
        }
    }
}

#[test]
fn known_facts_are_there() {
    let first = |lemma: &str| word(lemma).and_then(|entry| entry.noun_senses().next());
    let sense = |lemma: &str| first(lemma).unwrap_or_else(|| panic!("{lemma} is a noun"));
    assert_eq!(sense("small arm"), sense("firearm"));
    assert!(sense("firearm").is_a(sense("gun")));
    assert!(sense("peacekeeper").is_a(sense("soldier")));
    assert_eq!(sense("person").domain(), Domain::Person);
    assert_eq!(sense("truck").domain(), Domain::Artifact);
    assert_eq!(sense("troops").domain(), Domain::Group);
    // Named individuals and numerals are left out; common words of the same spelling stay.
    assert!(word("12").is_none());
    assert!(sense("turkey").domain() == Domain::Animal);
    assert!(word("yerevan").is_none());
}
