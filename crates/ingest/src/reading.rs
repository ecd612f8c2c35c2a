//! One run over the paths given: what was read, what was not, and what was met before.

use std::collections::{HashMap, HashSet};
use std::fmt::Display;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use crosscheck_model::report::{InputFile, LeftOut};

use crate::digest::Digesting;
use crate::fields::Fields;
use crate::manifest::Manifest;
use crate::{Input, Inputs, jsonl, text, walk};

/// The state of a run.
pub(crate) struct Reading<'a> {
    stdin: &'a mut dyn Read,
    stdin_read: bool,
    inputs: Inputs,
    /// Where each document's path or id was first met.
    ids: HashMap<String, String>,
    /// Files by their true place, with the name they were first given.
    files: HashMap<PathBuf, String>,
    /// Manifests that are named among the files already.
    manifests: HashSet<String>,
}

/// The formats a file name tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// One document.
    Text,
    /// One document a line.
    Lines,
    /// The same, compressed.
    CompressedLines,
    /// What describes the files beside it.
    Manifest,
    /// Known to be something else.
    Foreign(&'static str),
    /// A name that says nothing.
    Unknown,
}

impl Format {
    /// Tells the format by the name alone.
    pub(crate) fn of(path: &Path) -> Self {
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        match extension {
            _ if name == Manifest::NAME => Self::Manifest,
            "txt" | "md" | "text" | "markdown" => Self::Text,
            "jsonl" | "ndjson" => Self::Lines,
            "gz" if name.ends_with(".jsonl.gz") || name.ends_with(".ndjson.gz") => Self::CompressedLines,
            "htm" | "html" | "xhtml" | "mhtml" => Self::Foreign("a web page"),
            "pdf" => Self::Foreign("a PDF"),
            "doc" | "docx" | "odt" | "rtf" | "epub" => Self::Foreign("a word processor's document"),
            "gz" | "zip" | "xz" | "zst" | "bz2" | "7z" | "tar" => Self::Foreign("an archive"),
            "png" | "jpg" | "jpeg" | "gif" | "webp" | "mp3" | "mp4" => {
                Self::Foreign("a picture or recording")
            }
            "json" => Self::Foreign("JSON, but not one document a line"),
            _ => Self::Unknown,
        }
    }
}

impl<'a> Reading<'a> {
    pub(crate) fn new(stdin: &'a mut dyn Read) -> Self {
        Self {
            stdin,
            stdin_read: false,
            inputs: Inputs::default(),
            ids: HashMap::new(),
            files: HashMap::new(),
            manifests: HashSet::new(),
        }
    }

    pub(crate) fn finish(self) -> Inputs {
        self.inputs
    }

    /// Notes a problem; `reason` says what is wrong and what to do.
    pub(crate) fn leave_out(&mut self, path: impl Display, reason: impl Into<String>) {
        self.inputs.left_out.push(LeftOut { path: path.to_string(), reason: reason.into() });
    }

    /// Names a manifest among the files read, once.
    fn note_manifest(&mut self, manifest: &mut Manifest) {
        if let Some(file) = manifest.file.take()
            && self.manifests.insert(file.path.clone())
        {
            self.inputs.files.push(file);
        }
    }

    /// Names a file among those read, when all of it was.
    fn note_file(&mut self, file: Option<InputFile>) {
        self.inputs.files.extend(file);
    }

    /// Takes a document in, unless one of its name is there; `place` is where it stands.
    pub(crate) fn take(&mut self, place: &str, input: Input) {
        if let Some(first) = self.ids.get(&input.path) {
            let reason = format!(
                "a second document named {:?}, first met at {first}; give each its own id or path",
                input.path
            );
            self.leave_out(place, reason);
            return;
        }
        self.ids.insert(input.path.clone(), place.to_owned());
        self.inputs.documents.push(input);
    }

    /// Reads one path as the user gave it.
    pub(crate) fn path(&mut self, path: &Path) {
        if path.as_os_str() == "-" {
            return self.stdin();
        }
        match path.metadata() {
            Err(error) => self.leave_out(path.display(), explain(&error)),
            Ok(metadata) if metadata.is_dir() => self.folder(path),
            Ok(_) => match Format::of(path) {
                Format::Manifest => {
                    self.leave_out(
                        path.display(),
                        "describes documents and is none; give its folder instead",
                    );
                }
                Format::Foreign(what) => {
                    self.leave_out(
                        path.display(),
                        format!("is {what}; save its text as .txt, .md or .jsonl"),
                    );
                }
                format => {
                    let fields = self.described_beside(path);
                    self.file(path, format, fields);
                }
            },
        }
    }

