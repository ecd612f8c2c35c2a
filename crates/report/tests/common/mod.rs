//! A small report made by hand: three documents on one harbour raid.

#![allow(dead_code, reason = "each test file uses its own part")]

use crosscheck_model::*;

/// Texts of the documents, in order.
pub(crate) const TEXTS: [&str; 3] = [
    "Harbour raid\n\nBefore dawn on Tuesday the coast guard, which had watched the bay for weeks, seized more than 40 rowing boats and two lorries, the ministry said, and it held 12 men for questioning at the port.\n",
    "The ministry said the coast guard had seized more than 40 tankers.\n",
    "Some 40 boats were taken on Tuesday. Police held 12 men.\n",
];

/// A claim on the words `surface` of a document, counted in `object`, its last word.
pub(crate) fn claim(id: &str, document: usize, surface: &str, hard: Interval, bound: Bound) -> Claim {
    let text = TEXTS[document];
    let start = text.find(surface).expect("the words are in the text");
    let span = Span::new(start, start + surface.len());
    let noun = surface.rsplit(' ').next().expect("a last word");
    let digits = surface.find(|c: char| c.is_ascii_digit()).expect("a number");
    let core = Span::new(start + digits, start + digits + 2);
    let sentence_start = text[..start].rfind(['.', '\n']).map_or(0, |at| at + 1);
    let sentence_end = text[start..].find(['.', '\n']).map_or(text.len(), |at| start + at + 1);
    Claim {
        id: id.into(),
        document: format!("d{}", document + 1),
        start: span.start,
        end: span.end,
        surface: surface.into(),
        sentence: Span::new(sentence_start, sentence_end),
        block: BlockKind::Body,
        kind: Kind::Count,
        value: Some(Value {
            point: surface[digits..digits + 2].parse().ok(),
            lo: hard.lo,
            hi: hard.hi,
            lo_closed: hard.lo_closed,
            hi_closed: hard.hi_closed,
            soft: hard,
            granularity: Some(Number::from(10)),
            reason: "as printed".into(),
        }),
        bound,
        change: None,
        unit: None,
        si: None,
        date: None,
        object: Some(Object {
            surface: noun.into(),
            head: noun.trim_end_matches('s').into(),
            span: Some(Span::new(span.end as usize - noun.len(), span.end as usize)),
            ..Object::default()
        }),
        event: Some(Event { surface: "seized".into(), lemma: "seize".into(), ..Event::default() }),
        when: When { from: "2024-03-05".parse().ok(), to: "2024-03-05".parse().ok(), basis: Basis::Adjunct },
        place: None,
        attribution: vec![Attribution {
            source: "the ministry".into(),
            cue: "said".into(),
            quoted: false,
            body: None,
            side: None,
        }],
        modality: Modality::Asserted,
        measure: None,
        cues: Vec::new(),
        core,
        issues: Vec::new(),
    }
}

fn document(index: usize, source: &str) -> Document {
    Document {
        id: format!("d{}", index + 1),
        path: format!("raid/{}.txt", ["first", "second", "third"][index]),
        sha256: "0".repeat(64),
        bytes: TEXTS[index].len(),
        title: None,
        source: Some(source.into()),
        url: None,
        language: None,
        published: Published { date: "2024-03-06".parse().ok(), basis: PublishedBasis::Manifest },
        body: vec![Span::new(0, TEXTS[index].len())],
        copy_group: None,
    }
}

pub(crate) fn link(
    id: &str,
    a: &str,
    b: &str,
    relation: Relation,
    axes: &[Axis],
    severity: Severity,
    why: &str,
) -> Link {
    Link {
        id: id.into(),
        a: a.into(),
        b: b.into(),
        relation,
        axes: axes.to_vec(),
        severity,
        flags: vec!["same_speaker".into()],
        rule: if relation == Relation::Conflict { "disjoint-object" } else { "same-value" }.into(),
        score: Score {
            total: 7.5,
            parts: vec![
                ScorePart { name: "same speaker".into(), weight: 3.0 },
                ScorePart { name: "same figure".into(), weight: 4.5 },
            ],
        },
        why: why.into(),
        facts: vec![
            Fact { name: "a".into(), value: "(40, ∞)".into() },
            Fact { name: "b".into(), value: "(40, ∞)".into() },
        ],
    }
}

