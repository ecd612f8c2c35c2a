//! Lines of a page put together into paragraphs, with what their form tells.

use crosscheck_lexicon::page::{Cue, Form, Page, Role, page};
use crosscheck_model::boundary;

/// How a paragraph ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Final {
    /// Without punctuation that ends a sentence.
    None,
    /// ".", "!" or "?", closing quotes and brackets looked through.
    Stop,
    /// Dots of omission: teasers are cut like this, and some quotations.
    Ellipsis,
    /// A colon: something follows that belongs to it.
    Colon,
}

/// A paragraph: one line, or the lines of a hard-wrapped one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Para {
    /// First byte that is not white space.
    pub start: usize,
    /// One past the last byte that is not white space.
    pub end: usize,
    /// A blank line, or the start of the text, stands before it.
    pub blank_before: bool,
    /// Starts with a bullet.
    pub bullet: bool,
    /// Starts with the mark of a heading: "##", "==".
    pub marked_heading: bool,
    /// Words, counted in the first [`SCAN`] bytes.
    pub words: usize,
    /// Words that are frequent in running text and rare in menus, of `words`.
    pub stops: usize,
    /// Words that start with a capital or digit, of `words`.
    pub capitals: usize,
    /// Groups of digits.
    pub numbers: usize,
    /// Words of a date line, of `words`: months, weekdays, "updated", "GMT".
    pub date_words: usize,
    /// Whether a month's name is among them.
    pub month: bool,
    /// Whether there is a date in figures: "2016-04-17", "17/04/2016".
    pub year_in_figures: bool,
    /// Separators of a breadcrumb: " / ", " > ", " » ", " | ", " · ".
    pub separators: usize,
    /// Whether it holds an e-mail address.
    pub address: bool,
    /// How it ends.
    pub last: Final,
    /// What a phrase of the cue table tells.
    pub cue: Option<Role>,
}

/// Bytes of a paragraph that are looked at for its form: enough for 25 words.
const SCAN: usize = 160;
/// Bytes at its end that are looked at for a credit.
const TAIL: usize = 72;
/// Longest word of the page table.
const LONGEST: usize = 16;
/// Widths at which mail programs and wires wrap lines.
const WRAP: std::ops::RangeInclusive<usize> = 40..=140;

impl Para {
    /// Running text: long enough, closed by a stop, and with the small words of sentences (jusText's criteria).
    pub(super) fn is_prose(&self) -> bool {
        // Figures say nothing of the sort of a line.
        let dense = self.stops * 100 >= (self.words - self.numbers.min(self.words)) * 12;
        match self.last {
            Final::Stop | Final::Colon => self.words >= 6 && dense,
            Final::None | Final::Ellipsis => self.words >= 22 && self.stops * 100 >= self.words * 22,
        }
    }

    /// A line that holds nothing but a date or clock time.
    pub(super) fn is_date_line(&self) -> bool {
        self.numbers >= 1
            && self.words <= 16
            && self.words == self.date_words + self.numbers
            && (self.month || (self.year_in_figures && self.numbers >= 3) || self.date_words >= 2)
    }

    /// Nothing but a number, or one of several: "3", "1/12", the counts of galleries and pages.
    pub(super) fn is_count(&self, line: &str) -> bool {
        let slides = self.numbers == 2 && line.contains('/');
        self.words == self.numbers && (self.numbers == 1 || slides) && self.last == Final::None
    }

    /// A date beside a name or place: "Ann Lee | 4 March 2021", "4 March 2021 by Ann Lee".
    pub(super) fn is_dated_line(&self, lower: &str) -> bool {
        let named = || lower.get(self.start..self.end).is_some_and(|line| line.contains(" by "));
        self.last == Final::None
            && (self.separators >= 1 || (self.words <= 8 && named()))
            && self.words <= if self.separators >= 2 { 24 } else { 12 }
            && self.numbers >= 2
            && (self.month || self.year_in_figures)
    }

    /// Words parted by bars or arrows and nothing else: a menu in one line.
    pub(super) fn is_menu_line(&self) -> bool {
        self.separators >= 2 && self.numbers == 0 && self.last == Final::None
    }

    /// Parts beside each other in one line, as above and below an article: "Obituaries p. 7 | Tides: high 04:52".
    pub(super) fn is_strip(&self) -> bool {
        self.separators >= 1 && self.last == Final::None && self.words <= 9 * (self.separators + 1)
    }

