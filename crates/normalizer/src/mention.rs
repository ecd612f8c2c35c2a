//! Quantities and temporal expressions of a document in one list.

use crosscheck_model::raw::Parsed;
use crosscheck_model::{Kind, Mention, Published};

use crate::time::Resolver;
use crate::{Options, quantity};

/// Every mention of a document, in order of offset, each once.
///
/// A length of time is read twice, as a number with a unit and as a TIMEX3 duration; the two become one mention.
pub fn mentions(text: &str, parsed: &Parsed, published: &Published, options: Options) -> Vec<Mention> {
    Mentions::new(text, parsed, published, options).next_part(parsed)
}

/// Normalises a document that is read part by part: later dates count from the dates of the parts before.
pub struct Mentions<'a> {
    text: &'a str,
    times: Resolver,
    options: Options,
}

impl<'a> Mentions<'a> {
    /// Takes the habits of the text from its first part.
    pub fn new(text: &'a str, first: &Parsed, published: &Published, options: Options) -> Self {
        Self { text, times: Resolver::new(text, first, published, options.prefer), options }
    }

    /// The mentions of the next part, in order of offset.
    pub fn next_part(&mut self, parsed: &Parsed) -> Vec<Mention> {
        let times = self.times.next_part(self.text, parsed);
        joined(self.text, parsed, times, self.options)
    }
}

fn joined(text: &str, parsed: &Parsed, times: Vec<Mention>, options: Options) -> Vec<Mention> {
    let mut times = times.into_iter().peekable();
    let mut out: Vec<Mention> = Vec::with_capacity(parsed.quantities.len() + parsed.times.len());
    for raw in &parsed.quantities {
        let Some(mut quantity) = quantity::normalize(text, parsed, raw, options.profile) else { continue };
        while let Some(time) = times.next_if(|time| time.span.end <= quantity.core.start) {
            out.push(time);
        }
        if let Some(time) = times.next_if(|time| time.span.overlaps(quantity.core)) {
            match quantity.kind {
                // "a third day of protests" has lasted three days.
                Kind::Ordinal if time.kind == Kind::Duration => {
                    quantity.kind = Kind::Duration;
                    // The expression alone; what it measures is the object.
                    quantity.span = time.span.cover(quantity.core);
                    quantity.date = time.date;
                    quantity.issues.extend(time.issues);
                }
                // "in two hours", told of what lies ahead: a point.
                Kind::Duration if time.kind != Kind::Duration => {
                    out.push(time);
                    continue;
                }
                Kind::Duration => {
                    // The expression alone; what it measures is the object.
                    quantity.span = time.span.cover(quantity.core);
                    quantity.date = time.date;
                    quantity.issues.extend(time.issues);
                }
                // "ten working days": the noun counted is the unit of the length. "One hundred and three quarters" is a number.
                Kind::Count
                    if time.kind == Kind::Duration
                        && quantity.object.is_some()
                        && time.span.contains(quantity.span) =>
                {
                    out.push(time);
                    continue;
                }
                Kind::Age => {}
                // The parser reads no number inside a date, so what overlaps is a number that only touches a time.
                _ => out.push(time),
            }
        }
        out.push(quantity);
    }
    out.extend(times);
    out.sort_by_key(|mention| (mention.span.start, mention.span.end));
    out
}
