//! All checks against policies that AWS wrote and IAM Access Analyzer looked at.
//!
//! The policies are not in the repository: `cargo test -p iam-dsl-core --features validate --test validate -- --ignored
//! --nocapture` reads them from the folder `IAM_DSL_SHARED`, by default `../../shared`.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests may fail loudly, in their helpers too"
)]

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

/// Policies that raise a finding, and near twins that do not, a file a code.
fn twins() -> BTreeMap<String, Value> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/policies/findings");
    std::fs::read_dir(folder)
        .unwrap()
        .map(|file| {
            let path = file.unwrap().path();
            let code = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            (code, serde_json::from_str(&text).unwrap())
        })
        .collect()
}

fn codes(text: &str, kind: PolicyKind) -> Vec<&'static str> {
    check::validate(text, kind)
        .iter()
        .map(|finding| finding.code().name())
        .collect()
}

/// Too large for a file, no JSON, or no matter of one policy by itself: tests of their own have these.
const WITHOUT_FILE: &[&str] = &[
    "ALLOWANCE_WITHOUT_REASON",
    "JSON_SYNTAX_ERROR",
    "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
    "POLICY_SIZE_EXCEEDS_RCP_QUOTA",
    "POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA",
    "POLICY_SIZE_EXCEEDS_SCP_QUOTA",
    "STALE_ALLOWANCE",
    // Of an account: tests/account_checks.rs has them.
    "BOUNDARY_ALLOWS_NOTHING",
    "CONSOLE_ACCESS_WITHOUT_MFA",
    "GROUP_NOT_IN_ACCOUNT",
    "IDENTITY_MADE_ELSEWHERE",
    "INSTANCE_PROFILE_WITHOUT_ROLE",
    "NAME_USED_TWICE",
    "PASSED_ROLE_NOT_TRUSTING_SERVICE",
    "POLICY_ATTACHED_TO_NOTHING",
    "POLICY_ATTACHED_TO_USER",
    "REFUSED_BY_IAM",
    "ROLE_WITHOUT_TRUST",
    "UNBOUNDED_ROLE_CREATION",
    "USER_FOR_SERVICE",
    "USER_WITH_ACCESS_KEY",
];

#[test]
fn each_code_is_raised_and_its_near_twin_is_not() {
    let twins = twins();
    for (code, of_code) in &twins {
        let kind = match of_code["kind"].as_str().unwrap() {
            "identity" => PolicyKind::Identity,
            "resource" => PolicyKind::Resource,
            "trust" => PolicyKind::Trust,
            "scp" => PolicyKind::Scp,
            "rcp" => PolicyKind::Rcp,
            other => panic!("{other}"),
        };
        let found = |policy: &Value| codes(&policy.to_string(), kind).contains(&code.as_str());
        let lists = |name: &str| of_code[name].as_array().unwrap();
        assert!(
            !lists("raises").is_empty() && !lists("does_not").is_empty(),
            "{code}"
        );
        for policy in lists("raises") {
            assert!(found(policy), "{code} is not raised by {policy}");
        }
        for policy in lists("does_not") {
            assert!(!found(policy), "{code} is raised by {policy}");
        }
    }
    for code in check::Code::all() {
        let name = code.name();
        let has_own = WITHOUT_FILE.contains(&name) || twins.contains_key(name);
        assert!(
            code.stops_compilation() || has_own,
            "no policy raises {name}"
        );
    }
}

#[test]
fn sizes() {
    let policy = |kind: PolicyKind, length: usize| {
        let principal = if kind == PolicyKind::Trust {
            r#""Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole""#
        } else if kind == PolicyKind::Rcp {
            r#""Principal":"*","Action":"s3:*","Resource":"*""#
        } else {
            r#""Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*""#
        };
        let text = format!(
            r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Deny",{principal},"Sid":"SID"}}]}}"#
        );
        let sid = "x".repeat(length + "SID".len() - text.len());
        text.replace("SID", &sid)
    };
    for (kind, code, most) in [
        (
            PolicyKind::Identity,
            "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
            10_239,
        ),
        (
            PolicyKind::Trust,
            "POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA",
            2048,
        ),
        (PolicyKind::Scp, "POLICY_SIZE_EXCEEDS_SCP_QUOTA", 10_240),
        (PolicyKind::Rcp, "POLICY_SIZE_EXCEEDS_RCP_QUOTA", 5120),
    ] {
        assert!(!codes(&policy(kind, most), kind).contains(&code), "{code}");
        assert!(
            codes(&policy(kind, most + 1), kind).contains(&code),
            "{code}"
        );
    }
}

#[test]
fn what_organizations_begin_with_is_fine() {
    let scp =
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#;
    assert_eq!(codes(scp, PolicyKind::Scp), [""; 0]);
    let rcp = scp.replace(r#""Action""#, r#""Principal":"*","Action""#);
    assert_eq!(codes(&rcp, PolicyKind::Rcp), [""; 0]);
}

#[test]
fn what_is_no_json_is_one_finding() {
    for text in ["", "{", "[1,", "\u{0}", r#"{"Version": 1, "Version": 2}"#] {
        let found = codes(text, PolicyKind::Identity);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
    }
    assert_eq!(codes("{", PolicyKind::Identity), ["JSON_SYNTAX_ERROR"]);
}
