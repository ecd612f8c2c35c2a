//! The body whose own release a document is: what it tells without a speaker, the body says.

use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::{place, release};
use crosscheck_model::{Attribution, boundary};

use super::identity::{self, slug};

/// Bytes at the top of a document that are searched for its letterhead.
const HEAD: usize = 1200;

/// The issuer of a release: the letterhead over it, or the body that an "About ..." below it introduces.
pub(super) fn issuer(text: &str) -> Option<Attribution> {
    let head = &text[..boundary::floor(text, HEAD)];
    let lines = || head.lines().map(str::trim).filter(|line| !line.is_empty()).take(8);
    let cue = lines().find(|line| line.len() < 120 && release::opens(&line.to_lowercase()))?;
    let source =
        lines().take_while(|line| *line != cue).find(|line| is_letterhead(line)).or_else(|| about(text))?;
    let lower = source.to_lowercase();
    let known = identity::of_words(&lower);
    let read = if known.body.is_some() { known } else { identity::of_title(&lower).unwrap_or_default() };
    Some(Attribution {
        source: source.to_owned(),
        cue: cue.to_owned(),
        quoted: false,
        body: Some(read.body.unwrap_or_else(|| slug(lower.strip_prefix("the ").unwrap_or(&lower)))),
        side: read.side,
    })
}

/// A line that is the name of a body: every longer word with a capital, an office, a known body or a company's ending in it.
fn is_letterhead(line: &str) -> bool {
    let lower = line.to_lowercase();
    let words: Vec<&str> = line.split_whitespace().collect();
    let named = words.iter().all(|word| word.len() < 4 || word.starts_with(char::is_uppercase));
    let corporate = |word: &&str| traits::of_word(&word.to_lowercase()).has(Traits::CORPORATE);
    named
        && (1..=10).contains(&words.len())
        && !line.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '|' | '?' | '!'))
        && (place::body(&lower).is_some()
            || identity::of_title(&lower).is_some()
            || words.last().is_some_and(corporate))
}

/// The name in a release's last heading "About Kell Motors".
fn about(text: &str) -> Option<&str> {
    let line = text.lines().map(str::trim).rfind(|line| line.starts_with("About ") && line.len() < 60)?;
    let name = &line["About ".len()..];
    name.split(' ').all(|word| word.len() < 4 || word.starts_with(char::is_uppercase)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_known_by_its_line_and_its_letterhead() {
        let body = |text: &str| issuer(text).and_then(|issuer| issuer.body);
        for (text, expect) in [
            ("KELL MOTORS LIMITED\nPress release\n\nSales rose 12%.", Some("kell-motors")),
            ("COAST GUARD DISTRICT MELL\n\nSituation update 4\n\n12 rescued.", Some("coast-guard")),
            (
                "FOR IMMEDIATE RELEASE\n\nPlant opens\n\nIt cost 45.\n\nAbout Brant\n\nBrant makes.",
                Some("brant"),
            ),
            ("Press release shows 12 dead\n\nTwelve died.", None),
            ("KELL MOTORS LIMITED\n\nSales rose 12%.", None),
        ] {
            assert_eq!(body(text).as_deref(), expect, "{text}");
        }
    }
}