/// The report.
pub(crate) fn report() -> Report {
    let over = Interval::above(40.into());
    let exact = Interval::point(12.into());
    Report {
        schema: report::SCHEMA.into(),
        tool: Tool { name: "crosscheck".into(), version: "0.1.0".into() },
        provenance: Provenance::default(),
        documents: vec![document(0, "Morning Post"), document(1, "Bay Radio"), document(2, "The Wire")],
        claims: vec![
            claim("c1", 0, "more than 40 rowing boats", over, Bound::MoreThan),
            claim("c2", 0, "12 men", exact, Bound::Exact),
            claim("c3", 1, "more than 40 tankers", over, Bound::MoreThan),
            claim("c4", 2, "Some 40 boats", Interval::closed(35.into(), 45.into()), Bound::About),
            claim("c5", 2, "12 men", exact, Bound::Exact),
        ],
        links: vec![
            link(
                "l1",
                "c1",
                "c3",
                Relation::Conflict,
                &[Axis::Object],
                Severity::Discrepancy,
                "Same speaker and same figure, more than 40, but rowing boats in one and tankers in the other, which no vessel is both.",
            ),
            link(
                "l2",
                "c1",
                "c4",
                Relation::Compatible,
                &[Axis::Bound],
                Severity::Note,
                "More than 40 and about 40 can both be true.",
            ),
            link("l3", "c2", "c5", Relation::Agree, &[], Severity::Note, "Both say 12 men."),
        ],
        baseline: None,
        findings: vec![
            Finding {
                id: "f1".into(),
                fingerprint: "aa".into(),
                severity: Severity::Discrepancy,
                title: "vessels seized: boats or tankers".into(),
                measure: "vessels seized".into(),
                envelope: Envelope {
                    lo: Some(35.into()),
                    hi: None,
                    unit: None,
                    lo_claim: Some("c4".into()),
                    hi_claim: Some("c1".into()),
                },
                best: None,
                independent_sources: 1,
                status: Status::Contested,
                claims: vec!["c1".into(), "c3".into(), "c4".into()],
                links: vec!["l1".into(), "l2".into()],
                summary: "One statement retold; “tankers” stands alone.".into(),
                baseline: None,
                decision: None,
            },
            Finding {
                id: "f2".into(),
                fingerprint: "bb".into(),
                severity: Severity::Note,
                title: "men held".into(),
                measure: "men held".into(),
                envelope: Envelope {
                    lo: Some(12.into()),
                    hi: Some(12.into()),
                    unit: None,
                    lo_claim: Some("c2".into()),
                    hi_claim: Some("c2".into()),
                },
                best: None,
                independent_sources: 2,
                status: Status::Corroborated,
                claims: vec!["c2".into(), "c5".into()],
                links: vec!["l3".into()],
                summary: "Both say 12 men.".into(),
                baseline: None,
                decision: None,
            },
        ],
        left_out: vec![report::LeftOut {
            path: "raid/fourth.txt".into(),
            reason: "byte 7 is not UTF-8: save it as UTF-8".into(),
        }],
        notes: Vec::new(),
    }
}

/// Puts hostile words wherever a string of a document or file name can stand.
pub(crate) fn poison(report: &mut Report) {
    const EVIL: &str = "\u{1b}]0;owned\u{7}\u{9b}2J\u{202e}\u{200b}\r\n\u{7f}\u{0}\u{ffff}\"'<script>alert(1)</script>]]>--><![CDATA[&amp;%0A::error::](javascript:x)|,;\\";
    for document in &mut report.documents {
        document.path.push_str(EVIL);
        document.source = Some(EVIL.into());
        document.copy_group = Some(EVIL.into());
    }
    for claim in &mut report.claims {
        claim.surface.insert_str(0, "=HYPERLINK(\"http://x\")");
        claim.surface.push_str(EVIL);
        claim.place = Some(EVIL.into());
        claim.unit = Some(EVIL.into());
        for by in &mut claim.attribution {
            by.source.push_str(EVIL);
        }
        if let Some(object) = &mut claim.object {
            object.head.push_str(EVIL);
            object.surface.push_str(EVIL);
        }
    }
    for Link { why, rule, flags, score, facts, .. } in &mut report.links {
        why.push_str(EVIL);
        rule.push_str(EVIL);
        facts[0].value.push_str(EVIL);
        flags.push(EVIL.into());
        score.parts[0].name.to_mut().push_str(EVIL);
    }
    for finding in &mut report.findings {
        finding.title.insert(0, '@');
        finding.title.push_str(EVIL);
        finding.summary.push_str(EVIL);
        finding.envelope.unit = Some(EVIL.into());
    }
    report.left_out[0].path.push_str(EVIL);
    report.left_out[0].reason.push_str(EVIL);
    report.notes.push(EVIL.into());
}
