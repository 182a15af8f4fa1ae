//! Who may assume and pass roles.

use iam_dsl::{
    Env, Group, Role, User,
    prelude::*,
    principal::{AccountPrincipal, AccountRootPrincipal},
};

fn env(account: &str) -> Env {
    Env::new(account, "us-east-1").unwrap()
}

/// How many statements the trust policy of a role has once it was granted to a grantee.
fn trust_of(role: &Role, grantee: &Role) -> usize {
    let grant = role.grant_assume_role(grantee).unwrap();
    assert_eq!(grant.identity_statements().len(), 1);
    role.trust_policy().document().statements().len()
}

#[test]
fn a_role_that_trusts_the_grantee_already_says_it_once() {
    let own = env("123456789012");
    let app = Role::new("app").with_env(&own);
    let operator = || Role::new("operator").with_env(&own);
    assert_eq!(trust_of(&operator(), &app), 1);
    assert_eq!(trust_of(&operator().trusted_by(&app), &app), 1);
    assert_eq!(
        trust_of(&operator().trusted_by(AccountPrincipal::of(&own)), &app),
        1
    );
    assert_eq!(
        trust_of(&operator().trusted_by(AccountRootPrincipal::new()), &app),
        1
    );
    let deploying = Role::new("operator").trusted_by(AccountRootPrincipal::new());
    assert_eq!(trust_of(&deploying, &Role::new("app")), 1);
}

#[test]
fn trust_that_asks_for_more_does_not_count() {
    let own = env("123456789012");
    let app = Role::new("app").with_env(&own);
    let operator = Role::new("operator")
        .with_env(&own)
        .trusted_by(AccountPrincipal::of(&own).with_external_id("4711"));
    assert_eq!(trust_of(&operator, &app), 2);
    let of_service = Role::new("operator")
        .with_env(&own)
        .trusted_by(service_principal!("lambda.amazonaws.com"));
    assert_eq!(trust_of(&of_service, &app), 2);
}

#[test]
fn another_account_is_trusted_by_whichever_of_its_names() {
    let partner =
        Role::from_arn(arn!("arn:aws:iam::999999999999:role/partner")).expect("the ARN is good");
    let operator = Role::new("operator").with_env(&env("123456789012"));
    let account = AccountPrincipal::new("999999999999").unwrap();
    assert_eq!(trust_of(&operator.clone().trusted_by(account), &partner), 1);
    let of_another = Role::new("operator").with_env(&env("111111111111"));
    assert_eq!(trust_of(&of_another, &partner), 1);
}

#[test]
fn a_group_needs_a_role_that_trusts_the_account() {
    let own = env("123456789012");
    let operators = Group::new("operators").with_env(&own);
    let operator = Role::new("operator").with_env(&own);
    let error = operator.grant_assume_role(&operators).unwrap_err();
    assert!(error.help().contains("AccountPrincipal::of"), "{error}");
    assert!(operator.trust_policy().is_empty());

    let trusting = operator.trusted_by(AccountPrincipal::of(&own));
    let grant = trusting.grant_assume_role(&operators).unwrap();
    assert!(grant.resource_statements().is_empty());
}

#[test]
fn no_role_is_passed_across_accounts() {
    let role = Role::new("report").with_env(&env("123456789012"));
    let stranger = User::new("deploy").with_env(&env("999999999999"));
    let tasks = service_principal!("ecs-tasks.amazonaws.com");
    assert!(role.grant_pass_role(&stranger, &tasks).is_err());
    assert!(stranger.policy().is_empty());

    let task = iam_dsl::ecs::TaskDefinition::named("report").with_task_role(&role);
    let error = task.grant_run(&stranger).unwrap_err();
    assert!(error.to_string().contains("deploy"), "{error}");
}

#[test]
fn a_receipt_says_to_which_service_a_role_is_passed() {
    let tasks = service_principal!("ecs-tasks.amazonaws.com");
    let report = Role::new("report").trusted_by(&tasks);
    let grant = report.grant_pass_role(Role::new("deploy"), &tasks).unwrap();
    assert_eq!(
        grant.to_string(),
        "role `deploy` may pass role `report` to `ecs-tasks.amazonaws.com`"
    );
}

#[test]
fn a_role_that_trusts_the_deploying_account_trusts_its_groups() {
    let group = Group::new("people").with_env(&env("123456789012"));
    let operator = Role::new("operator").trusted_by(AccountRootPrincipal::new());
    operator.grant_assume_role(&group).unwrap();
}
