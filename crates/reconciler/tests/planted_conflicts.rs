//! The conflicts planted in a synthetic corpus are found, and no others.

mod planted;

#[test]
fn planted_conflicts_are_found_and_no_others() {
    let corpus = planted::corpus(10_000);
    let found = crosscheck_reconciler::reconcile(&corpus.sources(), &corpus.claims);
    let (right, false_ones) = corpus.judge(&found);
    let planted = corpus.planted.len();
    assert!(planted >= 50 && 100 * right >= 99 * planted, "{right} of {planted}");
    assert_eq!(false_ones, 0);
}
