//! The claim graph for graph programs: DOT (Graphviz), GraphML (networkx, yEd) and GEXF (Gephi).
//!
//! Nodes are the claims that have a link, edges the links, all directed: readers of a graph with both sorts of edge
//! are rare, and the relation says which are symmetric. All three are written by hand: each is a page of text,
//! and its only difficulty, escaping, lies in one function a format.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crosscheck_model::{Claim, Link, Relation};

use crate::{Corpus, safe, wording};

/// Claims with a link, in the order of the report.
fn nodes<'a>(corpus: &Corpus<'a>) -> Vec<&'a Claim> {
    let linked: BTreeSet<&str> =
        corpus.report.links.iter().flat_map(|link| [link.a.as_str(), link.b.as_str()]).collect();
    corpus.report.claims.iter().filter(|claim| linked.contains(claim.id.as_str())).collect()
}

/// Links both of whose ends are in the report.
fn edges<'a>(corpus: &Corpus<'a>) -> impl Iterator<Item = &'a Link> {
    let report = corpus.report;
    report.links.iter().filter(|link| corpus.pair(link).is_some())
}

/// The same attributes in GraphML and GEXF: name and value.
fn node_attributes(corpus: &Corpus<'_>, claim: &Claim) -> [(&'static str, String); 7] {
    let document = corpus.source(claim).map(|source| source.document);
    [
        ("label", claim.surface.clone()),
        ("document", claim.document.clone()),
        ("source", document.and_then(|d| d.source.clone()).unwrap_or_default()),
        ("place", corpus.locate(claim)),
        ("kind", wording::kind(claim.kind).to_owned()),
        ("reading", wording::reading(claim)),
        ("speaker", wording::speaker(claim).unwrap_or_default()),
    ]
}

fn edge_attributes(link: &Link) -> [(&'static str, String); 5] {
    let axes: Vec<&str> = link.axes.iter().map(|axis| wording::axis(*axis)).collect();
    [
        ("relation", wording::relation(link.relation).to_owned()),
        ("severity", wording::severity(link.severity).to_owned()),
        ("axes", axes.join(" ")),
        ("rule", link.rule.to_string()),
        ("why", link.why.to_string()),
    ]
}

/// Graphviz, a cluster a document.
pub fn dot(corpus: &Corpus<'_>) -> String {
    let nodes = nodes(corpus);
    let mut out = String::from(
        "digraph crosscheck {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\"];\n",
    );
    for (index, source) in corpus.sources.iter().enumerate() {
        let document = source.document;
        let label = document
            .source
            .as_ref()
            .map_or_else(|| document.path.clone(), |s| format!("{s}\n{}", document.path));
        // Writing to a string never fails.
        let _ = writeln!(out, "  subgraph cluster_{index} {{\n    label={};", dot_string(&label));
        for claim in nodes.iter().filter(|claim| claim.document == document.id) {
            let label = format!("{}\n{}", claim.surface, wording::reading(claim));
            let _ = writeln!(out, "    {} [label={}];", dot_string(&claim.id), dot_string(&label));
        }
        out.push_str("  }\n");
    }
    for link in edges(corpus) {
        let (colour, style) = match link.relation {
            Relation::Conflict => ("red", "bold"),
            Relation::Updates => ("blue", "solid"),
            Relation::Copy => ("gray", "dashed"),
            Relation::Agree | Relation::Compatible | Relation::Refines | Relation::PartOf => {
                ("gray40", "solid")
            }
        };
        let direction = if link.relation.is_symmetric() { ", dir=none" } else { "" };
        let label = format!("{}\n{}", wording::relation(link.relation), link.rule);
        let _ = writeln!(
            out,
            "  {} -> {} [label={}, tooltip={}, color={colour}, style={style}{direction}];",
            dot_string(&link.a),
            dot_string(&link.b),
            dot_string(&label),
            dot_string(&link.why)
        );
    }
    out.push_str("}\n");
    out
}

/// A quoted string; a line feed of ours starts a new line of the label, one of a document does not get here.
fn dot_string(text: &str) -> String {
    let lines: Vec<String> =
        text.split('\n').map(|line| safe::text(line).replace('\\', "\\\\").replace('"', "\\\"")).collect();
    format!("\"{}\"", lines.join("\\n"))
}

/// GraphML.
pub fn graphml(corpus: &Corpus<'_>) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
    );
    for (of, names) in [
        ("node", &["label", "document", "source", "place", "kind", "reading", "speaker"][..]),
        ("edge", &["relation", "severity", "axes", "rule", "why"]),
    ] {
        for name in names {
            let _ = writeln!(
                out,
                "  <key id=\"{of}_{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"string\"/>"
            );
        }
    }
    out.push_str("  <key id=\"edge_weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n  <graph id=\"crosscheck\" edgedefault=\"directed\">\n");
    for claim in nodes(corpus) {
        let _ = writeln!(out, "    <node id=\"{}\">", xml(&claim.id));
        for (name, value) in node_attributes(corpus, claim) {
            let _ = writeln!(out, "      <data key=\"node_{name}\">{}</data>", xml(&value));
        }
        out.push_str("    </node>\n");
    }
    for link in edges(corpus) {
        let _ = writeln!(
            out,
            "    <edge id=\"{}\" source=\"{}\" target=\"{}\">",
            xml(&link.id),
            xml(&link.a),
            xml(&link.b)
        );
        for (name, value) in edge_attributes(link) {
            let _ = writeln!(out, "      <data key=\"edge_{name}\">{}</data>", xml(&value));
        }
        let _ = writeln!(out, "      <data key=\"edge_weight\">{}</data>\n    </edge>", link.score.total);
    }
    out.push_str("  </graph>\n</graphml>\n");
    out
}

