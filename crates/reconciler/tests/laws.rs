//! Laws of the verdicts over intervals drawn at random.

use crosscheck_model::{Interval, Number};
use crosscheck_reconciler::digits::{rounds, tenfold};
use crosscheck_reconciler::node::Quantity;
use proptest::prelude::*;

fn quantity(value: i64, granularity: i64) -> Quantity {
    let half = granularity / 2;
    Quantity {
        hard: Interval::closed(Number::from(value - half), Number::from(value + half)),
        soft: Interval::closed(Number::from(value - half), Number::from(value + half)),
        anchor: Some(Number::from(value)),
        granularity: Some(Number::from(granularity)),
    }
}

proptest! {
    #[test]
    fn rounding_and_tenfold_are_symmetric(a in 1_i64..10_000_000, b in 1_i64..10_000_000, g in 1_i64..1000, h in 1_i64..1000) {
        let (x, y) = (quantity(a, g), quantity(b, h));
        prop_assert_eq!(rounds(x, y), rounds(y, x));
        prop_assert_eq!(tenfold(Number::from(a), Number::from(b)), tenfold(Number::from(b), Number::from(a)));
    }

    #[test]
    fn a_figure_rounds_itself_and_never_one_ten_times_as_high(a in 1_i64..1_000_000, g in 1_i64..1000) {
        prop_assert!(rounds(quantity(a, g), quantity(a, g)));
        prop_assert!(!rounds(quantity(a, g), quantity(a * 10, g)));
    }
}
