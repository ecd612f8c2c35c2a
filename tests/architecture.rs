//! The arrows between the crates point one way.

use std::collections::BTreeSet;
use std::process::Command;

/// Each crate with the crates of ours it may depend on; `xtask` may use all.
const ARROWS: [(&str, &[&str]); 10] = [
    ("crosscheck-model", &[]),
    ("crosscheck-lexicon", &[]),
    ("crosscheck-parser", &["model", "lexicon"]),
    ("crosscheck-normalizer", &["model", "lexicon"]),
    ("crosscheck-reconciler", &["model", "lexicon"]),
    ("crosscheck-report", &["model"]),
    ("crosscheck-ingest", &["model"]),
    ("crosscheck-engine", &["model", "lexicon", "parser", "normalizer", "reconciler", "report", "ingest"]),
    ("crosscheck-casetest", &["model", "engine"]),
    ("crosscheck", &["engine", "casetest"]),
];

#[test]
fn arrows_point_one_way() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline", "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("metadata is JSON");
    let packages = metadata["packages"].as_array().expect("there are packages");
    let mut seen = BTreeSet::new();
    for package in packages {
        let name = package["name"].as_str().expect("a package has a name");
        seen.insert(name);
        if name == "crosscheck-xtask" {
            continue;
        }
        let Some((_, allowed)) = ARROWS.iter().find(|(crate_name, _)| *crate_name == name) else {
            panic!("{name} is new: say in this test what it may depend on");
        };
        for dependency in package["dependencies"].as_array().expect("a list") {
            let of = dependency["name"].as_str().expect("a name");
            // What only tests use makes no arrow.
            if dependency["kind"] == "dev" || !of.starts_with("crosscheck") {
                continue;
            }
            let of = of.trim_start_matches("crosscheck-");
            assert!(allowed.contains(&of), "{name} must not depend on {of}");
        }
    }
    for (name, _) in ARROWS {
        assert!(seen.contains(name), "{name} is gone: take it out of this test");
    }
}

#[test]
fn errors_of_any_kind_stay_at_the_edge() {
    for name in ["model", "lexicon", "parser", "normalizer", "reconciler", "report", "engine"] {
        let path = format!("{}/crates/{name}/Cargo.toml", env!("CARGO_MANIFEST_DIR"));
        let manifest = std::fs::read_to_string(&path).expect("every crate has a manifest");
        assert!(!manifest.contains("anyhow"), "{name} is a library: it has its own error type, not anyhow");
    }
}
