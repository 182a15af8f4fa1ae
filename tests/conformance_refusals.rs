//! What aws-cdk-lib refuses of policies is refused here: as it compiles, by a typed error or by a finding.

use std::time::Duration;

use iam_dsl::prelude::*;
use iam_dsl::principal::OrganizationPrincipal;
use iam_dsl::{Arn, Finding, ManagedPolicy, PolicyDocument, backup, ssm};
use serde_json::Value;

use crate::{
    conformance_rows::{refusals, shared_refusals},
    ui::does_not_compile,
};

/// What does not compile, by the program that shows the message.
const DOES_NOT_COMPILE: &[(&str, &str)] = &[
    ("no action", "policy_missing_action"),
    (
        "identity with principals",
        "statement_principal_in_identity_policy",
    ),
    ("identity without resource", "statement_without_resource"),
    ("invalid action \"s3\"", "action_without_service"),
    ("actions+notActions", "policy_action_and_not_action"),
    ("group as principal", "group_as_principal"),
    (
        "principals with differing conditions",
        "trust_differing_conditions",
    ),
    (
        "literal * + other principal",
        "principal_anyone_among_others",
    ),
    ("account id as number", "principal_account_as_number"),
    (
        "CompositePrincipal w/ conditions as resource principal",
        "principal_organization_among_others",
    ),
    (
        "resource policy without principal",
        "statement_without_principal_in_resource_policy",
    ),
    (
        "resource policy without resource",
        "statement_without_resource_in_resource_policy",
    ),
    ("grant with empty actions", "actions_empty"),
];

/// What CDK refuses and we do not, and why.
const DIFFERENT: &[(&str, &str)] = &[
    (
        "invalid action \"s3:Get?bject\" (valid IAM)",
        "IAM takes `?` for one character",
    ),
    (
        "invalid action \"*:*\"",
        "IAM takes it, and means every action by it",
    ),
    (
        "PolicyDocument.fromJson Statement object",
        "IAM takes one statement without a list around it",
    ),
    (
        "frozen statement",
        "a statement moves into its policy: nobody is left who could change it",
    ),
    (
        "addGrantsToResources without mutable:false",
        "there is no such option: a role by its ARN collects what it is granted, and says so",
    ),
    (
        "grantAssumeRole(ServicePrincipal)",
        "the trust policy of the role lets the service in, which is all it takes",
    ),
    (
        "grantAssumeRole(AccountPrincipal)",
        "the trust policy of the role lets the account in, and the receipt says what its identities still need",
    ),
    (
        "S3 v1 flag grantWriteWithoutAcl=false",
        "there are no feature flags: `grant_write` never gives `s3:PutObjectAcl`",
    ),
    (
        "lambda.grantInvoke imported",
        "what a function by its ARN is granted stays in the policy of its handle, for its account to take",
    ),
];

/// What says at run time that the case is wrong.
fn error_of(case: &str) -> Option<String> {
    let error = match case {
        "identity bad sid" => {
            let list = allow(actions![s3::ListAllMyBuckets]).on(any());
            of_findings(
                &IdentityPolicy::new()
                    .with(list.sid("has space-"))
                    .findings(),
            )?
        }
        "empty managed policy" => of_findings(&ManagedPolicy::new("app").policy().findings())?,
        "force empty Policy" => of_findings(&IdentityPolicy::new().findings())?,
        "condition not object" => unread(r#""Action": "s3:*", "Resource": "*", "Condition": "x""#)?,
        "resources+notResources" => {
            unread(r#""Action": "s3:*", "Resource": "*", "NotResource": "*""#)?
        }
        "principals+notPrincipals" => {
            unread(r#""Action": "s3:*", "Principal": "*", "NotPrincipal": "*""#)?
        }
        "fromJson missing action" => {
            let text =
                r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Resource": "*"}}"#;
            let policy: IdentityPolicy = text.parse().ok()?;
            of_findings(&policy.findings())?
        }
        "bad org id" => OrganizationPrincipal::new("nope").unwrap_err().to_string(),
        "empty CompositePrincipal" => {
            let nobody: [Arn; 0] = [];
            of_findings(
                &Role::new("app")
                    .trusted_by(nobody)
                    .trust_policy()
                    .findings(),
            )?
        }
        "role name too long" => mistake(&Role::new("x".repeat(65)))?,
        "role path invalid" => mistake(&Role::new("app").with_path("abc"))?,
        "role maxSessionDuration" => {
            mistake(&Role::new("app").with_max_session_duration(Duration::from_secs(300)))?
        }
        "role description too long" => {
            mistake(&Role::new("app").with_description("x".repeat(1001)))?
        }
        "ssm grantRead(ServicePrincipal).assertSuccess" => {
            let parameter = ssm::Parameter::named("/orders/limit");
            let service = service_principal!("events.amazonaws.com");
            parameter.grant_read(service).unwrap_err().to_string()
        }
        "backup grant wildcard" => {
            let vault = backup::BackupVault::named("vault");
            let all = actions![backup::*];
            vault.grant(Role::new("app"), all).unwrap_err().to_string()
        }
        _ => return None,
    };
    Some(error)
}

fn of_findings(findings: &[Finding]) -> Option<String> {
    findings.first().map(ToString::to_string)
}

fn unread(members: &str) -> Option<String> {
    let text =
        format!(r#"{{"Version": "2012-10-17", "Statement": [{{"Effect": "Allow", {members}}}]}}"#);
    let error = text.parse::<PolicyDocument>().err()?;
    Some(error.to_string())
}

fn mistake(role: &Role) -> Option<String> {
    role.mistakes().first().map(ToString::to_string)
}

fn check(rows: &[Value]) {
    let (mut covered, mut different, mut taken, mut missing) = (0, 0, 0, Vec::new());
    for row in rows {
        let case = row["case"].as_str().unwrap();
        let is = |(known, _): &&(&str, &str)| *known == case;
        let program = DOES_NOT_COMPILE.iter().find(is);
        if row["refused"] == false {
            taken += 1;
        } else if program.is_some_and(|(_, program)| does_not_compile(program))
            || error_of(case).is_some()
        {
            covered += 1;
        } else if DIFFERENT.iter().any(|it| is(&it)) {
            different += 1;
        } else {
            missing.push(case);
        }
    }
    println!(
        "{} cases of CDK's validation, {taken} of them taken: {covered} covered, {different} different with reason, {} missing",
        rows.len(),
        missing.len()
    );
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn what_cdk_refuses() {
    let rows = refusals();
    assert_eq!(rows.len(), 52);
    check(&rows);
}

/// IAM takes these, so that CDK's refusal is CDK's alone.
#[test]
fn what_cdk_refuses_and_iam_takes() {
    let documents = [
        r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:Get?bject", "Resource": "*"}}"#,
        r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*:*", "Resource": "*"}]}"#,
    ];
    for text in documents {
        let policy: IdentityPolicy = text.parse().unwrap();
        assert_eq!(policy.findings(), [], "{text}");
    }
}

#[test]
#[ignore = "needs the shared folder: IAM_DSL_SHARED or ../shared beside the repository"]
fn what_cdk_refuses_as_it_says_it() {
    let rows = shared_refusals();
    check(&rows);
    assert_eq!(
        rows,
        refusals(),
        "tests/fixtures/cdk-validation.jsonl is out of date"
    );
}