    /// What the manifest in a file's own folder says of it.
    fn described_beside(&mut self, path: &Path) -> Fields {
        let folder = path.parent().unwrap_or(Path::new(""));
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return Fields::default() };
        // What is wrong in it with other files is no business of this one.
        let (mut manifest, _) = Manifest::beside(folder);
        self.note_manifest(&mut manifest);
        manifest.take(name).unwrap_or_default()
    }

    fn folder(&mut self, folder: &Path) {
        let walk = walk::walk(folder);
        for (path, reason) in walk.problems {
            self.leave_out(path.display(), reason);
        }
        if walk.files.is_empty() && walk.manifests.is_empty() {
            let other = match walk.other {
                0 => String::new(),
                1 => " (but one file of another kind)".to_owned(),
                n => format!(" (but {n} files of other kinds)"),
            };
            self.leave_out(
                folder.display(),
                format!("holds no .txt, .md, .jsonl or .jsonl.gz file{other}; give a folder with documents"),
            );
            return;
        }
        let mut manifests: Vec<(&Path, Manifest)> = Vec::new();
        for folder in &walk.manifests {
            let (mut manifest, problems) = Manifest::beside(folder);
            self.note_manifest(&mut manifest);
            for (place, reason) in problems {
                self.leave_out(place, reason);
            }
            manifests.push((folder, manifest));
        }
        for (path, format) in &walk.files {
            let mut fields = Fields::default();
            // The manifest nearest to the file speaks first.
            for (folder, manifest) in manifests.iter_mut().rev() {
                let entry =
                    path.strip_prefix(folder).ok().and_then(|inner| manifest.take(&inner.to_string_lossy()));
                if let Some(entry) = entry {
                    fields = fields.or(entry);
                }
            }
            self.file(path, *format, fields);
        }
        for (_, manifest) in manifests {
            for (place, reason) in manifest.unmatched() {
                self.leave_out(place, reason);
            }
        }
    }

    fn file(&mut self, path: &Path, format: Format, fields: Fields) {
        let name = path.display().to_string();
        if let Ok(place) = path.canonicalize() {
            if let Some(first) = self.files.get(&place) {
                let reason = format!("is the same file as {first}, which was read; give each file once");
                return self.leave_out(&name, reason);
            }
            self.files.insert(place, name.clone());
        }
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) => return self.leave_out(&name, explain(&error)),
        };
        let metadata = file.metadata();
        let len = metadata.as_ref().map_or(0, std::fs::Metadata::len);
        let mut source = Digesting::new(file);
        match format {
            Format::Lines => jsonl::read(self, &name, BufReader::new(&mut source), None, fields),
            Format::CompressedLines => {
                jsonl::read_compressed(self, &name, BufReader::new(&mut source), len, fields);
            }
            _ => match text::read(&mut source, len) {
                Ok(text) => self.take(&name, fields.input(name.clone(), text)),
                Err(problem) => self.leave_out(problem.place(&name), problem.reason),
            },
        }
        // A pipe or device may have no end.
        if metadata.is_ok_and(|metadata| metadata.is_file()) && source.drain().is_err() {
            return;
        }
        self.note_file(source.finish(&name));
    }

    fn stdin(&mut self) {
        if std::mem::replace(&mut self.stdin_read, true) {
            return self.leave_out("-", "standard input was read already; give `-` once");
        }
        let mut source = Digesting::new(Read::by_ref(&mut self.stdin));
        let text = text::read(&mut source, 0);
        let file = source.finish("-");
        self.note_file(file);
        match text {
            Ok(text) if jsonl::looks_like_lines(&text) => {
                jsonl::read(self, "-", text.as_bytes(), None, Fields::default());
            }
            Ok(text) => self.take("-", Input::new("-", text)),
            Err(problem) => self.leave_out(problem.place("-"), problem.reason),
        }
    }
}

/// What an error of the operating system means to the user.
pub(crate) fn explain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "does not exist; check the path".to_owned(),
        io::ErrorKind::PermissionDenied => "may not be read; change its permissions".to_owned(),
        _ => format!("cannot be read: {error}"),
    }
}
