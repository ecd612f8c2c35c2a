//! A small report made by hand: three documents on one harbour raid.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::sync::Arc;

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
        place_basis: None,
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
            parts: [
                ScorePart { name: "same speaker".into(), weight: 3.0 },
                ScorePart { name: "same figure".into(), weight: 4.5 },
            ]
            .into(),
        },
        why: why.into(),
        facts: [
            Fact { name: "a".into(), value: "(40, ∞)".into() },
            Fact { name: "b".into(), value: "(40, ∞)".into() },
        ]
        .into(),
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

/// Words that would do harm somewhere if they were taken for more than words.
pub(crate) const HOSTILE: [&str; 12] = [
    // All at once.
    "\u{1b}]0;owned\u{7}\u{9b}2J\u{202e}\u{200b}\r\n\u{7f}\u{0}\u{ffff}\"'<script>alert(1)</script>]]>--><![CDATA[&amp;%0A::error::](javascript:x)|,;\\",
    // Scripts.
    "\"'><svg/onload=alert(1)><img src=x onerror=alert(1)>",
    "</script></style></title><script>alert(1)</script><!--",
    // Terminals: clipboard, link, cursor, and the same in C1.
    "\u{1b}]52;c;aGk=\u{7}\u{1b}]8;;http://x\u{1b}\\y\u{1b}[2J\u{9b}31m\u{90}q\u{9c}",
    // Text that reads otherwise than it stands.
    "\u{202e}\u{2066}000,1\u{2069}\u{200b}\u{feff}\u{e0041}\u{ad}\u{2028}",
    // Formulas.
    "=1+cmd|' /C calc'!A0",
    "\t+1",
    "\r\n@SUM(1,1)\",\"=2",
    "＝1_x003D_1",
    // XML and JSON.
    "]]>&lol;<!ENTITY x SYSTEM \"file:///etc/passwd\">\u{0}\u{ffff}\u{fffe}\u{b}\\u0000\\ud800\",\"a\":\"",
    // Graphs and workflow commands.
    "\\\"; x -> y [label=<<b>z</b>>]; } //\r\n::error file=x::owned\n::set-output name=a::b%0A::stop-commands::c",
    // Markdown.
    "`](javascript:alert(1)) ![y](http://x) <http://x> https://x @all #1 **b** $x$\n# head\n```\n|a|\n---",
];

/// Puts hostile words wherever a string of a document, a file name or a user can stand.
pub(crate) fn poison(report: &mut Report, evil: &str) {
    for document in &mut report.documents {
        document.path.push_str(evil);
        document.source = Some(evil.into());
        document.title = Some(evil.into());
        document.url = Some(format!("javascript:{evil}"));
        document.copy_group = Some(evil.into());
    }
    for claim in &mut report.claims {
        claim.surface = format!("{evil} {} {evil}", claim.surface);
        claim.place = Some(evil.into());
        claim.unit = Some(evil.into());
        for by in &mut claim.attribution {
            by.source = evil.into();
        }
        if let Some(object) = &mut claim.object {
            object.head.push_str(evil);
            object.surface.push_str(evil);
        }
        if let Some(event) = &mut claim.event {
            event.lemma = evil.into();
        }
    }
    for Link { why, rule, flags, score, facts, .. } in &mut report.links {
        *why = format!("{evil}{why}").into();
        rule.to_mut().push_str(evil);
        Arc::make_mut(facts)[0].value.push_str(evil);
        flags.push(evil.to_owned().into());
        Arc::make_mut(&mut score.parts)[0].name.to_mut().push_str(evil);
    }
    for finding in &mut report.findings {
        finding.title = format!("{evil}{}", finding.title);
        finding.measure = evil.into();
        finding.summary.push_str(evil);
        finding.envelope.unit = Some(evil.into());
        finding.baseline = Some(BaselineState::New);
        finding.decision = Some(Decision { state: DecisionState::Lapsed, reason: evil.into(), until: None });
    }
    report.left_out[0].path.push_str(evil);
    report.left_out[0].reason.push_str(evil);
    report.notes.push(evil.into());
    let file = report::InputFile { path: evil.into(), sha256: "0".repeat(64), bytes: 1 };
    report.provenance.paths.push(evil.into());
    report.provenance.configuration.toml = evil.into();
    report.provenance.configuration.file = Some(file.clone());
    let gone = report::Gone { fingerprint: "cc".into(), severity: Severity::Gross, title: evil.into() };
    report.baseline = Some(report::Compared { file, new: 2, unchanged: 0, gone: vec![gone] });
}

/// The report once for each kind of hostile words.
pub(crate) fn poisoned() -> impl Iterator<Item = Report> {
    HOSTILE.into_iter().map(|evil| {
        let mut report = report();
        poison(&mut report, evil);
        report
    })
}
