//! `docs/rules.md` from the rules' own documentation, and the two files of a new rule.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use crosscheck_reconciler::rule::{Check, Rule};
use crosscheck_reconciler::rules::ALL;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The whole page.
fn page() -> String {
    let mut page = String::from(
        "# Rules\n\nGenerated from `crates/reconciler/src/rules/*.rs` by `cargo xtask rules-md`; do not edit.\n\n\
         For two claims of two documents the rules are asked in this order, and the first that fires decides.\n\
         Rules about one document all run. The cases of a rule are in `crates/reconciler/cases/`.\n\n\
         | rule | relation | looks at | reports |\n|---|---|---|---|\n",
    );
    for rule in ALL {
        // Writing to a string cannot fail.
        let _ = writeln!(
            page,
            "| [{0}](#{0}) | {1} | {2} | {3} |",
            rule.id,
            relation(rule),
            scope(rule),
            rule.summary()
        );
    }
    for rule in ALL {
        let body = rule.page().replace("\n## ", "\n### ");
        let _ = write!(page, "\n## {}\n\n{}\n", rule.id, body);
    }
    page
}

fn relation(rule: &Rule) -> String {
    serde_json::to_value(rule.relation)
        .ok()
        .and_then(|name| name.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn scope(rule: &Rule) -> &'static str {
    match rule.check {
        Check::Pair(_) => "two documents",
        Check::Document(_) => "one document",
        Check::Cluster => "a cluster",
    }
}

/// Writes `docs/rules.md`.
pub(crate) fn write() -> Result<()> {
    std::fs::write(root().join("docs/rules.md"), page())?;
    Ok(())
}

/// Makes the file and the case page of a rule, and registers it last.
pub(crate) fn new(id: &str) -> Result<()> {
    make(&root().join("crates/reconciler"), id)
}

fn make(folder: &Path, id: &str) -> Result<()> {
    ensure!(
        !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'),
        "a rule is named in lower case with hyphens, as `disjoint-object`; not {id:?}"
    );
    ensure!(crosscheck_reconciler::rules::named(id).is_none(), "there is a rule {id:?} already");
    let (module, constant) = (id.replace('-', "_"), id.replace('-', "_").to_uppercase());
    let code = format!(
        "//! The rule `{id}`.\n\nuse crate::context::Context;\nuse crate::rule::{{Check, Pair, Verdict}};\n\n\
         crate::declare_rule! {{\n    /// Reports or links what, in one sentence.\n    ///\n    /// ## Why it matters\n    /// A sentence.\n    ///\n    \
         /// ## When it stays silent\n    /// A sentence.\n    ///\n    /// ## Example\n    /// \"one text\" against \"another\".\n    \
         pub static {constant} = {{ id: \"{id}\", relation: Compatible, check: Check::Pair(check) }}\n}}\n\n\
         fn check(_: &Context<'_>, _: &Pair<'_>) -> Option<Verdict> {{\n    None\n}}\n"
    );
    let case = format!(
        "# {id}\n\n## It fires\n\n```text doc=a.txt date=2024-03-01 source=One\n```\n```text doc=b.txt date=2024-03-01 source=Two\n```\n```links\n```\n\n\
         ## It stays silent\n\n```text doc=a.txt date=2024-03-01 source=One\n```\n```text doc=b.txt date=2024-03-01 source=Two\n```\n```links\n```\n"
    );
    std::fs::write(folder.join("src/rules").join(format!("{module}.rs")), code)?;
    std::fs::write(folder.join("cases").join(format!("{id}.md")), case)?;
    let registry = folder.join("src/rules/mod.rs");
    let text = std::fs::read_to_string(&registry)?;
    let text = text.replacen("pub mod ", &format!("pub mod {module};\npub mod "), 1).replacen(
        "\n];\n",
        &format!("\n    &{module}::{constant},\n];\n"),
        1,
    );
    std::fs::write(registry, text)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_new_rule_has_both_files_and_its_place() {
        let folder = std::env::temp_dir().join(format!("crosscheck-new-rule-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        for part in ["src/rules", "cases"] {
            std::fs::create_dir_all(folder.join(part)).expect("a folder under the temporary one");
        }
        let registry = folder.join("src/rules/mod.rs");
        std::fs::copy(super::root().join("crates/reconciler/src/rules/mod.rs"), &registry)
            .expect("the registry is there");
        super::make(&folder, "tide-mark").expect("a good name");
        let read = |path: &str| std::fs::read_to_string(folder.join(path)).expect("the file was made");
        assert!(read("src/rules/tide_mark.rs").contains("pub static TIDE_MARK"));
        assert!(read("cases/tide-mark.md").contains("## It stays silent"));
        let registry = read("src/rules/mod.rs");
        assert!(
            registry.contains("pub mod tide_mark;") && registry.contains("    &tide_mark::TIDE_MARK,\n];")
        );
        assert!(super::make(&folder, "Tide_Mark").is_err() && super::make(&folder, "same-value").is_err());
        let _ = std::fs::remove_dir_all(&folder);
    }

    #[test]
    fn the_committed_page_is_that_of_the_rules() {
        let committed = std::fs::read_to_string(super::root().join("docs/rules.md")).unwrap_or_default();
        assert!(
            committed == super::page(),
            "docs/rules.md is not that of the rules: run `cargo xtask rules-md`"
        );
    }
}
