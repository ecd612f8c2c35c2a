//! Topic words: what a figure measures, told by the words near it whatever verb it hangs on.
//!
//! "Turnout stood at 61%" and "61% of those on the rolls" are one measure, and neither verb says so. Table: `topics.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::table;

/// On which side of the figure the words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// "a turnout of 61%"
    Before,
    /// "61% of the vote"
    After,
    /// Either.
    Any,
}

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Class of the measure; one of the event classes where there is one.
    pub class: &'static str,
    /// What is measured; `-` for the figure's own noun.
    pub root: &'static str,
    kinds: &'static str,
    /// Where the words stand.
    pub side: Side,
    /// How many words may stand between them and the figure; a comma counts as four.
    pub reach: usize,
    /// How weak it is: it holds only where none of a lower rank stands in reach, as every sum is "worth" something.
    pub weak: usize,
}

impl Topic {
    /// Whether the words may say what a figure of that kind measures.
    pub fn is_of(&self, kind: &str) -> bool {
        self.kinds.split(' ').any(|own| own == kind)
    }
}

type Phrases = Vec<(Vec<&'static str>, usize)>;

static TABLE: LazyLock<(Vec<Topic>, FxHashMap<&'static str, Phrases>)> = LazyLock::new(|| {
    let mut topics = Vec::new();
    let mut phrases: FxHashMap<&'static str, Phrases> = FxHashMap::default();
    for row in table::rows(include_str!("../data/topics.tsv")) {
        let side = match row.cell(3) {
            "before" => Side::Before,
            "after" => Side::After,
            _ => Side::Any,
        };
        for phrase in row.cell(5).split('|') {
            // A hyphen parts words as a blank does.
            let words: Vec<_> = phrase.split([' ', '-']).collect();
            phrases.entry(words[0]).or_default().push((words, topics.len()));
        }
        let class = row.cell(0);
        topics.push(Topic {
            class: class.trim_end_matches('?'),
            weak: class.len() - class.trim_end_matches('?').len(),
            root: row.cell(1),
            kinds: row.cell(2),
            side,
            reach: row.cell(4).parse().unwrap_or_default(),
        });
    }
    (topics, phrases)
});

/// The topics whose words begin at a word, each with how many words it takes; `after(n)` is the n-th word further on.
///
/// ```
/// use crosscheck_lexicon::topic;
/// let words = ["of", "the", "ballots"];
/// let found: Vec<_> = topic::at("of", |n| words.get(n).copied().unwrap_or("")).collect();
/// assert_eq!(found.iter().map(|(topic, len)| (topic.class, *len)).collect::<Vec<_>>(), [("vote-share", 3)]);
/// ```
pub fn at<'w>(
    lower: &str,
    after: impl Fn(usize) -> &'w str + Copy,
) -> impl Iterator<Item = (&'static Topic, usize)> {
    let (topics, phrases) = &*TABLE;
    phrases.get(lower).into_iter().flatten().filter_map(move |(words, topic)| {
        let whole = words.iter().enumerate().skip(1).all(|(n, word)| after(n) == *word);
        whole.then(|| (&topics[*topic], words.len()))
    })
}

/// The class of how much a sum has changed: "profit-change" of "profit".
///
/// ```
/// assert_eq!(crosscheck_lexicon::topic::changes("profit"), Some("profit-change"));
/// assert_eq!(crosscheck_lexicon::topic::changes("fine"), None);
/// ```
pub fn changes(class: &str) -> Option<&'static str> {
    TABLE.0.iter().map(|topic| topic.class).find(|own| own.strip_suffix("-change") == Some(class))
}

/// What a class of sums measures, where the table gives it one root only: the price of "buy", whatever verb or noun tells of it.
///
/// ```
/// use crosscheck_lexicon::topic::of_sum;
/// assert_eq!((of_sum("buy"), of_sum("fine"), of_sum("pay")), (Some("price"), Some("fine"), None));
/// ```
pub fn of_sum(class: &str) -> Option<&'static str> {
    let mut roots = TABLE.0.iter().filter(|topic| topic.class == class && topic.is_of("money"));
    let root = roots.next()?.root;
    // Taxes are only one of the things that are paid.
    let narrow = root == "-" || root != class && TABLE.0.iter().any(|topic| topic.class == root);
    (!narrow && roots.all(|topic| topic.root == root)).then_some(root)
}
