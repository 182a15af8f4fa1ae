//! What the policy of a table takes, and what writing some attributes takes.

use iam_dsl::{GrantError, dynamodb::Table, prelude::*, principal::ArnPrincipal};

fn env() -> Env {
    Env::new("123456789012", "us-east-1").unwrap()
}

fn partner() -> Role {
    Role::from_arn(arn!("arn:aws:iam::999999999999:role/partner")).unwrap()
}

/// What AWS's page calls not supported across accounts, or in no policy.
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-iam-actions.html>
const NOT_ACROSS_ACCOUNTS: &[&str] = &[
    "CreateTable",
    "ImportTable",
    "PartiQLDelete",
    "PartiQLInsert",
    "PartiQLSelect",
    "PartiQLUpdate",
    "CreateBackup",
    "UpdateContinuousBackups",
    "ExportTableToPointInTime",
    "UpdateTimeToLive",
    "EnableKinesisStreamingDestination",
    "UpdateTableReplicaAutoScaling",
    "UpdateContributorInsights",
    "GetResourcePolicy",
];

#[test]
fn full_access_of_another_account_is_what_a_policy_takes() {
    let orders = Table::new(&env(), "orders");
    let own = Role::new("app").with_env(&env());
    let own = orders.grant_full_access(&own).unwrap();
    let own = serde_json::to_string(own.identity_statements()).unwrap();
    let partner = partner();
    let grant = orders.grant_full_access(&partner).unwrap();
    let identity = serde_json::to_string(grant.identity_statements()).unwrap();
    let policy = orders.policy().to_json();
    for action in NOT_ACROSS_ACCOUNTS {
        let action = format!("\"dynamodb:{action}\"");
        assert!(own.contains(&action), "{action}");
        assert!(!identity.contains(&action), "{action}");
        assert!(!policy.contains(&action), "{action}");
    }
    for action in [
        "GetItem",
        "Query",
        "DeleteTable",
        "UpdateTable",
        "TagResource",
    ] {
        assert!(
            policy.contains(&format!("\"dynamodb:{action}\"")),
            "{action}"
        );
    }
}

#[test]
fn a_single_action_that_no_policy_takes_is_refused() {
    let orders = Table::new(&env(), "orders");
    let error = orders
        .grant(
            partner(),
            actions![dynamodb::GetItem, dynamodb::UpdateTimeToLive],
        )
        .unwrap_err();
    assert!(matches!(error, GrantError::UnsuitableAction { .. }));
    assert!(error.to_string().contains("dynamodb:UpdateTimeToLive"));
    assert!(orders.policy().is_empty());
    orders
        .grant(partner(), actions![dynamodb::GetItem])
        .unwrap();

    let changes = orders.stream("*");
    assert!(
        changes
            .grant(partner(), actions![dynamodb::GetResourcePolicy])
            .is_err()
    );
    assert!(
        changes
            .grant(partner(), actions![dynamodb::GetRecords])
            .is_ok()
    );
}

#[test]
fn in_its_account_a_policy_takes_more() {
    let orders = Table::new(&env(), "orders");
    let by_arn = || ArnPrincipal::new(arn!("arn:aws:iam::123456789012:role/app"));
    orders
        .grant(by_arn(), actions![dynamodb::UpdateTimeToLive])
        .unwrap();
    assert!(
        orders
            .grant(by_arn(), actions![dynamodb::CreateTable])
            .is_err()
    );
    let role = Role::new("app").with_env(&env());
    orders
        .grant(&role, actions![dynamodb::CreateTable])
        .unwrap();
}

#[test]
fn who_writes_some_attributes_erases_no_others() {
    let own = Table::named("orders").items_with_leading_keys("${aws:PrincipalTag/customer}");
    let whole = Role::new("customer");
    own.grant_write(&whole).unwrap();
    assert!(whole.policy().to_json().contains("dynamodb:PutItem"));

    let some = Role::new("customer");
    let grant = own
        .attributes(["Customer", "Address"])
        .grant_write(&some)
        .unwrap();
    let identity = serde_json::to_string(grant.identity_statements()).unwrap();
    assert!(
        identity.contains(r#""Action":"dynamodb:UpdateItem""#),
        "{identity}"
    );
}
