//! The place in an article's dateline: "ARDEN, May 7 (AGF) - ...", "QUITO The death toll ...".

use crosscheck_lexicon::{place, taxonomy};
use crosscheck_model::raw::Parsed;
use crosscheck_model::{BlockKind, Claim, PlaceBasis};

/// Paragraphs of the body in which a dateline may stand.
const FIRST: usize = 2;
/// Bytes of the longest dateline.
const LONGEST: usize = 80;

/// Gives the dateline's place to the claims of the body whose sentence names none.
pub(super) fn fill(text: &str, parsed: &Parsed, claims: &mut [Claim]) {
    let body = parsed.blocks.iter().filter(|block| block.kind == BlockKind::Body).take(FIRST);
    let Some(found) = body.map(|block| block.span.slice(text)).find_map(read) else { return };
    for claim in claims.iter_mut().filter(|claim| claim.place.is_none() && claim.block == BlockKind::Body) {
        claim.place = Some(found.clone());
        claim.place_basis = Some(PlaceBasis::Dateline);
    }
}

/// The key of the place in the dateline that a paragraph opens with.
fn read(paragraph: &str) -> Option<String> {
    let paragraph = paragraph.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
    let name = capitals(paragraph)?;
    let known = place::place(&name.to_lowercase()).is_some();
    let rest = &paragraph[name.len()..];
    let end = rest.char_indices().map(|(at, _)| at).take_while(|at| *at <= LONGEST).last().unwrap_or(0);
    let dash = [" - ", " – ", " — ", " -- ", "—", "–"].iter().filter_map(|dash| rest[..end].find(dash)).min();
    let told = match dash {
        // "ARDEN, May 7 (AGF) - ", "ARDEN — "
        Some(at) => {
            let between = rest[..at].trim();
            let parts = between.starts_with([',', '(']) && !between.contains(". ");
            parts || between.is_empty() && (known || !is_word(name))
        }
        None => false,
    };
    // "CALGARY, Alberta Alberta is racing", "QUITO The death toll"
    let bare = known
        && (rest.starts_with(", ") || rest.starts_with(' '))
        && rest.trim_start_matches([',', ' ']).starts_with(char::is_uppercase);
    (told || bare).then(|| super::key(&name.to_lowercase()))
}

/// The words in capitals that a paragraph opens with: "NEW YORK".
fn capitals(paragraph: &str) -> Option<&str> {
    let mut end = 0;
    for (count, word) in paragraph.split_inclusive(' ').enumerate() {
        let bare = word.trim_end_matches([' ', ',', ':']);
        let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
        let upper = bare.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-' | '\'' | '’'));
        if !upper || letters < 2 || count > 3 {
            break;
        }
        end += word.len();
        if bare.len() + 1 < word.len() || word.ends_with([',', ':']) {
            break;
        }
    }
    let name = paragraph[..end].trim_end_matches([' ', ',', ':']);
    (name.chars().count() >= 3).then_some(name)
}

/// "UPDATE — ", "WATCH — ": a common word is no place.
fn is_word(name: &str) -> bool {
    taxonomy::word(&name.to_lowercase()).is_some()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn datelines_name_a_place() {
        for (paragraph, expected) in [
            ("ARDEN, May 7 (AGF) - A storm killed three.", Some("arden")),
            ("VELL — A tram came off the rails.", Some("vell")),
            ("LONDON (AGF) — Shops closed.", Some("london")),
            ("LONDON Shops closed on Friday.", Some("london")),
            ("NEW YORK, May 7 – Shares fell.", Some("new-york")),
            ("PORT VELL, Orland (AGF) - Boats sank.", Some("port-vell")),
            ("UPDATE — Shares fell.", None),
            ("WATCH - the fire.", None),
            ("The mayor - a baker - said so.", None),
            ("NATO said five planes took off.", None),
            ("A storm killed three.", None),
            ("", None),
        ] {
            assert_eq!(read(paragraph).as_deref(), expected, "{paragraph}");
        }
    }
}
