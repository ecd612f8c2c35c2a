//! The JSON Schemas under `docs/`, generated from the types.

use std::path::{Path, PathBuf};

use anyhow::Result;
use crosscheck_model::Report;
use crosscheck_report::json::MentionLine;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

/// Every schema file with its text.
fn files() -> Result<Vec<(PathBuf, String)>> {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    [
        (
            "report.schema.json",
            schema::<Report>("crosscheck.report/1, what `crosscheck report --format json` prints"),
        ),
        ("mentions.schema.json", schema::<MentionLine<'static>>("One line of `crosscheck mentions`")),
    ]
    .into_iter()
    .map(|(name, schema)| Ok((docs.join(name), serde_json::to_string_pretty(&schema)? + "\n")))
    .collect()
}

/// The schema of what is written, where a field that is always there is required.
fn schema<T: JsonSchema>(title: &str) -> Schema {
    let mut schema =
        SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    schema
}

/// Writes the files anew.
pub(crate) fn write() -> Result<()> {
    for (path, text) in files()? {
        std::fs::write(path, text)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_committed_schemas_are_those_of_the_types() {
        for (path, text) in super::files().expect("a schema is JSON") {
            let name = path.file_name().expect("a file").to_string_lossy().into_owned();
            let committed = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(
                committed == text,
                "docs/{name} is not that of the types: run `cargo xtask schema` and read the change"
            );
        }
    }
}
