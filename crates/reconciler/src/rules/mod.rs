//! The rules, one file each, in the order in which they are asked. For a pair the first that fires decides.

use crate::rule::Rule;

pub mod actor_mismatch;
pub mod age_against_birth;
pub mod ambiguous_unit;
pub mod bound_mismatch;
pub mod contrasting_state;
pub mod converted_unit;
pub mod copied_text;
pub mod date_mismatch;
pub mod digit_slip;
pub mod direction_mismatch;
pub mod disjoint_object;
pub mod doer_counted;
pub mod duration_against_dates;
pub mod finer_date;
pub mod finer_object;
pub mod length_to_date;
pub mod moved_date;
pub mod opposed_figures;
pub mod opposite_change;
pub mod overlapping_bounds;
pub mod overlapping_date;
pub mod part_above_whole;
pub mod part_of_whole;
pub mod parts_against_total;
pub mod percent_of_count;
pub mod place_mismatch;
pub mod reclassified;
pub mod rounded_value;
pub mod running_figure;
pub mod same_date;
pub mod same_value;
pub mod speaker_against_itself;
pub mod stated_conversion;
pub mod stated_part;
pub mod stated_zones;
pub mod summed_parts;
pub mod swapped_digits;
pub mod unit_swap;
pub mod vague_value;
pub mod value_mismatch;
pub mod weekday_against_date;
pub mod withdrawn_figure;
pub mod zone_slip;

/// Every rule, in order: copies and retellings, parts, agreement, refinement, updates, compatibility, conflict; then what one document says
/// against itself. Updates come before compatibility because two open bounds of different days ("more than 4,000", "more than
/// 4,600") overlap and still are two states of one count.
pub static ALL: &[&Rule] = &[
    &disjoint_object::DISJOINT_OBJECT,
    &contrasting_state::CONTRASTING_STATE,
    &direction_mismatch::DIRECTION_MISMATCH,
    &place_mismatch::PLACE_MISMATCH,
    &actor_mismatch::ACTOR_MISMATCH,
    &zone_slip::ZONE_SLIP,
    &opposite_change::OPPOSITE_CHANGE,
    &copied_text::COPIED_TEXT,
    &doer_counted::DOER_COUNTED,
    &summed_parts::SUMMED_PARTS,
    &part_of_whole::PART_OF_WHOLE,
    &same_value::SAME_VALUE,
    &converted_unit::CONVERTED_UNIT,
    &same_date::SAME_DATE,
    &finer_object::FINER_OBJECT,
    &vague_value::VAGUE_VALUE,
    &finer_date::FINER_DATE,
    &ambiguous_unit::AMBIGUOUS_UNIT,
    &rounded_value::ROUNDED_VALUE,
    &running_figure::RUNNING_FIGURE,
    &overlapping_bounds::OVERLAPPING_BOUNDS,
    &overlapping_date::OVERLAPPING_DATE,
    &length_to_date::LENGTH_TO_DATE,
    &unit_swap::UNIT_SWAP,
    &digit_slip::DIGIT_SLIP,
    &swapped_digits::SWAPPED_DIGITS,
    &bound_mismatch::BOUND_MISMATCH,
    &speaker_against_itself::SPEAKER_AGAINST_ITSELF,
    &value_mismatch::VALUE_MISMATCH,
    &moved_date::MOVED_DATE,
    &date_mismatch::DATE_MISMATCH,
    &part_above_whole::PART_ABOVE_WHOLE,
    &stated_part::STATED_PART,
    &parts_against_total::PARTS_AGAINST_TOTAL,
    &percent_of_count::PERCENT_OF_COUNT,
    &stated_conversion::STATED_CONVERSION,
    &duration_against_dates::DURATION_AGAINST_DATES,
    &age_against_birth::AGE_AGAINST_BIRTH,
    &stated_zones::STATED_ZONES,
    &weekday_against_date::WEEKDAY_AGAINST_DATE,
    &opposed_figures::OPPOSED_FIGURES,
    &withdrawn_figure::WITHDRAWN_FIGURE,
    &reclassified::RECLASSIFIED,
];

/// Whether a rule may tie a part of a group to the whole.
pub(crate) fn is_of_parts(id: &str) -> bool {
    matches!(id, "part-of-whole" | "summed-parts" | "copied-text" | "disjoint-object")
}

/// Whether a rule may set two currencies, or a length of time and a date, against each other.
pub(crate) fn is_of_units(id: &str) -> bool {
    id == unit_swap::UNIT_SWAP.id || id == length_to_date::LENGTH_TO_DATE.id
}

/// The rule of that name.
pub fn named(id: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn every_rule_has_a_name_of_its_own_and_a_full_page() {
        let mut names: Vec<_> = ALL.iter().map(|rule| rule.id).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ALL.len());
        for rule in ALL {
            assert!(rule.id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", rule.id);
            let page = rule.page();
            for heading in ["## Why it matters", "## When it stays silent", "## Example"] {
                assert!(page.contains(heading), "{} lacks {heading}", rule.id);
            }
        }
    }
}
