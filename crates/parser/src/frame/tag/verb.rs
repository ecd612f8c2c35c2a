//! Whether a word that can be a verb is one where it stands.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::morphology;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::unit;
use crosscheck_lexicon::verb::{self, Forms, Stance};

use super::Tag;
use super::group::{closes, read_verb};
use crate::token::{TokenKind, Words};

pub(super) fn is_verb(words: Words<'_>, before: &[Tag], i: usize, headline: bool) -> bool {
    let token = &words.tokens[i];
    let lower = words.lower(i);
    let prev_index = before.iter().rposition(|tag| *tag != Tag::Adverb);
    let prev = prev_index.map(|p| before[p]);
    let opens = matches!(prev, None | Some(Tag::Quote | Tag::Stop | Tag::Other));
    if token.capital && !headline && !opens {
        return false;
    }
    // Only a form that can be a verb: look it up last.
    let read = if token.classes.has(Classes::VERB) {
        verb::verb(lower)
    } else if matches!(
        prev,
        Some(Tag::Auxiliary | Tag::Modal | Tag::To | Tag::Pronoun | Tag::Relative | Tag::Negation)
    ) || lower.ends_with("ed")
        || lower.ends_with("ing")
        || lower.ends_with('s')
        || prev == Some(Tag::Nominal)
        || prev == Some(Tag::Conjunction)
    {
        read_verb(lower)
    } else {
        None
    };
    let Some(verb) = read else { return false };
    let forms = verb.forms;
    let past = forms.has(Forms::PAST.or(Forms::PARTICIPLE));
    let next = words.tokens.get(i + 1);
    let next_classes = words.classes(i + 1);
    let next_word = next.is_some_and(|t| t.kind == TokenKind::Word);
    let next_capital = next.is_some_and(|t| t.capital) && !headline;
    let closed = Classes::DETERMINER
        .or(Classes::PREPOSITION)
        .or(Classes::PRONOUN)
        .or(Classes::NUMBER)
        .or(Classes::VAGUE_NUMBER)
        .or(Classes::CONJUNCTION)
        .or(Classes::AUXILIARY);
    let next_number = next.is_some_and(|t| t.kind == TokenKind::Digits)
        || next_classes.has(Classes::NUMBER.or(Classes::VAGUE_NUMBER))
        || matches!(words.surface(i + 1), "$" | "£" | "€");
    let bound = next_classes.has(Classes::FIGURE_OPENER);
    // "The tradition dates back": a verb that is one with the words behind it alone.
    let phrase = || {
        let phrases = verb::phrases(verb.lemma);
        verb::plain(verb.lemma).is_none_or(|plain| plain.classes.is_empty())
            && phrases.iter().any(|phrase| matches!(phrase.rest[..], [word] if word == words.lower(i + 1)))
    };
    if prev == Some(Tag::Nominal) && forms.has(Forms::THIRD) && phrase() {
        return true;
    }
    // "Six officers | face charges": beside a plural that wants one, the noun of the phrase tells that it is the verb.
    // ... and so does a form that is no plural beside one that is none: "The phone | hits stores".
    if prev == Some(Tag::Nominal)
        && (forms.has(Forms::BASE) && plural_subject(words, before)
            || forms.has(Forms::THIRD) && prev_index.is_some_and(|p| !plural(words.lower(p))))
        && !seen_verb(before)
        && verb::phrases(verb.lemma)
            .iter()
            .any(|phrase| matches!(phrase.rest[..], [word] if closed_at(words, i, word)))
    {
        return true;
    }
    let next_opens = next_number || next_capital || bound || next_classes.has(closed);
    let next_adverb = next_classes.has(Classes::ADVERB)
        || next_word && words.lower(i + 1).len() > 4 && words.lower(i + 1).ends_with("ly");
    let next_nominal = next_word && !bound && !next_classes.has(closed) && !next_adverb;
    let mostly_verb =
        || crosscheck_lexicon::taxonomy::word(verb.lemma).is_none_or(|entry| entry.is_mostly_verb());
    let mostly_noun =
        || crosscheck_lexicon::taxonomy::word(lower).is_some_and(|entry| entry.is_mostly_noun());
    let object = next_number || next_capital || next_classes.has(Classes::DETERMINER.or(Classes::PRONOUN));
    if forms == Forms::ING && token.classes.has(Classes::STATE) && !object {
        return false;
    }
    let present = forms.has(Forms::THIRD.or(Forms::BASE));
    let speech = || {
        verb::plain(verb.lemma)
            .is_some_and(|phrase| matches!(phrase.stance, Some(Stance::Assert | Stance::Clause)))
    };
    // "..., sources in the ministry say.", "the agency reports.", "..., Kest Bank estimates": speech that closes its sentence.
    let closes = next.is_none_or(|next| {
        next.kind == TokenKind::Symbol
            && matches!(words.surface(i + 1), "." | "," | ";" | "\"" | "”" | "-" | "–" | "—")
            && !next.glued
            || matches!(words.surface(i + 1), "." | ",")
    });
    if closes
        && present
        && prev == Some(Tag::Nominal)
        && before.contains(&Tag::Comma)
        && (mostly_verb() || after_speaker(words, before, i, forms))
        && speech()
    {
        return true;
    }
    // "Figures from the health office | show 431 ill", "the agency | estimates between 40 and 50 fled"
    let figure = next_number
        || (bound || matches!(words.lower(i + 1), "between" | "about" | "some"))
            && (i + 2..i + 4).any(|j| words.tokens.get(j).is_some_and(|t| t.kind == TokenKind::Digits));
    if present
        && prev == Some(Tag::Nominal)
        && figure
        && !seen_verb(before)
        && (forms.has(Forms::THIRD) || plural_subject(words, before))
        && speech()
    {
        return true;
    }
    if is_measured(words, before, i) || is_of_compound(words, before, i) {
        return false;
    }
    // "Sentencing | is scheduled for", "and voting | will begin": an event with a verb of its own.
    let opens = matches!(prev, None | Some(Tag::Stop | Tag::Quote | Tag::Comma | Tag::Conjunction));
    if forms == Forms::ING
        && opens
        && words.classes(i).has(Classes::EVENT)
        && next_classes.has(Classes::AUXILIARY)
    {
        return false;
    }
    match prev {
        Some(Tag::To) => forms.has(Forms::BASE),
        Some(Tag::Modal) => forms.has(Forms::BASE) || past,
        Some(Tag::Auxiliary) => {
            let aux = prev_index.map_or("", |p| words.lower(p));
            match aux {
                "has" | "have" | "had" | "having" => forms.has(Forms::PARTICIPLE),
                "do" | "does" | "did" | "don't" | "didn't" | "doesn't" => forms.has(Forms::BASE),
                _ => {
                    forms.has(Forms::PARTICIPLE.or(Forms::ING))
                        || forms.has(Forms::BASE)
                            && (aux.ends_with("n't")
                                || matches!(
                                    before.get(prev_index.unwrap_or(0).wrapping_sub(1)),
                                    Some(Tag::Modal)
                                ))
                }
            }
        }
        Some(Tag::Negation) => forms.has(Forms::BASE) || past || forms.has(Forms::ING),
        Some(Tag::Pronoun) => !forms.has(Forms::ING) || mostly_verb(),
        Some(Tag::Relative) => forms.has(Forms::PAST.or(Forms::THIRD).or(Forms::BASE)),
        Some(Tag::Determiner | Tag::Possessive | Tag::Hyphen) => false,
        Some(Tag::Number) => {
            // "40 killed in", "three injured": what is counted is told by its state; "two wounded men" is not this, "Line 7 went
            // down" is no adjective.
            past && (!next_nominal || !forms.has(Forms::PARTICIPLE.or(Forms::BASE)))
                || forms.has(Forms::THIRD) && next_opens && mostly_verb()
        }
        Some(Tag::Preposition) => {
            // "two days of fighting in": a noun of an event.
            let event = words.classes(i).has(Classes::EVENT) && i > 0;
            let acts = next_opens
                && !(event && words.lower(i - 1) == "of" && next_classes.has(Classes::PREPOSITION));
            forms == Forms::ING && (acts || next_nominal && !event)
        }
        Some(Tag::Nominal) => {
            if forms.has(Forms::ING) {
                // "the lottery drawing | will be held", "a late Wednesday drawing | at the office": an event with a verb or a
                // day of its own.
                let named = next_classes.has(Classes::AUXILIARY)
                    || prev_index.is_some_and(|p| {
                        let part = p.checked_sub(1).filter(|&i| matches!(words.lower(i), "late" | "early"));
                        let article = part.unwrap_or(p).checked_sub(1);
                        words.classes(p).has(Classes::WEEKDAY)
                            && article.is_some_and(|i| before[i] == Tag::Determiner)
                    });
                if named && words.classes(i).has(Classes::EVENT) {
                    return false;
                }
                // "the eight-storey building | last week": one thing does not do what is mostly a noun.
                let one = prev_index.is_some_and(|p| !plural(words.lower(p)) && !words.tokens[p].capital);
                // "will address a joint | meeting of": so is the noun of an event behind an article and its adjective.
                let article = prev_index
                    .and_then(|p| p.checked_sub(1))
                    .is_some_and(|i| matches!(words.lower(i), "a" | "an" | "the" | "this" | "its" | "their"));
                if one && article && words.classes(i).has(Classes::EVENT) && words.lower(i + 1) == "of" {
                    return false;
                }
                if one && !object && words.classes(i + 1).has(Classes::TIME_LEAD) && mostly_noun() {
                    return false;
                }
                return next_opens || (mostly_verb() && !words.classes(i).has(Classes::EVENT));
            }
            if past {
                // "the United States", "a Saudi-led": capitals before say nothing; a participle before a noun may be an
                // adjective only where the noun before cannot head a subject.
                return true;
            }
            if forms.has(Forms::THIRD) {
                return next_opens
                    && !is_counted_plural(words, before, i)
                    && !next_classes.has(Classes::CONJUNCTION.or(Classes::AUXILIARY))
                    && (mostly_verb()
                        || next_number
                        || next_capital
                        || next_classes.has(Classes::DETERMINER))
                    || headline && next_word && !mostly_noun() && !seen_verb(before);
            }
            // base after a plural: "residents flee", "analysts say"
            // "distress" ends like a plural and is none.
            prev_index.is_some_and(|p| plural(words.lower(p)))
                && !mostly_noun()
                && (mostly_verb() || next_opens)
        }
        Some(Tag::Conjunction | Tag::Comma) => {
            if forms == Forms::ING {
                return !words.classes(i).has(Classes::EVENT) || next_opens;
            }
            if past {
                // "have died or | gone missing"
                let next = words.lower(i + 1);
                if read_verb(words.lower(i)).is_some_and(|read| {
                    verb::phrases(read.lemma).iter().any(|phrase| phrase.rest.first() == Some(&next))
                }) && prev == Some(Tag::Conjunction)
                    && seen_verb(before)
                {
                    return true;
                }
                // "flooded the valley and cut power to": a form that is also the base is no adjective.
                if forms.has(Forms::BASE) && prev == Some(Tag::Conjunction) && seen_verb(before) {
                    return true;
                }
                // "had headaches and wore glasses": a past that is no participle is no adjective.
                if !forms.has(Forms::PARTICIPLE.or(Forms::BASE)) && seen_verb(before) {
                    return true;
                }
                // "..., closed | yesterday": what a day follows is no adjective.
                let dated = next_classes.has(Classes::TIME_WORD.or(Classes::WEEKDAY));
                let adjective =
                    next_nominal && !dated && !next_capital && ends_group(words, i) && !next_number;
                return !adjective || seen_verb(before) && prev == Some(Tag::Conjunction) && !next_nominal;
            }
            // "The mayor of Mell, Ann Lee, believes that": the second comma closes what is told of the subject.
            // ... as in "Three workers, all from the plant, remain missing".
            let of_plural = || {
                let comma = before.iter().position(|tag| *tag == Tag::Comma);
                comma.and_then(|at| at.checked_sub(1)).is_some_and(|head| plural(words.lower(head)))
            };
            let apposed = || {
                before.iter().filter(|tag| **tag == Tag::Comma).count() == 2
                    && (forms.has(Forms::THIRD) || forms.has(Forms::BASE) && of_plural())
            };
            // "the camp, built for 8,000, | now houses 23,000"
            let told = before.last() == Some(&Tag::Adverb) && forms.has(Forms::THIRD) && next_number;
            let verbal = mostly_verb() && (next_opens || next_nominal);
            seen_verb(before) && (told || verbal) || verbal && apposed()
        }
        Some(Tag::Subordinator) => {
            forms.has(Forms::PAST.or(Forms::THIRD)) && (next_opens || !next_nominal)
                || forms == Forms::ING && next_opens
        }
        None | Some(Tag::Quote | Tag::Stop | Tag::Other) => {
            // "...," | says Hall, "...," | said survivor Ann Lee
            let inverted = forms.has(Forms::PAST) || forms.has(Forms::THIRD) && next_opens && mostly_verb();
            prev == Some(Tag::Quote) && i > 2 && inverted && speech()
                || (forms == Forms::ING || forms.has(Forms::PAST)) && (next_opens || !next_nominal)
                || forms == Forms::ING && next_nominal && !words.classes(i).has(Classes::EVENT)
        }
        Some(Tag::Verb) => forms == Forms::ING || past && !next_nominal,
        Some(_) => false,
    }
}

