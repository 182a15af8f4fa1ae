//! What each grant adds, and where.

use std::fmt::Write;

use iam_dsl::prelude::*;
use iam_dsl::{
    Grant, GrantError, PolicyDocument, PolicyStatement, dynamodb, logs, s3, secretsmanager, sqs,
};

fn env() -> Env {
    Env::new("123456789012", "us-east-1").unwrap()
}

fn reader() -> Role {
    Role::new("reader").with_env(&env())
}

fn foreign() -> Role {
    Role::from_arn(arn!("arn:aws:iam::999999999999:role/partner")).unwrap()
}

fn service() -> ServicePrincipal {
    service_principal!("cloudfront.amazonaws.com")
}

fn account() -> AccountPrincipal {
    AccountPrincipal::new("999999999999").unwrap()
}

/// Every action of a grant can act on every resource it stands with, and all of its conditions.
fn assert_precise(statement: &PolicyStatement) {
    for action in statement.action().unwrap().actions() {
        assert!(!action.is_wildcard(), "{action} is a wildcard");
        for resource in statement.resource().unwrap().resources() {
            let pair = statement
                .clone()
                .with_actions(action.clone())
                .with_resources(resource.clone());
            let document = PolicyDocument::new().with_statement(pair);
            let findings = match statement.principal() {
                None => IdentityPolicy::from_document(document).findings(),
                Some(_) => ResourcePolicy::from_document(document).findings(),
            };
            assert_eq!(findings, [], "{action} on {resource}");
        }
    }
}

/// Each grant's sentence and statements.
fn render(grants: impl IntoIterator<Item = Result<Grant, GrantError>>) -> String {
    let mut text = String::new();
    for grant in grants {
        match grant {
            Ok(grant) => {
                writeln!(text, "{grant}").unwrap();
                for statement in grant.identity_statements() {
                    assert_precise(statement);
                    let json = serde_json::to_string(statement).unwrap();
                    writeln!(text, "  identity {json}").unwrap();
                }
                for statement in grant.resource_statements() {
                    assert_precise(statement);
                    let json = serde_json::to_string(statement).unwrap();
                    writeln!(text, "  resource {json}").unwrap();
                }
            }
            Err(error) => writeln!(text, "error: {error}\n  help: {}", error.help()).unwrap(),
        }
    }
    text
}

#[test]
fn bucket() {
    let bucket = s3::Bucket::new(&env(), "uploads");
    insta::assert_snapshot!(render([
        bucket.grant_read(reader()),
        bucket.grant_get(reader()),
        bucket.grant_write(reader()),
        bucket.grant_put(reader()),
        bucket.grant_read_write(reader()),
        bucket.grant_delete(reader()),
        bucket.grant_read(foreign()),
        bucket.grant_read(service()),
        bucket.grant_read(account()),
        bucket.grant_read(anyone()),
    ]));
}

#[test]
fn objects() {
    let bucket = s3::Bucket::new(&env(), "uploads");
    let incoming = bucket.objects("incoming/*");
    insta::assert_snapshot!(render([
        incoming.grant_read(reader()),
        incoming.grant_write(reader()),
        incoming.grant_put(reader()),
        incoming.grant_read_write(reader()),
        incoming.grant_delete(reader()),
        bucket
            .objects("home/${aws:username}/*")
            .grant_read(reader()),
        bucket.objects("*.csv").grant_read(reader()),
        bucket.objects("report.csv").grant_read_write(reader()),
        bucket.objects("*.csv").grant_get(reader()),
        bucket.objects("*.csv").grant_write(reader()),
    ]));
}

#[test]
fn table() {
    let table = dynamodb::Table::new(&env(), "orders");
    let indexed = dynamodb::Table::new(&env(), "orders").with_index("by-customer");
    insta::assert_snapshot!(render([
        table.grant_read_data(reader()),
        table.grant_write_data(reader()),
        table.grant_read_write_data(reader()),
        indexed.grant_read_write_data(reader()),
        table.grant_read_data(foreign()),
        table.grant_read_data(service()),
        table.grant_write_data(account()),
        table.grant_read_data(anyone()),
    ]));
}

