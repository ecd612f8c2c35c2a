//! Where on a page the article stands: the main run of running text, and what belongs to it.

use crosscheck_lexicon::abbreviations::abbreviation;
use crosscheck_lexicon::page::Role;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::BlockKind;

use super::live;
use super::para::{Final, Para};
use super::run::{self, extent, is_link, sweep};

/// Bytes of the longest headline.
const LONGEST_HEADLINE: usize = 300;

/// The kind of every paragraph, and the index of the title.
pub(super) fn classify(paras: &[Para], text: &str, lower: &str) -> (Vec<BlockKind>, Option<usize>) {
    let mut kinds = vec![BlockKind::Body; paras.len()];
    if paras.len() < 2 {
        return (kinds, None);
    }
    let swept = sweep(paras, text);
    let mut runs = run::runs(paras, &swept, Para::is_prose);
    if runs.is_empty() {
        // Short sentences, or a language whose small words are not known.
        runs = run::runs(paras, &swept, |para| para.last == Final::Stop && para.words >= 3);
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
    let byline = paras.iter().position(|para| para.is_byline(lower));
    let author = byline.and_then(|at| Some((at, author(&text[paras[at].start..paras[at].end])?)));
    let page = Page { paras, text, lower, swept: &swept, web: is_web_page(paras, &swept), spaced, author };
    page.inside(first, last, &mut kinds);
    page.below(last, &mut kinds);
    let title = page.above(first, &mut kinds);
    page.embeds(&mut kinds);
    (kinds, title)
}

/// First and last name in a by-line: "Ann Lee" of "By Ann Lee, Senior Correspondent".
fn author(byline: &str) -> Option<&str> {
    let (_, names) = byline.split_once(' ')?;
    let second = names.find(' ')? + 1;
    let end = names[second..]
        .find(|c: char| !c.is_alphanumeric() && c != '-')
        .map_or(names.len(), |at| second + at);
    (end > second).then(|| &names[..end])
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

/// A line that can be a headline.
pub(super) fn is_headline(para: &Para) -> bool {
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

/// Whether a line gives a figure behind its label: "Jobs to go: 850".
fn is_fact(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(_, figure)| {
        figure.trim_start_matches(['$', '£', '€', '₹']).starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Bytes at the start of a paragraph in which an agency is named.
const OPENING: usize = 80;

/// Whether a line opens an agency's report: "OSTEN (Newswire) - A ferry sank". A headline has no such place and agency before it.
fn opens_report(line: &str) -> bool {
    let place = line.find('(').filter(|&at| (2..OPENING).contains(&at));
    let agency = place.and_then(|at| Some((at, at + line[at..].find(')')?)));
    agency.is_some_and(|(at, end)| {
        let named = &line[at + 1..end];
        let dash = line[end + 1..].trim_start().starts_with(['-', '–', '—']);
        let letters =
            !named.is_empty() && named.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '/' | '.'));
        dash && letters && line[..at].starts_with(char::is_uppercase)
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
    /// The by-line, and the first and last name in it.
    author: Option<(usize, &'a str)>,
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
            _ if para.words == 0 || para.is_count(self.line(i)) => Some(BlockKind::Furniture),
            _ if self.introduces_author(i) => Some(BlockKind::Furniture),
            _ if i > 0 && self.paras[i - 1].cue == Some(Role::CaptionNext) => Some(BlockKind::Caption),
            _ => None,
        }
    }

    /// "Ida Holm has covered shipping for 14 years.", where she wrote the article.
    fn introduces_author(&self, i: usize) -> bool {
        let Some((at, author)) = self.author else { return false };
        let behind = self.line(i).strip_prefix(author).and_then(|rest| rest.strip_prefix(' '));
        behind.is_some_and(|rest| {
            i > at + 3 && traits::of_word(rest.split(' ').next().unwrap_or("")).has(Traits::INTRODUCES)
        })
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
        // "Jobs to go: 850", "Interim dividend: 3.2 pence": a box of key figures.
        let facts = (from..to).filter(|&i| is_fact(self.line(i))).count() * 2 > items.len();
        !self.web || introduced || told || facts || (words >= items.len() * 5 && stops * 100 >= words * 12)
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
            is_headline(&self.paras[*i])
                && self.of_itself(*i).is_none()
                && !holds_stop(self.line(*i))
                && !opens_report(self.line(*i))
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