/// "freed two rebel | suspects on": several of one noun in the singular are none, and do nothing; the plural behind it is what is
/// counted.
fn is_counted_plural(words: Words<'_>, before: &[Tag], i: usize) -> bool {
    let number = before.iter().rposition(|tag| *tag != Tag::Nominal);
    number.filter(|&at| before[at] == Tag::Number && at + 1 < i).is_some_and(|at| {
        // "In 2014 the", "the top 10 | list | shows", "$40 million": no count of what follows.
        let year = words.surface(at).len() == 4 && words.tokens[at].kind == TokenKind::Digits;
        let opened = at.checked_sub(1).is_none_or(|before_it| {
            matches!(
                before[before_it],
                Tag::Verb | Tag::Auxiliary | Tag::Preposition | Tag::Conjunction | Tag::Comma
            )
        });
        let several = !matches!(words.lower(at), "one" | "1") && !year;
        let bare = (at + 1..i).all(|i| !words.tokens[i].capital && !plural(words.lower(i)));
        several && opened && bare && !unit_of_time(words, at + 1)
    })
}

/// "at 5 p.m. | traffic | stops"
fn unit_of_time(words: Words<'_>, i: usize) -> bool {
    words.classes(i).has(Classes::TIME_UNIT.or(Classes::TIME_WORD).or(Classes::MONTH).or(Classes::WEEKDAY))
        || words.lower(i).contains('.')
        || matches!(words.lower(i), "am" | "pm" | "percent" | "million" | "billion" | "trillion")
}

