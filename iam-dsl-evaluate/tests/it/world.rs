//! The small world of the property tests: who asks, for what, where and when.
//!
//! Actions are those of the catalog. There are few of everything else, so that what policies say
//! and what is asked for meet often.

use std::sync::LazyLock;

use iam_dsl_catalog::Service;
use serde_json::{Value, json};

pub(crate) const HOME: &str = "111111111111";
pub(crate) const AWAY: &str = "222222222222";

/// An action, a resource that it acts on, and the account that owns it.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub(crate) action: String,
    pub(crate) resource: &'static str,
    pub(crate) owner: &'static str,
}

/// Resources by service and resource type; without a type, for the actions that have none.
const RESOURCES: &[(&str, Option<&str>, &str, &str)] = &[
    ("s3", Some("object"), "arn:aws:s3:::a/x", HOME),
    ("s3", Some("object"), "arn:aws:s3:::b/dev/y", AWAY),
    ("s3", Some("bucket"), "arn:aws:s3:::a", HOME),
    ("s3", None, "*", HOME),
    (
        "sqs",
        Some("queue"),
        "arn:aws:sqs:eu-west-1:111111111111:q",
        HOME,
    ),
    (
        "sqs",
        Some("queue"),
        "arn:aws:sqs:eu-west-1:222222222222:q",
        AWAY,
    ),
    (
        "kms",
        Some("key"),
        "arn:aws:kms:eu-west-1:111111111111:key/k",
        HOME,
    ),
    (
        "kms",
        Some("key"),
        "arn:aws:kms:eu-west-1:222222222222:key/k",
        AWAY,
    ),
    (
        "ec2",
        Some("instance"),
        "arn:aws:ec2:eu-west-1:111111111111:instance/i",
        HOME,
    ),
    (
        "iam",
        Some("role"),
        "arn:aws:iam::111111111111:role/app",
        HOME,
    ),
    (
        "sts",
        Some("role"),
        "arn:aws:iam::111111111111:role/target",
        HOME,
    ),
    (
        "sts",
        Some("role"),
        "arn:aws:iam::222222222222:role/target",
        AWAY,
    ),
];

/// What may be asked for, by row of [`RESOURCES`].
pub(crate) static TARGETS: LazyLock<Vec<Vec<Target>>> = LazyLock::new(|| {
    let targets_of = |&(service, kind, resource, owner): &(_, Option<&str>, _, _)| {
        let service = Service::find(service).expect("a service of the catalog");
        let acts_on_it = |action: &iam_dsl_catalog::Action| {
            let mut types = action.resources().map(|on| on.resource_type().name());
            match kind {
                Some(kind) => types.any(|name| name == kind),
                None => types.next().is_none(),
            }
        };
        let targets: Vec<Target> = service
            .actions()
            .filter(acts_on_it)
            .map(|action| Target {
                action: action.to_string(),
                resource,
                owner,
            })
            .collect();
        assert!(!targets.is_empty(), "no action acts on {resource}");
        targets
    };
    RESOURCES.iter().map(targets_of).collect()
});

/// Who asks, and how often in comparison.
pub(crate) const CALLERS: &[(u32, &str)] = &[
    (6, "arn:aws:iam::111111111111:user/dev"),
    (6, "arn:aws:sts::111111111111:assumed-role/app/run"),
    (2, "arn:aws:sts::111111111111:federated-user/dev"),
    (1, "arn:aws:iam::111111111111:root"),
    (
        1,
        "arn:aws:sts::111111111111:assumed-role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX/run",
    ),
    (2, "arn:aws:iam::222222222222:user/ops"),
    (1, "lambda.amazonaws.com"),
    (
        1,
        "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com",
    ),
    (1, "anonymous"),
];

/// Principals that statements name.
pub(crate) fn principals() -> Vec<(u32, Value)> {
    let user = "arn:aws:iam::111111111111:user/dev";
    let role = "arn:aws:iam::111111111111:role/app";
    let session = "arn:aws:sts::111111111111:assumed-role/app/run";
    let root = "arn:aws:iam::111111111111:root";
    let provider = "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com";
    vec![
        (4, json!("*")),
        (1, json!({"AWS": "*"})),
        (2, json!({"AWS": [HOME, AWAY]})),
        (1, json!({"AWS": root})),
        (2, json!({"AWS": [user, root]})),
        (1, json!({"AWS": user})),
        (2, json!({"AWS": role})),
        (2, json!({"AWS": [session, role, root]})),
        (
            1,
            json!({"AWS": "arn:aws:sts::111111111111:federated-user/dev"}),
        ),
        (
            1,
            json!({"AWS": ["arn:aws:iam::222222222222:user/ops", AWAY]}),
        ),
        (
            1,
            json!({"Service": ["lambda.amazonaws.com", "sns.amazonaws.com"], "AWS": user}),
        ),
        (1, json!({"Federated": provider})),
    ]
}

