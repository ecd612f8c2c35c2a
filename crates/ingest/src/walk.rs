//! The files of a folder, sorted by name.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::reading::{Format, explain};

/// What lies in a folder and the folders in it.
#[derive(Debug, Default)]
pub(crate) struct Walk {
    /// Documents, folder by folder, sorted by name.
    pub files: Vec<(PathBuf, Format)>,
    /// Folders that hold a manifest, outer ones first.
    pub manifests: Vec<PathBuf>,
    /// How many files are of no kind that is read.
    pub other: usize,
    /// What could not be looked into, and why.
    pub problems: Vec<(PathBuf, String)>,
}

/// Deepest nesting of folders that is followed.
const DEEPEST: usize = 64;

/// Walks a folder. Hidden files and folders are skipped, and so is the folder's README; links are followed, but not in a circle.
pub(crate) fn walk(root: &Path) -> Walk {
    let mut walk = Walk::default();
    folder(root, &mut Vec::new(), &mut walk);
    walk.manifests.sort();
    walk
}

fn folder(path: &Path, above: &mut Vec<PathBuf>, walk: &mut Walk) {
    let place = match path.canonicalize() {
        Ok(place) => place,
        Err(error) => return walk.problems.push((path.to_owned(), explain(&error))),
    };
    if above.contains(&place) {
        let reason = "is a link back to a folder that it lies in; it was not followed".to_owned();
        return walk.problems.push((path.to_owned(), reason));
    }
    if above.len() >= DEEPEST {
        let reason = format!("lies more than {DEEPEST} folders deep; give it as a path of its own");
        return walk.problems.push((path.to_owned(), reason));
    }
    let mut entries: Vec<PathBuf> = match fs::read_dir(path) {
        Ok(entries) => entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect(),
        Err(error) => return walk.problems.push((path.to_owned(), explain(&error))),
    };
    entries.retain(|entry| entry.file_name().is_some_and(|name| !is_about_the_folder(name)));
    entries.sort();
    above.push(place);
    for entry in entries {
        match entry.metadata() {
            Err(_) if entry.is_symlink() => {
                walk.problems.push((entry, "is a link that leads nowhere; remove or mend it".to_owned()));
            }
            Err(error) => walk.problems.push((entry, explain(&error))),
            Ok(metadata) if metadata.is_dir() => folder(&entry, above, walk),
            Ok(metadata) if metadata.is_file() => match Format::of(&entry) {
                Format::Manifest => walk.manifests.push(path.to_owned()),
                format @ (Format::Text | Format::Lines | Format::CompressedLines) => {
                    walk.files.push((entry, format));
                }
                Format::Foreign(_) | Format::Unknown => walk.other += 1,
            },
            // Pipes and devices are read only when named.
            Ok(_) => walk.other += 1,
        }
    }
    above.pop();
}

/// Whether a file of this name is taken from a folder.
pub(crate) fn is_document(path: &Path) -> bool {
    let about = path.file_name().is_none_or(is_about_the_folder);
    !about && matches!(Format::of(path), Format::Text | Format::Lines | Format::CompressedLines)
}

/// Hidden files, and what tells a reader about the folder.
fn is_about_the_folder(name: &OsStr) -> bool {
    let bytes = name.as_encoded_bytes();
    bytes.starts_with(b".")
        || bytes.eq_ignore_ascii_case(b"README.md")
        || bytes.eq_ignore_ascii_case(b"README.txt")
}
