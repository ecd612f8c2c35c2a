//! From byte offsets to the lines and columns that editors show.

/// Bytes between two remembered columns: a line of megabytes costs no more than this to look into.
const STEP: usize = 1024;

/// Where the lines of one text begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    /// Offset of the first byte of each line.
    starts: Vec<usize>,
    /// Characters before byte `STEP * i`, rounded up to a character boundary.
    characters: Vec<usize>,
}

impl Lines {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1));
        let mut characters = vec![0];
        let mut count = 0;
        for (at, byte) in text.bytes().enumerate() {
            if at > 0 && at.is_multiple_of(STEP) {
                characters.push(count);
            }
            // Every byte that does not continue a character begins one.
            count += usize::from(byte & 0xc0 != 0x80);
        }
        Self { starts, characters }
    }

    /// Line and column of a byte offset, both from 1; columns count characters.
    ///
    /// ```
    /// use crosscheck_report::lines::Lines;
    /// let text = "one\nzwölf 12";
    /// assert_eq!(Lines::new(text).place(text, 11), (2, 7));
    /// ```
    pub fn place(&self, text: &str, offset: usize) -> (usize, usize) {
        let offset = offset.min(text.len());
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let column = self.before(text, offset) - self.before(text, self.starts[line - 1]);
        (line, column + 1)
    }

    /// Number of characters that begin before `offset`.
    pub(crate) fn before(&self, text: &str, offset: usize) -> usize {
        let offset = offset.min(text.len());
        let step = (offset / STEP).min(self.characters.len() - 1);
        let rest = &text.as_bytes()[step * STEP..offset];
        self.characters[step] + rest.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn columns_are_counted_the_slow_way_too() {
        let text = format!("é{}\r\n{}\n\nß6", "xö".repeat(2000), "二".repeat(900));
        let lines = Lines::new(&text);
        for (offset, _) in text.char_indices() {
            let line = text[..offset].matches('\n').count() + 1;
            let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
            assert_eq!(lines.place(&text, offset), (line, text[start..offset].chars().count() + 1));
        }
        assert_eq!(Lines::new("").place("", 9), (1, 1));
    }
}
