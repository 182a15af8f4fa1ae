//! What the company of the example promises its teams.

use iam_dsl::check::FindingType;
use iam_dsl::evaluate::{Caller, Context, Evaluator, Policies, Request};
use iam_dsl::prelude::*;
use iam_dsl::{Arn, PermissionsBoundary, Role, User, delegation::role_administration};

#[path = "../examples/multi_team_account.rs"]
#[allow(dead_code, reason = "its main function is for the example")]
mod example;

use example::{Company, Team, company};

const BOUNDARY: &str = "arn:aws:iam::123456789012:policy/boundaries/payments-boundary";

fn built() -> Company {
    company().unwrap()
}

fn teams(company: &Company) -> [&Team; 3] {
    [
        &company.payments,
        &company.notifications,
        &company.analytics,
    ]
}

fn worker() -> Arn {
    arn!("arn:aws:iam::123456789012:role/payments/worker")
}

fn everything() -> IdentityPolicy {
    IdentityPolicy::new().with(allow(actions![*]).on(any()))
}

/// Whether a workflow with this subject may assume the role.
fn may_assume(role: &Role, subject: &str) -> bool {
    let provider = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";
    let claims = Context::new()
        .with(
            "token.actions.githubusercontent.com:aud",
            "sts.amazonaws.com",
        )
        .with("token.actions.githubusercontent.com:sub", subject);
    let request = Request::new(
        Caller::identity_provider(provider),
        "sts:AssumeRoleWithWebIdentity",
        role.arn().to_string(),
    )
    .owned_by("123456789012")
    .with_context(claims);
    let policies = Policies::new().with_resource_policy(role.trust_policy());
    Evaluator::new(&policies).decide(&request).is_allowed()
}

#[test]
fn teams_use_what_is_theirs() {
    let company = built();
    let Company {
        table,
        bucket,
        queue,
        ..
    } = &company;
    let service = &company.payments.service;
    assert_allows!(service, dynamodb::PutItem, on = table);
    assert_allows!(
        service,
        s3::PutObject,
        on = bucket.objects("2026/receipt.pdf")
    );
    assert_allows!(service, sqs::ReceiveMessage, on = queue);
    assert_denies!(service, sqs::SendMessage, on = queue);
    assert_allows!(
        company.notifications.service,
        sns::Publish,
        on = "arn:aws:sns:eu-central-1:123456789012:notifications-customers"
    );
    assert_allows!(
        company.analytics.service,
        s3::GetObject,
        on = "arn:aws:s3:::analytics-reports-123456789012/q1.csv"
    );
}

/// Whatever is attached to their roles, even everything.
#[test]
fn teams_are_kept_out_of_what_others_have() {
    let company = built();
    let Company {
        table,
        bucket,
        queue,
        ..
    } = &company;
    for team in [&company.notifications, &company.analytics] {
        for role in [&team.service, &team.deploy, &team.admin] {
            let role = |action| role.can(action).with_policy(everything());
            assert_denies!(role(aws::sqs::DeleteQueue).on(queue));
            assert_denies!(role(aws::dynamodb::GetItem).on(table));
            assert_denies!(role(aws::s3::GetObject).on(bucket.objects("2026/receipt.pdf")));
        }
        assert_denies!(team.people, sqs::DeleteQueue, on = queue);
        assert_denies!(team.people, dynamodb::GetItem, on = table);
    }
}

#[test]
fn no_role_of_a_team_changes_identities_or_deletes_stacks() {
    let company = built();
    let stack = "arn:aws:cloudformation:eu-central-1:123456789012:stack/payments/1";
    for team in teams(&company) {
        for role in [&team.service, &team.deploy] {
            let role = |action| role.can(action).with_policy(everything());
            assert_denies!(
                role(aws::iam::CreateUser).on(arn!("arn:aws:iam::123456789012:user/backdoor"))
            );
            assert_denies!(role(aws::iam::AttachRolePolicy).on(&team.service));
            assert_denies!(role(aws::iam::DeleteRolePermissionsBoundary).on(&team.service));
            assert_denies!(role(aws::iam::PutRolePolicy).on(&team.service));
            assert_denies!(
                role(aws::cloudformation::DeleteStack).on(stack.parse::<Arn>().unwrap())
            );
        }
    }
}

