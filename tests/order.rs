//! Neither the order of documents nor the number of threads changes what is found: only ids, and which end of a symmetric link comes
//! first, follow the order given.

mod support;

use std::collections::BTreeMap;

use crosscheck_engine::ingest::{self, Input};
use crosscheck_engine::model::{Claim, Report};
use crosscheck_engine::normalizer::Options;
use support::{arg, command, folders};

/// Everything a report says, a line each and sorted, with claims named by where they stand instead of by number.
fn said(inputs: &[Input]) -> Vec<String> {
    let report = crosscheck_engine::check(inputs, Options::default());
    let documents: BTreeMap<&str, &str> =
        report.documents.iter().map(|document| (document.id.as_str(), document.path.as_str())).collect();
    let place = |claim: &Claim| format!("{}@{}", documents[claim.document.as_str()], claim.start);
    let claims: BTreeMap<&str, String> =
        report.claims.iter().map(|claim| (claim.id.as_str(), place(claim))).collect();
    let sorted = |ids: &[String], of: &BTreeMap<&str, String>| {
        let mut all: Vec<&str> = ids.iter().map(|id| of[id.as_str()].as_str()).collect();
        all.sort_unstable();
        all.join(" ")
    };
    let mut links = BTreeMap::new();
    for link in &report.links {
        let mut ends = [claims[link.a.as_str()].as_str(), claims[link.b.as_str()].as_str()];
        let mut facts: Vec<String> =
            link.facts.iter().map(|fact| format!("{}={}", fact.name, fact.value)).collect();
        if link.relation.is_symmetric() {
            ends.sort_unstable();
            facts = link.facts.iter().map(|fact| fact.value.clone()).collect();
            facts.sort_unstable();
        }
        let line = format!(
            "{ends:?} {:?} {:?} {:?} {:?} {} {} {facts:?} {}",
            link.relation, link.axes, link.severity, link.flags, link.rule, link.score.total, link.why
        );
        links.insert(link.id.as_str(), line);
    }
    let end = |id: &Option<String>| id.as_ref().map(|id| claims[id.as_str()].clone());
    let findings = report.findings.iter().map(|finding| {
        format!(
            "finding {} {:?} {} | {} | {:?} {:?} {:?} {} {:?} | {} | {:?} {} {}",
            finding.fingerprint,
            finding.severity,
            finding.title,
            finding.measure,
            (finding.envelope.lo, finding.envelope.hi, &finding.envelope.unit),
            end(&finding.envelope.lo_claim),
            end(&finding.envelope.hi_claim),
            finding.independent_sources,
            finding.status,
            finding.summary,
            finding.best,
            sorted(&finding.claims, &claims),
            sorted(&finding.links, &links),
        )
    });
    let read = report.claims.iter().map(|claim| {
        let claim = Claim {
            id: String::new(),
            document: documents[claim.document.as_str()].to_owned(),
            ..claim.clone()
        };
        serde_json::to_string(&claim).expect("a claim is JSON")
    });
    let mut all: Vec<String> = links.values().cloned().chain(findings).chain(read).collect();
    all.sort_unstable();
    all
}

/// Some orders of so many documents: backwards, turned round by one and by two, the even ones before the odd ones, halves swapped.
fn orders(count: usize) -> Vec<Vec<usize>> {
    let turned = |by: usize| (0..count).map(|at| (at + by) % count).collect();
    let (even, odd): (Vec<usize>, Vec<usize>) = (0..count).partition(|at| at % 2 == 0);
    let mut swapped = odd.clone();
    swapped.extend(even.iter().rev());
    vec![(0..count).rev().collect(), turned(1), turned(2), [even, odd].concat(), swapped]
}

fn check(name: &str, inputs: &[Input]) {
    let expect = said(inputs);
    for order in orders(inputs.len()) {
        let permuted: Vec<Input> = order.iter().map(|at| inputs[*at].clone()).collect();
        let got = said(&permuted);
        let lost: Vec<_> = expect.iter().filter(|line| !got.contains(line)).collect();
        let new: Vec<_> = got.iter().filter(|line| !expect.contains(line)).collect();
        assert!(lost.is_empty() && new.is_empty(), "{name} {order:?}\n- {lost:#?}\n+ {new:#?}");
    }
}

