//! The rules against policies that AWS wrote and IAM Access Analyzer looked at.
//!
//! The policies are not in the repository: `cargo test -p iam-dsl-core --test check_conformance --
//! --ignored` reads them from the folder `IAM_DSL_SHARED`, by default `../../shared`.

use std::path::PathBuf;

use iam_dsl_core::{PathSegment, PolicyKind, check, display_path, json};
use serde_json::Value;

/// Findings that Access Analyzer does not have and that are right all the same, with the reason.
const EXPLAINED: &[(&str, &str, &str)] = &[];

fn shared(file: &str) -> String {
    let folder = std::env::var_os("IAM_DSL_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    std::fs::read_to_string(folder.join("conformance").join(file)).unwrap()
}

fn path_of_aws(path: &Value) -> Vec<PathSegment> {
    path.as_array()
        .unwrap()
        .iter()
        .map(|segment| match segment {
            Value::Number(index) => {
                PathSegment::Index(usize::try_from(index.as_u64().unwrap()).unwrap())
            }
            Value::Object(key) => PathSegment::Key(key["key"].as_str().unwrap().to_owned()),
            other => PathSegment::Key(other.as_str().unwrap().to_owned()),
        })
        .collect()
}

#[test]
#[ignore = "reads files that are not part of the repository"]
fn aws_managed_policies_have_the_findings_that_aws_gives() {
    let mut unexplained = Vec::new();
    let mut agreed = 0;
    for line in shared("access-analyzer-managed.jsonl").lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let name = row["name"].as_str().unwrap();
        let text = row["policy"].to_string();
        let node = json::parse(&text).unwrap();
        let of_aws: Vec<(String, Vec<PathSegment>)> = row["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| {
                (
                    finding["code"].as_str().unwrap().to_owned(),
                    path_of_aws(&finding["path"]),
                )
            })
            .collect();
        for finding in check::document(&node, PolicyKind::Identity) {
            let code = finding.code().name();
            if of_aws
                .iter()
                .any(|(theirs, path)| theirs == code && path == finding.path())
            {
                agreed += 1;
            } else if !EXPLAINED
                .iter()
                .any(|(policy, with, _)| *policy == name && *with == code)
            {
                unexplained.push(format!(
                    "{name} {code} {} {}",
                    display_path(finding.path()),
                    finding.message()
                ));
            }
        }
    }
    println!("{agreed} findings are AWS's too");
    assert!(
        unexplained.is_empty(),
        "{}\n{}",
        unexplained.len(),
        unexplained.join("\n")
    );
}
