//! `cargo xtask lexicon`: WordNet's dict files to the embedded word table.
//!
//! The steps, one file each: read the dict files, choose and number the noun synsets, collect the keys,
//! find the perfect hash, write the bytes.

mod dict;
mod encode;
mod hash;
mod keys;
mod synsets;

use std::path::Path;

use anyhow::{Context, Result, ensure};

/// What the header names as the data's origin.
const SOURCE: &str = "wordnet-base 1:3.0-37";

/// Where the table is committed.
const TARGET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../lexicon/data/wordnet.bin");

/// Reads the dict files in `dir` and rewrites the committed table.
pub(crate) fn run(dir: &Path) -> Result<()> {
    let bytes = build(dir)?;
    std::fs::write(TARGET, &bytes).with_context(|| format!("writing {TARGET}"))?;
    say(&format!("{TARGET}: {} bytes", bytes.len()));
    Ok(())
}

/// The table's bytes.
fn build(dir: &Path) -> Result<Vec<u8>> {
    let dict = dict::Dict::read(dir)?;
    let synsets = synsets::choose(&dict)?;
    let keys = keys::collect(&dict, &synsets)?;
    let names: Vec<&str> = keys.iter().map(|key| key.text.as_str()).collect();
    let hash = hash::PerfectHash::of(&names)?;
    let bytes = encode::encode(&synsets, &keys, &hash, SOURCE)?;
    ensure!(bytes.len() < 4 << 20, "the table is {} bytes; it is meant to stay small", bytes.len());
    Ok(bytes)
}

/// A development task reports on its standard output.
#[expect(clippy::print_stdout, reason = "a development task talks to the person who ran it")]
fn say(line: &str) {
    println!("{line}");
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    /// The committed table is what the generator writes today, wherever the source data is installed.
    #[test]
    fn committed_table_is_current() {
        let dir = Path::new("/usr/share/wordnet");
        if !dir.join("data.noun").exists() {
            // The source package is a need of whoever regenerates, not of whoever builds.
            return;
        }
        let built = super::build(dir).expect("the installed dict files are readable");
        let committed = std::fs::read(super::TARGET).expect("the table is committed");
        assert!(
            built == committed,
            "crates/lexicon/data/wordnet.bin differs: run `cargo xtask lexicon --dict {}`",
            dir.display()
        );
    }
}
