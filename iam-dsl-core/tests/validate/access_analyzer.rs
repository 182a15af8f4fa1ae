//! All checks against policies that AWS wrote and IAM Access Analyzer looked at.
//!
//! The policies are not in the repository: `cargo test -p iam-dsl-core --features validate --test validate -- --ignored
//! --nocapture` reads them from the folder `IAM_DSL_SHARED`, by default `../../shared`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use iam_dsl_core::{PathSegment, PolicyKind, check};
use serde_json::{Value, json};

fn shared(file: &str) -> String {
    let folder = std::env::var_os("IAM_DSL_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    std::fs::read_to_string(folder.join("conformance").join(file)).unwrap()
}

/// A finding as text: the code and the path, with keys themselves in braces.
fn said(code: &str, path: &[Value]) -> String {
    let step = |step: &Value| match step {
        Value::Object(key) => format!("{{{}}}", key["key"].as_str().unwrap()),
        Value::String(key) => key.clone(),
        other => other.to_string(),
    };
    let path: Vec<String> = path.iter().map(step).collect();
    format!("{code} at {}", path.join("/"))
}

fn ours(text: &str) -> BTreeSet<String> {
    check::validate(text, PolicyKind::Identity)
        .iter()
        .map(|finding| {
            let path: Vec<Value> = finding
                .path()
                .iter()
                .map(|segment| match segment {
                    PathSegment::Key(key) => json!(key),
                    PathSegment::Name(key) => json!({"key": key}),
                    PathSegment::Index(index) => json!(index),
                })
                .collect();
            said(finding.code().name(), &path)
        })
        .collect()
}

#[derive(Default)]
struct Score {
    both: usize,
    only_ours: usize,
    only_theirs: usize,
}

#[test]
#[ignore = "reads files that are not part of the repository"]
fn findings_of_access_analyzer_on_its_own_policies() {
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let mut differences = Vec::new();
    for line in shared("access-analyzer-managed.jsonl").lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let theirs: BTreeSet<String> = row["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| {
                said(
                    finding["code"].as_str().unwrap(),
                    finding["path"].as_array().unwrap(),
                )
            })
            .collect();
        let ours = ours(&row["policy"].to_string());
        for finding in theirs.union(&ours) {
            let code = finding.split(' ').next().unwrap();
            let score = scores.entry(code.to_owned()).or_default();
            let (is_ours, is_theirs) = (ours.contains(finding), theirs.contains(finding));
            match (is_ours, is_theirs) {
                (true, true) => score.both += 1,
                (true, false) => score.only_ours += 1,
                (false, _) => score.only_theirs += 1,
            }
            if is_ours != is_theirs {
                let whose = if is_ours { "ours" } else { "AWS's" };
                differences.push(format!("{}: {whose} alone: {finding}", row["name"]));
            }
        }
    }
    for difference in &differences {
        println!("{difference}");
    }
    for (code, score) in &scores {
        let Score {
            both,
            only_ours,
            only_theirs,
        } = score;
        println!("{code}: {both} the same, {only_ours} ours alone, {only_theirs} AWS's alone");
    }
}
