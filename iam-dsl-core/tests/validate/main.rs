//! All checks, of what is certain and what is only warned of.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests may fail loudly, in their helpers too"
)]

mod access_analyzer;
mod codes;
mod twins;

use std::path::PathBuf;

use iam_dsl_core::check::FindingType;
use iam_dsl_core::{PathSegment, PolicyKind, check};

/// Returns a path as text: steps from the top with `/` between, a key itself in braces.
fn place(path: &[PathSegment]) -> String {
    let steps: Vec<String> = path
        .iter()
        .map(|segment| match segment {
            PathSegment::Key(key) => key.clone(),
            PathSegment::Name(key) => format!("{{{key}}}"),
            PathSegment::Index(index) => index.to_string(),
        })
        .collect();
    steps.join("/")
}

fn codes(text: &str, kind: PolicyKind) -> Vec<&'static str> {
    check::validate(text, kind)
        .iter()
        .map(|finding| finding.code().name())
        .collect()
}

#[test]
fn sizes() {
    let policy = |kind: PolicyKind, length: usize| {
        let principal = if kind == PolicyKind::Trust {
            r#""Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole""#
        } else if kind.takes_principal() {
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
        (
            PolicyKind::Identity,
            "POLICY_SIZE_EXCEEDS_MANAGED_POLICY_QUOTA",
            6144,
        ),
        (
            PolicyKind::Boundary,
            "POLICY_SIZE_EXCEEDS_BOUNDARY_QUOTA",
            6144,
        ),
        (
            PolicyKind::Session,
            "POLICY_SIZE_EXCEEDS_SESSION_POLICY_QUOTA",
            2048,
        ),
        (
            PolicyKind::VpcEndpoint,
            "POLICY_SIZE_EXCEEDS_VPC_ENDPOINT_POLICY_QUOTA",
            20_480,
        ),
    ] {
        assert!(!codes(&policy(kind, most), kind).contains(&code), "{code}");
        assert!(
            codes(&policy(kind, most + 1), kind).contains(&code),
            "{code}"
        );
    }
}

#[test]
fn sizes_of_resource_policies_are_those_of_their_service() {
    let code = "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA";
    let found = |action: &str, length: usize| {
        let text = format!(
            r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Deny","Principal":"*","Action":"{action}","Resource":"*"}}]}}"#
        );
        let text = format!("{text}{}", " ".repeat(length - text.len()));
        codes(&text, PolicyKind::Resource).contains(&code)
    };
    for (action, most) in [
        ("s3:GetObject", 20_480),
        ("SQS:SendMessage", 8192),
        ("codeartifact:ReadFromRepository", 7168),
        // Not one service, so that the largest limit of all is the one that is certain.
        ("*", 395_000),
    ] {
        assert!(!found(action, most), "{action}");
        assert!(found(action, most + 1), "{action}");
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
fn of_the_policies_everybody_begins_with_only_the_administrators_is_warned_of() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/policies");
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            continue;
        }
        let name = path.file_stem().unwrap().to_str().unwrap();
        let kind = match name {
            "permissions_boundary" => PolicyKind::Boundary,
            trust if trust.ends_with("_trust") => PolicyKind::Trust,
            _ => PolicyKind::Identity,
        };
        let text = std::fs::read_to_string(&path).unwrap();
        let own: Vec<&str> = check::validate(&text, kind)
            .iter()
            .map(check::Finding::code)
            .filter(|code| code.is_own() && code.finding_type() != FindingType::Suggestion)
            .map(|code| code.name())
            .collect();
        let is_admin = name == "admin_wildcard";
        let expected: &[&str] = if is_admin { &["FULL_ADMIN"] } else { &[] };
        assert_eq!(own, expected, "{name}");
    }
}

#[test]
fn what_is_no_json_is_one_finding() {
    for text in ["", "{", "[1,", "\u{0}", r#"{"Version": 1, "Version": 2}"#] {
        let found = codes(text, PolicyKind::Identity);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
    }
    assert_eq!(codes("{", PolicyKind::Identity), ["JSON_SYNTAX_ERROR"]);
}
