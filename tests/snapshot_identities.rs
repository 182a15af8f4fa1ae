//! Environments, roles, and whom they trust.

use iam_dsl::prelude::*;
use iam_dsl::principal::ArnPrincipal;
use iam_dsl::{dynamodb, logs, s3, secretsmanager, sqs};

fn trust(role: &Role) -> String {
    role.trust_policy().to_json_pretty()
}

#[test]
fn the_partition_follows_from_the_region() {
    for (region, partition) in [
        ("us-east-1", "aws"),
        ("cn-northwest-1", "aws-cn"),
        ("us-gov-west-1", "aws-us-gov"),
        ("eusc-de-east-1", "aws-eusc"),
    ] {
        let env = Env::new("123456789012", region).unwrap();
        assert_eq!(env.partition(), partition);
        assert_eq!(env.region(), region);
        assert_eq!(env.account(), "123456789012");
    }
}

#[test]
fn environments_are_checked() {
    let errors = [
        Env::new("12345678901", "us-east-1"),
        Env::new("12345678901a", "us-east-1"),
        Env::new("123456789012", "us-esat-1"),
        Env::new("123456789012", "us_east_1"),
        Env::new("123456789012", ""),
    ]
    .map(|env| {
        let error = env.unwrap_err();
        format!("{error}: {}", error.help().unwrap_or_default())
    });
    insta::assert_snapshot!(errors.join("\n"));
}

#[test]
fn arns_know_their_environment() {
    let env = Env::new("123456789012", "cn-north-1").unwrap();
    let arns = [
        s3::Bucket::new(&env, "uploads").arn(),
        s3::Bucket::new(&env, "uploads").objects("a/*").arn(),
        dynamodb::Table::new(&env, "orders").arn(),
        sqs::Queue::new(&env, "orders").arn(),
        logs::LogGroup::new(&env, "orders").streams(),
        secretsmanager::Secret::new(&env, "orders").arn(),
        Role::new("app").with_env(&env).arn(),
        s3::Bucket::named("uploads").arn(),
        sqs::Queue::named("orders").arn(),
        Role::new("app").arn(),
    ]
    .map(|arn| arn.to_string());
    insta::assert_snapshot!(arns.join("\n"));
}

#[test]
fn services_accounts_and_roles_are_trusted() {
    let env = Env::new("123456789012", "us-east-1").unwrap();
    let other = Role::new("caller").with_env(&env);
    let role = Role::new("app")
        .trusted_by([
            service_principal!("lambda.amazonaws.com"),
            service_principal!("edgelambda.amazonaws.com"),
        ])
        .trusted_by(AccountPrincipal::of(&env))
        .trusted_by(&other)
        .trusted_by(arn!("arn:aws:iam::987654321098:role/auditor"));
    insta::assert_snapshot!(trust(&role));
}

#[test]
fn conditions_narrow_trust() {
    let partner = AccountPrincipal::new("987654321098").unwrap();
    let auditor = ArnPrincipal::new(arn!("arn:aws:iam::987654321098:role/auditor"));
    let role = Role::new("app")
        .trusted_by(
            partner
                .with_external_id("partner-integration-2026")
                .when(key!("aws:SourceIp").within(cidr!("203.0.113.0/24")))
                .sid("Partner"),
        )
        .trusted_by(auditor.when(key!("aws:MultiFactorAuthPresent").is(true)))
        .trusted_by(
            service_principal!("scheduler.amazonaws.com")
                .when(key!("aws:SourceAccount").equals("123456789012")),
        );
    insta::assert_snapshot!(trust(&role));
}

#[test]
fn accounts_are_checked() {
    let error = AccountPrincipal::new("98765432109").unwrap_err();
    assert!(error.to_string().contains("`98765432109`"), "{error}");
}

#[test]
fn services_are_checked_at_run_time_too() {
    let error = "lamdba.amazonaws.com"
        .parse::<ServicePrincipal>()
        .unwrap_err();
    assert_eq!(error.help(), Some("did you mean `lambda.amazonaws.com`?"));
}

#[test]
fn a_role_with_a_path_is_named_without_it() {
    let arn = arn!("arn:aws:iam::987654321098:role/teams/payments/deploy");
    let role = Role::from_arn(arn.clone()).unwrap();
    assert_eq!(role.name(), "deploy");
    assert_eq!(role.arn(), arn);
    assert_eq!(role.account().as_deref(), Some("987654321098"));
    assert_eq!(Role::new("app").account(), None);
}

#[test]
fn managed_policies_keep_their_order() {
    let role = Role::new("app")
        .with_managed_policy(managed_policy!("ReadOnlyAccess"))
        .with_managed_policy(managed_policy!("AWSLambdaBasicExecutionRole"));
    let arns: Vec<String> = role
        .managed_policies()
        .iter()
        .map(|policy| policy.arn().to_string())
        .collect();
    assert_eq!(
        arns,
        [
            "arn:aws:iam::aws:policy/ReadOnlyAccess",
            "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
        ]
    );
}

#[test]
fn a_role_made_from_an_arn_keeps_its_account() {
    let env = Env::new("123456789012", "us-east-1").unwrap();
    let arn = arn!("arn:aws:iam::987654321098:role/partner");
    let role = Role::from_arn(arn).unwrap().with_env(&env);
    assert_eq!(role.account().as_deref(), Some("987654321098"));
}

#[test]
fn principals_are_taken_by_reference_as_well() {
    let lambda = service_principal!("lambda.amazonaws.com");
    let partner = AccountPrincipal::new("987654321098").unwrap();
    let auditor = arn!("arn:aws:iam::987654321098:role/auditor");
    let role = Role::new("app")
        .trusted_by(&lambda)
        .trusted_by(&partner)
        .trusted_by(&auditor);
    let statement = allow(actions![sts::AssumeRole]).to((&lambda, &partner, &auditor));
    let at_once = TrustPolicy::new().with(statement);
    assert_eq!(role.trust_policy().minimized(), at_once);
}
