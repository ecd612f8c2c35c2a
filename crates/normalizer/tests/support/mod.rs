//! What the tables of time are checked with.

use crosscheck_model::{Mention, Published, PublishedBasis};
use crosscheck_normalizer::{Prefer, time};
use crosscheck_parser::{Options, parse};

/// A Friday.
pub(crate) const DAY: &str = "2023-09-22";

/// The expressions of a text.
pub(crate) fn found(text: &str, published: Option<&str>, prefer: Prefer) -> Vec<Mention> {
    let published = match published {
        Some(day) => Published {
            date: Some(day.parse().expect("a date of the table")),
            basis: PublishedBasis::Manifest,
        },
        None => Published::UNKNOWN,
    };
    time::resolve(text, &parse(text, Options::default()), &published, prefer)
}

/// Checks a text of that Friday: the words and TIMEX3 value of each expression.
pub(crate) fn check(text: &str, expect: &[(&str, &str)]) {
    check_on(Some(DAY), Prefer::Past, text, expect);
}

/// [`check`] on another day, or none.
pub(crate) fn check_on(published: Option<&str>, prefer: Prefer, text: &str, expect: &[(&str, &str)]) {
    let found = found(text, published, prefer);
    let timex =
        |mention: &Mention| mention.date.as_ref().and_then(|date| date.timex.clone()).unwrap_or_default();
    let read: Vec<_> = found.iter().map(|mention| (mention.span.slice(text), timex(mention))).collect();
    let expect: Vec<_> = expect.iter().map(|(words, timex)| (*words, (*timex).to_owned())).collect();
    assert_eq!(read, expect, "{text}");
}
