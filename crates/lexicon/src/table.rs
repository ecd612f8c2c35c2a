//! Reads the committed tab-separated tables.
//!
//! Every table of this crate is a text file that a person can review: one fact per line, columns
//! separated by single tabs, the last column saying why the line is there.
//! Lines that start with `#` and blank lines are comments.
//! Reading borrows from the embedded text and allocates nothing, so a table costs its lines and no more.

/// One line of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line's number in its file, from 1, for messages about the table itself.
    pub line: usize,
    text: &'static str,
}

impl Row {
    /// The cell of column `index`, from 0, trimmed; empty when the row is shorter.
    ///
    /// ```
    /// let row = crosscheck_lexicon::table::rows("tonne\tt\tmetric").next().expect("one row");
    /// assert_eq!(row.cell(1), "t");
    /// assert_eq!(row.cell(9), "");
    /// ```
    pub fn cell(&self, index: usize) -> &'static str {
        self.text.split('\t').nth(index).map_or("", str::trim)
    }

    /// All cells in order, trimmed.
    ///
    /// ```
    /// let row = crosscheck_lexicon::table::rows("a\t b \tc").next().expect("one row");
    /// assert_eq!(row.cells().collect::<Vec<_>>(), ["a", "b", "c"]);
    /// ```
    pub fn cells(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.text.split('\t').map(str::trim)
    }

    /// The words of a cell that lists several, separated by `|`.
    ///
    /// ```
    /// let row = crosscheck_lexicon::table::rows("same\tdrone | uav\treason").next().expect("one row");
    /// assert_eq!(row.list(1).collect::<Vec<_>>(), ["drone", "uav"]);
    /// ```
    pub fn list(&self, index: usize) -> impl Iterator<Item = &'static str> + use<> {
        self.cell(index).split('|').map(str::trim).filter(|word| !word.is_empty())
    }

    /// The last cell: why the row is there.
    ///
    /// ```
    /// let row = crosscheck_lexicon::table::rows("a\tb\tbecause").next().expect("one row");
    /// assert_eq!(row.reason(), "because");
    /// ```
    pub fn reason(&self) -> &'static str {
        self.text.rsplit('\t').next().map_or("", str::trim)
    }

    /// How many cells the row has, so that a table's test can insist on a shape.
    ///
    /// ```
    /// let row = crosscheck_lexicon::table::rows("a\tb\tc").next().expect("one row");
    /// assert_eq!(row.width(), 3);
    /// ```
    pub fn width(&self) -> usize {
        self.text.split('\t').count()
    }
}

/// The rows of a table, comments and blank lines left out.
///
/// ```
/// use crosscheck_lexicon::table::rows;
///
/// let text = "# word\tmeaning\treason\nabout\tapprox\tcommon hedge\n";
/// let row = rows(text).next().expect("one row");
/// assert_eq!((row.line, row.cell(0), row.reason()), (2, "about", "common hedge"));
/// assert_eq!(rows(text).count(), 1);
/// ```
pub fn rows(text: &'static str) -> impl Iterator<Item = Row> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|(index, text)| Row { line: index + 1, text })
}