/// Whether the noun that closes a phrase stands behind its verb, with no more than two nouns before it: "face | fraud charges".
fn closed_at(words: Words<'_>, verb: usize, word: &str) -> bool {
    let noun = |i: usize| {
        let plain = words.tokens.get(i).is_some_and(|token| token.kind == TokenKind::Word);
        plain && !words.classes(i).has(Classes::STOPWORD.or(Classes::ADVERB).or(Classes::NUMBER))
    };
    let at = (verb + 1..verb + 4).find(|&i| closes(words.lower(i), word));
    at.is_some_and(|at| (verb + 1..at).all(noun))
}

/// "was at 1.84 | marks on Friday": the unit behind a figure is no verb.
fn is_measured(words: Words<'_>, before: &[Tag], i: usize) -> bool {
    before.last() == Some(&Tag::Number)
        && words.lower(i).ends_with('s')
        && unit::name(|n| words.lower(i + n)).is_some()
}

/// Whether a form that could be a verb is part of a noun: "a tax | cut for", "its convertible | preferred stock".
fn is_of_compound(words: Words<'_>, before: &[Tag], i: usize) -> bool {
    if i == 0 || before.last() != Some(&Tag::Nominal) {
        return false;
    }
    let next = words.tokens.get(i + 1);
    let noun_follows = next.is_some_and(|next| next.kind == TokenKind::Word)
        && !words
            .classes(i + 1)
            .has(Classes::STOPWORD.or(Classes::ADVERB).or(Classes::NUMBER).or(Classes::FIGURE_OPENER));
    if traits::of_word(words.lower(i)).has(Traits::ATTRIBUTIVE) {
        // "Voters preferred stock": a plural without a verb before is a subject.
        return noun_follows && (seen_verb(before) || !plural(words.lower(i - 1)));
    }
    // "Kelt will see its tax | cut by a third" has the verb with its amount; "the board had pay | cut" is rare.
    let object = next.is_some_and(|next| next.kind == TokenKind::Digits || next.capital)
        || matches!(words.surface(i + 1), "$" | "£" | "€")
        || words
            .classes(i + 1)
            .has(Classes::DETERMINER.or(Classes::NUMBER).or(Classes::PRONOUN).or(Classes::FIGURE_OPENER))
        || matches!(words.lower(i + 1), "by" | "to" | "from");
    words.lower(i) == "cut"
        && traits::of_word(words.lower(i - 1)).has(Traits::IS_CUT)
        && !object
        && !noun_follows
}

