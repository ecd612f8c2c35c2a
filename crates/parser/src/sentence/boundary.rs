//! Whether a stop ends its sentence.

use crosscheck_lexicon::abbreviations::{Abbreviation, abbreviation};
use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::traits::{self, Traits};

/// Longest word that is looked up: "u.s.s.r", and any sentence opener.
const LONGEST: usize = 16;

/// Where the sentence with the stop at `stop` ends: `Ok` with the first byte of the next one, `Err` with where to look
/// on when it goes on. `from` is the sentence's start, `end` its paragraph's.
pub(super) fn after(text: &str, from: usize, stop: usize, end: usize) -> Result<usize, usize> {
    let stops = marks(text, stop, end);
    let closed = closers(text, stops, end);
    let Some(next) = text[closed..end].chars().next() else { return Err(end) };
    let ends = if next.is_whitespace() {
        let spaces = text[closed..end].len() - text[closed..end].trim_start().len();
        closed + spaces >= end || ends_before_space(text, from, (stop, stops, closed), closed + spaces, end)
    } else {
        ends_without_space(text, from, (stop, stops, closed), next, end)
    };
    if !ends {
        return Err(closed);
    }
    Ok(closed)
}

/// The end of the run of stops at `at`.
fn marks(text: &str, at: usize, end: usize) -> usize {
    let rest = &text[at..end];
    at + (rest.len() - rest.trim_start_matches(['.', '!', '?', '…']).len())
}

/// The end of the quotes, brackets and note marks ("[12]") that close after a stop.
fn closers(text: &str, mut at: usize, end: usize) -> usize {
    loop {
        let rest = &text[at..end];
        let mut chars = rest.chars();
        let Some(c) = chars.next() else { return at };
        let straight_opens = || chars.clone().next().is_some_and(char::is_alphanumeric);
        match c {
            '”' | '»' | ')' | ']' | '}' => at += c.len_utf8(),
            '’' => at += c.len_utf8(),
            // A straight quote with a letter after it opens the next sentence, unless it closes this one.
            '"' | '\''
                if !straight_opens()
                    || (c == '"' && chars.clone().next().is_some_and(char::is_uppercase)) =>
            {
                at += 1
            }
            '[' => match rest[1..].bytes().take(8).position(|b| !b.is_ascii_digit()) {
                Some(digits @ 1..) if rest.as_bytes()[1 + digits] == b']' => at += digits + 2,
                _ => return at,
            },
            _ => return at,
        }
    }
}

/// `(stop, stops, closed)`: the first stop, the end of the stops, the end of what closes after them.
type Marks = (usize, usize, usize);

/// A stop with white space after it; `next` is where the next word starts.
fn ends_before_space(text: &str, from: usize, (stop, stops, closed): Marks, next: usize, end: usize) -> bool {
    let rest = &text[next..end];
    let opener = rest.trim_start_matches(['"', '\'', '“', '‘', '«', '(', '[', '¿', '¡']);
    let Some(first) = opener.chars().next() else { return true };
    // "at 3 p.m. (5 p.m. in the east)": a figure in brackets adds to what stands before.
    let quoted = opener.len() < rest.len() && !(rest.starts_with('(') && first.is_numeric());
    let run = &text[stop..stops];
    if first.is_lowercase() {
        // Lower case after a stop goes on: "p.m. on", "Yahoo! said", "... and". Only a plain word before a plain stop
        // says that the next one lacks its capital.
        let word = word_before(text, from, stop);
        let plain = run == "." && word.len() >= 4 && word.bytes().all(|b| b.is_ascii_alphabetic());
        return plain && matches!(abbreviation(&lower(word)), None | Some(Abbreviation::Name));
    }
    if run != "." {
        // " .. " is a dash; other runs end.
        let dash = run == ".." && text[..stop].ends_with(' ');
        let asked = closed > stops && run.contains(['?', '!']) && opens_attribution(opener);
        return !(dash || asked);
    }
    if closed > stops {
        return !text[stops..closed].starts_with([')', ']'])
            || first.is_uppercase()
            || first.is_numeric()
            || quoted;
    }
    let word = word_before(text, from, stop);
    if word.is_empty() {
        return first.is_uppercase() || quoted;
    }
    if word.bytes().all(|b| b.is_ascii_digit()) && from_start(text, from, stop, word) {
        // "1. First": a number that opens the sentence counts an item.
        return false;
    }
    let low = lower(word);
    let starts = quoted || starts_sentence(opener);
    match abbreviation(&low) {
        Some(Abbreviation::Title) => false,
        // "page 3, p. 4", but the name "Daniel P. Hart".
        Some(Abbreviation::Number) if word.len() == 1 && is_initials(word) => false,
        Some(Abbreviation::Number) => !first.is_numeric(),
        Some(Abbreviation::Month) => !first.is_numeric() && (starts || !word.starts_with(char::is_uppercase)),
        Some(Abbreviation::Open) => starts,
        Some(Abbreviation::Name) => starts || !word.starts_with(char::is_uppercase),
        // An initial: "George W. Bush", and chains of them that the table lacks: "F.B.I. Director".
        None if is_initials(word) => starts && word.len() > 1,
        None => true,
    }
}

