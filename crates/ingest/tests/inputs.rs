//! What is read, and what every bad input is told.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use crosscheck_ingest::{Inputs, read_with};
use tempfile::TempDir;

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

fn read(paths: &[&Path]) -> Inputs {
    read_with(paths, &mut std::io::empty())
}

/// Names of the documents and `place: reason` of what was left out, with the folder's own path taken away.
fn told(root: &Path, inputs: &Inputs) -> (Vec<String>, Vec<String>) {
    let prefix = format!("{}/", root.display());
    let documents = inputs.documents.iter().map(|document| document.path.replace(&prefix, "")).collect();
    let left = inputs
        .left_out
        .iter()
        .map(|left| format!("{}: {}", left.path, left.reason).replace(&prefix, ""))
        .collect();
    (documents, left)
}

/// Reads a folder of these files; `expected` are the documents and the beginnings of the complaints.
fn check(files: &[(&str, &[u8])], documents: &[&str], complaints: &[&str]) {
    let folder = folder(files);
    let (read, left) = told(folder.path(), &read(&[folder.path()]));
    assert_eq!(read, documents);
    assert_eq!(left.len(), complaints.len(), "{left:#?}");
    for (left, complaint) in left.iter().zip(complaints) {
        assert!(left.contains(complaint), "{left:?} lacks {complaint:?}");
    }
}

#[test]
fn a_folder_is_walked_by_name() {
    let files: [(&str, &[u8]); 7] = [
        ("b.txt", b"B."),
        ("a/z.md", b"Z."),
        ("c.jpg", b"\xFF"),
        (".hidden.txt", b"H."),
        (".git/x.txt", b"G."),
        ("README.md", b"R."),
        ("a.txt", b"A."),
    ];
    check(&files, &["a/z.md", "a.txt", "b.txt"], &[]);
}

#[test]
fn bad_texts_are_left_out_and_the_rest_is_read() {
    check(
        &[
            ("a.txt", b"Good."),
            ("b.txt", b""),
            ("c.txt", b" \n\t"),
            ("d.txt", b"one\ntwo \xE9 three"),
            ("e.txt", b"\xFF\xFEa\0"),
        ],
        &["a.txt"],
        &[
            "b.txt: is empty",
            "c.txt: holds nothing but white space",
            "d.txt:2: is not UTF-8: byte 8 (0xE9, line 2)",
            "e.txt: is UTF-16",
        ],
    );
}

#[test]
fn a_byte_order_mark_counts_in_offsets() {
    let folder = folder(&[("a.txt", "\u{FEFF}Six.".as_bytes())]);
    assert_eq!(read(&[folder.path()]).documents[0].text, "\u{FEFF}Six.");
}

#[test]
fn a_manifest_describes_files_and_its_own_slips() {
    let manifest = br#"
[[document]]
path = "./a.txt"
source = "Gazette"
url = "https://example.org/a"
title = "On a"
published = "2021-03-04T05:06"
language = "en"

[[document]]
path = "b.txt"
published = 2021-03-05

[[document]]
path = "c.txt"
published = "2021-02-30"
pubished = "2021-02-28"
title = 7

[[document]]
path = "a.txt"

[[document]]
path = "nowhere.txt"

[[document]]
title = "nameless"

[options]
"#;
    let files: [(&str, &[u8]); 4] =
        [("manifest.toml", manifest), ("a.txt", b"A."), ("b.txt", b"B."), ("c.txt", b"C.")];
    check(
        &files,
        &["a.txt", "b.txt", "c.txt"],
        &[
            "manifest.toml:17: unknown key `pubished`",
            "manifest.toml:16: `published` is \"2021-02-30\", a date that does not exist",
            "manifest.toml:18: `title` is of type integer",
            "manifest.toml:20: describes \"a.txt\" a second time",
            "manifest.toml:26: a [[document]] without `path`",
            "manifest.toml:29: unknown key `options`",
            "manifest.toml:23: names \"nowhere.txt\"",
        ],
    );
    let folder = folder(&files);
    let documents = read(&[folder.path()]).documents;
    assert_eq!(documents[0].source.as_deref(), Some("Gazette"));
    assert_eq!(documents[0].language.as_deref(), Some("en"));
    let dates: Vec<_> = documents.iter().map(|d| d.published.date.map(|date| date.to_string())).collect();
    assert_eq!(dates, [Some("2021-03-04T05:06".to_owned()), Some("2021-03-05".to_owned()), None]);
    // A file given by itself is the same document.
    assert_eq!(read(&[&folder.path().join("a.txt")]).documents[0], documents[0]);
}

#[test]
fn a_broken_manifest_says_where() {
    check(
        &[("manifest.toml", b"[[document]]\npath = \"a.txt\"\nsource = oops\n"), ("a.txt", b"A.")],
        &["a.txt"],
        &["manifest.toml:3: is no TOML here"],
    );
}

