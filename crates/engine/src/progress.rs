//! How far the work is, for whoever watches.

/// A part of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Documents become claims; the total counts bytes.
    Reading,
    /// Claims become links; nothing is counted.
    Comparing,
}

/// Told of progress from any thread. It sees only counts, so that nothing of it can reach a report.
pub trait Progress: Sync {
    /// A stage begins: so many documents (or claims), and so much to do in all.
    fn begin(&self, stage: Stage, items: usize, total: u64);
    /// One more item of the stage is done.
    fn advance(&self, by: u64);
}

/// Nobody watches.
impl Progress for () {
    fn begin(&self, _: Stage, _: usize, _: u64) {}
    fn advance(&self, _: u64) {}
}
