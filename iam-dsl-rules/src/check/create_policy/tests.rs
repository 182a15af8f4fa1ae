//! One document for each thing that IAM says, in the order in which it looks.

use super::{create_policy, messages};

fn answer(text: &str) -> String {
    match create_policy(text) {
        Ok(()) => String::new(),
        Err(refusal) => refusal.message().to_owned(),
    }
}

/// A policy of one statement with these members more.
fn statement(members: &str) -> String {
    format!(r#"{{"Version": "2012-10-17", "Statement": {{"Effect": "Allow", {members}}}}}"#)
}

const GOOD: &str = r#""Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*""#;

#[track_caller]
fn refused(text: &str, message: &str) {
    assert_eq!(answer(text), message, "{text}");
}

#[track_caller]
fn resource(text: &str, message: &str) {
    refused(
        &statement(&format!(r#""Action": "s3:GetObject", "Resource": {text}"#)),
        message,
    );
}

#[track_caller]
fn date(text: &str, is_taken: bool) {
    let condition = format!(r#""Condition": {{"DateEquals": {{"aws:CurrentTime": {text}}}}}"#);
    let message = if is_taken {
        ""
    } else {
        messages::LEGACY_PARSING
    };
    refused(&statement(&format!("{GOOD}, {condition}")), message);
}

#[test]
fn what_follows_the_grammar_is_taken() {
    for members in [
        GOOD,
        r#""NotAction": ["s3:GetObject", null], "NotResource": "*""#,
        r#""Action": "none:Such", "Resource": "arn:aws:nothing""#,
        r#""Action": "*:Get*", "Resource": "arn:*:s3:::b""#,
        r#""Sid": "", "Action": "*", "Resource": ["*", ""]"#,
        r#""Action": "*", "Resource": "*", "Condition": {"Nonsense": {}}"#,
        r#""Action": "*", "Resource": "*", "Condition": {"NumericLessThan": {"s3:TlsVersion": 1.2}}"#,
        r#""Action": "*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": [true, "false"]}}"#,
    ] {
        refused(&statement(members), "");
    }
}

#[test]
fn what_breaks_the_grammar_is_not() {
    for text in ["", "[]", "{", "null", r#"{"Version": "2012-10-17"}"#] {
        refused(text, messages::SYNTAX);
    }
    refused(
        r#"{"Version": "2012-10-17", "Statement": []}"#,
        messages::SYNTAX,
    );
    for members in [
        r#""Actions": "s3:GetObject", "Resource": "*""#,
        r#""Action": {"a": 1}, "Resource": "*""#,
        r#""Action": [1], "Resource": "*""#,
        r#""Action": null, "Resource": "*""#,
        r#""Action": "s3:*", "Action": "s3:*", "Resource": "*""#,
        r#""Action": "s3:*", "Resource": "*", "NotResource": "*""#,
        r#""Action": "s3:*", "Resource": "*", "Sid": 1"#,
        r#""Action": "s3:*", "Resource": "*", "Condition": {"stringequals": {"a": "b"}}"#,
        r#""Action": "s3:*", "Resource": "*", "Condition": {"StringEquals": {"a": {"b": "c"}}}"#,
        r#""Action": "s3:*", "Resource": "*", "Condition": {"StringEquals": {"a": null}}"#,
    ] {
        refused(&statement(members), messages::SYNTAX);
    }
}

#[test]
fn the_version_comes_after_the_grammar() {
    let policy = statement(GOOD);
    refused(&policy.replace("2012", "2008"), messages::VERSION);
    refused(&policy.replace("2012", "2010"), messages::SYNTAX);
    refused(
        &policy.replace(r#""Version": "2012-10-17", "#, ""),
        messages::VERSION,
    );
    refused(
        &policy.replace("2012", "2008").replace("Resource", "Source"),
        messages::SYNTAX,
    );
}

#[test]
fn the_older_parser_knows_effects_in_one_case_only() {
    refused(
        &statement(GOOD).replace("Allow", "allow"),
        messages::LEGACY_PARSING,
    );
    refused(
        &statement(GOOD).replace("Allow", "Permit"),
        messages::SYNTAX,
    );
}

#[test]
fn resources() {
    resource(
        r#""my-bucket""#,
        r#"Resource my-bucket must be in ARN format or "*"."#,
    );
    resource(r#""""#, r#"Resource  must be in ARN format or "*"."#);
    resource(
        r#""arn:amazon:sqs:eu-central-1""#,
        r#"Partition "amazon" is not valid for resource "arn:amazon:sqs:eu-central-1:*:*"."#,
    );
    resource(r#""arn:aws""#, messages::WILDCARD_SERVICE);
    resource(r#""arn:aws:*:*:*:jobs""#, messages::WILDCARD_SERVICE);
    resource(
        r#""arn:aws:iam:eu-central-1:123456789012:role/app""#,
        "IAM resource arn:aws:iam:eu-central-1:123456789012:role/app cannot contain region information.",
    );
    resource(
        r#""arn:aws:s3:eu-central-1::b""#,
        "Resource arn:aws:s3:eu-central-1::b can not contain region information.",
    );
    resource(
        r#""arn:aws:s3:eu-central-1:123456789012:accesspoint/orders""#,
        "",
    );
    resource(
        r#""arn:aws:iam::123456789012:roles/app""#,
        &messages::iam_path(),
    );
    resource(r#""arn:aws:sqs::orders""#, messages::LEGACY_PARSING);
    resource(
        r#""arn:aws::eu-central-1:123456789012:orders""#,
        messages::LEGACY_PARSING,
    );
    // Of several, IAM names the first in the order of the alphabet.
    resource(
        r#"["b", "*", "a"]"#,
        r#"Resource a must be in ARN format or "*"."#,
    );
    resource("[]", messages::NO_RESOURCES);
    refused(
        &statement(r#""Action": "s3:GetObject""#),
        messages::NO_RESOURCES,
    );
}

#[test]
fn dates() {
    for text in [
        r#""2026-11-29T12:30:00Z""#,
        r#""2026-11-29T12:30:00.5+01:00""#,
        r#""2026-11-29t2""#,
        r#""-0044-03""#,
        r#""1795953600""#,
        r#"["2026", "9223372036854775807"]"#,
    ] {
        date(text, true);
    }
    for text in [
        r#""tomorrow""#,
        r#""2026-13""#,
        r#""2026-11-32""#,
        r#""2026-11-29-1""#,
        r#""2026-11-29T24:00:00Z""#,
        r#""2026-11-29T12:30:00+1""#,
        r#""292278994-01""#,
        r#""9223372036854775808""#,
        r#"["2026", true]"#,
        r#""""#,
    ] {
        date(text, false);
    }
}

#[test]
fn principals_sids_and_actions() {
    let principal = statement(&format!(r#"{GOOD}, "Principal": "*""#));
    refused(&principal, messages::PRINCIPAL);
    refused(
        &statement(&format!(r#"{GOOD}, "Sid": "read-all""#)),
        messages::SID_CHARACTERS,
    );
    let one = format!(r#"{{"Effect": "Allow", "Sid": "Read", {GOOD}}}"#);
    let policy = format!(r#"{{"Version": "2012-10-17", "Statement": [{one}, {one}]}}"#);
    refused(&policy, messages::SID_TWICE);
    refused(&statement(r#""Resource": "*""#), messages::NO_ACTIONS);
    refused(
        &statement(r#""Action": [], "Resource": "*""#),
        messages::NO_ACTIONS,
    );
    for (action, message) in [
        ("GetObject", messages::NO_SERVICE.to_owned()),
        ("", messages::NO_SERVICE.to_owned()),
        ("s3:Get:Object", messages::TWO_COLONS.to_owned()),
        ("s*:GetObject", messages::action_service("s*")),
        ("s_3:GetObject", messages::action_service("s_3")),
    ] {
        refused(
            &statement(&format!(
                r#""Action": ["s3:*", "{action}"], "Resource": "*""#
            )),
            &message,
        );
    }
}

#[test]
fn characters_and_size() {
    refused(
        &statement(GOOD).replace("/*", "/€"),
        messages::NOT_PRINTABLE,
    );
    let long = statement(&format!(r#"{GOOD}, "Sid": "{}""#, "x".repeat(6144)));
    assert_eq!(create_policy(&long).unwrap_err().code(), "LimitExceeded");
}
