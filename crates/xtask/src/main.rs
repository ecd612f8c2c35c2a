//! Development tasks of the workspace.

mod lexicon;
mod licences;
mod rules;
mod schema;

use anyhow::{Result, bail};

const USAGE: &str = "usage: cargo xtask lexicon --dict DIR | schema | rules-md | new-rule NAME | licences

  lexicon   write crates/lexicon/data/wordnet.bin from the WordNet 3.0 dict files in DIR
            (Debian: apt-get install wordnet-base, then DIR is /usr/share/wordnet)
  schema    write docs/report.schema.json and docs/mentions.schema.json from the types
  rules-md  write docs/rules.md from the documentation of the rules
  new-rule  make the source file and the case page of a rule, and register it
  licences  check the licences of all crates against deny.toml";

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["lexicon", "--dict", dir] => lexicon::run(dir.as_ref()),
        ["licences"] => licences::check(),
        ["schema"] => schema::write(),
        ["rules-md"] => rules::write(),
        ["new-rule", name] => rules::new(name),
        _ => bail!("{USAGE}"),
    }
}
