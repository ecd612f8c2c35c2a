//! Exact numbers.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An exact decimal of at most 28 digits. Written to JSON as a number.
///
/// No float takes part in identity: `1.20` and `1.2` are equal and hash alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Number(pub Decimal);

impl Number {
    /// Zero.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// Place value of the last non-zero digit, zero for zero: what a printed number is taken to be rounded to.
    ///
    /// ```
    /// use crosscheck_model::Number;
    /// assert_eq!(Number::from(5200).granularity(), Number::from(100));
    /// ```
    pub fn granularity(self) -> Self {
        let value = self.0.normalize();
        if value.is_zero() {
            return Self::ZERO;
        }
        if value.scale() > 0 {
            return Self(Decimal::new(1, value.scale()));
        }
        let mut step = Decimal::ONE;
        while (value % (step * Decimal::TEN)).is_zero() {
            step *= Decimal::TEN;
        }
        Self(step)
    }

    /// The nearest float, for drawing and for JSON.
    pub fn to_f64(self) -> f64 {
        self.0.to_f64().unwrap_or(f64::MAX)
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self(Decimal::from(value))
    }
}

impl From<Decimal> for Number {
    fn from(value: Decimal) -> Self {
        Self(value)
    }
}

impl FromStr for Number {
    type Err = rust_decimal::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Decimal::from_str(text).or_else(|_| Decimal::from_scientific(text)).map(Self)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.normalize().fmt(f)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract().is_zero()
            && let Some(whole) = self.0.to_i64()
        {
            return serializer.serialize_i64(whole);
        }
        serializer.serialize_f64(self.to_f64())
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let float = f64::deserialize(deserializer)?;
        // The shortest decimal that prints as this float: what was written comes back.
        Self::from_str(&float.to_string())
            .ok()
            .or_else(|| Decimal::from_f64(float).map(Self))
            .ok_or_else(|| serde::de::Error::custom("a number beyond 28 digits"))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Number {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "description": "An exact decimal of at most 28 digits." })
    }
}