/// GEXF 1.3.
pub fn gexf(corpus: &Corpus<'_>) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n  <meta><creator>crosscheck</creator></meta>\n  <graph defaultedgetype=\"directed\">\n",
    );
    for (of, names) in [
        ("node", &["document", "source", "place", "kind", "reading", "speaker"][..]),
        ("edge", &["relation", "severity", "axes", "rule", "why"]),
    ] {
        let _ = writeln!(out, "    <attributes class=\"{of}\">");
        for name in names {
            let _ = writeln!(out, "      <attribute id=\"{name}\" title=\"{name}\" type=\"string\"/>");
        }
        out.push_str("    </attributes>\n");
    }
    out.push_str("    <nodes>\n");
    for claim in nodes(corpus) {
        let _ = writeln!(
            out,
            "      <node id=\"{}\" label=\"{}\"><attvalues>",
            xml(&claim.id),
            xml(&claim.surface)
        );
        for (name, value) in node_attributes(corpus, claim).iter().skip(1) {
            let _ = writeln!(out, "        <attvalue for=\"{name}\" value=\"{}\"/>", xml(value));
        }
        out.push_str("      </attvalues></node>\n");
    }
    out.push_str("    </nodes>\n    <edges>\n");
    for link in edges(corpus) {
        let _ = writeln!(
            out,
            "      <edge id=\"{}\" source=\"{}\" target=\"{}\" weight=\"{}\"><attvalues>",
            xml(&link.id),
            xml(&link.a),
            xml(&link.b),
            // Gephi draws no edge of a weight below nought.
            link.score.total.max(0.0)
        );
        for (name, value) in edge_attributes(link) {
            let _ = writeln!(out, "        <attvalue for=\"{name}\" value=\"{}\"/>", xml(&value));
        }
        out.push_str("      </attvalues></edge>\n");
    }
    out.push_str("    </edges>\n  </graph>\n</gexf>\n");
    out
}

/// Text as it may stand in XML, in an element or an attribute.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    safe::push_markup(&mut out, &safe::text(text), |out, c| match c {
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&apos;"),
        // The two code points that no XML document may hold.
        '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
        _ => out.push(c),
    });
    out
}
