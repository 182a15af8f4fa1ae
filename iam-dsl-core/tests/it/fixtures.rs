//! Fixture files, one JSON value a line.

use serde_json::Value;

pub(crate) fn lines(name: &str) -> Vec<Value> {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let values: Vec<Value> = text
        .lines()
        .map(|line| {
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{path}: {line}: {error}"))
        })
        .collect();
    assert!(!values.is_empty(), "{path} is empty");
    values
}