#[test]
fn the_nearest_manifest_speaks_first() {
    let folder = folder(&[
        ("manifest.toml", b"[[document]]\npath = \"in/a.txt\"\nsource = \"outer\"\ntitle = \"outer\"\n"),
        ("in/manifest.toml", b"[[document]]\npath = \"a.txt\"\nsource = \"inner\"\n"),
        ("in/a.txt", b"A."),
    ]);
    let inputs = read(&[folder.path()]);
    assert_eq!(inputs.left_out, []);
    assert_eq!(inputs.documents[0].source.as_deref(), Some("inner"));
    assert_eq!(inputs.documents[0].title.as_deref(), Some("outer"));
}

#[test]
fn json_lines() {
    let lines =
        br#"{"id": "one", "text": "A \u00e9.", "published": "2020-01-02", "source": null, "extra": [1]}

{"id": 2, "text": "B."}
{"text": "C."}
{"id": "one", "text": "D."}
{"id": "e", "text": 5}
{"id": "f", "text": "F.", "title": ["x"], "published": "soon"}
{"id": "g"
{"id": "h"}
[1]
{"id": "i", "text": ""}
"#;
    check(
        &[("x.jsonl", lines)],
        &["one", "2", "x.jsonl:4", "f", "i"],
        &[
            "x.jsonl:5: a second document named \"one\"",
            "x.jsonl:6: `text` is a number",
            "x.jsonl:7: `published`",
            "x.jsonl:7: `title` is an array",
            "x.jsonl:8: is no JSON",
            "x.jsonl:9: has no `text`",
            "x.jsonl:10: is an array",
        ],
    );
}

#[test]
fn compressed_json_lines() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(b"{\"id\": \"a\", \"text\": \"A.\"}\n").expect("memory");
    let packed = packed.finish().expect("memory");
    check(&[("x.jsonl.gz", &packed)], &["a"], &[]);
    check(&[("x.jsonl.gz", &packed[..packed.len() - 4])], &["a"], &["x.jsonl.gz:2: cannot be read"]);
    check(&[("x.jsonl.gz", b"no gzip")], &[], &["x.jsonl.gz:1: cannot be read"]);
    let mut bomb = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..100 {
        bomb.write_all(&[b' '; 1 << 20]).expect("memory");
    }
    check(&[("x.jsonl.gz", &bomb.finish().expect("memory"))], &[], &["x.jsonl.gz:1: unfolds to more than"]);
}

#[test]
fn paths_that_are_no_documents() {
    let folder = folder(&[
        ("empty/x.png", b"x"),
        ("a.txt", b"A."),
        ("b.pdf", b"%PDF"),
        ("manifest.toml", b""),
        ("noext", b"N."),
    ]);
    let root = folder.path();
    let paths: Vec<_> = ["missing.txt", "empty", "b.pdf", "manifest.toml", "noext", "a.txt", "./a.txt"]
        .iter()
        .map(|p| root.join(p))
        .collect();
    let paths: Vec<&Path> = paths.iter().map(|p| p.as_path()).collect();
    let (documents, left) = told(root, &read(&paths));
    assert_eq!(documents, ["noext", "a.txt"]);
    let expected = [
        "missing.txt: does not exist",
        "empty: holds no .txt, .md, .jsonl or .jsonl.gz file (but one file of another kind)",
        "b.pdf: is a PDF",
        "manifest.toml: describes documents and is none",
        "./a.txt: is the same file as a.txt",
    ];
    assert_eq!(left.len(), expected.len(), "{left:#?}");
    for (left, expected) in left.iter().zip(expected) {
        assert!(left.starts_with(expected), "{left:?} is not {expected:?}");
    }
}

#[test]
fn standard_input_is_a_text_or_json_lines() {
    let piped = |text: &str| read_with(&["-", "-"], &mut text.as_bytes());
    let inputs = piped("Six were hurt.");
    assert_eq!(inputs.documents[0].path, "-");
    assert!(inputs.left_out[0].reason.contains("read already"));
    let inputs = piped("{\"id\": \"a\", \"text\": \"A.\"}\n{\"id\": \"b\", \"text\": \"B.\"}\n");
    assert_eq!(inputs.documents.iter().map(|d| d.path.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(piped("").left_out[0].reason, "is empty; remove it or give it its text");
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_end() {
    let folder = folder(&[("a/b/x.txt", b"X.")]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("a/b/up")).expect("a link");
    std::os::unix::fs::symlink("nowhere", folder.path().join("a/dead.txt")).expect("a link");
    let (documents, left) = told(folder.path(), &read(&[folder.path()]));
    assert_eq!(documents, ["a/b/x.txt"]);
    assert!(left[0].contains("is a link back to a folder"), "{left:?}");
    assert!(left[1].contains("is a link that leads nowhere"), "{left:?}");
}
