//! What a manifest or JSON line says about a document beside its text.

use crosscheck_model::{Moment, Published, PublishedBasis};

use crate::Input;

/// The fields both may give.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Fields {
    source: Option<String>,
    url: Option<String>,
    title: Option<String>,
    language: Option<String>,
    published: Option<Moment>,
}

impl Fields {
    /// Their names, as the messages list them.
    pub(crate) const NAMES: [&'static str; 5] = ["source", "url", "title", "published", "language"];

    /// Sets a field. An unknown name is `Ok(false)`; a value that makes no sense is `Err` with the reason.
    pub(crate) fn set(&mut self, name: &str, value: &str) -> Result<bool, String> {
        let filled = || Some(value.trim()).filter(|value| !value.is_empty()).map(str::to_owned);
        match name {
            "source" => self.source = filled(),
            "url" => self.url = filled(),
            "title" => self.title = filled(),
            "language" => self.language = filled(),
            "published" => self.published = moment(value)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// These fields, filled up with the other's.
    #[must_use]
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            source: self.source.or(other.source),
            url: self.url.or(other.url),
            title: self.title.or(other.title),
            language: self.language.or(other.language),
            published: self.published.or(other.published),
        }
    }

    /// The document with these fields.
    pub(crate) fn input(self, path: String, text: String) -> Input {
        let published = match self.published {
            Some(date) => Published { date: Some(date), basis: PublishedBasis::Manifest },
            None => Published::UNKNOWN,
        };
        Input {
            path,
            text,
            title: self.title,
            source: self.source,
            url: self.url,
            language: self.language,
            published,
        }
    }
}

/// A date; none for an empty field.
fn moment(value: &str) -> Result<Option<Moment>, String> {
    let value = value.trim();
    if value.is_empty() {
        return Ok(None);
    }
    value.parse().map(Some).map_err(|error: crosscheck_model::date::MomentError| {
        if has_iso_form(value) {
            format!("`published` is {value:?}, a date that does not exist; correct it or leave it out")
        } else {
            format!("`published`: {error}; correct it or leave it out")
        }
    })
}

/// Whether the value has the digits and dashes of an ISO date in their places.
fn has_iso_form(value: &str) -> bool {
    let day = value.as_bytes().get(..10).unwrap_or_default();
    day.len() == 10
        && day.iter().enumerate().all(|(i, byte)| match i {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}
