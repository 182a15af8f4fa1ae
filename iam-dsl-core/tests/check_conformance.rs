//! The rules against policies that AWS wrote and IAM Access Analyzer looked at.
//!
//! The policies are not in the repository: `cargo test -p iam-dsl-core --test check_conformance --
//! --ignored` reads them from the folder `IAM_DSL_SHARED`, by default `../../shared`.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests may fail loudly, in their helpers too"
)]

use std::path::PathBuf;

use iam_dsl_core::check::{Code, Finding};
use iam_dsl_core::{PathSegment, PolicyKind, check, display_path, json};
use serde_json::Value;

/// Service prefixes that Access Analyzer knew in March 2026, and the reference of September 2026
/// lacks or has with other actions.
const GONE_SINCE: &[&str] = &["sagemaker-unified-studio-mcp:", "zocalo:"];

/// Our own finding, which Access Analyzer has nothing like: a resource on which, by the reference,
/// no action of the statement acts. AWS's policies have some; a jump means that the rule is wrong.
const USELESS_RESOURCES_AT_MOST: usize = 100;

fn shared(file: &str) -> String {
    let folder = std::env::var_os("IAM_DSL_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    std::fs::read_to_string(folder.join("conformance").join(file)).unwrap()
}

fn path_of_aws(path: &Value) -> Vec<PathSegment> {
    let segment = |segment: &Value| match segment {
        Value::Number(index) => PathSegment::Index(index.as_u64().unwrap().try_into().unwrap()),
        Value::Object(key) => PathSegment::Name(key["key"].as_str().unwrap().to_owned()),
        other => PathSegment::from(other.as_str().unwrap()),
    };
    path.as_array().unwrap().iter().map(segment).collect()
}

fn is_explained(finding: &Finding) -> bool {
    let names_it = |prefix: &&str| finding.message().contains(&format!("`{prefix}"));
    GONE_SINCE.iter().any(names_it)
}

#[test]
#[ignore = "reads files that are not part of the repository"]
fn aws_managed_policies_get_no_error_that_aws_does_not_give() {
    let mut unexplained = Vec::new();
    let (mut policies, mut agreed, mut explained, mut useless) = (0, 0, 0, 0);
    for line in shared("access-analyzer-managed.jsonl").lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let text = row["policy"].to_string();
        let node = json::parse(&text).unwrap();
        policies += 1;
        let of_aws: Vec<(&str, Vec<PathSegment>)> = row["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| {
                (
                    finding["code"].as_str().unwrap(),
                    path_of_aws(&finding["path"]),
                )
            })
            .collect();
        for finding in check::document(&node, PolicyKind::Identity) {
            let code = finding.code();
            let is_aws = |(theirs, path): &(&str, Vec<PathSegment>)| {
                *theirs == code.name() && path == finding.path()
            };
            if code == Code::UNSUPPORTED_RESOURCE_FOR_ACTION {
                useless += 1;
            } else if of_aws.iter().any(is_aws) {
                agreed += 1;
            } else if is_explained(&finding) {
                explained += 1;
            } else {
                let path = display_path(finding.path());
                unexplained.push(format!(
                    "{} {code} {path} {}",
                    row["name"],
                    finding.message()
                ));
            }
        }
    }
    println!(
        "{policies} policies: {agreed} findings are AWS's too, {explained} explained, {useless} of our own"
    );
    assert_eq!(policies, 740);
    assert!(unexplained.is_empty(), "{}", unexplained.join("\n"));
    assert!(useless <= USELESS_RESOURCES_AT_MOST, "{useless}");
}

/// What `CreatePolicy` refuses for a reason that the rules cover.
#[test]
#[ignore = "reads files that are not part of the repository"]
fn what_create_policy_refuses_has_findings() {
    let mut missed = Vec::new();
    for line in shared("create-policy-errors.jsonl").lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        if row["valid"] == Value::Bool(true) {
            continue;
        }
        let text = match &row["policy"] {
            Value::String(text) => text.clone(),
            policy => policy.to_string(),
        };
        let refused = json::parse(&text).map_or(true, |node| {
            !check::document(&node, PolicyKind::Identity).is_empty()
        });
        if !refused {
            missed.push(format!(
                "{} {} {text}",
                row["id"], row["expected_error_message"]
            ));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
