//! What a user may settle: the policy for a best figure, and tables of measures, events, bridges and tolerances.

use serde::{Deserialize, Serialize};

/// How one figure is picked from an envelope. Without a policy none is picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Policy {
    /// The lowest figure any source gives: the practice of ACLED.
    Conservative,
    /// No figure, only the envelope: the practice of Airwars and Iraq Body Count.
    Envelope,
    /// The newest by as-of time.
    Latest,
    /// The one with the shortest chain of speakers to whoever counted.
    Primary,
    /// The one that most independent sources give.
    MajorityOfIndependent,
}

impl Policy {
    /// The name the user wrote.
    pub fn name(self) -> &'static str {
        match self {
            Self::Conservative => "conservative",
            Self::Envelope => "envelope",
            Self::Latest => "latest",
            Self::Primary => "primary",
            Self::MajorityOfIndependent => "majority-of-independent",
        }
    }
}

/// How two concepts stand to each other, as a user's bridge says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BridgeRelation {
    /// Two names of one thing.
    Same,
    /// `a` is a kind of `b`.
    Narrower,
    /// Nothing is both.
    Disjoint,
}

/// Two nouns, and how they stand to each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bridge {
    /// Lemma.
    pub a: String,
    /// Lemma.
    pub b: String,
    /// How `a` stands to `b`.
    pub relation: BridgeRelation,
    /// Why; shown in the report.
    pub reason: String,
}

/// Predicates that report one kind of event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventClass {
    /// Name of the class.
    pub class: String,
    /// Lemmas of its verbs and nouns.
    pub words: Vec<String>,
}

/// A measure that runs: its later figure replaces the earlier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Lemma of the counted or measured thing, or an event class.
    pub name: String,
    /// Whether later figures replace earlier ones.
    pub running: bool,
}

/// Slack for one unit: figures nearer than this are one figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tolerance {
    /// Unit as the report prints it: "kilometre", "percent", "USD".
    pub unit: String,
    /// Per cent of the larger figure, 0 to 100.
    pub percent: u32,
}

/// How to reconcile.
///
/// ```
/// let config: crosscheck_reconciler::Config = crosscheck_reconciler::Config::from_toml(
///     "policy = 'conservative'\n[[bridge]]\na = 'ute'\nb = 'truck'\nrelation = 'narrower'\nreason = 'Australian'\n",
/// ).expect("the text above is a configuration");
/// assert_eq!(config.bridge.len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The policy for a best figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<Policy>,
    /// Added measures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measure: Vec<Measure>,
    /// Added event classes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub event: Vec<EventClass>,
    /// Added bridges between nouns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bridge: Vec<Bridge>,
    /// Added tolerances.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tolerance: Vec<Tolerance>,
}

impl Config {
    /// Reads the user's table; the error names the line.
    ///
    /// # Errors
    /// When the text is not TOML or holds an unknown key.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// Values that cannot be meant: the table, the entry's number in it from 0, and what is wrong and what to do.
    ///
    /// ```
    /// use crosscheck_reconciler::Config;
    /// let config = Config::from_toml("[[tolerance]]\nunit = 'metre'\npercent = 500\n").expect("TOML of the right types");
    /// assert_eq!(config.problems()[0].0, "tolerance");
    /// let config = Config::from_toml("[[tolerance]]\nunit = 'metres'\npercent = 5\n").expect("TOML of the right types");
    /// assert!(config.problems()[0].2.contains("no unit"));
    /// ```
    pub fn problems(&self) -> Vec<(&'static str, usize, String)> {
        let mut found = Vec::new();
        let mut say = |table: &'static str, at: usize, wrong: bool, message: &str| {
            if wrong {
                found.push((table, at, message.to_owned()));
            }
        };
        let blank = |text: &str| text.trim().is_empty();
        for (at, measure) in self.measure.iter().enumerate() {
            say(
                "measure",
                at,
                blank(&measure.name),
                "`name` is empty; write the lemma of the thing, or an event class",
            );
        }
        for (at, event) in self.event.iter().enumerate() {
            say("event", at, blank(&event.class), "`class` is empty; give the kind of event a name");
            let wrong = event.words.is_empty() || event.words.iter().any(|word| blank(word));
            say(
                "event",
                at,
                wrong,
                "`words` holds nothing; write the lemmas of its verbs and nouns, as [\"lease\", \"rent\"]",
            );
        }
        for (at, bridge) in self.bridge.iter().enumerate() {
            say(
                "bridge",
                at,
                blank(&bridge.a) || blank(&bridge.b),
                "`a` or `b` is empty; write the lemmas of two nouns",
            );
            say(
                "bridge",
                at,
                bridge.a == bridge.b,
                "`a` and `b` are one word; write the lemmas of two nouns",
            );
        }
        for (at, tolerance) in self.tolerance.iter().enumerate() {
            say(
                "tolerance",
                at,
                tolerance.percent > 100,
                "`percent` is above 100; write a share of the larger figure, 0 to 100",
            );
            say(
                "tolerance",
                at,
                blank(&tolerance.unit),
                "`unit` is empty; write it as the report prints it, as \"metre\"",
            );
            let known = crosscheck_lexicon::unit::get(&tolerance.unit).is_some();
            say(
                "tolerance",
                at,
                !blank(&tolerance.unit) && !known,
                "`unit` is no unit that a report prints; write its name in the singular, as \"metre\" or \"percent\", or a currency's code, as \"USD\"",
            );
        }
        found
    }
}
