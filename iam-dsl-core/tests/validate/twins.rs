//! Policies that raise a code, and near twins that do not, a file a code in `tests/policies/findings`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use iam_dsl_core::{PolicyKind, check};
use serde_json::Value;

use crate::codes;

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

/// Too large for a file, no JSON, or no matter of one policy by itself: tests of their own have these.
const WITHOUT_FILE: &[&str] = &[
    "ALLOWANCE_WITHOUT_REASON",
    "JSON_SYNTAX_ERROR",
    "POLICY_SIZE_EXCEEDS_BOUNDARY_QUOTA",
    "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
    "POLICY_SIZE_EXCEEDS_MANAGED_POLICY_QUOTA",
    "POLICY_SIZE_EXCEEDS_RCP_QUOTA",
    "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA",
    "POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA",
    "POLICY_SIZE_EXCEEDS_SCP_QUOTA",
    "POLICY_SIZE_EXCEEDS_SESSION_POLICY_QUOTA",
    "POLICY_SIZE_EXCEEDS_VPC_ENDPOINT_POLICY_QUOTA",
    "STALE_ALLOWANCE",
    // Of an account: tests/account.rs and tests/account_checks.rs have them.
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
            "session" => PolicyKind::Session,
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
