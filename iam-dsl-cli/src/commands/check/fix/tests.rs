use iam_dsl_core::check::Profile;
use iam_dsl_core::{PolicyDocument, PolicyKind};
use iam_dsl_evaluate::{Caller, Evaluator, Policies, Request};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::{Fixed, fixed};

fn fix(text: &str) -> Option<Fixed> {
    fixed(text, PolicyKind::Identity, Profile::Production, &[])
}

/// What one round takes away moves what the next one does.
#[test]
fn what_is_gone_is_told_by_where_it_stood() {
    let text = r#"{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "",
      "Effect": "Allow",
      "Action": [
        "s3:GetObject",
        "s3:Get*"
      ],
      "Resource": "*"
    },
    { "Effect": "Allow", "Action": ["s3:Get*"], "Resource": "*" },
    {
      "Effect": "Allow",
      "Action": "sqs:SendMessage",
      "Resource": [
        "*",
        "arn:aws:sqs:*:*:a"
      ]
    }
  ]
}
"#;
    let gone: Vec<String> = fix(text)
        .unwrap()
        .gone
        .iter()
        .map(|gone| format!("{} {}: {}", gone.line, gone.code, gone.text))
        .collect();
    assert_eq!(
        gone,
        [
            "5 EMPTY_SID_VALUE: \"Sid\": \"\"",
            "8 REDUNDANT_ACTION: \"s3:GetObject\"",
            "13 REDUNDANT_STATEMENT: { \"Effect\": \"Allow\", \"Action\": [\"s3:Get*\"], \"Resource\": \"*\" }",
            "19 REDUNDANT_RESOURCE: \"arn:aws:sqs:*:*:a\"",
        ]
    );
}

#[test]
fn what_is_left_stands_as_it_stood() {
    let text = r#"{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "",
      "Effect": "Allow",
      "Action": [
        "s3:GetObject",
        "s3:Get*",
        "S3:getobject", "s3:PutObject"
      ],
      "Resource": ["arn:aws:s3:::a/*",   "arn:aws:s3:::a/b", "arn:aws:s3:::a/*"],
      "Condition": {}
    },
    { "Sid": "Same", "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*" },
    { "Effect": "Allow", "Resource": ["*"], "Action": ["sqs:SendMessage"] }
  ]
}
"#;
    let left = r#"{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "s3:Get*", "s3:PutObject"
      ],
      "Resource": ["arn:aws:s3:::a/*"]
    },
    { "Sid": "Same", "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*" }
  ]
}
"#;
    let minified = |text: &str| text.replace(['\n', ' '], "");
    let of_windows = |text: &str| text.replace('\n', "\r\n");
    for (text, left) in [
        (text.to_owned(), left.to_owned()),
        (of_windows(text), of_windows(left)),
        (minified(text), minified(left)),
    ] {
        let fixed = fix(&text).unwrap();
        assert_eq!((&fixed.text, fixed.gone.len()), (&left, 7));
        assert_eq!(fix(&left), None);
    }
}

#[test]
fn what_is_good_or_no_policy_is_left_alone() {
    for text in [
        r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*"}}"#,
        r#"{"Statement": [{"Effect": "Allow", "Action": ["s3:*", "s3:Get*"]"#,
        "[]",
    ] {
        assert_eq!(fix(text), None, "{text}");
    }
}

#[test]
fn what_is_allowed_or_not_reported_is_left_alone() {
    use iam_dsl_core::check::{Allowance, Code};
    let text = r#"{"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": ["sqs:*", "sqs:SendMessage"], "Resource": "*"}]}"#;
    let allowance = [Allowance::new(Code::REDUNDANT_ACTION, "names what matters")];
    let kind = PolicyKind::Identity;
    assert!(fixed(text, kind, Profile::Production, &[]).is_some());
    assert_eq!(fixed(text, kind, Profile::Production, &allowance), None);
    assert_eq!(fixed(text, kind, Profile::Sandbox, &[]), None);
}

const ACTIONS: &[&str] = &[
    "s3:GetObject",
    "S3:GETOBJECT",
    "s3:Get*",
    "s3:*Object",
    "s3:?etObject",
    "s3:PutObject",
    "s3:*",
    "*",
    "sqs:SendMessage",
];

