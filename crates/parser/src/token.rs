//! Tokens: letters, digits, and single other characters.
//!
//! A token never spans two of these, so "$2.6m" is `$`, `2`, `.`, `6`, `m` and "24-hour" is `24`, `-`, `hour`; what was
//! written together is told by [`Token::glued`]. Recognisers put the pieces together, each by its own grammar.

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_model::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes other than the possessive's: "don't", "o'clock".
    Word,
    /// Decimal digits of any script.
    Digits,
    /// The possessive "'s" or a bare "'" after s.
    Possessive,
    /// Any other character.
    Symbol,
}

/// A token of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// No white space before it in the sentence.
    pub glued: bool,
    /// A word whose first letter is a capital.
    pub capital: bool,
    /// Classes of a word; none for other tokens.
    pub classes: Classes,
}

impl Token {
    /// Whether a mention can start at or hold this token: only sentences with such a token are read further.
    pub fn may_open_mention(&self) -> bool {
        const OPENERS: Classes = Classes::NUMBER
            .or(Classes::ORDINAL)
            .or(Classes::VAGUE_NUMBER)
            .or(Classes::ZERO)
            .or(Classes::MULTIPLE)
            .or(Classes::SUPERLATIVE)
            .or(Classes::UNIT)
            .or(Classes::MONTH)
            .or(Classes::WEEKDAY)
            .or(Classes::TIME_UNIT)
            .or(Classes::TIME_WORD)
            .or(Classes::HOLIDAY);
        self.kind == TokenKind::Digits || self.classes.has(OPENERS)
    }
}

/// The tokens of one sentence with the text they stand in.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// The document's text.
    pub text: &'a str,
    /// The same with ASCII letters in lower case: the same offsets.
    pub lower: &'a str,
    /// The sentence's tokens.
    pub tokens: &'a [Token],
}

impl<'a> Words<'a> {
    /// Token `i` as printed; `""` past the end.
    pub fn surface(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |token| token.span.slice(self.text))
    }

    /// Token `i` in lower case; `""` past the end.
    pub fn lower(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |token| token.span.slice(self.lower))
    }

    /// Classes of token `i`; none past the end.
    pub fn classes(&self, i: usize) -> Classes {
        self.tokens.get(i).map_or(Classes::NONE, |token| token.classes)
    }

    /// The span from token `from` to token `to`, both included.
    pub fn span(&self, from: usize, to: usize) -> Span {
        match (self.tokens.get(from), self.tokens.get(to)) {
            (Some(a), Some(b)) => a.span.cover(b.span),
            _ => Span::default(),
        }
    }
}

/// Fills `tokens` with the tokens of `span`.
pub fn tokenize(text: &str, lower: &str, span: Span, tokens: &mut Vec<Token>) {
    tokens.clear();
    let (start, end) = (span.start as usize, span.end as usize);
    let mut at = start;
    let mut glued = false;
    let slice = span.slice(text);
    while at < end {
        let rest = &slice[at - start..];
        let Some(first) = rest.chars().next() else { break };
        if first.is_whitespace() {
            at += first.len_utf8();
            glued = false;
            continue;
        }
        let (kind, len) = if is_digit(first) {
            (TokenKind::Digits, rest.find(|c| !is_digit(c)).unwrap_or(rest.len()))
        } else if first.is_alphabetic() {
            (TokenKind::Word, word_len(rest))
        } else if is_apostrophe(first) && glued {
            let len = first.len_utf8();
            let s =
                rest[len..].starts_with(['s', 'S']) && !rest[len + 1..].starts_with(char::is_alphanumeric);
            let bare = text[..at].ends_with(['s', 'S']) && !rest[len..].starts_with(char::is_alphanumeric);
            if s {
                (TokenKind::Possessive, len + 1)
            } else if bare {
                (TokenKind::Possessive, len)
            } else {
                (TokenKind::Symbol, len)
            }
        } else {
            (TokenKind::Symbol, first.len_utf8())
        };
        let span = Span::new(at, at + len);
        tokens.push(Token {
            span,
            kind,
            glued,
            capital: first.is_uppercase(),
            classes: match kind {
                TokenKind::Word => classes(span.slice(lower)),
                TokenKind::Symbol if is_vulgar_fraction(first) => Classes::NUMBER,
                _ => Classes::NONE,
            },
        });
        at += len;
        glued = true;
    }
}

/// Bytes of the word at the start of `rest`; an apostrophe inside stays unless it opens a possessive.
fn word_len(rest: &str) -> usize {
    for (i, c) in rest.char_indices() {
        if c.is_alphabetic() || is_mark(c) {
            continue;
        }
        let after = &rest[i + c.len_utf8()..];
        let joins = is_apostrophe(c)
            && after.starts_with(char::is_alphabetic)
            && (!after.starts_with(['s', 'S']) || after[1..].starts_with(char::is_alphanumeric));
        if !joins {
            return i;
        }
    }
    rest.len()
}

/// Decimal digits of the scripts that news is written in or pasted from.
pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || (!c.is_ascii() && c.is_numeric() && digit_value(c).is_some())
}

/// The value of a decimal digit of any script that keeps its ten digits in a row of code points.
pub fn digit_value(c: char) -> Option<u8> {
    if c.is_ascii_digit() {
        return Some(c as u8 - b'0');
    }
    const ZEROS: [u32; 12] =
        [0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xE50, 0xFF10, 0x1D7CE];
    let code = c as u32;
    ZEROS.iter().find(|&&zero| (zero..zero + 10).contains(&code)).map(|zero| (code - zero) as u8)
}

/// "½" and its like, which are numbers and no digits.
fn is_vulgar_fraction(c: char) -> bool {
    matches!(c, '\u{BC}'..='\u{BE}' | '\u{2150}'..='\u{215E}')
}

/// The straight and the curly apostrophe.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{02BC}')
}

/// Combining marks stay with their letter.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200D}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<String> {
        let lower = text.to_ascii_lowercase();
        let mut out = Vec::new();
        tokenize(text, &lower, Span::new(0, text.len()), &mut out);
        out.iter().map(|t| t.span.slice(text).to_owned()).collect()
    }

    #[test]
    fn letters_digits_and_symbols_part() {
        assert_eq!(
            tokens("Russia's $2.6m, 24-hour"),
            ["Russia", "'s", "$", "2", ".", "6", "m", ",", "24", "-", "hour"]
        );
        assert_eq!(tokens("don't rebels' o’clock"), ["don't", "rebels", "'", "o’clock"]);
    }
}
