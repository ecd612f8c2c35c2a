//! SHA-256 of a file while it is read, so that no file is read twice.

use std::io::{self, Read};

use crosscheck_model::report::InputFile;
use sha2::{Digest as _, Sha256};

/// Takes the hash of all that passes through.
pub(crate) struct Digesting<R> {
    source: R,
    hash: Sha256,
    bytes: u64,
    ended: bool,
}

impl<R: Read> Digesting<R> {
    pub(crate) fn new(source: R) -> Self {
        Self { source, hash: Sha256::new(), bytes: 0, ended: false }
    }

    /// Reads on to the end: what reads a document may stop before it.
    pub(crate) fn drain(&mut self) -> io::Result<()> {
        io::copy(self, &mut io::sink()).map(|_| ())
    }

    /// The file, when all of it was read.
    pub(crate) fn finish(self, path: &str) -> Option<InputFile> {
        self.ended.then(|| InputFile {
            path: path.to_owned(),
            sha256: format!("{:x}", self.hash.finalize()),
            bytes: self.bytes,
        })
    }
}

impl<R: Read> Read for Digesting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.ended |= read == 0 && !buffer.is_empty();
        self.hash.update(&buffer[..read]);
        self.bytes += read as u64;
        Ok(read)
    }
}

/// A file whose bytes are at hand.
///
/// ```
/// let file = crosscheck_ingest::input_file("empty", b"");
/// assert!(file.sha256.starts_with("e3b0c44298fc1c14"));
/// ```
pub fn input_file(path: &str, bytes: &[u8]) -> InputFile {
    InputFile {
        path: path.to_owned(),
        sha256: format!("{:x}", Sha256::digest(bytes)),
        bytes: bytes.len() as u64,
    }
}
