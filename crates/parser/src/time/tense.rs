//! Where the verb around an expression points, and what the preposition before it makes of it.

use crosscheck_lexicon::classes::Classes;
use crosscheck_model::raw::{Tense, TimeRole};

use super::reader::Reader;
use crate::token::TokenKind;

impl Reader<'_> {
    /// The role that the words before token `i` give an expression.
    pub(super) fn role(&self, i: usize) -> TimeRole {
        let Some(mut before) = i.checked_sub(1) else { return TimeRole::At };
        if self.the(before) && before > 0 {
            before -= 1;
        }
        match self.lower(before) {
            "since" => TimeRole::Since,
            "until" | "till" | "til" => TimeRole::Until,
            "by" => TimeRole::By,
            "before" | "pre" => TimeRole::Before,
            "after" | "following" => TimeRole::After,
            "of" if before > 0 && self.is(before - 1, "as") => TimeRole::AsOf,
            "from" => TimeRole::From,
            "to" | "through" => TimeRole::To,
            "during" | "throughout" | "over" => TimeRole::During,
            _ => TimeRole::At,
        }
    }

    /// The tense of the nearest verb: to the left in the clause first, then to the right.
    pub(super) fn tense(&self, start: usize, end: usize) -> Tense {
        let mut i = start;
        let mut steps = 0;
        while i > 0 && steps < 14 {
            i -= 1;
            steps += 1;
            if self.any(i, &[";", ":", "\u{2014}"]) {
                break;
            }
            if let Some(tense) = self.verb(i) {
                return tense;
            }
        }
        let mut i = end;
        let mut steps = 0;
        while i < self.words.tokens.len() && steps < 16 {
            if self.any(i, &[";", "\u{2014}"]) {
                break;
            }
            if let Some(tense) = self.verb(i) {
                return tense;
            }
            i += 1;
            steps += 1;
        }
        Tense::Unknown
    }

    /// The tense that token `i` shows by itself.
    fn verb(&self, i: usize) -> Option<Tense> {
        if self.kind(i) != Some(TokenKind::Word) {
            return None;
        }
        let word = self.lower(i);
        let classes = self.words.classes(i);
        if classes.has(Classes::AUXILIARY)
            || matches!(
                word,
                "won't"
                    | "can't"
                    | "wasn't"
                    | "didn't"
                    | "isn't"
                    | "it'll"
                    | "we'll"
                    | "they'll"
                    | "he'll"
                    | "she'll"
                    | "i'll"
                    | "you'll"
            )
        {
            return Some(match word {
                "will" | "shall" | "won't" | "it'll" | "we'll" | "they'll" | "he'll" | "she'll" | "i'll"
                | "you'll" => Tense::Future,
                "may" | "can" | "must" | "should" | "could" | "would" | "might" => {
                    if self.capital(i) && word == "may" {
                        return None;
                    }
                    if self.is(i + 1, "have") { Tense::Past } else { Tense::Future }
                }
                "was" | "were" | "had" | "did" | "been" | "wasn't" | "didn't" => {
                    // "was to meet", "was due": ahead of a past point; news tells it of the past.
                    Tense::Past
                }
                "is" | "are" | "am" | "isn't" => {
                    if self.any(
                        i + 1,
                        &[
                            "to",
                            "due",
                            "scheduled",
                            "expected",
                            "set",
                            "planned",
                            "slated",
                            "going",
                            "likely",
                            "planning",
                        ],
                    ) || self.kind(i + 1) == Some(TokenKind::Word) && self.lower(i + 1).ends_with("ing")
                    {
                        Tense::Future
                    } else {
                        Tense::Present
                    }
                }
                "has" | "have" => {
                    if self.any(i + 1, &["to"]) {
                        Tense::Future
                    } else {
                        Tense::Past
                    }
                }
                "be" if i > 0 && self.is(i - 1, "to") => Tense::Future,
                _ => return None,
            });
        }
        let before = i.checked_sub(1).map_or("", |at| self.lower(at));
        if matches!(word, "expected" | "scheduled" | "due" | "slated" | "planned" | "supposed")
            && (word != "due" || !self.is(i + 1, "to"))
        {
            let past = matches!(
                before,
                "was" | "were" | "been" | "had" | "previously" | "originally" | "as" | "once"
            );
            return Some(if past { Tense::Past } else { Tense::Future });
        }
        if matches!(
            word,
            "plans"
                | "expects"
                | "intends"
                | "hopes"
                | "upcoming"
                | "expires"
                | "payable"
                | "effective"
                | "maturing"
                | "starting"
        ) {
            return Some(Tense::Future);
        }
        // "agreed to buy it in May": what is agreed lies ahead.
        if word == "to"
            && self.plain(i + 1)
            && !self.capital(i + 1)
            && matches!(
                before,
                "agreed"
                    | "agreement"
                    | "plan"
                    | "planning"
                    | "proposal"
                    | "proposed"
                    | "offer"
                    | "offered"
                    | "wants"
                    | "want"
                    | "hope"
                    | "decided"
                    | "intend"
                    | "ready"
                    | "likely"
                    | "set"
                    | "able"
                    | "expect"
                    | "promised"
                    | "vowed"
                    | "pledged"
            )
        {
            return Some(Tense::Future);
        }
        if self.plain(i) && word.len() > 3 && word.ends_with("ed") && !self.capital(i) {
            // "will be named": the auxiliary tells.
            return (!matches!(before, "be" | "being")).then_some(Tense::Past);
        }
        if crosscheck_lexicon::time::is_past_verb(word) {
            return Some(Tense::Past);
        }
        None
    }
}