#[test]
fn document_order_changes_nothing() {
    for folder in folders() {
        let read = ingest::read(&[&folder]);
        assert!(read.documents.len() > 1, "{}", folder.display());
        check(&folder.display().to_string(), &read.documents);
        // Nor without what the manifest knows.
        let bare: Vec<Input> =
            read.documents.iter().map(|input| Input::new(input.path.clone(), input.text.clone())).collect();
        check(&format!("{} without its manifest", folder.display()), &bare);
    }
}

#[test]
fn all_stories_at_once_in_any_order() {
    let all = ingest::read(&folders());
    check("all folders", &all.documents);
}

#[test]
fn symmetric_links_run_by_document_and_offset_in_every_order() {
    for folder in folders() {
        let mut inputs = ingest::read(&[&folder]).documents;
        inputs.reverse();
        let report: Report = crosscheck_engine::check(&inputs, Options::default());
        let number = |id: &str| id[1..].parse::<usize>().expect("ids are a letter and a number");
        let keys: Vec<_> = report
            .links
            .iter()
            .map(|link| {
                let (a, b) = (number(&link.a), number(&link.b));
                assert!(a < b || !link.relation.is_symmetric(), "{}", link.id);
                (a.min(b), a.max(b))
            })
            .collect();
        assert!(keys.is_sorted(), "{}: links come by their claims", folder.display());
    }
}

#[test]
fn thread_count_changes_no_byte() {
    for folder in folders() {
        let with = |threads: &str| {
            let mut command = command();
            command.args(["report", "--format", "json", arg(&folder)]).env("RAYON_NUM_THREADS", threads);
            command.output().expect("the binary runs").stdout
        };
        let one = with("1");
        assert!(
            !one.is_empty() && ["2", "3", "8"].iter().all(|threads| with(threads) == one),
            "{}",
            folder.display()
        );
    }
}

/// No rule favours the first claim of a pair: every verdict is the mirror of the verdict on the pair turned round.
#[test]
fn every_rule_is_symmetric() {
    use crosscheck_engine::reconciler::{
        self, Config, Source, context::Context, copies::Copies, facts, rule::Pair, stories::Stories,
    };
    for folder in folders() {
        let inputs = ingest::read(&[&folder]).documents;
        let (documents, claims) = crosscheck_engine::claims(&inputs, Options::default());
        let sources: Vec<_> = documents
            .iter()
            .zip(&inputs)
            .map(|(document, input)| Source { document, text: &input.text })
            .collect();
        let stories = Stories::new(&sources);
        let nodes = reconciler::nodes(&sources, &claims, &stories);
        let config = Config::default();
        let cx = Context::new(&config, &nodes, Copies::new(&sources, &nodes), stories);
        let verdict = |a, b| {
            let facts = facts::compare(&cx, a, b).ok()?;
            let (rule, verdict) = reconciler::decide(&cx, &Pair { a, b, facts: &facts })?;
            Some((rule, verdict, facts.score.total))
        };
        for (at, a) in nodes.iter().enumerate() {
            for b in nodes[at + 1..].iter().filter(|b| b.doc != a.doc) {
                let (x, y) = (verdict(a, b), verdict(b, a));
                let same = match (&x, &y) {
                    (None, None) => true,
                    (Some((rule, x, bits)), Some((turned, y, back))) => {
                        let direction = x.relation.is_symmetric() || x.reversed != y.reversed;
                        rule == turned
                            && (x.relation, &x.axes, x.severity, &x.flags)
                                == (y.relation, &y.axes, y.severity, &y.flags)
                            && direction
                            && bits == back
                    }
                    _ => false,
                };
                assert!(
                    same,
                    "{} “{}” / “{}”\n{x:#?}\n{y:#?}",
                    folder.display(),
                    a.claim.surface,
                    b.claim.surface
                );
            }
        }
    }
}
