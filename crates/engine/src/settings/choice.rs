//! Settings that are one of a few words.

use crosscheck_model::Severity;
use crosscheck_normalizer::{Prefer, Profile};
use crosscheck_reconciler::config::Policy;

/// A closed set of words.
pub trait Choice: Copy + PartialEq + 'static {
    /// Every word with its meaning.
    const ALL: &'static [(&'static str, Self)];

    /// The word.
    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, value)| *value == self).map_or("", |(name, _)| name)
    }

    /// The meaning of a word.
    fn named(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
    }
}

/// For whom the report is: a preset of profile, least severity and sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Persona {
    /// A copy desk: few findings, and sure ones.
    Desk,
    /// Someone who works through a story.
    #[default]
    Analyst,
    /// Someone who must miss nothing.
    Auditor,
}

/// How much stands around the findings of a report for reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sections {
    /// Findings, what was accepted, what was left out.
    Few,
    /// Also agreements in brief and the documents.
    #[default]
    Usual,
    /// Also every agreement, and every input with its hash.
    All,
}

/// What a persona presets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preset {
    /// How sharply a round number is read.
    pub profile: Profile,
    /// The least severity shown.
    pub min_severity: Option<Severity>,
    /// How much stands around the findings.
    pub sections: Sections,
}

impl Persona {
    /// What goes with the name. None of them hides what `--format json` holds.
    pub fn preset(self) -> Preset {
        match self {
            Self::Desk => Preset {
                profile: Profile::News,
                min_severity: Some(Severity::Discrepancy),
                sections: Sections::Few,
            },
            Self::Analyst => Preset { profile: Profile::News, min_severity: None, sections: Sections::Usual },
            Self::Auditor => Preset {
                profile: Profile::Strict,
                min_severity: Some(Severity::Note),
                sections: Sections::All,
            },
        }
    }
}

impl Choice for Persona {
    const ALL: &'static [(&'static str, Self)] =
        &[("desk", Self::Desk), ("analyst", Self::Analyst), ("auditor", Self::Auditor)];
}

impl Choice for Sections {
    const ALL: &'static [(&'static str, Self)] =
        &[("few", Self::Few), ("usual", Self::Usual), ("all", Self::All)];
}

impl Choice for Prefer {
    const ALL: &'static [(&'static str, Self)] = &[("past", Self::Past), ("future", Self::Future)];
}

impl Choice for Profile {
    const ALL: &'static [(&'static str, Self)] =
        &[("strict", Self::Strict), ("news", Self::News), ("loose", Self::Loose)];
}

impl Choice for Severity {
    const ALL: &'static [(&'static str, Self)] = &[
        ("gross", Self::Gross),
        ("discrepancy", Self::Discrepancy),
        ("tension", Self::Tension),
        ("note", Self::Note),
    ];
}

impl Choice for Policy {
    const ALL: &'static [(&'static str, Self)] = &[
        ("conservative", Self::Conservative),
        ("envelope", Self::Envelope),
        ("latest", Self::Latest),
        ("primary", Self::Primary),
        ("majority-of-independent", Self::MajorityOfIndependent),
    ];
}

/// The known word most like the one given, when it is like it at all.
///
/// ```
/// use crosscheck_engine::settings::nearest;
/// assert_eq!(nearest("profil", &["prefer", "profile"]), Some("profile"));
/// assert_eq!(nearest("colour", &["prefer", "profile"]), None);
/// ```
pub fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let word = word.to_lowercase().replace('_', "-");
    let (likeness, best) = known
        .iter()
        .map(|known| (strsim::jaro_winkler(&word, known), *known))
        .max_by(|(a, _), (b, _)| a.total_cmp(b))?;
    (likeness >= 0.8).then_some(best)
}
