//! A document read part by part gives what it gives as a whole.

use std::convert::Infallible;

use crosscheck_engine::ingest::Input;

#[test]
fn parts_are_the_whole() {
    let head = "Bridge closed\n\n4 March 2021 10:30\n\n";
    let line = "On Tuesday 12 men met for 3 hours, two days after the storm of 1 May 2019 cost $5m.\n";
    for text in [String::new(), "No number here.".to_owned(), format!("{head}{}", line.repeat(4_000))] {
        let input = Input::new("long.txt", &text);
        let (_, _, whole) = crosscheck_engine::mentions(&input, Default::default());
        let mut parts = Vec::new();
        crosscheck_engine::each_mention(&input, Default::default(), |mention| {
            parts.push(mention.clone());
            Ok::<(), Infallible>(())
        })
        .expect("nothing can fail");
        assert!(parts == whole, "{} mentions in parts, {} in the whole", parts.len(), whole.len());
    }
}
