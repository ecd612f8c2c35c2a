use crosscheck_model::raw::RawQuantity;

fn read(text: &str) -> Vec<RawQuantity> {
    crate::parse(text, crate::Options::default()).quantities
}

#[test]
fn smoke() {
    let found = read("More than 800 small arms and 98 people fled.");
    assert_eq!(found.len(), 2, "{found:?}");
}
