//! Persons counted in a place: "78 people were in the mixing hall", "80 were crammed into the hall".

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::{concept, morphology};

use super::super::around::tokens;
use super::{Context, Settled};

/// Bytes behind the verb in which the place is looked for.
const BEHIND: u32 = 80;

/// Who was in a place, with the place's noun, so that those in the hall are never held against those in the yard.
pub(super) fn present(context: Context<'_>) -> Option<Settled> {
    let frame = context.frame?;
    let verb = frame.predicate?;
    let crowded = frame.class.as_deref() == Some("present");
    if !crowded && (frame.class.is_some() || frame.lemma != "be") {
        return None;
    }
    let end = verb.end.max(context.mention.span.end);
    let mut until = end.saturating_add(BEHIND).min(context.sentence.span.end);
    while !context.text.is_char_boundary(until as usize) {
        until -= 1;
    }
    let mut words = Vec::new();
    tokens(context.text, end, until, &mut words);
    let lower: Vec<String> = words.iter().map(|(word, _)| word.to_lowercase()).collect();
    let inside = |word: &str| matches!(word, "in" | "inside" | "into" | "onto" | "on");
    let determined = |word: &str| matches!(word, "the" | "that" | "this" | "its" | "their" | "a" | "an");
    let start = if crowded && lower.first().is_some_and(|word| determined(word)) {
        1
    } else if lower.first().is_some_and(|word| inside(word))
        && lower.get(1).is_some_and(|word| determined(word))
    {
        2
    } else {
        return None;
    };
    let ends = Classes::STOPWORD.or(Classes::PREPOSITION).or(Classes::WEEKDAY).or(Classes::MONTH);
    let noun = lower[start..]
        .iter()
        .take(4)
        .take_while(|word| word.starts_with(char::is_alphabetic) && !classes(word).has(ends))
        .count()
        .checked_sub(1)?;
    let head = morphology::noun_lemma(&lower[start + noun])?.into_owned();
    // "40 people were on the ferry": they were aboard.
    if concept::resolve(&head, &[]).family() == Some("vehicle") {
        return Some(Settled::persons("aboard", words[start + noun].1));
    }
    Some(Settled { owner: Some(head), ..Settled::persons("present", words[start + noun].1) })
}
