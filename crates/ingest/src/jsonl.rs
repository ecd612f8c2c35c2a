//! JSON Lines: one document a line.

use std::io::{BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;
use serde_json::{Map, Value};

use crate::fields::Fields;
use crate::reading::{Reading, explain};
use crate::text;

/// How many times its size a compressed file may unfold to; text does some ten, and deflate ends near a thousand.
const UNFOLDS: u64 = 200;
/// What a compressed file may unfold to however small it is.
const UNFOLDS_TO: u64 = 64 << 20;

/// Whether a text without a name is JSON Lines.
pub(crate) fn looks_like_lines(text: &str) -> bool {
    let first = text.trim_start_matches('\u{FEFF}').lines().find(|line| !line.trim().is_empty());
    first.is_some_and(|line| {
        serde_json::from_str::<Map<String, Value>>(line).is_ok_and(|object| object.contains_key("text"))
    })
}

/// Reads a compressed file of `len` bytes.
pub(crate) fn read_compressed(
    reading: &mut Reading<'_>,
    name: &str,
    file: impl BufRead,
    len: u64,
    fields: Fields,
) {
    let budget = len.saturating_mul(UNFOLDS).saturating_add(UNFOLDS_TO);
    read(reading, name, BufReader::new(MultiGzDecoder::new(file)), Some(budget), fields);
}

/// Reads documents line by line, `budget` bytes at most where one is given; `fields` is what is known of all of them.
pub(crate) fn read(
    reading: &mut Reading<'_>,
    name: &str,
    mut source: impl BufRead,
    budget: Option<u64>,
    fields: Fields,
) {
    let mut left = budget;
    let mut line = Vec::new();
    let mut number = 0;
    let mut documents = false;
    loop {
        line.clear();
        number += 1;
        let place = format!("{name}:{number}");
        let allowed = left.unwrap_or(text::LARGEST).min(text::LARGEST);
        let read = match Read::by_ref(&mut source).take(allowed + 1).read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(read) => read as u64,
            // A stream that breaks off gives nothing more.
            Err(error) => {
                return reading.leave_out(place, format!("{}; nothing after it was read", explain(&error)));
            }
        };
        if read > allowed {
            let reason = match budget {
                Some(budget) => format!("unfolds to more than {budget} bytes; nothing after it was read"),
                None => format!("is a line of more than {allowed} bytes; nothing after it was read"),
            };
            return reading.leave_out(place, reason);
        }
        left = left.map(|left| left - read);
        if number == 1 && line.starts_with("\u{FEFF}".as_bytes()) {
            line.drain(..3);
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        documents = true;
        document(reading, &place, &line, &fields);
    }
    if !documents {
        reading.leave_out(name, "holds no line with a document; remove it or give it documents");
    }
}

/// Reads one line.
fn document(reading: &mut Reading<'_>, place: &str, line: &[u8], outer: &Fields) {
    if let Err(error) = std::str::from_utf8(line) {
        let reason =
            format!("is not UTF-8: byte {} of the line; save the file as UTF-8", error.valid_up_to());
        return reading.leave_out(place, reason);
    }
    let object = match serde_json::from_slice(line) {
        Ok(Value::Object(object)) => object,
        Ok(other) => {
            let reason = format!("is {}, not an object {{\"id\", \"text\"}}", kind(&other));
            return reading.leave_out(place, reason);
        }
        Err(error) => {
            let reason = format!("is no JSON: {}; write one object a line", without_line(&error));
            return reading.leave_out(place, reason);
        }
    };
    let mut fields = Fields::default();
    let mut id = None;
    let mut text = None;
    for (key, value) in object {
        let known = key == "id" || key == "text" || Fields::NAMES.contains(&key.as_str());
        let word = match value {
            // Other fields are the business of whoever wrote them.
            _ if !known => continue,
            Value::Null => continue,
            Value::String(word) => word,
            Value::Number(number) if key == "id" => number.to_string(),
            other => {
                let reason = format!("`{key}` is {}, not a string", kind(&other));
                reading.leave_out(place, reason);
                if key == "text" {
                    return;
                }
                continue;
            }
        };
        match key.as_str() {
            "id" => id = Some(word),
            "text" => text = Some(word),
            _ => {
                if let Err(reason) = fields.set(&key, &word) {
                    reading.leave_out(place, reason);
                }
            }
        }
    }
    let Some(text) = text else {
        return reading.leave_out(place, "has no `text`; write {\"id\": \"…\", \"text\": \"…\"}");
    };
    // A stated empty text is a document without claims; an empty file is more likely a mistake, and is left out.
    let text = if text.is_empty() { Ok(text) } else { text::decode(text.into_bytes()) };
    match text {
        Ok(text) => {
            let path = id.filter(|id| !id.is_empty()).unwrap_or_else(|| place.to_owned());
            reading.take(place, fields.or(outer.clone()).input(path, text));
        }
        Err(problem) => reading.leave_out(place, format!("`text` {problem}")),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

/// The message without serde's own line, which is always 1 here.
fn without_line(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rsplit_once(" at line ") {
        Some((what, _)) => format!("{what} at column {}", error.column()),
        None => message,
    }
}