/// Whether the word after `i` closes a noun group, so that `i` before it is an adjective: "and armed men were".
fn ends_group(words: Words<'_>, i: usize) -> bool {
    let after = words.tokens.get(i + 2);
    after.is_none_or(|t| {
        t.kind != TokenKind::Word
            || t.classes.has(
                Classes::AUXILIARY
                    .or(Classes::PREPOSITION)
                    .or(Classes::VERB)
                    .or(Classes::CONJUNCTION)
                    .or(Classes::MODAL),
            )
    })
}

/// Whether a noun is a plural; "distress" ends like one and is none.
fn plural(noun: &str) -> bool {
    traits::of_word(noun).has(Traits::PLURAL)
        || noun.ends_with('s') && morphology::noun_lemma(noun).is_none_or(|lemma| lemma.as_ref() != noun)
        // "the dead | include", "the injured | say"
        || matches!(noun, "dead" | "injured" | "wounded" | "missing" | "displaced" | "homeless" | "detained" | "arrested" | "accused")
}

/// Whether the noun before the first preposition of a sentence is a plural: "figures | from the health office".
fn plural_subject(words: Words<'_>, before: &[Tag]) -> bool {
    let head = before.iter().position(|tag| *tag == Tag::Preposition).unwrap_or(before.len()).checked_sub(1);
    head.is_some_and(|head| before[head] == Tag::Nominal && plural(words.lower(head)))
}

/// Whether nothing but the name of a speaker stands between the last comma or quotation mark and the verb at `i`:
/// "..., | Kest Bank", "..., | the union", "..., | locals" (before a verb in the plural).
fn after_speaker(words: Words<'_>, before: &[Tag], i: usize, forms: Forms) -> bool {
    let from = before.iter().rposition(|tag| matches!(tag, Tag::Comma | Tag::Quote)).map_or(0, |at| at + 1);
    if from >= i {
        return false;
    }
    let named = words.tokens[from].capital || before[from] == Tag::Determiner;
    let alone = before[from..].iter().all(|tag| {
        matches!(tag, Tag::Nominal | Tag::Determiner | Tag::Possessive | Tag::Hyphen)
            || *tag == Tag::Preposition
    });
    let agrees = if forms.has(Forms::THIRD) { named } else { plural(words.lower(i - 1)) };
    seen_verb(&before[..from]) && alone && agrees
}

fn seen_verb(before: &[Tag]) -> bool {
    before.iter().any(|tag| matches!(tag, Tag::Verb | Tag::Auxiliary))
}
