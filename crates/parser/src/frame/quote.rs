//! Quotations of a document, over sentence ends.

use crosscheck_model::{Sentence, Span};

/// A quotation, marks included; one that is not closed ends with its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quote {
    pub span: Span,
    /// Index of the sentence it begins in.
    pub first: usize,
    /// Index of the sentence it ends in.
    pub last: usize,
}

/// The quotations of the article's sentences, in order.
pub(super) fn read(text: &str, sentences: &[Sentence]) -> Vec<Quote> {
    let mut out = Vec::new();
    let mut open: Option<(u32, usize)> = None;
    let mut before: Option<usize> = None;
    for (index, sentence) in sentences.iter().enumerate().filter(|(_, s)| s.kind.is_article()) {
        if let Some(previous) = before {
            let gap = Span { start: sentences[previous].span.end, end: sentence.span.start };
            if gap.slice(text).contains('\n')
                && let Some((start, first)) = open.take()
            {
                out.push(Quote {
                    span: Span { start, end: sentences[previous].span.end },
                    first,
                    last: previous,
                });
            }
        }
        before = Some(index);
        for (at, mark) in sentence.span.slice(text).char_indices() {
            let start = sentence.span.start + u32::try_from(at).unwrap_or(0);
            let end = start + u32::try_from(mark.len_utf8()).unwrap_or(1);
            let opens = match mark {
                '“' | '«' | '„' => true,
                '”' | '»' => false,
                '"' => open.is_none(),
                _ => continue,
            };
            // A mark that opens closes what was left open before it.
            if let Some((from, first)) = open.take() {
                let to = if opens { start } else { end };
                out.push(Quote { span: Span { start: from, end: to }, first, last: index });
            }
            if opens {
                open = Some((start, index));
            }
        }
    }
    if let (Some((start, first)), Some(last)) = (open, before) {
        out.push(Quote { span: Span { start, end: sentences[last].span.end }, first, last });
    }
    out
}

/// The quotation that holds a span, when there is one.
pub(super) fn around(quotes: &[Quote], span: Span) -> Option<Quote> {
    let after = quotes.partition_point(|quote| quote.span.start <= span.start);
    quotes[..after].last().copied().filter(|quote| quote.span.end >= span.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crosscheck_model::BlockKind;

    fn quotes(text: &str) -> Vec<&str> {
        let mut at = 0;
        let sentences: Vec<_> = text
            .split_inclusive(['|', '\n'])
            .map(|part| {
                let span = Span::new(at, at + part.trim_end_matches(['\n', '|']).len());
                at += part.len();
                Sentence { span, block: 0, kind: BlockKind::Body }
            })
            .collect();
        read(text, &sentences).into_iter().map(|quote| quote.span.slice(text)).collect()
    }

    #[test]
    fn quotations_cross_sentences_and_end_with_the_paragraph() {
        for (text, expected) in [
            ("\"We saw them.|They left.\" he said.", vec!["\"We saw them.|They left.\""]),
            ("“One.|Two.”", vec!["“One.|Two.”"]),
            ("“One.\n“Two.” she said.", vec!["“One.", "“Two.”"]),
            ("the \"so-called\" truce", vec!["\"so-called\""]),
            ("no marks at all", vec![]),
            ("it's the rebels' day", vec![]),
            ("\"left open\nnext paragraph", vec!["\"left open"]),
        ] {
            assert_eq!(quotes(text), expected, "{text}");
        }
    }
}
