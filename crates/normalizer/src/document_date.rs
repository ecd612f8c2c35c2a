//! When a document was published, when nobody says.

use crosscheck_model::Published;
use crosscheck_model::raw::Parsed;

/// The publication date that the text itself settles, with its basis.
pub fn document_date(_text: &str, _parsed: &Parsed) -> Published {
    Published::UNKNOWN
}