#[test]
fn deployments_come_from_the_teams_own_branch() {
    let company = built();
    let deploy = &company.payments.deploy;
    assert!(may_assume(
        deploy,
        "repo:my-org/payments:ref:refs/heads/main"
    ));
    for other in [
        "repo:my-org/payments:ref:refs/heads/feature",
        "repo:my-org/payments:ref:refs/heads/main2",
        "repo:my-org/payments:ref:refs/tags/main",
        "repo:my-org/payments:pull_request",
        "repo:my-org/payments:environment:production",
        "repo:my-org/analytics:ref:refs/heads/main",
        "repo:my-org-2/payments:ref:refs/heads/main",
        "repo:somebody/payments:ref:refs/heads/main",
        "",
    ] {
        assert!(!may_assume(deploy, other), "{other}");
    }
    // What a fork's pull request gets is none of these roles.
    for team in [&company.notifications, &company.analytics] {
        assert!(!may_assume(
            &team.deploy,
            "repo:my-org/payments:ref:refs/heads/main"
        ));
    }
}

#[test]
fn payments_deploys_its_own_service_only() {
    let company = built();
    let deploy = &company.payments.deploy;
    assert_allows!(
        deploy,
        ecs::UpdateService,
        on = "arn:aws:ecs:eu-central-1:123456789012:service/main/payments"
    );
    for other in ["analytics", "payments-2", "notifications"] {
        let service = format!("arn:aws:ecs:eu-central-1:123456789012:service/main/{other}");
        let service: Arn = service.parse().unwrap();
        assert_denies!(deploy.can(aws::ecs::UpdateService).on(service));
    }
    let to = |service: &str| {
        deploy
            .can(aws::iam::PassRole)
            .on(&company.payments.service)
            .with(key!("iam:PassedToService"), service)
    };
    assert_allows!(to("ecs-tasks.amazonaws.com"));
    assert_denies!(to("ec2.amazonaws.com"));
    assert_denies!(deploy, iam::PassRole, on = &company.analytics.service);
}

#[test]
fn an_administrator_makes_roles_under_the_boundary() {
    let company = built();
    let admin = &company.payments.admin;
    let make = |boundary: &str| {
        let make = admin.can(aws::iam::CreateRole).on(worker());
        make.with(key!("iam:PermissionsBoundary"), boundary)
    };
    assert_allows!(make(BOUNDARY));
    assert_denies!(make("arn:aws:iam::aws:policy/AdministratorAccess"));
    assert_denies!(make(
        "arn:aws:iam::123456789012:policy/boundaries/analytics-boundary"
    ));
    assert_denies!(admin, iam::CreateRole, on = worker());
    assert_denies!(
        admin,
        iam::CreateRole,
        on = "arn:aws:iam::123456789012:role/analytics/worker",
        with = { "iam:PermissionsBoundary": BOUNDARY }
    );
}

/// Not even with everything attached.
#[test]
fn an_administrator_finds_no_way_around_the_boundary() {
    let company = built();
    let admin = |action| company.payments.admin.can(action).with_policy(everything());
    let bounded = |action, role: &Role| {
        let question = admin(action).on(role);
        question.with(key!("iam:PermissionsBoundary"), BOUNDARY)
    };
    let own = &company.payments.service;
    let other = &company.analytics.admin;
    let boundary: Arn = BOUNDARY.parse().unwrap();

    assert_allows!(bounded(aws::iam::AttachRolePolicy, own));
    assert_denies!(admin(aws::iam::AttachRolePolicy).on(own));
    assert_denies!(bounded(aws::iam::DeleteRolePermissionsBoundary, own));
    assert_denies!(admin(aws::iam::PutRolePermissionsBoundary).on(own).with(
        key!("iam:PermissionsBoundary"),
        "arn:aws:iam::aws:policy/AdministratorAccess"
    ));
    for change in [
        aws::iam::CreatePolicyVersion,
        aws::iam::SetDefaultPolicyVersion,
        aws::iam::DeletePolicyVersion,
        aws::iam::DeletePolicy,
    ] {
        assert_denies!(admin(change).on(&boundary));
    }
    assert_denies!(admin(aws::iam::CreateUser).on(arn!("arn:aws:iam::123456789012:user/backdoor")));
    assert_allows!(admin(aws::iam::PassRole).on(own));
    assert_denies!(admin(aws::iam::PassRole).on(other));
    assert_denies!(admin(aws::sts::AssumeRole).on(other));
    assert_denies!(bounded(aws::iam::UpdateAssumeRolePolicy, other));
    assert_denies!(bounded(aws::iam::AttachRolePolicy, &company.payments.admin));
}

