use insta::assert_snapshot;

use crate::run::run;

#[test]
fn actions_a_line() {
    let run = run(&["expand", "SQS:*message", "sqs:SendMessage"]);
    assert_eq!(
        run.stdout,
        "sqs:DeleteMessage\nsqs:ReceiveMessage\nsqs:SendMessage\nsqs:SendMessage\n"
    );
    assert_eq!(run.code, Some(0));
}

#[test]
fn actions_as_json() {
    let run = run(&["expand", "sqs:*Queue", "s3:Gte*", "--format", "json"]);
    assert_snapshot!(run);
}

#[test]
fn patterns_without_actions() {
    assert_snapshot!(run(&[
        "expand",
        "s3:Gte*",
        "sqs:SendMessage",
        "dynamobd:Get*",
        "*:Get*",
        "GetObject"
    ]));
}

#[test]
fn formats() {
    assert_eq!(run(&["expand", "s3:*", "--format", "github"]).code, Some(2));
    assert_eq!(run(&["expand"]).code, Some(2));
}