    /// Figures with hardly a word between: "Gold 1,790.10 +0.4%  Oil 72.7 -1.5%".
    pub(super) fn is_ticker(&self) -> bool {
        self.last == Final::None && self.words >= 6 && self.numbers * 3 >= self.words * 2
    }

    /// "By Ann Lee and Bo Chan".
    pub(super) fn is_byline(&self, lower: &str) -> bool {
        self.last == Final::None
            && (2..=10).contains(&self.words)
            && lower
                .get(self.start..self.end)
                .is_some_and(|line| content(line).starts_with("by ") || content(line).starts_with("by: "))
            && self.capitals + self.stops >= self.words
            && self.numbers == 0
    }
}

/// A line without the bullets and marks in front.
fn content(line: &str) -> &str {
    line.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// Splits a text into paragraphs.
pub(super) fn paragraphs(text: &str, lower: &str) -> Vec<Para> {
    let mut lines: Vec<(usize, usize, bool)> = Vec::new();
    let mut at = 0;
    let mut blank = true;
    for line in text.split_inclusive('\n') {
        let body = line.trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c));
        let start = at + (line.len() - body.len());
        let end = start + body.trim_end().len();
        at += line.len();
        if start < end {
            lines.push((start + title_field(&text[start..end]), end, blank));
        }
        blank = start >= end;
    }
    let groups = || lines.chunk_by(|_, next| !next.2);
    let wrap = groups().filter_map(|group| wrap_width(text, group)).max();
    let mut paras = Vec::with_capacity(lines.len());
    for group in groups() {
        let mut first = group[0];
        for (i, line) in group.iter().enumerate() {
            if !group.get(i..i + 2).is_some_and(|pair| joins(text, pair, wrap)) {
                paras.push(read(text, lower, first.0, line.1, first.2));
                first = *group.get(i + 1).unwrap_or(line);
            }
        }
    }
    paras
}

/// Byte order marks and the like, which stand before a line's first letter.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}')
}

/// Start and end of a line without white space around it, and whether a blank line stands before it.
type Line = (usize, usize, bool);

fn width(line: &Line) -> usize {
    line.1 - line.0
}

/// The width at which the lines of a paragraph were hard-wrapped, if they were.
///
/// They were when they break where the next word would not have fitted, and sentences run on over the breaks.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let widest = lines.iter().map(width).max().filter(|widest| lines.len() > 1 && WRAP.contains(widest))?;
    let full = lines.windows(2).filter(|pair| fills(text, pair, widest)).count();
    let running = lines.windows(2).filter(|pair| runs_on(text, pair)).count();
    (full * 4 >= (lines.len() - 1) * 3 && running * 4 >= lines.len() - 1).then_some(widest)
}

/// Whether the second line goes on in the paragraph of the first; `wrap` is the width of a hard-wrapped text.
fn joins(text: &str, pair: &[Line], wrap: Option<usize>) -> bool {
    let narrow = |widest: usize| pair.iter().all(|line| width(line) <= widest);
    match wrap {
        Some(widest) if narrow(widest) => fills(text, pair, widest) || runs_on(text, pair),
        _ => WRAP.contains(&width(&pair[0])) && narrow(*WRAP.end()) && runs_on(text, pair),
    }
}

/// Whether the first word of the second line would not have fitted on the first.
fn fills(text: &str, pair: &[Line], widest: usize) -> bool {
    let next = &text[pair[1].0..pair[1].1];
    let word = next.find(char::is_whitespace).unwrap_or(next.len());
    pair[0].1 - pair[0].0 + 1 + word > widest && !starts_with_bullet(next)
}

/// Whether a sentence goes on from the first line to the second.
fn runs_on(text: &str, pair: &[Line]) -> bool {
    let next = &text[pair[1].0..pair[1].1];
    next.starts_with(char::is_lowercase)
        && !is_field(next)
        && text[pair[0].0..pair[0].1].ends_with(|c: char| c.is_alphanumeric() || c == ',' || c == ';')
}

/// Whether a line is a field of a page's head: "author: Staff Writer", "post_date: 2016-01-10".
fn is_field(line: &str) -> bool {
    field(line).is_some()
}

/// The name of a field.
fn field(line: &str) -> Option<&str> {
    let (name, _) = line.split_once(": ")?;
    let plain = name.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c == '-');
    (plain && !name.is_empty()).then_some(name)
}

/// Bytes before the title in a field that holds it: "post_title: | Two die in a fire".
fn title_field(line: &str) -> usize {
    let name = field(line).filter(|name| name.ends_with("title") || *name == "headline");
    name.map_or(0, |name| name.len() + ": ".len())
}

