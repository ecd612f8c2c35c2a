//! Interval algebra over exact numbers.

use serde::{Deserialize, Serialize};

use crate::Number;

/// A set of values without gaps; an end that is `None` is unbounded.
///
/// Invariant held by the constructors: `lo <= hi`, and equal ends are both closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Interval {
    /// Lower end.
    pub lo: Option<Number>,
    /// Upper end.
    pub hi: Option<Number>,
    /// Whether the lower end belongs to the interval; false when unbounded.
    pub lo_closed: bool,
    /// Whether the upper end belongs to the interval; false when unbounded.
    pub hi_closed: bool,
}

impl Interval {
    /// Every value.
    pub const ALL: Self = Self { lo: None, hi: None, lo_closed: false, hi_closed: false };

    /// Makes an interval; ends given in the wrong order are swapped.
    pub fn new(lo: Option<Number>, lo_closed: bool, hi: Option<Number>, hi_closed: bool) -> Self {
        match (lo, hi) {
            (Some(a), Some(b)) if a > b => {
                Self { lo: hi, hi: lo, lo_closed: hi_closed, hi_closed: lo_closed }
            }
            (Some(a), Some(b)) if a == b => Self::point(a),
            _ => Self { lo, hi, lo_closed: lo_closed && lo.is_some(), hi_closed: hi_closed && hi.is_some() },
        }
    }

    /// `[a, a]`.
    pub fn point(a: Number) -> Self {
        Self { lo: Some(a), hi: Some(a), lo_closed: true, hi_closed: true }
    }

    /// `[lo, hi]`.
    pub fn closed(lo: Number, hi: Number) -> Self {
        Self::new(Some(lo), true, Some(hi), true)
    }

    /// `(a, ∞)`.
    pub fn above(a: Number) -> Self {
        Self { lo: Some(a), hi: None, lo_closed: false, hi_closed: false }
    }

    /// `[a, ∞)`.
    pub fn at_least(a: Number) -> Self {
        Self { lo: Some(a), hi: None, lo_closed: true, hi_closed: false }
    }

    /// Whether it holds one number and no other.
    pub fn is_point(&self) -> bool {
        self.lo.is_some() && self.lo == self.hi
    }

    /// Whether its one whole number is its lower end, as in [9, 10).
    pub fn is_one_whole(&self) -> bool {
        let (Some(lo), Some(hi)) = (self.lo, self.hi) else { return false };
        self.lo_closed && !self.hi_closed && lo.0.is_integer() && hi.0.checked_sub(lo.0) == Some(1.into())
    }

    /// Whether `value` belongs to the interval.
    pub fn has(&self, value: Number) -> bool {
        self.lo.is_none_or(|lo| if self.lo_closed { lo <= value } else { lo < value })
            && self.hi.is_none_or(|hi| if self.hi_closed { value <= hi } else { value < hi })
    }

    /// Whether no value belongs to both.
    pub fn is_disjoint(&self, other: &Self) -> bool {
        self.lies_below(other) || other.lies_below(self)
    }

    /// Whether every value of `self` is smaller than every value of `other`.
    pub fn lies_below(&self, other: &Self) -> bool {
        match (self.hi, other.lo) {
            (Some(hi), Some(lo)) => hi < lo || (hi == lo && !(self.hi_closed && other.lo_closed)),
            _ => false,
        }
    }

    /// Whether every value of `other` belongs to `self`.
    pub fn contains(&self, other: &Self) -> bool {
        let low = match (self.lo, other.lo) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(a), Some(b)) => a < b || (a == b && (self.lo_closed || !other.lo_closed)),
        };
        let high = match (self.hi, other.hi) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(a), Some(b)) => a > b || (a == b && (self.hi_closed || !other.hi_closed)),
        };
        low && high
    }

    /// What belongs to both, or `None` when they are disjoint.
    pub fn intersect(&self, other: &Self) -> Option<Self> {
        if self.is_disjoint(other) {
            return None;
        }
        let (lo, lo_closed) = match (self.lo, other.lo) {
            (None, _) => (other.lo, other.lo_closed),
            (_, None) => (self.lo, self.lo_closed),
            (Some(a), Some(b)) if a == b => (Some(a), self.lo_closed && other.lo_closed),
            (Some(a), Some(b)) => {
                if a > b {
                    (self.lo, self.lo_closed)
                } else {
                    (other.lo, other.lo_closed)
                }
            }
        };
        let (hi, hi_closed) = match (self.hi, other.hi) {
            (None, _) => (other.hi, other.hi_closed),
            (_, None) => (self.hi, self.hi_closed),
            (Some(a), Some(b)) if a == b => (Some(a), self.hi_closed && other.hi_closed),
            (Some(a), Some(b)) => {
                if a < b {
                    (self.hi, self.hi_closed)
                } else {
                    (other.hi, other.hi_closed)
                }
            }
        };
        Some(Self::new(lo, lo_closed, hi, hi_closed))
    }
}

impl std::fmt::Display for Interval {
    /// Mathematical notation: `(800, ∞)`, `[4500, 5500]`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.lo {
            Some(lo) => write!(f, "{}{lo}, ", if self.lo_closed { '[' } else { '(' })?,
            None => f.write_str("(-∞, ")?,
        }
        match self.hi {
            Some(hi) => write!(f, "{hi}{}", if self.hi_closed { ']' } else { ')' }),
            None => f.write_str("∞)"),
        }
    }
}
