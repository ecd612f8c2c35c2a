//! The place that an article opens with, without a dash behind it: "QUITO The death toll ...", "BURNS, Ore. Four people ...".

use crosscheck_lexicon::place::place;
use crosscheck_lexicon::time::{TimeWord, time_word};

/// Most words of a town's name: "SALT LAKE CITY".
const WORDS: usize = 3;
/// Fewest letters of a town: "US President" opens a sentence.
const LETTERS: usize = 4;

/// The bytes of the dateline that a paragraph opens with, up to the first word of its text.
pub(super) fn end(paragraph: &str) -> Option<usize> {
    let town = town(paragraph)?;
    let rest = &paragraph[town.len()..];
    let end = match rest.strip_prefix(", ") {
        Some(region) => paragraph.len() - region.len() + region_end(region)?,
        None => town.split('/').all(|name| place(&name.to_lowercase()).is_some()).then_some(town.len())?,
    };
    let told = paragraph.get(end..)?.strip_prefix(' ')?;
    let opens = told.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '“'));
    opens.then_some(end + 1)
}

/// The words in capitals: "NEW YORK", "ANKARA/LESBOS".
fn town(paragraph: &str) -> Option<&str> {
    let (mut end, mut from) = (0, 0);
    for word in paragraph.split_inclusive(' ').take(WORDS) {
        let bare = word.trim_end_matches([' ', ',']);
        let upper = bare.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-' | '/' | '\'' | '’'));
        if !upper || bare.is_empty() {
            break;
        }
        end = from + bare.len();
        from += word.len();
        if word.contains(',') {
            break;
        }
    }
    let town = &paragraph[..end];
    (town.chars().filter(|c| c.is_alphabetic()).count() >= LETTERS).then_some(town)
}

/// The bytes of the state or country behind a town: "Calif.", "Fla.", "New York", "Greece".
fn region_end(text: &str) -> Option<usize> {
    let one = text.find(' ')?;
    let two = text[one + 1..].find(' ').map(|at| one + 1 + at);
    let known = |end: &usize| place(&text[..*end].to_lowercase()).is_some();
    let short = text[..one].strip_suffix('.').is_some_and(|name| {
        name.starts_with(char::is_uppercase)
            && name.chars().all(|c| c.is_alphabetic() || c == '.')
            && !matches!(time_word(&name.to_lowercase()), Some(TimeWord::Month(_)))
    });
    two.filter(known).or_else(|| Some(one).filter(|end| short || known(end)))
}

#[cfg(test)]
mod tests {
    use super::end;

    #[test]
    fn a_town_before_the_first_sentence() {
        let check = |text: &str, told: Option<&str>| {
            assert_eq!(end(text).map(|at| &text[at..]), told, "{text}");
        };
        check("WASHINGTON Eight firms left.", Some("Eight firms left."));
        check("NEW YORK New York's mayor left.", Some("New York's mayor left."));
        check("BURNS, Ore. Four men left.", Some("Four men left."));
        check("ANKARA/LESBOS, Greece Turkey left.", Some("Turkey left."));
        check("CALGARY, Alberta 12 men left.", Some("12 men left."));
        check("US President Ann Lee left.", None);
        check("WASHINGTON is far.", None);
        check("WASHINGTON POST reporters left.", None);
        check("ARDEN, May 7 (AGF) - Twelve left.", None);
        check("ARDEN, Feb. 7 (AGF) - Twelve left.", None);
        check("NATO Secretary Bo Lee left.", None);
        check("NATO", None);
    }
}
