//! In which countries a document's story plays.

use crosscheck_lexicon::place as gazetteer;

use crate::{Source, words};

/// Most words of a country's name: "United Arab Emirates".
const WORDS: usize = 3;
/// How often a country must be named to be that of the story.
const OFTEN: u32 = 2;

/// The countries that a document names, by its places and peoples.
#[derive(Debug, Default)]
pub(crate) struct Theatre {
    /// All of them, sorted.
    all: Box<[&'static str]>,
    /// The one it names most.
    main: Option<&'static str>,
}

impl Theatre {
    /// Reads the countries of an article; those of the pages that stand beside it are of other stories.
    pub(crate) fn of(source: &Source<'_>) -> Self {
        Self::told(source.document.body.iter().map(|span| span.slice(source.text)))
    }

    fn told<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut counts: Vec<(&'static str, u32)> = Vec::new();
        for text in texts {
            count(text, &mut counts);
        }
        let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let main = counts.iter().find(|(_, count)| *count == most && most >= OFTEN).map(|(key, _)| *key);
        let mut all: Vec<&'static str> = counts.into_iter().map(|(key, _)| key).collect();
        all.sort_unstable();
        Self { all: all.into(), main }
    }

    /// Whether each of two documents is about a country that the other never names.
    pub(crate) fn is_elsewhere(&self, other: &Self) -> bool {
        let foreign = |x: &Self, y: &Self| x.main.is_some_and(|main| y.all.binary_search(&main).is_err());
        foreign(self, other) && foreign(other, self)
    }
}

/// Counts the countries that a text names, by its places and peoples.
fn count(text: &str, counts: &mut Vec<(&'static str, u32)>) {
    // Where the last words with a capital begin that stand side by side.
    let mut row: Vec<usize> = Vec::new();
    let mut end = 0;
    words::each_word(text, |word| {
        if !word.capital {
            row.clear();
            return;
        }
        if text.get(end..word.at) != Some(" ") {
            row.clear();
        } else if row.len() == WORDS {
            row.remove(0);
        }
        row.push(word.at);
        end = word.at + word.len;
        let named = row.iter().find_map(|from| {
            let name = text.get(*from..end)?.to_lowercase();
            let name = name.trim_end_matches("'s").trim_end_matches("’s");
            country(gazetteer::place(name)?.key)
        });
        let Some(key) = named else { return };
        row.clear();
        match counts.iter_mut().find(|(seen, _)| *seen == key) {
            Some((_, count)) => *count += 1,
            None => counts.push((key, 1)),
        }
    });
}

/// The country that a place lies in: the place below the continent.
fn country(key: &'static str) -> Option<&'static str> {
    let mut at = key;
    for _ in 0..8 {
        let outer = gazetteer::within(at)?;
        if gazetteer::within(outer).is_none() {
            return Some(at);
        }
        at = outer;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::Theatre;

    #[test]
    fn two_countries_make_two_stories_where_neither_names_the_other() {
        let check = |a: &str, b: &str, expect: bool| {
            assert_eq!(Theatre::told([a]).is_elsewhere(&Theatre::told([b])), expect, "{a} | {b}");
        };
        let kabul = "Gunmen stormed a hotel in Kabul. Afghan police said nine were dead.";
        check(kabul, "Gunmen stormed a hotel in Lima. Peruvian police said four were dead.", true);
        check(kabul, "Gunmen stormed a hotel in Lima, Peru, as others had in Afghanistan.", false);
        check(kabul, "Gunmen stormed a hotel. Police said four were dead.", false);
        check(kabul, "The hotel in Kabul was stormed, the British embassy said in London.", false);
    }
}