fn starts_with_bullet(line: &str) -> bool {
    let mut chars = line.chars();
    let mark = matches!(
        chars.next(),
        Some(
            '•' | '·'
                | '▪'
                | '◦'
                | '‣'
                | '●'
                | '○'
                | '■'
                | '►'
                | '▶'
                | '→'
                | '»'
                | '›'
                | '*'
                | '-'
                | '–'
                | '+'
        )
    );
    mark && chars.next().is_none_or(char::is_whitespace)
}

/// Reads the form of one paragraph.
fn read(text: &str, lower: &str, start: usize, end: usize, blank_before: bool) -> Para {
    let line = &text[start..end];
    let mut para = Para {
        start,
        end,
        blank_before,
        bullet: starts_with_bullet(line),
        marked_heading: line.starts_with("# ")
            || line.starts_with("##")
            || (line.starts_with("==") && line.ends_with("==")),
        words: 0,
        stops: 0,
        capitals: 0,
        numbers: 0,
        date_words: 0,
        month: false,
        year_in_figures: false,
        separators: 0,
        address: false,
        last: ending(line),
        cue: None,
    };
    let mut hints = Hints::default();
    let low = &lower[start..end];
    let page = page();
    for cue in page.wordless() {
        if low.starts_with(cue.phrase) {
            hints.note(cue, low.len(), 1);
        }
    }
    let head = boundary::floor(low, SCAN);
    scan(page, line, low, (0, head), &mut para, &mut hints);
    if head < low.len() {
        // Only what closes a paragraph matters beyond its first words, and its counts stay those of the head.
        let mut tail = para;
        let from = boundary::floor(low, low.len().saturating_sub(TAIL)).max(head);
        scan(page, line, low, (from, low.len()), &mut tail, &mut hints);
    }
    para.cue = hints.decide(&para).filter(|role| {
        // A phrase says nothing of a whole article in one paragraph.
        let longest = match role {
            Role::Metadata => 320,
            Role::Caption => 800,
            _ => 600,
        };
        low.len() <= longest
    });
    // "original_cats: domesticNews": no sentence opens so.
    if field(line).is_some_and(|name| name.contains('_')) {
        para.cue = Some(Role::Metadata);
    }
    para
}

/// What the cue phrases of a paragraph say.
#[derive(Debug, Default)]
struct Hints {
    role: Option<Role>,
    /// The phrase found says so even of a full sentence.
    firm: bool,
    weak: usize,
}

impl Hints {
    fn note(&mut self, cue: &Cue, line_len: usize, word: usize) {
        match cue.role {
            Role::Hint => self.weak += 1,
            Role::DateWord => {}
            // Headings over lists are lines of their own.
            Role::Links | Role::Ticker | Role::Rest if line_len > 80 => {}
            role => {
                // A phrase that names itself by its punctuation or covers the line holds for full sentences, too.
                let firm = cue.form != Form::Start
                    || role != Role::Metadata
                    || cue.phrase.ends_with(':')
                    || cue.phrase.starts_with('(');
                if self.role.is_none() || (word <= 1 && !self.firm) {
                    self.role = Some(role);
                    self.firm = firm;
                }
            }
        }
    }

    fn decide(&self, para: &Para) -> Option<Role> {
        let prose = para.is_prose();
        match self.role {
            Some(Role::Links | Role::Ticker | Role::Rest | Role::CaptionNext)
                if prose && para.last == Final::Stop =>
            {
                None
            }
            Some(role) if self.firm || !prose => Some(role),
            _ if self.weak >= 2 || (self.weak == 1 && !prose && para.words <= 12) => Some(Role::Noise),
            _ => None,
        }
    }
}

