//! Ready-made roles: what they hold, and what that allows.

use iam_dsl::prelude::*;
use iam_dsl::{Arn, logs, roles};

fn env() -> Env {
    Env::new("123456789012", "eu-central-1").unwrap()
}

fn both(role: &Role) -> String {
    let role = role.clone().with_env(&env());
    format!(
        "{:#}\n{:#}",
        role.trust_policy().to_json_pretty(),
        role.policy().to_json_pretty()
    )
}

fn arn(text: &str) -> Arn {
    text.parse().unwrap()
}

#[test]
fn a_lambda_function_writes_its_own_log() {
    let role = roles::lambda_execution("order-processor")
        .unwrap()
        .with_env(&env());
    insta::assert_snapshot!(both(&role));
    let stream = |group: &str| {
        arn(&format!(
            "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/lambda/{group}:log-stream:1"
        ))
    };
    assert_allows!(role, logs::PutLogEvents, on = stream("order-processor"));
    assert_denies!(role, logs::PutLogEvents, on = stream("order-processor-2"));
    assert_allows!(
        service_principal!("lambda.amazonaws.com"),
        sts::AssumeRole,
        on = &role
    );
    assert_denies!(
        service_principal!("ec2.amazonaws.com"),
        sts::AssumeRole,
        on = &role
    );
}

#[test]
fn a_task_is_started_with_its_image_and_its_log() {
    let images = arn("arn:aws:ecr:eu-central-1:123456789012:repository/web");
    let log = logs::LogGroup::new(&env(), "/ecs/web");
    let role = roles::ecs_task_execution("web", &images, &log)
        .unwrap()
        .with_env(&env());
    insta::assert_snapshot!(both(&role));
    assert_allows!(role, ecr::BatchGetImage, on = &images);
    assert_allows!(role, ecr::GetAuthorizationToken);
    assert_denies!(role, ecr::PutImage, on = &images);
    assert_denies!(role.can(aws::ecr::BatchGetImage).on(arn(
        "arn:aws:ecr:eu-central-1:123456789012:repository/other"
    )));

    let tasks = service_principal!("ecs-tasks.amazonaws.com")
        .can(aws::sts::AssumeRole)
        .on(&role);
    let of = |account: &str| {
        let cluster = format!("arn:aws:ecs:eu-central-1:{account}:task/main/1");
        let tasks = tasks.clone().with("aws:SourceArn", cluster);
        tasks.with("aws:SourceAccount", account)
    };
    assert_allows!(of("123456789012"));
    assert_denies!(of("999999999999"));
}

#[test]
fn an_instance_takes_part_in_sessions() {
    let web = roles::ec2_instance("web").unwrap().with_session_manager();
    insta::assert_snapshot!(both(web.role()));
    assert_eq!(web.profile().roles()[0].name(), "web");
    assert_allows!(web.role(), ssmmessages::OpenDataChannel);
    assert_denies!(
        web.role(),
        ssm::GetParameter,
        on = "arn:aws:ssm:eu-central-1:123456789012:parameter/secret"
    );
}

#[test]
fn a_project_builds_for_itself() {
    let role = roles::codebuild("site").unwrap().with_env(&env());
    insta::assert_snapshot!(both(&role));
    let builds = service_principal!("codebuild.amazonaws.com")
        .can(aws::sts::AssumeRole)
        .on(&role);
    let of = |project: &str| {
        let project = format!("arn:aws:codebuild:eu-central-1:123456789012:project/{project}");
        let builds = builds.clone().with("aws:SourceArn", project);
        builds.with("aws:SourceAccount", "123456789012")
    };
    assert_allows!(of("site"));
    assert_denies!(of("other"));
}

#[test]
fn cargo_lambda_deploys_one_function() {
    let execution = roles::lambda_execution("order-processor")
        .unwrap()
        .with_env(&env());
    let pipeline = arn("arn:aws:iam::123456789012:role/pipeline");
    let role = roles::cargo_lambda_deploy("deploy", "order-processor", &execution, pipeline);
    let role = role.unwrap().with_env(&env());
    insta::assert_snapshot!(both(&role));
    let function = |name: &str| {
        arn(&format!(
            "arn:aws:lambda:eu-central-1:123456789012:function:{name}"
        ))
    };
    assert_allows!(
        role,
        lambda::UpdateFunctionCode,
        on = function("order-processor")
    );
    assert_denies!(role, lambda::UpdateFunctionCode, on = function("other"));
    let pass = |service: &str| {
        let pass = role.can(aws::iam::PassRole).on(&execution);
        pass.with(key!("iam:PassedToService"), service)
    };
    assert_allows!(pass("lambda.amazonaws.com"));
    assert_denies!(pass("ec2.amazonaws.com"));
    assert_denies!(role, iam::CreateRole, on = &execution);
}

#[test]
fn names_that_would_reach_further_are_errors() {
    for name in [
        "",
        "order*",
        "orders/../other",
        "a${aws:username}",
        &"a".repeat(65),
    ] {
        let error = roles::lambda_execution(name).unwrap_err();
        assert!(error.to_string().contains(&format!("`{name}`")), "{error}");
        assert!(error.help().is_some());
        assert!(roles::codebuild(name).is_err());
        assert!(roles::ecs_task(name).is_err());
        assert!(roles::ec2_instance(name).is_err());
    }
}