#[test]
fn queue() {
    let queue = sqs::Queue::new(&env(), "orders");
    insta::assert_snapshot!(render([
        queue.grant_send_messages(reader()),
        queue.grant_consume_messages(reader()),
        queue.grant_purge(reader()),
        queue.grant_send_messages(service()),
        queue.grant_consume_messages(foreign()),
    ]));
}

#[test]
fn log_group() {
    let group = logs::LogGroup::new(&env(), "/aws/lambda/orders");
    insta::assert_snapshot!(render([
        group.grant_read(reader()),
        group.grant_write(reader()),
        group.grant_write(service()),
        group.grant_write(foreign()),
        group.grant_read(account()),
        group.grant_read(anyone()),
    ]));
}

#[test]
fn secret() {
    let secret = secretsmanager::Secret::new(&env(), "my-app/database");
    let arn = arn!("arn:aws:secretsmanager:us-east-1:123456789012:secret:my-app/key-AbCdEf");
    let known = secretsmanager::Secret::from_arn(arn).unwrap();
    insta::assert_snapshot!(render([
        secret.grant_read(reader()),
        secret.grant_write(reader()),
        known.grant_read(reader()),
        secret.grant_read(foreign()),
        secret.grant_write(service()),
    ]));
}

#[test]
fn without_an_environment_accounts_and_regions_are_tokens() {
    let role = Role::new("app");
    let table = dynamodb::Table::named("orders");
    let _ = table.grant_read_data(&role).unwrap();
    assert!(
        table.policy().is_empty(),
        "both are of the deploying account"
    );
    let error = role.policy().try_to_json().unwrap_err();
    insta::assert_snapshot!(format!("{error}\n{}", role.policy().to_json()));
}

#[test]
fn an_error_leaves_both_sides_as_they_were() {
    let role = foreign();
    let bucket = s3::Bucket::named("uploads");
    assert!(bucket.objects("*.csv").grant_read(&role).is_err());
    assert!(role.policy().is_empty());
    assert!(bucket.policy().is_empty());
}

#[test]
fn both_halves_of_a_foreign_role_collect_in_order() {
    let role = foreign();
    let bucket = s3::Bucket::new(&env(), "uploads");
    let queue = sqs::Queue::new(&env(), "orders");
    let first = bucket.grant_put(&role).unwrap();
    let second = queue.grant_purge(&role).unwrap();
    let identity = [first.identity_statements(), second.identity_statements()].concat();
    assert_eq!(role.policy().document().statements(), identity);
    assert_eq!(
        bucket.policy().document().statements(),
        first.resource_statements()
    );
    assert_eq!(
        queue.policy().document().statements(),
        second.resource_statements()
    );
}

#[test]
fn the_same_account_needs_no_resource_half_even_by_arn() {
    let role = Role::from_arn(arn!("arn:aws:iam::123456789012:role/app")).unwrap();
    let bucket = s3::Bucket::new(&env(), "uploads");
    let grant = bucket.grant_read(&role).unwrap();
    assert_eq!(grant.resource_statements(), []);
    assert_eq!(grant.identity_statements().len(), 2);
}

#[test]
fn clones_share_one_role() {
    let role = reader();
    let clone = role.clone();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| s3::Bucket::named("uploads").grant_put(&clone).unwrap());
        }
    });
    assert_eq!(role.policy().document().statements().len(), 4);
}

#[test]
fn policies_are_of_the_partition_of_what_has_them() {
    let china = Env::new("123456789012", "cn-north-1").unwrap();
    let bucket = s3::Bucket::new(&china, "uploads");
    let _ = bucket.grant_get(account()).unwrap();
    let json = bucket.policy().to_json();
    assert!(json.contains("arn:aws-cn:iam::999999999999:root"), "{json}");

    let role = Role::new("app")
        .trusted_by(account())
        .with_managed_policy(managed_policy!("ReadOnlyAccess"))
        .with_env(&china);
    let _ = s3::Bucket::named("uploads").grant_get(&role).unwrap();
    let json = role.policy().to_json() + &role.trust_policy().to_json();
    assert!(json.contains("arn:aws-cn:s3:::uploads/*"), "{json}");
    assert!(json.contains("arn:aws-cn:iam::999999999999:root"), "{json}");
    assert_eq!(
        role.managed_policies()[0].arn().to_string(),
        "arn:aws-cn:iam::aws:policy/ReadOnlyAccess"
    );
}

