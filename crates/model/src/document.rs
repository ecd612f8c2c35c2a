//! A document as the report names it, and its structure.

use serde::{Deserialize, Serialize};

use crate::{Moment, Span};

/// Where a publication date comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PublishedBasis {
    /// The user's manifest, or a field of the JSON line.
    Manifest,
    /// A metadata line of the page.
    Metadata,
    /// A dateline of the article.
    Dateline,
    /// Settled by the text: a caption, or a weekday that agrees with a date.
    Inferred,
    /// Not known.
    Unknown,
}

/// When a document was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Published {
    /// The day or minute.
    pub date: Option<Moment>,
    /// Where it comes from.
    pub basis: PublishedBasis,
}

impl Published {
    /// Nobody knows.
    pub const UNKNOWN: Self = Self { date: None, basis: PublishedBasis::Unknown };

    /// The day or minute that the caller gives.
    ///
    /// ```
    /// let day = chrono::NaiveDate::from_ymd_opt(2023, 9, 22).unwrap();
    /// let published = crosscheck_model::Published::given(crosscheck_model::Moment::day(day));
    /// assert_eq!(published.date.unwrap().date, day);
    /// ```
    pub fn given(date: Moment) -> Self {
        Self { date: Some(date), basis: PublishedBasis::Manifest }
    }
}

/// One input document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// `d1`, `d2`, ... in the order given.
    pub id: String,
    /// Path as given, or the `id` of a JSON line.
    pub path: String,
    /// SHA-256 of the document's bytes, in hexadecimal.
    pub sha256: String,
    /// Length in bytes.
    pub bytes: usize,
    /// Headline.
    pub title: Option<String>,
    /// Publisher.
    pub source: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Language as the manifest gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Publication date and its basis.
    pub published: Published,
    /// Byte ranges of the article itself.
    pub body: Vec<Span>,
    /// Documents with the same group copy one text.
    pub copy_group: Option<String>,
}

/// What a stretch of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// The headline.
    Title,
    /// The article's text.
    #[default]
    Body,
    /// A heading inside the article.
    Heading,
    /// The line under a picture.
    Caption,
    /// "KABUL (Reuters) -", "22 Sep 2023 10:43".
    Dateline,
    /// By-lines, source lines, reading times.
    Metadata,
    /// A post embedded in the article.
    Embed,
    /// Menus, tickers, "Most Read", teasers, tag lists.
    Furniture,
}

impl BlockKind {
    /// Whether words here are claims of the article.
    pub fn is_article(self) -> bool {
        matches!(self, Self::Title | Self::Body | Self::Heading | Self::Caption | Self::Embed)
    }
}

/// A stretch of the page with one role; blocks are in order and do not overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Block {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: BlockKind,
}

/// A sentence; sentences are in order and do not overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sentence {
    /// Where, without surrounding white space.
    pub span: Span,
    /// Index of the block it lies in.
    pub block: u32,
    /// Role of that block.
    pub kind: BlockKind,
}
