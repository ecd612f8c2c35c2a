//! Measures what a look-up costs: `cargo run --release --package crosscheck-lexicon --example speed`.

#![expect(clippy::print_stdout, reason = "an example that reports")]

use std::hint::black_box;
use std::time::Instant;

use crosscheck_lexicon::concept::{compare, relation, resolve};
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
    measure("concept::relation", &concepts, |concept| {
        black_box(relation(concept, &other));
    });
    measure("concept::compare", &concepts, |concept| {
        black_box(compare(concept, &other));
    });
}

/// Prints the time of `work` per item, the best of many rounds: other programs only ever make it slower.
fn measure<T>(name: &str, items: &[T], work: impl Fn(&T)) {
    let mut best = f64::INFINITY;
    for _ in 0..300 {
        let start = Instant::now();
        for _ in 0..20 {
            for item in items {
                work(black_box(item));
            }
        }
        best = best.min(start.elapsed().as_nanos() as f64 / (20 * items.len()) as f64);
    }
    println!("{name:24} {best:7.1} ns");
}
