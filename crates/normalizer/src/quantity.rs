//! Quantities to intervals, units to base units, nouns to concepts.

use crosscheck_model::Mention;
use crosscheck_model::raw::{Parsed, RawQuantity};

use crate::Profile;

/// Normalises one quantity; its date, where it is a duration, is added by [`crate::mention::mentions`].
pub fn normalize(_text: &str, _parsed: &Parsed, _raw: &RawQuantity, _profile: Profile) -> Option<Mention> {
    None
}
