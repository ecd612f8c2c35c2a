//! Live blogs: short posts, each under the time it was made.

use crosscheck_lexicon::page::Role;
use crosscheck_lexicon::time::{TimeWord, time_word};

use super::para::{Final, Para};

/// Posts from which a page is a live blog.
const POSTS: usize = 3;

/// First and last paragraph of the posts, when the page is a live blog: from the first stamp on, with all that stands
/// under the last one until a list of links, a cue of the page or a second headline.
pub(super) fn extent(paras: &[Para], lower: &str, swept: &[bool]) -> Option<(usize, usize)> {
    let stamps: Vec<usize> =
        (0..paras.len()).filter(|&i| is_stamp(&lower[paras[i].start..paras[i].end])).collect();
    let (&[first, .., last], true) = (stamps.as_slice(), stamps.len() >= POSTS) else { return None };
    let leaves = |i: usize| {
        let para = &paras[i];
        let heading = para.last == Final::None && !para.bullet && !para.is_prose();
        swept[i]
            || matches!(para.cue, Some(Role::Rest | Role::Links | Role::Noise | Role::Ticker))
            || heading && para.blank_before
    };
    let end = (last + 1..paras.len()).take_while(|&i| !leaves(i)).last().unwrap_or(last);
    Some((first, end))
}

/// Whether a line begins with a clock time that stands alone or before a heading: "17.45", "09:15 GMT | Bridge closed".
fn is_stamp(lower: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hour = digits(lower);
    if !(1..=2).contains(&hour) || !lower[hour..].starts_with([':', '.']) {
        return false;
    }
    let rest = &lower[hour + 1..];
    if digits(rest) != 2 || lower[..hour].parse().is_ok_and(|hour: u8| hour > 23) {
        return false;
    }
    // At most two words of zone and half of the day.
    let mut rest = rest[2..].trim_start();
    for _ in 0..2 {
        let word = rest.split(char::is_whitespace).next().unwrap_or("");
        let zone = matches!(word.replace('.', "").as_str(), "am" | "pm" | "hrs" | "h")
            || matches!(time_word(word), Some(TimeWord::Zone(_)));
        if !zone {
            break;
        }
        rest = rest[word.len()..].trim_start();
    }
    rest.is_empty() || rest.starts_with(['|', '–', '—', '-', ':'])
}

#[cfg(test)]
mod tests {
    use super::is_stamp;

    #[test]
    fn a_stamp_is_a_clock_time_before_nothing_else() {
        for line in ["17.45", "9:05 am", "14:02 gmt", "17:35 ist | on the plant", "08:30 – roads open"] {
            assert!(is_stamp(line), "{line}");
        }
        for line in ["17.4", "72.7 percent", "28-31", "9:05 the bridge closed", "45.10 dollars", "2021"] {
            assert!(!is_stamp(line), "{line}");
        }
    }
}
