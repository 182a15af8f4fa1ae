//! Statements merge as aws-cdk-lib merges them, and further where that changes no decision.

use iam_dsl::PolicyDocument;
use serde_json::{Value, json};

use crate::conformance_rows::{merges, plain, shared_merges};

/// Where ours is smaller, and why that is right.
const SMALLER: &[(&str, &str)] = &[
    (
        "subset is not subsumed (no wildcard reasoning)",
        "`s3:*` allows what `s3:GetObject` does",
    ),
    (
        "condition key order matters (JSON.stringify compare)",
        "the order of condition keys means nothing",
    ),
    (
        "action case differs -> distinct",
        "IAM reads actions in any case",
    ),
    (
        "sort order is JSON string (ASCII) order",
        "IAM reads actions in any case, `*` is every resource, and the order means nothing",
    ),
];

fn minimized(case: &Value) -> Vec<Value> {
    let document = json!({ "Version": "2012-10-17", "Statement": case["input"] });
    let document: PolicyDocument = document.to_string().parse().unwrap();
    let minimized: Value = document.minimized().to_json().parse().unwrap();
    match &minimized["Statement"] {
        Value::Array(statements) => statements.clone(),
        one => vec![one.clone()],
    }
}

/// Statements whatever the order of what they list.
fn unordered(statements: &[Value]) -> Vec<String> {
    let mut all: Vec<String> = statements
        .iter()
        .map(|statement| sorted(&plain(statement)).to_string())
        .collect();
    all.sort();
    all
}

fn sorted(value: &Value) -> Value {
    match value {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(sorted).collect();
            items.sort_by_key(Value::to_string);
            json!(items)
        }
        Value::Object(members) => members
            .iter()
            .map(|(key, value)| (key.clone(), sorted(value)))
            .collect(),
        other => other.clone(),
    }
}

#[test]
fn every_case_merges_as_far_or_further() {
    let (mut same, mut smaller) = (0, 0);
    for case in merges() {
        let name = case["case"].as_str().unwrap();
        let ours = minimized(&case);
        let theirs = case["minimized"].as_array().unwrap();
        if unordered(&ours) == unordered(theirs) {
            same += 1;
            continue;
        }
        let is_listed = SMALLER.iter().any(|(listed, _)| *listed == name);
        let size = |statements: &[Value]| json!(statements).to_string().len();
        assert!(
            is_listed && size(&ours) < size(theirs),
            "{name}: ours is {}, theirs is {}",
            json!(ours),
            json!(theirs)
        );
        smaller += 1;
    }
    assert_eq!(smaller, SMALLER.len(), "a reason is left over");
    println!("merging as aws-cdk-lib: {same} the same, {smaller} smaller with reason");
}

#[test]
#[ignore = "needs the shared folder: IAM_DSL_SHARED or ../shared beside the repository"]
fn the_cases_are_as_cdk_says_them() {
    assert_eq!(merges(), shared_merges());
    every_case_merges_as_far_or_further();
}
