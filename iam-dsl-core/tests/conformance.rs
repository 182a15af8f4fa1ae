//! Real policies: the committed sample, and all that the shared folder has where there is one.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests may fail loudly, in their helpers too"
)]

use std::fs;
use std::path::{Path, PathBuf};

use iam_dsl_core::PolicyDocument;
use serde_json::Value;

fn rows(path: &Path) -> Vec<Value> {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The folder with the conformance sets: `IAM_DSL_SHARED`, or `shared` beside the repository.
fn shared(name: &str) -> PathBuf {
    let folder = std::env::var_os("IAM_DSL_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    folder.join("conformance").join(name)
}

/// Parses, prints and parses to the same thing, in every way there is; also keeps the JSON value.
fn assert_round_trip(name: &Value, policy: &Value) {
    let text = policy.to_string();
    let document: PolicyDocument = text
        .parse()
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(document.to_json().parse(), Ok(document.clone()), "{name}");
    assert_eq!(
        document.to_json_pretty().parse(),
        Ok(document.clone()),
        "{name}"
    );
    assert_eq!(serde_json::to_value(&document).unwrap(), *policy, "{name}");
    assert_eq!(
        serde_json::from_value::<PolicyDocument>(policy.clone()).unwrap(),
        document,
        "{name}"
    );
    let minimized = document.minimized();
    assert_eq!(
        minimized.minimized().to_json(),
        minimized.to_json(),
        "{name}"
    );
    assert!(
        minimized.to_json().len() <= document.to_json().len(),
        "{name}"
    );
}

#[test]
fn sample_of_managed_policies() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/managed-policies.jsonl");
    let rows = rows(&path);
    assert_eq!(rows.len(), 40);
    for row in rows {
        assert_round_trip(&row["name"], &row["policy"]);
    }
}

#[test]
#[ignore = "needs the shared folder: IAM_DSL_SHARED or ../shared beside the repository"]
fn every_managed_policy() {
    let rows = rows(&shared("access-analyzer-managed.jsonl"));
    for row in &rows {
        assert_round_trip(&row["name"], &row["policy"]);
    }
    println!("{} managed policies survive the round trip", rows.len());
    assert!(rows.len() >= 740);
}

/// What `CreatePolicy` saves must parse; what it calls a syntax error and is none of ours is counted.
#[test]
#[ignore = "needs the shared folder: IAM_DSL_SHARED or ../shared beside the repository"]
fn documents_that_iam_saves() {
    let (mut saved, mut refused, mut left_to_the_validator) = (0, 0, 0);
    for row in rows(&shared("create-policy-errors.jsonl")) {
        let parsed = row["policy"].to_string().parse::<PolicyDocument>();
        match (row["valid"].as_bool(), parsed) {
            (Some(true), Ok(_)) => {
                assert_round_trip(&row["id"], &row["policy"]);
                saved += 1;
            }
            (Some(true), Err(error)) => panic!("{}: {error}", row["id"]),
            (_, Err(_)) => refused += 1,
            (_, Ok(_)) => left_to_the_validator += 1,
        }
    }
    println!("{saved} saved, {refused} refused, {left_to_the_validator} left to the validator");
    assert!(saved > 0);
}
