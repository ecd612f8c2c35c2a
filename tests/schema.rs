//! What the program prints is what its schemas say, and comes back as it was.

mod support;

use serde_json::Value;
use support::run;

fn validator(name: &str) -> jsonschema::Validator {
    let path = format!("{}/docs/{name}", env!("CARGO_MANIFEST_DIR"));
    let schema: Value =
        serde_json::from_str(&std::fs::read_to_string(path).expect("the schema is committed"))
            .expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is one")
}

fn check(validator: &jsonschema::Validator, value: &Value) {
    let errors: Vec<String> =
        validator.iter_errors(value).map(|e| format!("{}: {e}", e.instance_path)).take(5).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn reports_are_valid_and_round_trip() {
    let text = run(&["report", "seeds", "--format", "json"]).out;
    let value: Value = serde_json::from_str(&text).expect("the report is JSON");
    check(&validator("report.schema.json"), &value);
    assert_eq!(value["schema"], "crosscheck.report/1");
    let report: crosscheck_engine::model::Report = serde_json::from_str(&text).expect("it is a report");
    let again = serde_json::to_value(&report).expect("it is JSON again");
    assert_eq!(again, value);
}

#[test]
fn lines_are_valid() {
    let mentions = validator("mentions.schema.json");
    for line in run(&["mentions", "seeds"]).out.lines() {
        check(&mentions, &serde_json::from_str(line).expect("a line is JSON"));
    }
    let report: Value =
        serde_json::from_str(&run(&["report", "seeds", "--format", "json"]).out).expect("JSON");
    let claims: Vec<Value> = run(&["claims", "seeds"])
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line is JSON"))
        .collect();
    assert_eq!(Value::Array(claims), report["claims"]);
}

#[test]
fn offsets_slice_the_bytes_of_the_file() {
    let root = env!("CARGO_MANIFEST_DIR");
    for command in ["claims", "mentions"] {
        for entry in std::fs::read_dir(format!("{root}/seeds")).expect("seeds are there") {
            let path = entry.expect("an entry").path();
            if path.extension().is_none_or(|extension| extension != "txt") {
                continue;
            }
            let bytes = std::fs::read(&path).expect("a seed");
            for line in run(&[command, support::arg(&path)]).out.lines() {
                let value: Value = serde_json::from_str(line).expect("a line is JSON");
                let at = |key: &str| value[key].as_u64().expect("an offset") as usize;
                let surface = value["surface"].as_str().expect("a surface");
                assert_eq!(&bytes[at("start")..at("end")], surface.as_bytes(), "{line}");
            }
        }
    }
}