#[test]
fn a_table_parts_its_arn_from_those_of_what_it_holds() {
    for part in [
        "dynamodb:us-east-1:123456789012:table/orders/index/by-customer",
        "dynamodb:us-east-1:123456789012:table/orders/stream/2026-01-01T00:00:00.000",
        "dynamodb:us-east-1:*:table/orders",
        "dynamodb:us-east-1::table/orders",
        "dynamodb:us-east-1:123456789012:table/",
    ] {
        let arn = format!("arn:aws:{part}").parse().unwrap();
        assert!(dynamodb::Table::from_arn(arn).is_err(), "{part}");
    }
}

#[test]
fn a_log_group_has_its_arn_with_and_without_its_streams() {
    let group = |resource: &str| {
        let arn = format!("arn:aws:logs:us-east-1:123456789012:log-group:{resource}");
        logs::LogGroup::from_arn(arn.parse().unwrap())
    };
    let plain = group("/app/audit").unwrap();
    let with_streams = group("/app/audit:*").unwrap();
    assert_eq!(with_streams.name(), "/app/audit");
    assert_eq!(with_streams.arn(), plain.arn());
    assert!(group("/app/audit:log-stream:today").is_err());
    assert!(group("/app/*").is_err());
}

#[test]
fn a_secret_is_known_by_the_random_end_of_its_arn() {
    let secret = |resource: &str| {
        let arn = format!("arn:aws:secretsmanager:us-east-1:123456789012:secret:{resource}");
        secretsmanager::Secret::from_arn(arn.parse().unwrap())
    };
    let known = secret("my-app/key-AbCdEf").unwrap();
    assert_eq!(known.name(), "my-app/key");
    assert!(
        known
            .arn()
            .to_string()
            .ends_with(":secret:my-app/key-AbCdEf")
    );
    for incomplete in ["my-app/key", "my-app/key-??????", "my-app/key-*", "-AbCdEf"] {
        assert!(secret(incomplete).is_err(), "{incomplete}");
    }
    let error = secret("my-app/key").unwrap_err();
    assert!(error.help().unwrap().contains("Secret::new"), "{error}");
}

#[test]
fn the_account_of_a_bucket_is_checked() {
    let bucket = s3::Bucket::named("shared");
    assert!(bucket.clone().in_account("99999").is_err());
    let bucket = bucket.in_account("999999999999").unwrap();
    let grant = bucket.grant_get(reader()).unwrap();
    assert_eq!(grant.resource_statements().len(), 1);
}

#[test]
fn arns_of_something_else_are_refused() {
    let table = || arn!("arn:aws:dynamodb:us-east-1:123456789012:table/orders");
    assert_eq!(
        s3::Bucket::from_arn(table()).unwrap_err().to_string(),
        "`arn:aws:dynamodb:us-east-1:123456789012:table/orders` is not the ARN of a bucket"
    );
    assert!(s3::Bucket::from_arn(arn!("arn:aws:s3:::uploads/key")).is_err());
    assert!(sqs::Queue::from_arn(table()).is_err());
    assert!(Role::from_arn(table()).is_err());
    for role in [
        ":role/app",
        "123456789012:role/*",
        "123456789012:role/",
        "123456789012:role/team/",
    ] {
        let arn = format!("arn:aws:iam::{role}");
        assert!(Role::from_arn(arn.parse().unwrap()).is_err(), "{role}");
    }
    assert!(dynamodb::Table::from_arn(table()).is_ok());
}

#[test]
fn what_a_deployment_fills_in_is_no_finding() {
    let role = Role::new("app");
    let queue = sqs::Queue::from_arn(arn!("arn:aws:sqs:us-east-1:999999999999:orders")).unwrap();
    let _ = queue.grant_purge(&role).unwrap();
    assert!(queue.policy().try_to_json().is_err());
    assert_eq!(queue.policy().findings(), []);

    let variable = "arn:aws:iam::999999999999:role/${aws:username}".parse::<iam_dsl::Arn>();
    let statement = allow(actions![sqs::SendMessage]).to(variable.unwrap());
    queue.add(statement.on(queue.arn()));
    assert_eq!(queue.policy().findings().len(), 1);
}