const RESOURCES: &[&str] = &[
    "arn:aws:s3:::a/*",
    "arn:aws:s3:::a/b",
    "arn:aws:s3:::a/?",
    "arn:aws:s3:::a/${aws:username}",
    "arn:aws:s3:::a/${aws:username}*",
    "arn:aws:s3:::a/${aws:PrincipalTag/team}",
    "arn:aws:s3:::a/${*}",
    "arn:aws:s3:::*",
    "arn:aws:s3:*",
    "arn:aws:*",
    "*",
    "arn:aws:sqs:us-east-1:123456789012:q",
    "arn:aws:sqs:*:123456789012:*",
];

const CONDITIONS: &[&str] = &[
    "",
    r#", "Condition": {}"#,
    r#", "Condition": {"StringEquals": {"aws:PrincipalTag/team": ["x", "y"]}}"#,
    r#", "Condition": {"StringEquals": {"aws:PrincipalTag/team": ["y", "x"]}}"#,
];

fn list(texts: &'static [&'static str]) -> impl Strategy<Value = String> {
    let repeated = (subsequence(texts, 1..4), select(texts), any::<bool>());
    repeated.prop_map(|(mut texts, again, is_first)| {
        texts.insert(if is_first { 0 } else { texts.len() }, again);
        format!("{texts:?}")
    })
}

fn statement() -> impl Strategy<Value = String> {
    (
        select(vec!["Allow", "Deny"]),
        select(vec!["Action", "NotAction"]),
        list(ACTIONS),
        select(vec!["Resource", "NotResource"]),
        list(RESOURCES),
        select(CONDITIONS),
        select(vec!["", r#""Sid": "", "#]),
    )
        .prop_map(|(effect, action, actions, resource, resources, condition, sid)| {
            format!(
                r#"{{{sid}"Effect": "{effect}", "{action}": {actions}, "{resource}": {resources}{condition}}}"#
            )
        })
}

fn policy() -> impl Strategy<Value = String> {
    let statements = (proptest::collection::vec(statement(), 1..4), any::<bool>());
    let version = select(vec!["2012-10-17", "2008-10-17"]);
    (statements, version).prop_map(|((mut statements, is_repeated), version)| {
        if is_repeated {
            statements.push(statements[0].clone());
        }
        let statements = statements.join(", ");
        format!(r#"{{"Version": "{version}", "Statement": [{statements}]}}"#)
    })
}

/// What a policy decides of requests that the patterns above tell apart.
fn decisions(text: &str) -> Vec<String> {
    let document: PolicyDocument = text.parse().unwrap();
    let evaluator = Evaluator::new(&Policies::new().with_identity_policy(document));
    let mut decisions = Vec::new();
    for user in ["ann", "b"] {
        let caller: Caller = format!("arn:aws:iam::123456789012:user/{user}")
            .parse()
            .unwrap();
        for action in [
            "s3:GetObject",
            "s3:PutObject",
            "s3:GetBucketAcl",
            "sqs:SendMessage",
        ] {
            for resource in [
                "arn:aws:s3:::a",
                "arn:aws:s3:::a/",
                "arn:aws:s3:::a/b",
                "arn:aws:s3:::a/ann",
                "arn:aws:s3:::a/ann/x",
                "arn:aws:s3:::a/*",
                "arn:aws:s3:::a/${aws:username}",
                "arn:aws:sqs:us-east-1:123456789012:q",
                "arn:aws:sqs:us-east-1:999999999999:q",
            ] {
                for team in [None, Some("x"), Some("")] {
                    let request = Request::new(caller.clone(), action, resource)
                        .owned_by("123456789012")
                        .with("aws:username", user);
                    let request = match team {
                        Some(team) => request.with("aws:PrincipalTag/team", team),
                        None => request,
                    };
                    let decision = evaluator.decide(&request);
                    decisions.push(format!("{user} {action} {resource} {team:?}: {decision}"));
                }
            }
        }
    }
    decisions
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_decision_changes(text in policy()) {
        if let Some(fixed) = fix(&text) {
            prop_assert!(fixed.text.len() < text.len());
            let (before, after) = (decisions(&text), decisions(&fixed.text));
            let different = before.iter().zip(&after).find(|(before, after)| before != after);
            prop_assert_eq!(different, None, "{} became {}", text, fixed.text);
            prop_assert_eq!(fix(&fixed.text), None);
        }
    }
}
