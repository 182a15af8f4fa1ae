use insta::assert_snapshot;

use crate::run::{Run, command, piped, run};

#[test]
fn findings_for_people() {
    assert_snapshot!(run(&["check", "check/app.json"]));
}

#[test]
fn findings_as_json() {
    assert_snapshot!(run(&[
        "check",
        "check/app.json",
        "check/clean.json",
        "--format",
        "json"
    ]));
}

#[test]
fn findings_for_github() {
    assert_snapshot!(run(&[
        "check",
        "check/app.json",
        "check/syntax.json",
        "--format",
        "github"
    ]));
}

#[test]
fn nothing_is_found() {
    let run = run(&["check", "check/clean.json"]);
    assert_eq!(
        run.to_string(),
        "exit code 0\n--- stdout\nno findings in 1 policy\n\n"
    );
}

#[test]
fn what_is_no_json_is_pointed_at() {
    assert_snapshot!(run(&["check", "check/syntax.json"]));
    let json = run(&["check", "check/syntax.json", "--format", "json"]);
    assert_snapshot!(json.stdout);
}

#[test]
fn what_iam_says_is_passed_on() {
    assert_snapshot!(run(&["check", "check/refused.json", "--format", "json"]));
    // IAM's words are about what it would save for identities.
    let scp = run(&[
        "check",
        "check/refused.json",
        "--format",
        "json",
        "--kind",
        "scp",
    ]);
    assert!(
        scp.stdout
            .contains(r#""createPolicy":{"accepted":false,"message":null}"#),
        "{scp}"
    );
}

#[test]
fn a_kind_can_be_said_and_is_asked_for() {
    assert_snapshot!(run(&["check", "check/trust.json"]));
    assert_eq!(
        run(&["check", "check/trust.json", "--kind", "trust"]).code,
        Some(0)
    );
    let said = run(&["check", "check/trust.json", "--kind", "identity"]);
    assert!(!said.stdout.contains("--kind"), "{said}");
}

#[test]
fn reasons_are_told_when_asked_for() {
    let quiet = run(&["check", "check/app.json"]);
    let verbose = run(&["check", "check/app.json", "--verbose"]);
    assert!(!quiet.stdout.contains("= note: "), "{quiet}");
    assert!(verbose.stdout.contains("= note: "), "{verbose}");
}

#[test]
fn what_fails_can_be_chosen() {
    let code = |policy: &str, fail_on: &str| run(&["check", policy, "--fail-on", fail_on]).code;
    for (fail_on, expected) in [
        ("error", 1),
        ("security-warning", 1),
        ("warning", 1),
        ("suggestion", 1),
        ("never", 0),
    ] {
        assert_eq!(code("check/app.json", fail_on), Some(expected), "{fail_on}");
    }
    let passes_roles = "../../../../tests/policies/admin_wildcard.json";
    assert_eq!(code(passes_roles, "security-warning"), Some(1));
    assert_eq!(code(passes_roles, "error"), Some(0));
}

#[test]
fn a_sandbox_hears_less() {
    let types = |profile: &str| -> Vec<String> {
        let run = run(&[
            "check",
            "check/app.json",
            "--format",
            "json",
            "--profile",
            profile,
        ]);
        let parts = run.stdout.split("\"type\":\"").skip(1);
        parts
            .map(|part| part.split('"').next().unwrap().to_owned())
            .collect()
    };
    assert!(!types("sandbox").contains(&"SUGGESTION".to_owned()));
    assert!(types("production").contains(&"SUGGESTION".to_owned()));
    assert!(types("sandbox").contains(&"ERROR".to_owned()));
}

#[test]
fn a_format_of_another_command() {
    assert_snapshot!(run(&["check", "check/app.json", "--format", "junit"]));
}

#[test]
fn colours() {
    let mut forced = command(&["check", "check/app.json"]);
    let coloured = Run::from(forced.env("CLICOLOR_FORCE", "1").output().unwrap());
    assert!(coloured.stdout.contains('\x1b'));
    let mut plain = command(&["check", "check/app.json"]);
    let plain = Run::from(plain.env("NO_COLOR", "1").output().unwrap());
    assert!(!plain.stdout.contains('\x1b'));
}

#[test]
fn what_was_not_used_for_people() {
    assert_snapshot!(run(&[
        "check",
        "check/wide.json",
        "--profile",
        "sandbox",
        "--used",
        "check/used.txt"
    ]));
}

/// What all but some are denied is granted to nobody.
#[test]
fn what_is_denied_is_not_granted() {
    let policy = r#"{"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": ["sqs:*", "sns:Publish"], "Resource": "*"},
        {"Effect": "Deny", "NotAction": "sqs:deleteq*", "Resource": ["*"]},
        {"Effect": "Deny", "NotAction": "iam:*", "Resource": "arn:aws:sqs:*:*:*"},
        {"Effect": "Deny", "NotAction": "iam:*", "Resource": "*", "Condition": {"Null": {"aws:MultiFactorAuthAge": "true"}}}]}"#;
    let run = piped(
        &["check", "-", "--used", "check/used.txt", "--format", "json"],
        policy.as_bytes(),
    );
    let unused = run.stdout.split("\"actions\":").nth(1).unwrap();
    assert!(
        unused.starts_with(r#"["sqs:DeleteQueue"],"used":[]"#),
        "{run}"
    );
}

#[test]
fn what_was_not_used_as_json() {
    let run = run(&[
        "check",
        "check/wide.json",
        "--used",
        "check/used.txt",
        "--format",
        "json",
    ]);
    let unused = run.stdout.split("\"unused\":").nth(1).unwrap();
    assert!(
        unused.starts_with(concat!(
            r#"[{"path":["Statement",0],"sid":"Queue","line":7,"column":17,"#,
            r#""actions":["sqs:DeleteMessage","sqs:GetQueueUrl"],"#,
            r#""used":["sqs:ReceiveMessage","sqs:SendMessage"]},{"path":["Statement",1],"sid":null,"#
        )),
        "{run}"
    );
    assert!(
        !unused.contains("dynamodb:Delete") && !unused.contains("\"Statement\",2"),
        "{run}"
    );
    assert!(
        run.stderr.contains("did you mean `dynamodb:Query`?"),
        "{run}"
    );
    assert_eq!(run.code, Some(0));
}

#[test]
fn a_list_that_is_not_there() {
    let run = run(&["check", "check/wide.json", "--used", "check/none.txt"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("cannot read `check/none.txt`"), "{run}");
}
