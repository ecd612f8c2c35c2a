//! Cost grows with the input, not faster; starting is quick; memory is bounded.
//!
//! Times are of the processor, not of the clock on the wall, and are compared with one another, so that a busy machine changes little.

mod support;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crosscheck_engine::ingest::Input;
use crosscheck_engine::normalizer::Options;
use support::{arg, command, folder};

/// Processor time of this thread, where the system tells it; else the time on the wall.
fn cpu(start: Instant) -> Duration {
    fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|line| line.split(' ').next()?.parse().ok())
        .map_or_else(|| start.elapsed(), Duration::from_nanos)
}

/// The time of `work`, each so many times over, on this thread alone.
fn time(times: u32, work: impl Fn() + Sync) -> Duration {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool of one thread");
    pool.install(|| {
        let start = Instant::now();
        let before = cpu(start);
        (0..times).for_each(|_| work());
        (cpu(start) - before) / times
    })
}

/// Ten times the input takes at most so many times the time: ten, and slack for caches.
const SLACK: f64 = 18.0;
/// So often a growth is measured before it is believed: what else the machine does in one round it does not do in all, and a cost that
/// grows with the square is a hundred times as much in every round.
const ROUNDS: usize = 5;

fn check(name: &str, small: &[Input], large: &[Input]) {
    let run = |times: u32, inputs: &[Input]| {
        time(times, || {
            std::hint::black_box(crosscheck_engine::check(inputs, Options::default()));
        })
    };
    run(1, small);
    let round = || {
        // The system counts processor time by the tick: the small input is read as often as the large one is long.
        let (one, ten) = (run(10, small), run(1, large));
        (ten.as_secs_f64() / one.as_secs_f64().max(1e-3), one, ten)
    };
    let mut seen = Vec::new();
    let grows = (0..ROUNDS).all(|_| {
        seen.push(round());
        seen.last().is_some_and(|(ratio, ..)| *ratio >= SLACK)
    });
    assert!(
        !grows,
        "{name}: times as long, with the time of one and of ten times as much, in every round: {seen:?}"
    );
}

/// A text of at least so many bytes.
fn text(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len() + 1)
}

#[test]
fn one_document_costs_by_its_length() {
    for (name, piece) in [
        (
            "news",
            "On Tuesday about 5,000 people left Eastfold, the Norland Defence Ministry said. The bridge, 118 metres long, \
             was closed for three days. Nobody was hurt.\n\n",
        ),
        ("digits", "1234567890"),
        ("numerals", "million "),
        ("hundreds", "two hundred and "),
        ("dates", "3 May 2021 "),
        ("brackets", "("),
        ("quotation marks", "“said "),
        ("one word", "a"),
        ("units", "12 km "),
        ("bounds", "more than up to "),
        ("figures once withdrawn", "The toll earlier was 20. "),
        ("coarse and fine figures", "About 5,000 left. They were 5,012. "),
        ("lines", "\n"),
    ] {
        let document = |bytes: usize| vec![Input::new("a.txt", text(piece, bytes))];
        // Of news so much that every way of pairing claims is taken at both sizes.
        let bytes = if name == "news" { 100_000 } else { 10_000 };
        check(name, &document(bytes), &document(10 * bytes));
    }
}

#[test]
fn many_documents_cost_by_their_number() {
    // Each its own story, with one statement that all repeat.
    let document = |at: usize| {
        let (place, count) = (format!("Town{at}"), 20 + at * 7 % 9000);
        let text = format!(
            "{count} people were killed in {place} on Tuesday, officials said. {place} has {} inhabitants and lies {} km from \
             the coast. The storm, which struck {place} on Monday night, destroyed {} houses. More than 300 rifles were handed over.",
            count * 11,
            at % 400 + 3,
            count / 2 + 1
        );
        let mut input = Input::new(format!("{at}.txt"), text);
        input.source = Some(format!("Paper {at}"));
        input
    };
    let documents = |count: usize| (0..count).map(document).collect::<Vec<_>>();
    check("documents", &documents(100), &documents(1000));
}

#[test]
fn starting_takes_less_than_twenty_milliseconds() {
    let folder = folder("start");
    let file = folder.join("a.txt");
    fs::write(&file, "Six people were hurt on 3 May 2021.\n").expect("a file in an empty folder");
    let start = |args: &[&str]| {
        let runs = (0..12).map(|_| {
            let start = Instant::now();
            assert!(command().args(args).output().expect("the binary runs").status.success());
            start.elapsed()
        });
        runs.min().unwrap_or_default()
    };
    // What any process costs on this machine, busy as it is now, is no concern of ours.
    let (process, report) = (start(&["--version"]), start(&["report", arg(&file)]));
    let own = report.saturating_sub(process);
    let limit = Duration::from_millis(if cfg!(debug_assertions) { 100 } else { 20 });
    assert!(own < limit, "{own:?}: {report:?} less {process:?}");
}

/// Memory by the address space that a run may use: what does not fit fails.
#[cfg(unix)]
#[test]
fn ten_megabytes_fit_in_a_quarter_of_a_gigabyte() {
    let folder = folder("memory");
    let news = "On Tuesday about 5,000 people left Eastfold, the Norland Defence Ministry said. The bridge, which had been built by \
                the town and had been paid for by its people, was closed. Nobody was hurt, and nobody was seen there again.\n\n";
    let file = folder.join("a.txt");
    fs::write(&file, text(news, 10_000_000)).expect("a file in an empty folder");
    let limited = |file: &Path| {
        std::process::Command::new("sh")
            .args(["-c", "ulimit -v \"$1\"; exec \"$2\" mentions \"$3\" -o \"$4\"", "sh", "1048576"])
            .args([env!("CARGO_BIN_EXE_crosscheck"), arg(file), arg(&folder.join("out.jsonl"))])
            .env("RAYON_NUM_THREADS", "1")
            .output()
            .expect("a shell")
    };
    let ran = limited(&file);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}