/// The boundary of the administrators themselves denies all else that changes identities, whatever else it allows.
#[test]
fn an_administrator_changes_nothing_else_in_iam() {
    let own = PermissionsBoundary::new("payments-boundary");
    let administration = role_administration("/payments/", &own).unwrap();
    let boundary = administration.boundary("payments-administration");
    boundary.add(allow(actions![*]).on(any()));
    let admin = Role::new("payments-admin").with_boundary(&boundary);
    admin.add(allow(actions![*]).on(any()));
    let user = arn!("arn:aws:iam::123456789012:user/somebody");
    assert_denies!(admin, iam::CreateAccessKey, on = &user);
    assert_denies!(admin, iam::CreateLoginProfile, on = &user);
    assert_denies!(
        admin,
        iam::AddUserToGroup,
        on = "arn:aws:iam::123456789012:group/admins"
    );
    assert_denies!(
        admin,
        iam::PutGroupPolicy,
        on = "arn:aws:iam::123456789012:group/admins"
    );
    assert_denies!(admin, iam::CreatePolicyVersion, on = &boundary);
    assert_denies!(admin, iam::CreateAccountAlias);
    assert_allows!(admin, iam::ListUsers);
    assert_allows!(admin, sqs::ListQueues);
}

#[test]
fn a_boundary_that_lets_roles_make_roles_is_an_error() {
    let boundary = PermissionsBoundary::new("everything");
    boundary.add(allow(actions![*]).on(any()));
    let error = role_administration("/payments/", &boundary).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("permissions boundary `everything` allows `iam:"),
        "{error}"
    );
    assert!(error.help().is_some());

    boundary.add(deny(actions![iam:*]).on(arn!("arn:aws:iam::123456789012:role/other")));
    assert!(role_administration("/payments/", &boundary).is_err());
    boundary.add(deny(actions![iam:*]).on(any()));
    assert!(role_administration("/payments/", &boundary).is_ok());
    for path in [
        "",
        "/",
        "payments",
        "/payments",
        "/pay*/",
        "//",
        "/a//b/",
        "/${aws:username}/",
    ] {
        let error = role_administration(path, &boundary).unwrap_err();
        assert!(error.to_string().contains(&format!("`{path}`")), "{error}");
    }
}

#[test]
fn joining_a_group_is_joining_the_team() {
    let company = built();
    let newcomer = User::new("newcomer");
    assert_denies!(newcomer, dynamodb::Query, on = &company.table);

    let newcomer = newcomer.in_group(&company.payments.people);
    assert_allows!(newcomer, dynamodb::Query, on = &company.table);
    assert_allows!(
        newcomer,
        s3::GetObject,
        on = company.bucket.objects("2026/receipt.pdf")
    );
    assert_denies!(newcomer, dynamodb::PutItem, on = &company.table);
    assert_denies!(
        newcomer,
        s3::GetObject,
        on = "arn:aws:s3:::analytics-reports-123456789012/q1.csv"
    );
    assert_denies!(newcomer, iam::CreateRole, on = worker());
}

#[test]
fn nothing_hangs_loose() {
    assert_eq!(built().account.findings(), []);
    // A suggestion is one of taste: of the names that GitHub's subjects have, and of what only the provider can confirm.
    let mut found = built().account.check();
    found.retain(|finding| finding.finding_type() != FindingType::Suggestion);
    assert_eq!(found, []);
}

#[test]
fn the_example_prints_the_account() {
    let printed = crate::snapshot_examples::printed_by("multi_team_account");
    assert_eq!(printed.trim_end(), built().account.to_json_pretty());
    insta::assert_snapshot!("multi_team_account", printed);
}