/// Resources that statements name. What is asked for comes on top of these.
pub(crate) const PATTERNS: &[&str] = &[
    "*",
    "arn:aws:s3:::*",
    "arn:aws:s3:::a",
    "arn:aws:s3:::a/*",
    "arn:aws:s3:::?/*",
    "arn:aws:s3:::b/${aws:username}/*",
    "arn:aws:s3:::a/${aws:PrincipalTag/team, 'x'}",
    "arn:aws:s3:::a/${aws:TagKeys}",
    "arn:aws:sqs:*:111111111111:*",
    "arn:aws:sqs:eu-west-1:*:q",
    "arn:aws:kms:*:*:key/*",
    "arn:aws:iam::*:role/*",
    "arn:*:ec2:*:*:instance/?",
];

/// Values that keys have in requests; all of them may be absent.
pub(crate) fn context_values() -> Vec<(&'static str, Vec<Value>)> {
    vec![
        ("aws:username", vec![json!("dev"), json!("ops")]),
        (
            "aws:PrincipalTag/team",
            vec![json!("blue"), json!("Red"), json!("x")],
        ),
        (
            "aws:PrincipalArn",
            vec![json!("arn:aws:iam::111111111111:role/app")],
        ),
        (
            "aws:SourceIp",
            vec![json!("10.1.2.3"), json!("2001:db8::1")],
        ),
        (
            "aws:CurrentTime",
            vec![json!("2024-06-01T00:00:00Z"), json!("1704067200")],
        ),
        (
            "aws:MultiFactorAuthPresent",
            vec![json!("true"), json!("false")],
        ),
        ("s3:max-keys", vec![json!("1"), json!("10.0")]),
        (
            "aws:TagKeys",
            vec![
                json!([]),
                json!(["a"]),
                json!(["a", "b"]),
                json!(["c", "b"]),
            ],
        ),
    ]
}

/// Conditions of statements: operator, key, values.
pub(crate) fn conditions() -> Vec<(&'static str, &'static str, Value)> {
    vec![
        ("StringEquals", "aws:username", json!(["dev", "other"])),
        (
            "StringNotEquals",
            "aws:PrincipalTag/Team",
            json!(["blue", "green"]),
        ),
        (
            "StringEqualsIfExists",
            "aws:PrincipalTag/team",
            json!("${aws:username}"),
        ),
        (
            "StringNotEqualsIfExists",
            "aws:PrincipalTag/team",
            json!("${aws:PrincipalTag/x, 'blue'}"),
        ),
        (
            "StringEqualsIgnoreCase",
            "aws:PrincipalTag/team",
            json!(["BLUE", "red"]),
        ),
        ("StringLike", "aws:username", json!(["d?v", "o*"])),
        ("StringNotLike", "aws:username", json!(["d*", "x"])),
        (
            "ArnLike",
            "aws:PrincipalArn",
            json!("arn:aws:iam::*:role/*"),
        ),
        (
            "ArnNotEquals",
            "aws:PrincipalArn",
            json!("arn:aws:iam::111111111111:role/app"),
        ),
        (
            "IpAddress",
            "aws:SourceIp",
            json!(["10.0.0.0/8", "2001:db8::/32"]),
        ),
        (
            "NotIpAddress",
            "aws:SourceIp",
            json!(["0.0.0.0/0", "192.0.2.1"]),
        ),
        (
            "DateLessThan",
            "aws:CurrentTime",
            json!("2024-03-01T00:00:00Z"),
        ),
        (
            "DateGreaterThanEquals",
            "aws:CurrentTime",
            json!([1_717_200_000, "2025-01-01"]),
        ),
        (
            "DateNotEquals",
            "aws:CurrentTime",
            json!(["2024-01-01T01:00:00+01:00"]),
        ),
        ("Bool", "aws:MultiFactorAuthPresent", json!(true)),
        ("BoolIfExists", "aws:MultiFactorAuthPresent", json!("false")),
        ("NumericLessThanEquals", "s3:max-keys", json!([10, "0"])),
        ("NumericNotEquals", "s3:max-keys", json!(["1", "2"])),
        ("Null", "aws:MultiFactorAuthPresent", json!("true")),
        ("Null", "aws:TagKeys", json!("false")),
        (
            "ForAllValues:StringEquals",
            "aws:TagKeys",
            json!(["a", "b"]),
        ),
        (
            "ForAllValues:StringNotLike",
            "aws:TagKeys",
            json!(["c*", "d"]),
        ),
        ("ForAnyValue:StringEquals", "aws:TagKeys", json!(["b", "c"])),
        (
            "ForAnyValue:StringNotEquals",
            "aws:TagKeys",
            json!(["a", "b"]),
        ),
        (
            "ForAnyValue:StringEqualsIfExists",
            "aws:TagKeys",
            json!(["a"]),
        ),
    ]
}