/// Counts the words of `low[from..to]` and looks up the cues they open.
fn scan(page: &Page, line: &str, low: &str, (from, to): (usize, usize), para: &mut Para, hints: &mut Hints) {
    let bytes = low.as_bytes();
    let mut at = from;
    if from > 0 {
        while at < to && is_word(bytes, at) {
            at += 1;
        }
    }
    while at < to {
        if !is_word(bytes, at) {
            para.address |= bytes[at] == b'@' && at > 0 && is_word(bytes, at - 1) && is_word(bytes, at + 1);
            let step = if bytes[at] < 0x80 { 1 } else { char_len(bytes[at]) };
            let spaced = at > 0 && bytes[at - 1] == b' ' && bytes.get(at + step) == Some(&b' ');
            if spaced && matches!(&low[at..at + step], "/" | ">" | "|" | "»" | "›" | "→" | "·" | "•")
            {
                para.separators += 1;
            }
            at += step;
            continue;
        }
        let start = at;
        let digits = bytes[at].is_ascii_digit();
        if digits {
            at += bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        } else {
            at += bytes[at..].iter().take_while(|b| b.is_ascii_alphabetic()).count();
            while is_word(bytes, at) && !bytes[at].is_ascii_digit() {
                at += 1;
            }
        }
        para.words += 1;
        let word = &low[start..at];
        if digits {
            para.numbers += 1;
            para.capitals += 1;
            para.year_in_figures |= para.numbers <= 3
                && word.len() == 4
                && (word.starts_with("19") || word.starts_with("20"))
                && (matches!(bytes.get(at), Some(b'-' | b'/' | b'.')) || para.numbers == 3)
                && low[from..].contains(['-', '/', '.']);
            continue;
        }
        if line.as_bytes()[start].is_ascii_uppercase() || bytes[start] >= 0x80 {
            para.capitals += 1;
        }
        let Some(known) = (if word.len() <= LONGEST { page.word(word) } else { None }) else { continue };
        para.stops += usize::from(known.stop);
        para.month |= known.month;
        para.date_words += usize::from(known.date);
        for cue in &known.cues {
            if stands(low, start, para.words, cue) {
                hints.note(cue, low.len(), para.words);
            }
        }
    }
}

/// Whether the phrase stands at the word that starts at `start`, in the place its form asks for.
fn stands(low: &str, start: usize, word: usize, cue: &Cue) -> bool {
    let Some(from) = start.checked_sub(cue.lead) else { return false };
    let before = &low.as_bytes()[..from];
    let first = match cue.form {
        // "14 comments" is a line of that phrase, too.
        Form::Whole => word <= 2 && before.iter().all(|b| !b.is_ascii_alphabetic()),
        _ => word == 1 && before.iter().all(|b| !b.is_ascii_alphanumeric()),
    };
    if matches!(cue.form, Form::Whole | Form::Start) && !first {
        return false;
    }
    let Some(end) = phrase_end(low.as_bytes(), from, cue.phrase) else { return false };
    // "copyright 20" is cut inside the year.
    let cut = cue.phrase.ends_with(|c: char| !c.is_alphabetic());
    let closed = cut || !is_word(low.as_bytes(), end);
    let rest = low.get(end..).unwrap_or("");
    closed
        && match cue.form {
            Form::Whole => rest.len() < 24 && !rest.contains(char::is_alphabetic),
            Form::End => rest.len() < 8 && !rest.contains(char::is_alphanumeric),
            Form::Start | Form::Within => true,
        }
}

/// Where the phrase ends in `bytes` when it stands at `at`; the curly apostrophe counts as the straight one.
fn phrase_end(bytes: &[u8], mut at: usize, phrase: &str) -> Option<usize> {
    for byte in phrase.bytes() {
        let rest = bytes.get(at..)?;
        if rest.first() == Some(&byte) {
            at += 1;
        } else if byte == b'\'' && rest.starts_with("\u{2019}".as_bytes()) {
            at += 3;
        } else {
            return None;
        }
    }
    Some(at)
}

/// Whether the byte at `at` belongs to a word: letters and digits; beyond ASCII all but the general punctuation and the
/// Latin-1 symbols.
fn is_word(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        Some(&b) if b < 0x80 => b.is_ascii_alphanumeric(),
        Some(0xC2 | 0xF0) | None => false,
        Some(0xE2) => !matches!(bytes.get(at + 1), Some(0x80..=0xAF)),
        // A continuation byte belongs to what its leading byte was.
        Some(_) => true,
    }
}

fn char_len(lead: u8) -> usize {
    match lead {
        0xF0.. => 4,
        0xE0.. => 3,
        0xC0.. => 2,
        _ => 1,
    }
}

fn ending(line: &str) -> Final {
    // Closing quotes and brackets, and the marks that close an article: "♦".
    let quoted = line.trim_end_matches(|c: char| {
        matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '*' | '_' | '■' | '♦' | '●' | '∎' | '◆' | '▪')
            || c.is_whitespace()
    });
    let last = quoted.chars().next_back();
    match last {
        Some('…') => Final::Ellipsis,
        Some('.') if quoted.ends_with("..") && quoted.len() == line.len() => Final::Ellipsis,
        Some('.' | '!' | '?' | '。' | '！' | '？' | '।' | '؟') => Final::Stop,
        Some(':') => Final::Colon,
        _ => Final::None,
    }
}
