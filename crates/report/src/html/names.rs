//! What documents are called on the page: short, and each by its own name.

use std::collections::BTreeMap;

use crosscheck_model::{Claim, Document};

use crate::Corpus;

/// Documents that a drawing has room for.
pub(super) const DRAWN: usize = 40;

/// Names by document id.
pub(super) struct Names<'a> {
    names: BTreeMap<&'a str, String>,
    /// Bytes of the folder that all paths share.
    folder: usize,
}

impl<'a> Names<'a> {
    pub(super) fn new(corpus: &Corpus<'a>) -> Self {
        let documents = &corpus.report.documents;
        let folder = folder(documents);
        let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
        for document in documents {
            *uses.entry(document.source.as_deref().unwrap_or_default()).or_default() += 1;
        }
        let name = |document: &Document| {
            let path = &document.path[folder..];
            match document.source.as_deref().filter(|source| !source.trim().is_empty()) {
                Some(source) if uses[source] == 1 => source.to_owned(),
                Some(source) => format!("{source} ({path})"),
                None => path.to_owned(),
            }
        };
        Self {
            names: documents.iter().map(|document| (document.id.as_str(), name(document))).collect(),
            folder,
        }
    }

    /// The name of the document of this id.
    pub(super) fn of(&self, id: &str) -> &str {
        self.names.get(id).map_or("", String::as_str)
    }

    /// `path:line:column` of a claim, without the folder that all documents share.
    pub(super) fn place(&self, corpus: &Corpus<'_>, claim: &Claim) -> String {
        let place = corpus.locate(claim);
        place.get(self.folder..).map_or_else(|| place.clone(), str::to_owned)
    }
}

/// The length of the folder that all paths share, its last stroke included.
fn folder(documents: &[Document]) -> usize {
    let Some(first) = documents.first() else { return 0 };
    let mut end = first.path.rfind('/').map_or(0, |at| at + 1);
    for document in documents {
        while !document.path.starts_with(&first.path[..end]) {
            end = first.path[..end.saturating_sub(1)].rfind('/').map_or(0, |at| at + 1);
        }
    }
    end
}
