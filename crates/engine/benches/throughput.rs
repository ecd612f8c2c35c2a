//! Throughput of the stages on news text: the seed articles repeated to at least 1 MB.

use crosscheck_engine::ingest::Input;
use crosscheck_engine::model::Published;
use crosscheck_engine::normalizer::{self, Options};
use crosscheck_engine::parser;
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// The five articles, over and over, as separate documents.
fn articles() -> Vec<Input> {
    let seeds = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
    let mut texts: Vec<_> = std::fs::read_dir(seeds)
        .expect("the repository has seeds")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    texts.sort();
    let texts: Vec<_> =
        texts.iter().map(|path| std::fs::read_to_string(path).expect("a seed is UTF-8")).collect();
    let size: usize = texts.iter().map(String::len).sum();
    texts
        .iter()
        .cycle()
        .take(texts.len() * (1_000_000 / size + 1))
        .map(|text| Input {
            path: String::new(),
            text: text.clone(),
            title: None,
            source: None,
            url: None,
            language: None,
            published: Published {
                date: "2023-09-23".parse().ok(),
                basis: crosscheck_engine::model::PublishedBasis::Manifest,
            },
        })
        .collect()
}

fn bytes(articles: &[Input]) -> BytesCount {
    BytesCount::of_many::<u8>(articles.iter().map(|article| article.text.len()).sum())
}

/// Structure, sentences, quantities and times; nothing resolved.
#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let articles = articles();
    bencher.counter(bytes(&articles)).bench(|| {
        articles
            .iter()
            .map(|a| parser::parse(&a.text, parser::Options::default()).quantities.len())
            .sum::<usize>()
    });
}

/// Mentions, normalised: parse and normalise on one core.
#[divan::bench]
fn mentions(bencher: Bencher<'_, '_>) {
    let articles = articles();
    bencher.counter(bytes(&articles)).bench(|| {
        articles.iter().map(|a| crosscheck_engine::mentions(a, Options::default()).2.len()).sum::<usize>()
    });
}

/// Claims: parse, normalise and frame on one core.
#[divan::bench]
fn claims(bencher: Bencher<'_, '_>) {
    let articles = articles();
    bencher.counter(bytes(&articles)).bench(|| {
        articles
            .iter()
            .map(|a| {
                let parsed = parser::parse(&a.text, parser::Options { frames: true });
                let mentions = normalizer::mentions(&a.text, &parsed, &a.published, Options::default());
                normalizer::claims(&a.text, &parsed, &mentions, &a.published).len()
            })
            .sum::<usize>()
    });
}
