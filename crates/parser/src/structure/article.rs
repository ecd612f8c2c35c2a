//! Where on a page the article stands: the main run of running text, and what belongs to it.

use crosscheck_lexicon::abbreviations::abbreviation;
use crosscheck_lexicon::page::Role;
use crosscheck_model::BlockKind;

use super::live;
use super::para::{Final, Para};

/// Lines of other sort between paragraphs that part one run of text from the next.
const GAP: usize = 4;
/// Lines of other sort over which a run of two paragraphs still belongs to the article.
const BRIDGE: usize = 14;

/// Bytes of the longest headline.
const LONGEST_HEADLINE: usize = 300;

/// A run of prose paragraphs, nothing but a few short lines between them.
#[derive(Debug, Clone, Copy)]
struct Run {
    first: usize,
    last: usize,
    prose: usize,
    /// Words, those of a lone paragraph between short lines counted half: teasers come as headline and blurb.
    weight: usize,
}

/// The kind of every paragraph, and the index of the title.
pub(super) fn classify(paras: &[Para], text: &str, lower: &str) -> (Vec<BlockKind>, Option<usize>) {
    let mut kinds = vec![BlockKind::Body; paras.len()];
    if paras.len() < 2 {
        return (kinds, None);
    }
    let swept = sweep(paras, text);
    let mut runs = runs(paras, &swept, Para::is_prose);
    if runs.is_empty() {
        // Short sentences, or a language whose small words are not known.
        runs = self::runs(paras, &swept, |para| para.last == Final::Stop && para.words >= 3);
    }
    let posts = live::extent(paras, lower, &swept);
    let Some((first, last)) = posts.or_else(|| extent(paras, &runs, &swept)) else {
        // Nothing here is running text: a list, a table, a foreign language.
        for (kind, para) in kinds.iter_mut().zip(paras) {
            *kind = match para.cue {
                Some(Role::Noise | Role::Links | Role::Rest) if para.words <= 6 => BlockKind::Furniture,
                _ if para.is_date_line() => BlockKind::Dateline,
                _ => BlockKind::Body,
            };
        }
        return (kinds, None);
    };
    let prose = || paras.iter().filter(|para| para.is_prose());
    let spaced = prose().filter(|para| para.blank_before).count() * 2 > prose().count();
    let page = Page { paras, text, lower, swept: &swept, web: is_web_page(paras, &swept), spaced };
    page.inside(first, last, &mut kinds);
    page.below(last, &mut kinds);
    let title = page.above(first, &mut kinds);
    page.embeds(&mut kinds);
    (kinds, title)
}

/// Whether the text was taken from a page with more on it than an article.
fn is_web_page(paras: &[Para], swept: &[bool]) -> bool {
    let noise = paras
        .iter()
        .zip(swept)
        .filter(|(para, swept)| {
            **swept || matches!(para.cue, Some(Role::Noise | Role::Links | Role::Rest | Role::Ticker))
        })
        .count();
    let prose = paras.iter().filter(|para| para.is_prose()).count();
    let short = paras.iter().filter(|para| para.last == Final::None && para.words <= 5).count();
    noise >= 1 || short > prose.max(3)
}