/// A stop with a letter right after it: "concerned.He". The page lost a space.
fn ends_without_space(text: &str, from: usize, (stop, stops, closed): Marks, next: char, end: usize) -> bool {
    if closed > stops && matches!(next, '"' | '“' | '‘') {
        return true;
    }
    if !next.is_uppercase() && !matches!(next, '“' | '‘') {
        return false;
    }
    if closed > stops {
        return !text[stops..closed].starts_with([')', ']', '’', '\'']);
    }
    let word = word_before(text, from, stop);
    let plain = word.len() >= 2 && word.bytes().all(|b| b.is_ascii_lowercase());
    let after = &text[closed..end];
    let next_len = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
    // "node.JS", "www.Example.com": what goes on with a dot is a name.
    plain
        && word != "www"
        && !after[next_len..].starts_with('.')
        && (next_len >= 2 || matches!(next, 'A' | 'I' | '“' | '‘'))
}

/// The word that the stop at `stop` closes, inner stops and hyphens included: "U.S", "Jan", "half-hour".
fn word_before(text: &str, from: usize, stop: usize) -> &str {
    let low = stop.saturating_sub(LONGEST * 2).max(from);
    let bytes = &text.as_bytes()[low..stop];
    let len =
        bytes.iter().rev().take_while(|b| b.is_ascii_alphanumeric() || **b == b'.' || **b >= 0x80).count();
    let word = &text[crosscheck_model::boundary::ceil(text, stop - len)..stop];
    // Curly quotes and dashes are no letters.
    let cut = word
        .rfind(|c: char| !c.is_alphanumeric() && c != '.')
        .map_or(0, |i| i + word[i..].chars().next().map_or(0, char::len_utf8));
    &word[cut..]
}

fn lower(word: &str) -> String {
    word.chars().take(LONGEST).flat_map(char::to_lowercase).collect()
}

/// Whether the sentence starts with this word.
fn from_start(text: &str, from: usize, stop: usize, word: &str) -> bool {
    text[from..stop - word.len()].trim().is_empty() && word.len() <= 3
}

/// "J", "F.B.I": single letters with stops between them.
fn is_initials(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
    })
}

/// Whether the word is one that sentences start with, where a name would not: "The", "He", "In".
fn starts_sentence(opener: &str) -> bool {
    let len = opener.bytes().take(LONGEST).take_while(|b| b.is_ascii_alphabetic()).count();
    classes(&lower(&opener[..len])).has(Classes::STOPWORD)
}

/// "Smith asked": who put the question that a closing quote ends.
fn opens_attribution(opener: &str) -> bool {
    opener
        .split_whitespace()
        .take(4)
        .skip(1)
        .map(|word| word.trim_end_matches([',', '.', ':']))
        .any(|word| traits::of_word(word).has(Traits::ASKS))
        && !starts_sentence(opener)
}

#[cfg(test)]
mod tests {
    use crosscheck_model::{Block, BlockKind, Span};

    /// `|` stands where a sentence ends.
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let block = Block { span: Span::new(0, text.len()), kind: BlockKind::Body };
        let found: Vec<_> =
            super::super::split(&text, &[block]).iter().map(|s| s.span.slice(&text).to_owned()).collect();
        let expected: Vec<_> = marked.split('|').map(|s| s.trim().to_owned()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn plain_stops() {
        check("It rained.| The road was closed!| Was it safe?| Nobody knew.");
        check("Rain fell. | “It was bad,” he said. | Then it stopped.");
        check("the road was closed.| the bridge was not.");
        check("It ended .| Nobody left .");
        check("一 It ended。 Then more.");
    }

    #[test]
    fn abbreviations() {
        check("U.S. Secretary Lee met Sen. Ann Roe and Dr. Bo Chan.| They talked.");
        check("The plan is from the U.S.| The others joined.");
        check("It opened on Sept. 23, 2023, at 3 a.m. local time.| It closed at 12:00 p.m. Saturday.");
        check("The firm, Acme Inc., paid $1.5 million.| Dr. Roe vs. Mr. Poe was settled.");
        check("Acme Inc. Chief Executive Ann Roe left.| She joined Bolt Corp.| It is small.");
        check("It was 30 degrees at 3 p.m. (5 p.m. in the east) on Friday.| (5 dogs came.)| Then rain.");
        check("See No. 5 and Fig. 2.| Was it so?| No.| He denied it.");
        check("George W. Bush and J. R. Smith came.| J.K. Lee did not.");
        check("Former F.B.I. Director Ann Roe spoke.| She left in Sept.| The rest stayed.");
        check("He lives in Boise, Idaho, not in Seattle, Wash. Officials know.");
        check("He was ill.| Smith was not.");
        check("Guns, shells, etc. were taken.| That was all.");
        check("It fell 3.5 percent to 2,100.5 points.| Then 4.");
        check("In 2014.| Later it rose.");
        check("1. Open the door.| Go in.");
    }

    #[test]
    fn quotes_and_brackets() {
        check("\"We left.\"| \"They stayed,\" she said.");
        check("“We left.”| He nodded.");
        check("\"Why now?\" he asked.| Nobody spoke.");
        check("“Why now?” Roe asked.| Nobody spoke.");
        check("(It was late.)| The end (or so) came.[12]| More followed.");
        check("‘Not again!’ she said.| It was.");
        check("They waited... and left.| They waited...| They left.");
        check("They waited… and left.| They waited…| They left.");
        check("Talks .. a new round begins");
    }

    #[test]
    fn lost_spaces() {
        check("He was concerned.|He left.");
        check("\"He was concerned.\"|She left.");
        check("See example.com and Node.js or www.example.org.| Fine.");
        check("It ended in the valley.|ANN ROE/Agency");
    }
}
