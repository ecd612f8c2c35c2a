//! Measures what a look-up costs: `cargo run --release --package crosscheck-lexicon --example speed`.

#![expect(clippy::print_stdout, reason = "an example that reports")]

use std::hint::black_box;
use std::time::Instant;

use crosscheck_lexicon::concept::{compare, resolve};
use crosscheck_lexicon::{morphology, taxonomy};

const TEXT: &str = "more than 800 small arms and anti-tank weapons were handed over on Saturday as Russian \
    peacekeepers confirmed that six armoured vehicles and about 5000 units of ammunition had been surrendered \
    by separatist fighters in the region while thousands of ethnic Armenians were waiting to leave their homes \
    the blorft minister wept quickly near Stepanakert and children saw trucks burning beside the road";

fn main() {
    let words: Vec<&str> = TEXT.split_whitespace().collect();
    measure("taxonomy::word", &words, |word| {
        black_box(taxonomy::word(word));
    });
    measure("morphology::noun_form", &words, |word| {
        black_box(morphology::noun_form(word));
    });
    measure("morphology::verb_lemma", &words, |word| {
        black_box(morphology::verb_lemma(word));
    });
    let heads: Vec<_> = words.iter().filter_map(|word| morphology::noun_lemma(word)).collect();
    let heads: Vec<&str> = heads.iter().map(|head| &**head).collect();
    measure("concept::resolve", &heads, |head| {
        black_box(resolve(head, &["armoured"]));
    });
    let concepts: Vec<_> = heads.iter().map(|head| resolve(head, &[])).collect();
    let other = resolve("gun", &[]);
    measure("concept::compare", &concepts, |concept| {
        black_box(compare(concept, &other));
    });
}

/// Prints the mean time of `work` over many rounds of the items.
fn measure<T>(name: &str, items: &[T], work: impl Fn(&T)) {
    for item in items {
        work(item);
    }
    let rounds = 200_000 / items.len().max(1);
    let start = Instant::now();
    for _ in 0..rounds {
        for item in items {
            work(black_box(item));
        }
    }
    let each = start.elapsed().as_nanos() as f64 / (rounds * items.len()) as f64;
    println!("{name:24} {each:7.1} ns");
}