/// Marks what a cue line takes with it: the items of tickers and link lists.
fn sweep(paras: &[Para], text: &str) -> Vec<bool> {
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
fn is_link(para: &Para) -> bool {
    !para.is_prose() && !matches!(para.last, Final::Stop | Final::Colon) && para.cue.is_none()
}

/// Runs of prose paragraphs; a heading that closes the article parts them for good.
fn runs(paras: &[Para], swept: &[bool], is_prose: impl Fn(&Para) -> bool) -> Vec<Run> {
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
fn extent(paras: &[Para], runs: &[Run], swept: &[bool]) -> Option<(usize, usize)> {
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

/// A line that can be a headline.
fn is_headline(para: &Para) -> bool {
    (para.last != Final::Stop || para.words <= 24)
        && (2..=40).contains(&para.words)
        && para.end - para.start <= LONGEST_HEADLINE
        && para.cue.is_none()
        && !para.bullet
        && para.separators < 2
        && !para.is_date_line()
}

/// Whether a sentence ends inside the line, as in no headline: "Boats at Sele. ANN LEE, GAZETTE".
fn holds_stop(line: &str) -> bool {
    line.match_indices(". ").any(|(at, _)| {
        let start = line[..at].rfind(|c: char| !c.is_alphabetic()).map_or(0, |i| i + 1);
        let word = line.get(start..at).unwrap_or("");
        word.len() >= 3
            && line[at + 2..].starts_with(char::is_uppercase)
            && abbreviation(&word.to_lowercase()).is_none()
    })
}

struct Page<'a> {
    paras: &'a [Para],
    text: &'a str,
    lower: &'a str,
    swept: &'a [bool],
    web: bool,
    /// Whether blank lines part the paragraphs of running text.
    spaced: bool,
}

impl Page<'_> {
    fn line(&self, i: usize) -> &str {
        &self.text[self.paras[i].start..self.paras[i].end]
    }

    /// What a paragraph is wherever it stands, when its own form tells.
    fn of_itself(&self, i: usize) -> Option<BlockKind> {
        let para = &self.paras[i];
        if self.swept[i] {
            return Some(BlockKind::Furniture);
        }
        match para.cue {
            Some(Role::Noise | Role::Links | Role::Ticker | Role::Rest | Role::CaptionNext) => {
                Some(BlockKind::Furniture)
            }
            Some(Role::Metadata) => Some(BlockKind::Metadata),
            Some(Role::Caption) => Some(BlockKind::Caption),
            Some(Role::Embed) => Some(BlockKind::Embed),
            _ if self.is_signature(i) => Some(BlockKind::Embed),
            _ if para.is_date_line() => Some(BlockKind::Dateline),
            _ if para.is_byline(self.lower) || para.is_dated_line(self.lower) => Some(BlockKind::Metadata),
            _ if para.address && para.words <= 24 => Some(BlockKind::Metadata),
            _ if para.is_menu_line() => Some(BlockKind::Furniture),
            _ if para.words == 0 => Some(BlockKind::Furniture),
            _ if i > 0 && self.paras[i - 1].cue == Some(Role::CaptionNext) => Some(BlockKind::Caption),
            _ => None,
        }
    }

    /// "Ida Holm in Lenz", "Ida Holm, Reporter": few words, and none of them a headline's.
    fn is_name(&self, i: usize) -> bool {
        let para = &self.paras[i];
        para.last == Final::None
            && (2..=5).contains(&para.words)
            && para.numbers == 0
            && para.capitals + para.stops >= para.words
            && para.capitals >= 2
            && !para.bullet
    }

    /// Between the first and the last paragraph of the article.
    fn inside(&self, first: usize, last: usize, kinds: &mut [BlockKind]) {
        let mut i = first;
        while i <= last {
            if let Some(kind) = self.of_itself(i) {
                kinds[i] = kind;
                i += 1;
                // A box within the article: its heading, and the links under it.
                while self.paras[i - 1].cue == Some(Role::Rest) && i <= last && is_link(&self.paras[i]) {
                    let links = (i..=last).take_while(|&i| is_link(&self.paras[i])).count();
                    kinds[i..i + links].fill(BlockKind::Furniture);
                    i += links;
                }
                continue;
            }
            let para = &self.paras[i];
            if self.continues_noise(i) {
                kinds[i] = BlockKind::Furniture;
                i += 1;
                continue;
            }
            let loose = |i: &usize| self.of_itself(*i).is_none() && !self.paras[*i].is_prose();
            if para.bullet {
                let end = (i..=last).take_while(|i| loose(i) && self.paras[*i].bullet).count() + i;
                let end = end.max(i + 1);
                let kind = if self.is_list_of_text(i, end) { BlockKind::Body } else { BlockKind::Furniture };
                kinds[i..end].fill(kind);
                i = end;
            } else if para.marked_heading {
                kinds[i] = BlockKind::Heading;
                i += 1;
            } else if para.is_prose() || matches!(para.last, Final::Stop | Final::Colon | Final::Ellipsis) {
                kinds[i] = BlockKind::Body;
                i += 1;
            } else {
                let end = (i..=last)
                    .take_while(|i| loose(i) && !self.paras[*i].bullet && self.paras[*i].last == Final::None)
                    .count();
                let end = (i + end).max(i + 1);
                let kind = self.of_short_lines(i, end);
                kinds[i..end].fill(kind);
                i = end;
            }
        }
    }

    /// A line glued below a pitch or button, where the article's own paragraphs stand apart.
    fn continues_noise(&self, i: usize) -> bool {
        let glued = |i: usize| i > 0 && !self.paras[i].blank_before;
        self.spaced
            && glued(i)
            && !self.paras[i].is_prose()
            && (0..i)
                .rev()
                .find(|&above| self.paras[above].cue.is_some() || !glued(above))
                .is_some_and(|above| self.paras[above].cue == Some(Role::Noise))
    }

    /// Whether bullets hold statements of the article rather than links or tags.
    fn is_list_of_text(&self, from: usize, to: usize) -> bool {
        let items = &self.paras[from..to];
        let words: usize = items.iter().map(|para| para.words).sum();
        let stops: usize = items.iter().map(|para| para.stops).sum();
        let introduced = from > 0 && self.paras[from - 1].last == Final::Colon;
        let told = items.iter().any(|para| para.last == Final::Stop && para.words >= 3);
        !self.web || introduced || told || (words >= items.len() * 5 && stops * 100 >= words * 12)
    }

    /// [`Self::is_list_of_text`] for the list that a bullet stands in.
    fn is_bullet_of_text(&self, i: usize) -> bool {
        let item = |i: &usize| self.paras[*i].bullet && self.of_itself(*i).is_none();
        let from = i - (0..i).rev().take_while(item).count();
        let to = i + (i..self.paras.len()).take_while(item).count();
        self.is_list_of_text(from, to.max(i + 1))
    }

    /// One or two short lines between paragraphs are headings; more are a list from the page.
    fn of_short_lines(&self, from: usize, to: usize) -> BlockKind {
        let lines = &self.paras[from..to];
        if lines.len() == 1 && lines[0].words > 20 {
            return BlockKind::Body;
        }
        if lines.len() <= 2 || !self.web {
            return BlockKind::Heading;
        }
        // Lines of facts: "Dead: 12", "Injured: 40".
        let facts = (from..to).filter(|&i| self.paras[i].numbers > 0 && self.line(i).contains(':')).count();
        if facts * 2 > lines.len() { BlockKind::Body } else { BlockKind::Furniture }
    }

    /// Below the last paragraph of the article.
    fn below(&self, last: usize, kinds: &mut [BlockKind]) {
        let mut closed = false;
        for (i, kind) in kinds.iter_mut().enumerate().skip(last + 1) {
            let para = &self.paras[i];
            let of_itself = self.of_itself(i);
            closed |= para.cue == Some(Role::Rest);
            *kind = match of_itself {
                Some(kind @ (BlockKind::Caption | BlockKind::Embed)) if !closed => kind,
                Some(BlockKind::Metadata) if !closed && (para.cue.is_some() || !para.is_strip()) => {
                    BlockKind::Metadata
                }
                Some(_) => BlockKind::Furniture,
                None if closed || self.web || para.is_strip() => BlockKind::Furniture,
                None if para.last == Final::None && !para.bullet => BlockKind::Heading,
                None => BlockKind::Body,
            };
            // What stands right below the text still belongs to it; once the page goes on, nothing does.
            closed |= *kind == BlockKind::Furniture;
        }
    }

    /// Above the first paragraph of the article; returns the title.
    fn above(&self, first: usize, kinds: &mut [BlockKind]) -> Option<usize> {
        let title = self.title(first);
        for (i, kind) in kinds.iter_mut().enumerate().take(first) {
            let para = &self.paras[i];
            let below_title = title.is_some_and(|title| i > title);
            let of_itself = self.of_itself(i);
            *kind = match of_itself {
                Some(kind @ (BlockKind::Metadata | BlockKind::Dateline)) => kind,
                Some(kind @ (BlockKind::Caption | BlockKind::Embed))
                    if below_title || (title.is_none() && first - i <= 2) =>
                {
                    kind
                }
                Some(_) => BlockKind::Furniture,
                None if Some(i) == title => BlockKind::Title,
                None if !below_title && title.is_some() && (para.is_strip() || para.is_ticker()) => {
                    BlockKind::Furniture
                }
                // A sentence with a name after it, between headline and text, is a picture's.
                None if below_title && self.paras[i].last == Final::None && holds_stop(self.line(i)) => {
                    BlockKind::Caption
                }
                None if below_title && self.is_name(i) => BlockKind::Metadata,
                None if below_title && self.paras[i].bullet && self.is_bullet_of_text(i) => BlockKind::Body,
                // A second headline stands right under the first.
                None if title.is_some_and(|title| i == title + 1) && is_headline(&self.paras[i]) => {
                    BlockKind::Heading
                }
                // A sentence right under the headline, with fewer small words than running text has.
                None if below_title && para.last == Final::Stop && para.words >= 6 => BlockKind::Body,
                None if self.web => BlockKind::Furniture,
                None if para.last == Final::None => BlockKind::Heading,
                None => BlockKind::Body,
            };
        }
        title
    }

    /// The headline above paragraph `first`.
    fn title(&self, first: usize) -> Option<usize> {
        const REACH: usize = 24;
        let fits = |i: &usize| {
            is_headline(&self.paras[*i]) && self.of_itself(*i).is_none() && !holds_stop(self.line(*i))
        };
        let mut candidates = (first.saturating_sub(REACH)..first).rev().filter(fits);
        // A headline that the page prints twice, as its name and above the text.
        let repeated = candidates.clone().find(|&i| {
            let line = self.line(i);
            self.paras[i].words >= 4
                && (first.saturating_sub(2 * REACH)..i).any(|j| self.line(j).contains(line))
        });
        if repeated.is_some() {
            return repeated;
        }
        let nearest = candidates.clone().find(|&i| self.paras[i].words >= 4).or_else(|| candidates.next());
        let Some(mut nearest) = nearest else {
            // A text's first line is a headline even with one word: "Earthquake".
            let para = self.paras.first()?;
            let lone = first > 0 && para.last == Final::None && self.of_itself(0).is_none();
            return (lone && (first == 1 || !self.web)).then_some(0);
        };
        let above = |below: usize, reach: usize| {
            (below.saturating_sub(reach)..below).rev().find(|i| fits(i) && self.paras[*i].words >= 4)
        };
        if self.is_name(nearest)
            && let Some(headline) =
                above(nearest, 3).filter(|&i| self.paras[i].words > self.paras[nearest].words)
        {
            nearest = headline;
        }
        // A standfirst without a stop stands between headline and text: the upper of just two such lines is the headline,
        // unless it is the name of a section.
        let headline = |i: &usize| {
            let para = &self.paras[*i];
            fits(i) && (para.words >= 4 || *i == 0) && para.blank_before
        };
        match nearest.checked_sub(1).filter(headline) {
            Some(upper) if upper.checked_sub(1).filter(headline).is_none() => Some(upper),
            _ => Some(nearest),
        }
    }

    /// A post's signature: "— Name (@handle) May 5, 2020".
    fn is_signature(&self, i: usize) -> bool {
        let line = self.line(i);
        self.paras[i].words <= 16 && line.starts_with(['—', '–', '-', '@']) && line.contains("(@")
    }

    /// The paragraph before a signature is the post.
    fn embeds(&self, kinds: &mut [BlockKind]) {
        for i in 1..kinds.len() {
            let post =
                kinds[i] == BlockKind::Embed && kinds[i - 1] == BlockKind::Body && self.is_signature(i);
            if post {
                kinds[i - 1] = BlockKind::Embed;
            }
        }
    }
}
