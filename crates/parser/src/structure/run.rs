//! Runs of running text on a page, and which of them is the article.

use crosscheck_lexicon::page::Role;

use super::article::is_headline;
use super::para::{Final, Para};

/// Lines of other sort between paragraphs that part one run of text from the next.
const GAP: usize = 4;
/// Lines of other sort over which a run of two paragraphs still belongs to the article.
const BRIDGE: usize = 14;

/// A run of prose paragraphs, nothing but a few short lines between them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    first: usize,
    last: usize,
    prose: usize,
    /// Words, those of a lone paragraph between short lines counted half: teasers come as headline and blurb.
    weight: usize,
}

/// Marks what a cue line takes with it: the items of tickers and link lists.
pub(super) fn sweep(paras: &[Para], text: &str) -> Vec<bool> {
    let mut swept = vec![false; paras.len()];
    let prose_words: usize = paras.iter().filter(|para| para.is_prose()).map(|para| para.words).sum();
    let mut i = 0;
    while i < paras.len() {
        let opens = paras[i].cue;
        let end = match opens {
            Some(Role::Ticker) => {
                let end = i + 1 + paras[i + 1..].iter().take_while(|para| !para.blank_before).count();
                let taken: usize =
                    paras[i..end].iter().filter(|para| para.is_prose()).map(|para| para.words).sum();
                // "BREAKING" over the article itself takes nothing.
                if taken * 2 > prose_words { i + 1 } else { end }
            }
            Some(Role::Links) => {
                let goes_on = |k: &usize| is_link(&paras[*k]) || (*k > i + 1 && is_teaser(paras, *k, text));
                i + 1 + (i + 1..paras.len()).take_while(goes_on).count()
            }
            Some(Role::Noise) => i + 1,
            _ => {
                i += 1;
                continue;
            }
        };
        swept[i..end].fill(true);
        i = end;
    }
    swept
}

/// A blurb in a list of links: it stands under a date or name, or says its headline over again.
fn is_teaser(paras: &[Para], i: usize, text: &str) -> bool {
    let (above, below) = (&paras[i - 1], &paras[i]);
    if below.cue.is_some() || !below.is_prose() {
        return false;
    }
    if above.is_date_line() || (above.words <= 2 && above.last == Final::None) {
        return true;
    }
    let telling = |word: &&str| word.len() >= 4 || word.bytes().all(|b| b.is_ascii_digit());
    let words = |para: &Para| {
        let line = &text[para.start..para.end];
        let head: String = line.chars().take(200).flat_map(char::to_lowercase).collect();
        head.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .filter(telling)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let headline = words(above);
    let shared = words(below).iter().filter(|word| headline.contains(word)).count();
    above.last == Final::None && shared >= 3
}

/// What a list of links holds: lines that are no running text and have no role of their own.
pub(super) fn is_link(para: &Para) -> bool {
    !para.is_prose() && !matches!(para.last, Final::Stop | Final::Colon) && para.cue.is_none()
}

/// Runs of prose paragraphs; a heading that closes the article parts them for good.
pub(super) fn runs(paras: &[Para], swept: &[bool], is_prose: impl Fn(&Para) -> bool) -> Vec<Run> {
    let apart =
        |i: &usize| swept[*i] || matches!(paras[*i].cue, Some(Role::Caption | Role::Metadata | Role::Embed));
    let lines: Vec<usize> = (0..paras.len()).filter(|i| !apart(i)).collect();
    let mut runs: Vec<Run> = Vec::new();
    let mut gap = GAP;
    // Under "Most Read" stands what others wrote.
    let mut share = 2;
    for (at, &i) in lines.iter().enumerate() {
        let para = &paras[i];
        if para.cue == Some(Role::Rest) {
            gap = GAP;
            share = 1;
        }
        if !is_prose(para) {
            gap += usize::from(para.last == Final::None && !(para.bullet && para.words >= 5));
            continue;
        }
        let beside =
            |at: usize| lines.get(at).is_some_and(|&i| paras[i].last == Final::Stop && paras[i].words >= 4);
        let flanked = beside(at + 1) || (at > 0 && beside(at - 1));
        let weight = para.words * share * if flanked { 2 } else { 1 };
        match runs.last_mut() {
            Some(run) if gap < GAP => {
                run.last = i;
                run.prose += 1;
                run.weight += weight;
            }
            _ => runs.push(Run { first: i, last: i, prose: 1, weight }),
        }
        gap = 0;
    }
    runs
}

/// First and last paragraph of the article: the heaviest run, and the runs beside it that go on in its way.
pub(super) fn extent(paras: &[Para], runs: &[Run], swept: &[bool]) -> Option<(usize, usize)> {
    // The first of the heaviest runs: what stands higher on a page is the article.
    let main = (0..runs.len()).rev().max_by_key(|&i| runs[i].weight)?;
    let closed = |from: usize, to: usize| paras[from..to].iter().any(|para| para.cue == Some(Role::Rest));
    let between = |from: usize, to: usize| (from + 1..to).filter(|&i| !swept[i]).count();
    let (mut first, mut last) = (runs[main].first, runs[main].last);
    for run in &runs[main + 1..] {
        let goes_on = run.prose >= 2 || run.weight >= 80;
        if closed(last, run.first) || !goes_on || between(last, run.first) > BRIDGE {
            break;
        }
        last = run.last;
    }
    for run in runs[..main].iter().rev() {
        // A standfirst has its headline above it, by-lines and buttons between; a ticker's sentence has not.
        let aside = |i: &usize| {
            let para = &paras[*i];
            matches!(para.cue, Some(Role::Metadata | Role::Noise | Role::Caption))
                || para.is_date_line()
                || (para.words <= 2 && para.last == Final::None)
        };
        let headed = (run.first.saturating_sub(BRIDGE)..run.first)
            .rev()
            .find(|i| !aside(i))
            .is_some_and(|i| is_headline(&paras[i]) && !swept[i] && (paras[i].blank_before || i == 0));
        let headed = headed || run.first == 0;
        // What has a headline and a date or by-line of its own is an article's beginning, whatever box follows it.
        let dated = headed
            && run.first > 0
            && (paras[run.first - 1].cue == Some(Role::Metadata)
                || (run.first.saturating_sub(8)..run.first).any(|i| paras[i].is_date_line()));
        if (closed(run.last, first) && !dated)
            || between(run.last, first) > BRIDGE
            || !(headed || run.prose >= 3)
        {
            break;
        }
        first = run.first;
    }
    let short =
        |para: &&Para| para.last == Final::Stop && para.cue.is_none() && para.words >= 2 && !para.address;
    last += paras[last + 1..]
        .iter()
        .zip(&swept[last + 1..])
        .take_while(|(para, swept)| short(para) && !**swept)
        .count();
    Some((first, last))
}
