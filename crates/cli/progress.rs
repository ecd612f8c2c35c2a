//! A line on standard error that says how far long work is, where a person watches.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crosscheck_engine::progress::{Progress, Stage};

/// Work that is done sooner says nothing.
const SILENT: Duration = Duration::from_millis(700);
/// Time between two looks of the line.
const EVERY: Duration = Duration::from_millis(100);

/// The line; it never shows on anything but a terminal.
pub(crate) struct Line {
    watched: bool,
    state: Mutex<State>,
}

struct State {
    began: Instant,
    drawn: Option<Instant>,
    now: Done,
}

/// How far a stage is.
#[derive(Debug, Clone, Copy)]
struct Done {
    stage: Stage,
    items: usize,
    of_items: usize,
    work: u64,
    of_work: u64,
}

impl Line {
    pub(crate) fn new() -> Self {
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        Self {
            watched: io::stderr().is_terminal() && !dumb,
            state: Mutex::new(State {
                began: Instant::now(),
                drawn: None,
                now: Done { stage: Stage::Reading, items: 0, of_items: 0, work: 0, of_work: 0 },
            }),
        }
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        // A poisoned line is one that shows nothing more.
        let Ok(mut state) = self.state.lock() else { return };
        change(&mut state);
        let now = Instant::now();
        let since = now - state.began;
        if since >= SILENT && state.drawn.is_none_or(|drawn| now - drawn >= EVERY) {
            state.drawn = Some(now);
            // Nothing is left to tell the user when standard error itself is closed.
            let _ = write!(io::stderr().lock(), "\r\u{1b}[K{}", text(state.now, since));
        }
    }
}

impl Progress for Line {
    fn begin(&self, stage: Stage, items: usize, total: u64) {
        if self.watched {
            self.change(|state| {
                state.now = Done { stage, items: 0, of_items: items, work: 0, of_work: total };
                if stage == Stage::Comparing {
                    // A stage that counts nothing is shown at once or not at all.
                    state.drawn = None;
                }
            });
        }
    }

    fn advance(&self, by: u64) {
        if self.watched {
            self.change(|state| {
                state.now.items += 1;
                state.now.work += by;
            });
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if self.state.lock().is_ok_and(|state| state.drawn.is_some()) {
            let _ = write!(io::stderr().lock(), "\r\u{1b}[K");
        }
    }
}

fn text(done: Done, since: Duration) -> String {
    match done.stage {
        Stage::Comparing => format!("crosscheck: comparing {} claims", done.of_items),
        Stage::Reading => {
            let mut line = format!("crosscheck: {} of {} documents", done.items, done.of_items);
            if done.work > 0 && done.of_work > 0 {
                let part = done.work as f64 / done.of_work as f64;
                let left = since.as_secs_f64() * (1.0 - part) / part;
                line += &format!(", {:.0} %, {} left", 100.0 * part, length(left));
            }
            line
        }
    }
}

/// Seconds as a person says them.
fn length(seconds: f64) -> String {
    let seconds = seconds.ceil() as u64;
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3600 => format!("{} min {} s", seconds / 60, seconds % 60),
        _ => format!("{} h {} min", seconds / 3600, seconds / 60 % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_time_left() {
        let done = Done { stage: Stage::Reading, items: 3, of_items: 9, work: 25, of_work: 100 };
        for (done, since, expect) in [
            (done, 10, "crosscheck: 3 of 9 documents, 25 %, 30 s left"),
            (done, 100, "crosscheck: 3 of 9 documents, 25 %, 5 min 0 s left"),
            (done, 3_000, "crosscheck: 3 of 9 documents, 25 %, 2 h 30 min left"),
            (Done { items: 0, work: 0, ..done }, 10, "crosscheck: 0 of 9 documents"),
            (Done { stage: Stage::Comparing, of_items: 70, ..done }, 10, "crosscheck: comparing 70 claims"),
        ] {
            assert_eq!(text(done, Duration::from_secs(since)), expect);
        }
    }
}
