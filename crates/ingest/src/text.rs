//! Bytes to text, with the place of the first byte that is none.

use std::fmt;
use std::io::Read;

use crate::reading::explain;

/// Largest document, in bytes: offsets are 32 bits wide.
pub(crate) const LARGEST: u64 = u32::MAX as u64;

/// Why bytes are no document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The line, where one is known.
    pub line: Option<usize>,
    /// What is wrong, and what to do.
    pub reason: String,
}

impl Problem {
    fn whole(reason: impl Into<String>) -> Self {
        Self { line: None, reason: reason.into() }
    }

    /// The path with the line.
    pub(crate) fn place(&self, path: &str) -> String {
        self.line.map_or_else(|| path.to_owned(), |line| format!("{path}:{line}"))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

/// Reads a whole document; `expected` is its length where the file system tells one.
pub(crate) fn read(source: impl Read, expected: u64) -> Result<String, Problem> {
    let too_large =
        || Problem::whole(format!("is larger than {LARGEST} bytes; split it into documents of its own"));
    if expected > LARGEST {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
    match source.take(LARGEST + 1).read_to_end(&mut bytes) {
        Err(error) => return Err(Problem::whole(explain(&error))),
        Ok(read) if read as u64 > LARGEST => return Err(too_large()),
        Ok(_) => {}
    }
    decode(bytes)
}

/// Checks that bytes are UTF-8 text with something in it.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<String, Problem> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Problem::whole("is UTF-16; save it as UTF-8"));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let line = 1 + bytes[..at].iter().filter(|&&byte| byte == b'\n').count();
        let byte = bytes.get(at).copied().unwrap_or_default();
        Problem {
            line: Some(line),
            reason: format!("is not UTF-8: byte {at} (0x{byte:02X}, line {line}); save it as UTF-8"),
        }
    })?;
    if text.is_empty() {
        return Err(Problem::whole("is empty; remove it or give it its text"));
    }
    if text.chars().all(|c| c.is_whitespace() || c == '\u{FEFF}') {
        return Err(Problem::whole("holds nothing but white space; remove it or give it its text"));
    }
    Ok(text)
}
