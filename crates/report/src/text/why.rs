//! The whole derivation of one link.

use crosscheck_model::{Claim, Link, PlaceBasis};

use super::finding::axis_name;
use super::style::{Ink, Style};
use super::{Options, Page};
use crate::{Corpus, marks, replay, wording};

/// The derivation of a link, or `None` when the report has no link of that name.
pub fn why(corpus: &Corpus<'_>, link: &str, options: &Options) -> Option<String> {
    let link = corpus.link(link)?;
    let (a, b) = corpus.pair(link)?;
    let style = Style { colour: options.colour };
    let mut page = Page { corpus, style, width: options.width, out: String::new() };
    let axes: Vec<&str> = link.axes.iter().map(|axis| axis_name(*axis)).collect();
    let on = if axes.is_empty() { String::new() } else { format!(" on the {}", axes.join(" and the ")) };
    let head = format!("{} {} {}: {}{on}", link.id, link.a, link.b, wording::relation(link.relation));
    page.strong(&head);
    page.labelled("severity", wording::severity(link.severity));
    page.labelled("rule", &format!("{} (crosscheck explain {})", link.rule, link.rule));
    page.labelled("why", &link.why);
    for fact in link.facts.iter() {
        page.labelled("compared", &format!("{}: {}", fact.name, fact.value));
    }
    page.labelled("flags", &link.flags.join(", ").replace('_', " "));
    for (name, claim) in [("First claim", a), ("Second claim", b)] {
        page.heading(&format!("{name}, {}", claim.id));
        page.quote(claim, &marks::differing(link, claim), Ink::Level(link.severity));
        page.parts(claim);
    }
    page.score(link);
    page.in_force(link);
    page.heading("Done again from these figures");
    for step in replay::steps(link, a, b) {
        let but = if step.holds { "" } else { ": THE REPORT SAYS OTHERWISE" };
        page.entry("  ", &format!("{}{but}", step.text));
    }
    Some(page.out)
}

impl Page<'_> {
    /// Everything that was read of a claim, a line each.
    fn parts(&mut self, claim: &Claim) {
        if let Some(value) = &claim.value {
            let point = value.point.map_or("none".to_owned(), wording::number);
            self.labelled("printed", &wording::with_unit(&point, claim.unit.as_deref()));
            self.labelled("true for", &format!("{}: {}", value.hard(), value.reason));
            self.labelled("taken as", &value.soft.to_string());
        }
        if let Some(si) = &claim.si {
            let end = |end: Option<crosscheck_model::Number>| end.map_or("open".to_owned(), wording::number);
            self.labelled("base", &format!("{} to {} {}", end(si.lo), end(si.hi), si.unit));
        }
        if let Some(date) = &claim.date {
            let timex = date.timex.as_deref().unwrap_or("none");
            self.labelled("date", &format!("{} (TIMEX3 {timex})", wording::date(date)));
            self.labelled("anchor", date.anchor.as_deref().unwrap_or_default());
        }
        if let Some(object) = &claim.object {
            let concept = object.concept.as_deref().unwrap_or("not in the taxonomy");
            self.labelled("counted", &format!("“{}”: {} ({concept})", object.surface, object.head));
        }
        if let Some(event) = &claim.event {
            let concept = event.concept.as_deref().unwrap_or("no event class");
            self.labelled("event", &format!("“{}”: {} ({concept})", event.surface, event.lemma));
        }
        let days = wording::days(claim.when.from, claim.when.to);
        self.labelled("when", &days.unwrap_or_default());
        let whence = if claim.place_basis == Some(PlaceBasis::Dateline) { " (the dateline's)" } else { "" };
        self.labelled("where", &format!("{}{whence}", claim.place.as_deref().unwrap_or_default()));
        for by in &claim.attribution {
            let quoted = if by.quoted { ", in quotation marks" } else { "" };
            self.labelled("says", &format!("{} (“{}”{quoted})", by.source, by.cue));
        }
    }

    /// What the rule was held to, as the report has it: the evidence asked for, the profile, the user's tolerances.
    fn in_force(&mut self, link: &Link) {
        let configuration = &self.corpus.report.provenance.configuration;
        self.heading("In force");
        let has = format!("this link has {:.1}", link.score.total);
        let evidence = match configuration.evidence.get(link.rule.as_ref()) {
            Some(bits) if link.score.total < bits.to_f64() => {
                format!("{} asks for {bits} bits, or for what its page names instead; {has}", link.rule)
            }
            Some(bits) => format!("{} asks for {bits} bits; {has}", link.rule),
            None if link.score.parts.is_empty() => format!("{} weighs no evidence", link.rule),
            None => format!("{} asks for no fixed sum; {has}", link.rule),
        };
        self.labelled("evidence", &evidence);
        for line in configuration.toml.lines() {
            match line.split_once(" = ") {
                Some(("profile", name)) => {
                    let name = name.trim_matches('"');
                    self.labelled("profile", &format!("{name}: {}", profile(name)));
                }
                _ if line.trim().is_empty() => {}
                _ => self.labelled("set", line),
            }
        }
    }

    /// Why the two were compared at all: weights of evidence in bits, and their sum.
    fn score(&mut self, link: &Link) {
        self.heading("Why the two were compared (weight of evidence in bits)");
        for part in link.score.parts.iter() {
            let bar = "#".repeat(part.weight.abs().round().clamp(0.0, 20.0) as usize);
            let text = format!("{:+6.1}  {} {bar}", part.weight, part.name);
            self.line(&format!("  {}", crate::safe::text(text.trim_end())));
        }
        self.line(&format!("  {:+6.1}  in all", link.score.total));
    }
}

/// What a profile does to a printed number.
fn profile(name: &str) -> &'static str {
    match name {
        "strict" => "a bare number is exact",
        "loose" => "a round number is read as rounded, with twice the slack of news",
        _ => "a round number is read as rounded, “about” as within a tenth",
    }
}
