//! Names for findings that outlive edits.
//!
//! A finding is known by what its differences compare (a mere note by its strongest link): the rule, and on both sides
//! the value, the thing counted and what happened to it. Offsets, ids, order, file names and all else about it bear
//! nothing on its name, so text may be added and removed around the sentences, documents may be renamed, and one more
//! source may agree. A new value or another difference makes a new finding: whoever accepted the old one did not
//! accept that.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crosscheck_model::{Claim, Finding, Link, Relation, Severity};
use sha2::{Digest as _, Sha256};

/// Hexadecimal digits of a fingerprint: 64 bits, too many for a document that wants to look accepted.
const DIGITS: usize = 16;

/// Gives every finding its fingerprint; of several that compare the same, each has its own, by their order.
pub(crate) fn assign(claims: &[Claim], links: &[Link], findings: &mut [Finding]) {
    let claims: BTreeMap<&str, &Claim> = claims.iter().map(|claim| (claim.id.as_str(), claim)).collect();
    let links: BTreeMap<&str, &Link> = links.iter().map(|link| (link.id.as_str(), link)).collect();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for finding in findings {
        let compared = compared(finding, &claims, &links);
        let turn = seen.get(&compared).map_or(1, |turns| turns + 1);
        let mut hash = format!("{:x}", Sha256::digest(format!("{compared}\n{turn}")));
        hash.truncate(DIGITS);
        finding.fingerprint = hash;
        seen.insert(compared, turn);
    }
}

/// What the finding's differences compare, each pair once, in a fixed order; of a mere note, its strongest link.
fn compared(finding: &Finding, claims: &BTreeMap<&str, &Claim>, links: &BTreeMap<&str, &Link>) -> String {
    let of = |id: &str| claims.get(id).map_or_else(String::new, |claim| said(claim));
    let pair = |link: &&Link| {
        let (a, b) = (of(&link.a), of(&link.b));
        let (first, second) = if a <= b { (a, b) } else { (b, a) };
        format!("{}\t{first}\t{second}", link.rule)
    };
    let links: Vec<&Link> = finding.links.iter().filter_map(|id| links.get(id.as_str()).copied()).collect();
    let differs =
        |link: &Link| !matches!(link.relation, Relation::Agree | Relation::Compatible | Relation::Copy);
    let pairs: BTreeSet<String> = if finding.severity < Severity::Note {
        links.iter().filter(|link| link.severity < Severity::Note).map(pair).collect()
    } else {
        // Of what only fits together, links of little weight come and go with the text around.
        let strength = |link: &&&Link| (differs(link), (link.score.total * 10.0) as i64, Reverse(pair(link)));
        links.iter().max_by_key(strength).map(pair).into_iter().collect()
    };
    if pairs.is_empty() {
        return finding.claims.iter().map(|id| of(id)).collect::<BTreeSet<_>>().into_iter().collect();
    }
    pairs.into_iter().collect::<Vec<_>>().join("\n")
}

/// What a claim says, by its own sentence alone.
fn said(claim: &Claim) -> String {
    let value = match &claim.value {
        Some(value) => value.hard().to_string(),
        // A date's own words: what day they mean may hang on the rest of the document.
        None => {
            let words: Vec<String> = claim.surface.split_whitespace().map(str::to_lowercase).collect();
            words.join(" ")
        }
    };
    let local = |span: Option<crosscheck_model::Span>| {
        span.is_some_and(|span| claim.sentence.start <= span.start && span.end <= claim.sentence.end)
    };
    let object = claim.object.as_ref().filter(|object| local(object.span)).map_or("", |object| &object.head);
    let event = claim
        .event
        .as_ref()
        .filter(|event| local(event.span))
        .map_or("", |event| event.concept.as_deref().unwrap_or(&event.lemma));
    format!("{:?} {value} {} {object} {event}", claim.kind, claim.unit.as_deref().unwrap_or_default())
}
