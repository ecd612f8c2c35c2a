//! Page layouts of many sorts, each line with its kind in front: see `layouts/`.
//!
//! `T` title, `B` body, `H` heading, `C` caption, `D` dateline, `M` metadata, `E` embed, `F` furniture; `A` anything that
//! belongs to the article, `N` anything that does not.

use crosscheck_model::BlockKind;
use crosscheck_parser::structure::layout;

fn letter(kind: BlockKind) -> char {
    match kind {
        BlockKind::Title => 'T',
        BlockKind::Body => 'B',
        BlockKind::Heading => 'H',
        BlockKind::Caption => 'C',
        BlockKind::Dateline => 'D',
        BlockKind::Metadata => 'M',
        BlockKind::Embed => 'E',
        BlockKind::Furniture => 'F',
    }
}

/// The page without its letters, and the expected letter of each line that is not blank, with its offset.
fn page(marked: &str) -> (String, Vec<(usize, char)>) {
    let mut text = String::new();
    let mut expected = Vec::new();
    for line in marked.lines() {
        if let Some((letter, line)) = line.split_once('|') {
            let indent = line.len() - line.trim_start().len();
            expected.push((text.len() + indent, letter.chars().next().unwrap_or('?')));
            text += line;
        }
        text += "\n";
    }
    (text, expected)
}

fn slips(name: &str, marked: &str) -> Vec<String> {
    let (text, expected) = page(marked);
    let found = layout(&text, &text.to_ascii_lowercase());
    let mut slips = Vec::new();
    for (at, wanted) in expected {
        let kind = found
            .blocks
            .iter()
            .find(|block| (block.span.start as usize..block.span.end as usize).contains(&at))
            .map(|block| block.kind)
            .expect("blocks cover the text");
        let fits = match wanted {
            'A' => kind.is_article(),
            'N' => !kind.is_article(),
            letter_wanted => letter(kind) == letter_wanted,
        };
        if !fits {
            let line: String = text[at..].lines().next().unwrap_or("").chars().take(70).collect();
            slips.push(format!("{name}: {} for {wanted}: {line}", letter(kind)));
        }
    }
    slips
}

#[test]
fn layouts_are_told_apart() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/layouts");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of layouts")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    assert!(paths.len() >= 20, "layouts are missing");
    let mut all = Vec::new();
    for path in paths {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        all.extend(slips(&name, &std::fs::read_to_string(&path).expect("a layout")));
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}
