//! Claims and links as W3C Web Annotations, for annotation viewers and archives.
//!
//! Each target has a quote and a position selector, so that the words are found again in a copy of the document
//! that was laid out anew. <https://www.w3.org/TR/annotation-model/>

use crosscheck_model::Claim;
use serde_json::{Value, json};

use crate::{Corpus, json as writer, wording};

/// Characters of context on either side of a quote.
const CONTEXT: usize = 32;

/// One page of annotations: `describing` for a claim, `linking` for a link.
pub fn render(corpus: &Corpus<'_>) -> serde_json::Result<String> {
    let mut items = Vec::new();
    for claim in &corpus.report.claims {
        items.push(json!({
            "id": format!("urn:crosscheck:{}", claim.id),
            "type": "Annotation",
            "motivation": "describing",
            "body": { "type": "TextualBody", "value": wording::reading(claim), "format": "text/plain", "language": "en" },
            "target": target(corpus, claim),
        }));
    }
    for link in &corpus.report.links {
        let Some((a, b)) = corpus.pair(link) else { continue };
        items.push(json!({
            "id": format!("urn:crosscheck:{}", link.id),
            "type": "Annotation",
            "motivation": "linking",
            "body": [
                { "type": "TextualBody", "purpose": "classifying", "value": wording::relation(link.relation), "format": "text/plain" },
                { "type": "TextualBody", "purpose": "commenting", "value": link.why, "format": "text/plain", "language": "en" },
            ],
            "target": [target(corpus, a), target(corpus, b)],
        }));
    }
    let tool = &corpus.report.tool;
    writer::pretty_value(&json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:crosscheck:report",
        "type": "AnnotationPage",
        "generator": { "type": "Software", "name": format!("{} {}", tool.name, tool.version) },
        "items": items,
    }))
}

fn target(corpus: &Corpus<'_>, claim: &Claim) -> Value {
    let Some(source) = corpus.source(claim) else { return json!({}) };
    let document = source.document;
    let iri = document.url.clone().unwrap_or_else(|| wording::uri(&document.path));
    let Some(text) = source.text else {
        return json!({ "source": iri, "selector": { "type": "TextQuoteSelector", "exact": claim.surface } });
    };
    let (start, end) = (claim.start as usize, claim.end as usize);
    let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default();
    let before: Vec<char> = part(0..start).chars().rev().take(CONTEXT).collect();
    let prefix: String = before.into_iter().rev().collect();
    let suffix: String = part(end..text.len()).chars().take(CONTEXT).collect();
    // The standard counts characters, not bytes.
    let characters = source.characters_before(claim.start);
    json!({
        "source": iri,
        "selector": [
            { "type": "TextQuoteSelector", "exact": claim.surface, "prefix": prefix, "suffix": suffix },
            { "type": "TextPositionSelector", "start": characters, "end": source.characters_before(claim.end) },
        ],
    })
}
