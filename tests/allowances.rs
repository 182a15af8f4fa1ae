//! Findings that are allowed, in policies and in accounts.

use iam_dsl::check::{Code, Finding};
use iam_dsl::document::quota::Quota;
use iam_dsl::prelude::*;
use iam_dsl::{Account, PermissionsBoundary, User, s3};

const PASS: Code = Code::PASS_ROLE_WITH_STAR_IN_RESOURCE;

fn pass() -> iam_dsl::Statement<
    iam_dsl::statement::state::Allow,
    iam_dsl::statement::state::NoPrincipal,
    iam_dsl::statement::state::OnResources,
> {
    allow(actions![iam::PassRole]).on(any())
}

fn said(findings: &[Finding]) -> Vec<String> {
    let said = |finding: &Finding| format!("{} {finding}", finding.code());
    findings.iter().map(said).collect()
}

#[test]
fn what_is_allowed_is_not_found_and_not_printed() {
    let plain = IdentityPolicy::new().with(pass());
    let policy = plain
        .clone()
        .allow(PASS, "the boundary holds it to the team's roles");
    assert_eq!(policy.validate(), []);
    assert_eq!(policy.to_json(), plain.to_json());
    assert_eq!(policy, plain);
}

#[test]
fn of_one_statement_it_is_for_that_alone() {
    let narrow = || pass().when(key!("aws:PrincipalTag/team").equals("payments"));
    let policy = IdentityPolicy::new()
        .with(pass())
        .with(narrow().allow(PASS, "why"));
    assert_eq!(
        said(&policy.validate()),
        [
            "PASS_ROLE_WITH_STAR_IN_RESOURCE `iam:PassRole` lets whoever has this policy pass any role to any service, also one with more permissions at Statement[0].Action"
        ],
    );
    // It goes with its statement.
    let parts = policy.split(Quota::MANAGED_POLICY).unwrap();
    assert_eq!(parts[0].validate().len(), 1);
    let apart = IdentityPolicy::new().with(narrow().allow(PASS, "why"));
    assert_eq!(apart.validate(), []);
}

#[test]
fn what_is_no_longer_found_is_stale() {
    let policy = IdentityPolicy::new()
        .with(
            allow(actions![s3::ListAllMyBuckets])
                .on(any())
                .allow(PASS, "why"),
        )
        .allow(Code::EMPTY_SID_VALUE, "why");
    assert_eq!(
        said(&policy.validate()),
        [
            "STALE_ALLOWANCE `EMPTY_SID_VALUE` is allowed, and is not found there",
            "STALE_ALLOWANCE `PASS_ROLE_WITH_STAR_IN_RESOURCE` is allowed at `Statement[0]`, and is not found there at Statement[0]",
        ]
    );
    // It may be in another part.
    assert_eq!(policy.minimized().validate(), []);
}

#[test]
fn without_a_reason_nothing_is_allowed() {
    let policy = IdentityPolicy::new().with(pass()).allow(PASS, "");
    let codes: Vec<Code> = policy.validate().iter().map(Finding::code).collect();
    assert_eq!(codes, [Code::ALLOWANCE_WITHOUT_REASON, PASS]);
}

#[test]
fn handles_keep_what_is_allowed_of_statements() {
    let boundary = PermissionsBoundary::new("team");
    boundary.add(pass().allow(PASS, "why"));
    assert_eq!(boundary.policy().validate(), []);
    let role = Role::new("deploy");
    role.add(pass().allow(PASS, "why"));
    assert_eq!(role.policy().validate(), []);
    let bucket = s3::Bucket::named("reports");
    let anyone = allow(actions![s3::GetObject])
        .to(anyone())
        .on(bucket.objects("*"));
    bucket.add(anyone.allow(PASS, "why"));
    let codes: Vec<Code> = bucket
        .policy()
        .validate()
        .iter()
        .map(Finding::code)
        .collect();
    assert!(codes.contains(&Code::STALE_ALLOWANCE));
}

#[test]
fn an_account_takes_what_is_allowed_of_its_identities_and_of_itself() {
    let key = Code::USER_FOR_SERVICE;
    let user = || User::new("appliance").with_access_key();
    let account = || Account::new(&Env::new("123456789012", "eu-central-1").unwrap());
    let codes = |account: Account| -> Vec<(Code, String)> {
        let findings = account.check();
        findings
            .iter()
            .map(|it| (it.code(), it.of().to_owned()))
            .collect()
    };
    let of = |code| vec![(code, "user `appliance`".to_owned())];
    assert_eq!(codes(account().with(user())), of(key));
    assert_eq!(codes(account().with(user().allow(key, "why"))), []);
    assert_eq!(codes(account().with(user()).allow(key, "why")), []);
    let both = account()
        .with(user())
        .allow_for(User::new("appliance"), key, "why");
    assert_eq!(codes(both), []);
    // Of another identity, nothing, and no reason.
    let other = account()
        .with(user())
        .with(User::new("anna").allow(key, "why"));
    let stale = (Code::STALE_ALLOWANCE, "user `anna`".to_owned());
    assert_eq!(codes(other), [of(key), vec![stale]].concat());
    let silent = codes(account().with(user().allow(key, " ")));
    assert_eq!(
        silent,
        [of(key), of(Code::ALLOWANCE_WITHOUT_REASON)].concat()
    );
    let stale = (Code::STALE_ALLOWANCE, "the account".to_owned());
    assert_eq!(codes(account().allow(key, "why")), [stale]);
}

/// What is found in a policy of an identity is allowed of the identity too.
#[test]
fn what_is_found_in_its_policies_is_the_identitys() {
    let role = Role::new("deploy").trusted_by(service_principal!("ec2.amazonaws.com"));
    role.add(pass());
    let account =
        |role: &Role| Account::new(&Env::new("123456789012", "eu-central-1").unwrap()).with(role);
    assert!(account(&role).check().iter().any(|it| it.code() == PASS));
    let role = role.allow(PASS, "why");
    assert!(account(&role).check().iter().all(|it| it.code() != PASS));
}
