//! What a function's policy takes.

use iam_dsl::{
    GrantError,
    lambda::Function,
    prelude::*,
    principal::{IntoTrust, OrganizationPrincipal},
};

#[test]
fn a_permission_knows_few_conditions() {
    let orders = Function::named("orders");
    let events = || service_principal!("events.amazonaws.com");
    let of_account = events().when(key!("aws:SourceAccount").equals("123456789012"));
    assert!(orders.grant_invoke(of_account).is_ok());
    let of_vpc = events().when(key!("aws:SourceVpc").equals("vpc-12345678"));
    assert!(orders.grant_invoke(of_vpc).is_err());

    let ours = OrganizationPrincipal::new("o-1234567890").unwrap();
    assert!(orders.grant_invoke(&ours).is_ok());
    let from_office = ours.when(key!("aws:SourceIp").within(cidr!("203.0.113.0/24")));
    assert!(orders.grant_invoke(from_office).is_err());
    let account = AccountPrincipal::new("999999999999").unwrap();
    let tagged = account.when(key!("aws:PrincipalTag/team").equals("shop"));
    assert!(orders.grant_invoke(tagged).is_err());
    assert_eq!(orders.policy().document().statements().len(), 2);
}

#[test]
fn versions_and_aliases_share_the_policy_of_the_function() {
    let orders = Function::named("orders");
    let events = service_principal!("events.amazonaws.com");
    orders.alias("live").grant_invoke(&events).unwrap();
    orders.version("7").grant_invoke(&events).unwrap();
    assert_eq!(orders.policy().document().statements().len(), 2);
}

#[test]
fn a_version_is_a_number() {
    let role = Role::new("app");
    let orders = Function::named("orders");
    for version in ["", "*", "live", "7:8"] {
        assert!(orders.grant_invoke_version(&role, version).is_err());
    }
    assert!(role.policy().is_empty());
}

/// "Lambda does not support adding policies to version $LATEST", says the page on `AddPermission`.
#[test]
fn the_latest_version_has_no_policy() {
    let orders = Function::named("orders");
    let latest = orders.latest_version();
    let account = AccountPrincipal::new("999999999999").unwrap();
    for error in [
        latest.grant_invoke(service_principal!("events.amazonaws.com")),
        latest.grant_invoke(account),
        latest.grant_invoke(anyone()),
        orders.grant_invoke_version(anyone(), "$LATEST"),
    ]
    .map(Result::unwrap_err)
    {
        assert!(matches!(error, GrantError::UnsupportedGrantee { .. }));
        assert!(error.help().contains("grant_invoke_latest_version"));
    }
    assert!(orders.policy().is_empty());

    let role = Role::new("app");
    latest.grant_invoke(&role).unwrap();
    assert!(role.policy().to_json().contains("orders:$LATEST"));
    orders.grant_invoke_latest_version(anyone()).unwrap();
    assert!(!orders.policy().to_json().contains("$LATEST"));
}

#[test]
fn a_version_has_no_url() {
    let role = Role::new("app");
    let orders = Function::named("orders");
    for version in [orders.latest_version(), orders.version("7")] {
        let error = version.grant_invoke_url(&role).unwrap_err();
        assert!(matches!(error, GrantError::UnsuitableValue { .. }));
        assert!(version.grant_invoke_url(anyone()).is_err());
    }
    assert!(role.policy().is_empty());
    assert!(orders.alias("live").grant_invoke_url(&role).is_ok());
    assert!(orders.grant_invoke_url(&role).is_ok());
}

#[test]
fn a_public_url_asks_for_no_credentials() {
    let orders = Function::named("orders");
    let grant = orders.grant_public_url().unwrap();
    assert_eq!(grant.resource_statements().len(), 2);
    let policy = orders.policy().to_json();
    assert!(policy.contains(r#""lambda:FunctionUrlAuthType":"NONE""#));
    assert!(policy.contains(r#""lambda:InvokedViaFunctionUrl":"true""#));
    assert!(policy.contains(r#""Principal":"*""#), "{policy}");
    assert!(orders.version("7").grant_public_url().is_err());

    let signed = Function::named("orders");
    signed.grant_invoke_url(anyone()).unwrap();
    assert!(!signed.policy().to_json().contains("NONE"));
}

#[test]
fn several_principals_have_a_permission_each() {
    let orders = Function::named("orders");
    let account = AccountPrincipal::new("999999999999").unwrap();
    let several = (service_principal!("s3.amazonaws.com"), account).into_trust();
    let grant = orders.grant_invoke(several).unwrap();
    assert_eq!(grant.resource_statements().len(), 2);
}
