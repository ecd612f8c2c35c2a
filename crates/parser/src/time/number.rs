//! How many: digits, number words, vague counts, as far as lengths of time need them.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::time::TimeWord;
use crosscheck_model::Number;
use crosscheck_model::raw::Count;
use rust_decimal::Decimal;

use super::reader::{Hit, Reader};
use crate::token::TokenKind;

impl Reader<'_> {
    /// A whole number in words: "twenty-four", "two hundred and ten", "nineteen".
    pub(super) fn spelled(&self, i: usize) -> Hit<u32> {
        let (mut total, mut part, mut at, mut any) = (0u32, 0u32, i, false);
        // No number word of a length of time is longer.
        while at < i + 9 {
            match self.word(at) {
                Some(TimeWord::Number(n)) => {
                    let n = u32::from(n);
                    // "twenty two" goes on, "two three" does not.
                    if part % 100 != 0 && !(part % 10 == 0 && part % 100 >= 20 && (1..10).contains(&n)) {
                        break;
                    }
                    part += n;
                }
                Some(TimeWord::Scale(scale)) if any => {
                    if scale == 100 {
                        part = part.max(1).saturating_mul(100);
                    } else {
                        total = total.saturating_add(part.max(1).saturating_mul(scale));
                        part = 0;
                    }
                }
                _ if any && self.is(at, "and") && part % 100 == 0 => {
                    if !matches!(self.word(at + 1), Some(TimeWord::Number(_))) || (part == 0 && total == 0) {
                        break;
                    }
                    at += 1;
                    continue;
                }
                _ if any && self.dash(at) && self.glued(at) && part % 10 == 0 && part % 100 >= 20 => {
                    if !matches!(self.word(at + 1), Some(TimeWord::Number(1..=9))) {
                        break;
                    }
                    at += 1;
                    continue;
                }
                _ => break,
            }
            any = true;
            at += 1;
        }
        any.then_some((total.saturating_add(part), at))
    }

    /// A number in digits or words, with a half or decimal part.
    fn amount(&self, i: usize) -> Hit<Number> {
        let (whole, mut at) = match self.digits(i) {
            Some((n, _)) => {
                if self.digits(i).is_some_and(|(n, digits)| digits == 4 && (1900..2100).contains(&n))
                    && self.unit(i + 1).is_none_or(|(_, plural, _)| !plural)
                {
                    return None;
                }
                if !(self.free_before(i) || self.dash(i.wrapping_sub(1)) || self.is(i.wrapping_sub(1), ".")) {
                    return None;
                }
                let (mut n, mut at) = (u64::from(n), i + 1);
                while self.is(at, ",") && self.glued(at) && self.glued(at + 1) {
                    match self.digits(at + 1) {
                        Some((m, 3)) if n < 1_000_000_000 => n = n * 1000 + u64::from(m),
                        _ => break,
                    }
                    at += 2;
                }
                (n, at)
            }
            None => {
                let (n, at) = self.spelled(i)?;
                (u64::from(n), at)
            }
        };
        let mut value = Decimal::from(whole);
        if self.is(at, ".") && self.glued(at) && self.glued(at + 1) {
            if let Some((fraction, places)) = self.digits(at + 1) {
                value += Decimal::new(i64::from(fraction), u32::try_from(places).unwrap_or(9));
                at += 2;
            }
        } else if let (Some((a, _)), true, Some((b, _))) =
            (self.digits(at), self.is(at + 1, "/"), self.digits(at + 2))
        {
            if b != 0 && a < b {
                value += Decimal::from(a) / Decimal::from(b);
                at += 3;
            }
        } else if self.is(at, "and") && self.is(at + 1, "a") && self.is(at + 2, "half") {
            value += Decimal::new(5, 1);
            at += 3;
        } else if self.is(at, "\u{bd}") {
            value += Decimal::new(5, 1);
            at += 1;
        } else if self.digits(i).is_some()
            && let Some(TimeWord::Scale(scale)) = self.word(at)
        {
            value *= Decimal::from(scale);
            at += 1;
        }
        Some((Number(value), at))
    }

    /// A count before a unit of time. The flag tells a mere article: "a week".
    pub(super) fn count(&self, i: usize) -> Hit<(Count, bool)> {
        if self.any(i, &["a", "an"]) {
            return match self.word(i + 1) {
                Some(TimeWord::Vague(lo, hi)) if !self.any(i + 1, &["several", "some"]) => {
                    Some(((Count::Vague(lo, hi), false), self.past_of(i + 2)))
                }
                Some(TimeWord::Scale(_)) | Some(TimeWord::Number(12)) => {
                    let scale = match self.word(i + 1) {
                        Some(TimeWord::Scale(scale)) => scale,
                        _ => 12,
                    };
                    Some(((Count::Exact(Number::from(i64::from(scale))), false), i + 2))
                }
                Some(TimeWord::Half) => Some(((Count::Exact(half()), false), i + 2)),
                _ => Some(((Count::Exact(Number::from(1)), true), i + 1)),
            };
        }
        if self.is(i, "half") && self.any(i + 1, &["a", "an"]) {
            return Some(((Count::Exact(half()), false), i + 2));
        }
        if let Some(TimeWord::Vague(lo, hi)) = self.word(i) {
            return Some(((Count::Vague(lo, hi), false), self.past_of(i + 1)));
        }
        if self.words.classes(i).has(Classes::VAGUE_NUMBER) && self.is(i + 1, "of") {
            // "dozens of", "hundreds of": the plural of a multiplier.
            return Some(((Count::Vague(20, None), false), i + 2));
        }
        let (first, at) = self.amount(i)?;
        let joined = self.any(at, &["to", "or"]) || self.dash(at);
        if joined {
            let from = if self.dash(at) && (self.any(at + 1, &["to", "or"])) && self.dash(at + 2) {
                at + 3
            } else {
                at + 1
            };
            if let Some((second, end)) = self.amount(from)
                && second > first
            {
                return Some(((Count::Range(first, second), false), end));
            }
        }
        Some(((Count::Exact(first), false), at))
    }

    /// The token after an "of".
    fn past_of(&self, i: usize) -> usize {
        if self.is(i, "of") { i + 1 } else { i }
    }

    /// A rank: "third", "3rd", "twenty-first".
    pub(super) fn ordinal(&self, i: usize) -> Hit<i32> {
        if let Some((n, digits)) = self.digits(i) {
            let suffix = self.glued(i + 1) && self.any(i + 1, &["st", "nd", "rd", "th"]);
            return (suffix && digits <= 3 && n > 0).then(|| (i32::try_from(n).unwrap_or(1), i + 2));
        }
        match self.word(i)? {
            TimeWord::Ordinal(n) => Some((i32::from(n), i + 1)),
            TimeWord::Number(n @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)) => {
                let at = if self.dash(i + 1) && self.glued(i + 1) { i + 2 } else { i + 1 };
                match self.word(at)? {
                    TimeWord::Ordinal(m @ 1..=9) if self.kind(at) == Some(TokenKind::Word) => {
                        Some((i32::from(n) + i32::from(m), at + 1))
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

fn half() -> Number {
    Number(Decimal::new(5, 1))
}
