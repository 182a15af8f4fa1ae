//! ARNs and ARN patterns.

use iam_dsl_core::{
    Arn,
    pattern::{arn_matches, arn_subsumes},
};

#[test]
fn shape() {
    for (text, error) in [
        ("", "`` has 1 of the 6 segments of an ARN"),
        ("arn:aws:s3:::", "the resource of `arn:aws:s3:::` is empty"),
        ("arn::s3:::b", "the partition of `arn::s3:::b` is empty"),
        ("arn:aws::::b", "the service of `arn:aws::::b` is empty"),
        (
            "ARN:aws:s3:::b",
            "`ARN:aws:s3:::b` does not start with `arn:`",
        ),
    ] {
        assert_eq!(text.parse::<Arn>().unwrap_err().to_string(), error);
    }
    let arn: Arn = "arn:aws:sns:eu-west-1:123456789012:topic:with:colons"
        .parse()
        .unwrap();
    assert_eq!(arn.resource().as_str(), Some("topic:with:colons"));
    assert_eq!(arn.to_string().parse(), Ok(arn));
}

#[test]
fn matching() {
    for (pattern, arn, expected) in [
        ("arn:aws:s3:::b", "arn:aws:s3:::b", true),
        ("arn:aws:s3:::b", "arn:aws:s3:::B", false),
        ("arn:aws:s3:::b*", "arn:aws:s3:::b/c/d:e", true),
        ("arn:aws:s3:::?", "arn:aws:s3:::", false),
        (
            "arn:aws:sqs:*:*:q",
            "arn:aws:sqs:eu-west-1:123456789012:q",
            true,
        ),
        (
            "arn:aws:sqs:*:q",
            "arn:aws:sqs:eu-west-1:123456789012:q",
            false,
        ),
        (
            "arn:aws:sqs:*",
            "arn:aws:sqs:eu-west-1:123456789012:q",
            true,
        ),
        (
            "arn:aws:s3*",
            "arn:aws:s3-object-lambda:eu-west-1:1:x",
            true,
        ),
        ("arn:aws:s3?", "arn:aws:s3:::b", false),
        ("arn:*", "*", false),
        ("*", "*", true),
        ("*", "arn:aws:s3:::b", true),
        ("**", "arn:aws:s3:::b", true),
        ("arn:aws:s3:::b", "*", false),
        ("arn:aws:s3:::[b]", "arn:aws:s3:::b", false),
        ("arn:aws:iam::*:role/x", "arn:aws:iam::1:role:role/x", false),
    ] {
        assert_eq!(arn_matches(pattern, arn), expected, "{pattern} {arn}");
    }
}

#[test]
fn covering() {
    for (wide, narrow, expected) in [
        ("*", "arn:*", true),
        ("arn:aws:s3*", "arn:aws:s3:::b/*", true),
        ("arn:aws:s3:::*", "arn:aws:s3*", false),
        ("arn:*:s3:::b", "arn:aws:s3:::b*", false),
        ("arn:aws:s3:::b*", "arn:aws:s3:::b*:c?", true),
        // A short pattern covers the rest only if it ends in `*`.
        ("*?", "?*", false),
        ("arn:aws:s*3", "arn:aws:s*", false),
    ] {
        assert_eq!(arn_subsumes(wide, narrow), expected, "{wide} {narrow}");
    }
}
