//! One grantee of every sort.

use iam_dsl::{
    AnyGrantee, Env, Group, ManagedPolicy, Role, User, ValueError,
    prelude::*,
    principal::{AccountPrincipal, ArnPrincipal, OrganizationPrincipal},
};

/// Where everything is.
pub(crate) fn env() -> Env {
    expect(Env::new("123456789012", "us-east-1"))
}

/// Every sort of grantee, by the name of its shape.
pub(crate) fn all() -> Vec<(&'static str, AnyGrantee)> {
    let env = env();
    let elsewhere = arn!("arn:aws:iam::999999999999:role/cross-role");
    let provider =
        arn!("arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com");
    let workflow = web_identity(provider)
        .when(key!("token.actions.githubusercontent.com:aud").equals("sts.amazonaws.com"))
        .when(
            key!("token.actions.githubusercontent.com:sub")
                .equals("repo:my-org/my-repo:ref:refs/heads/main"),
        );
    vec![
        (
            "role",
            AnyGrantee::new(Role::new("grantee-role").with_env(&env)),
        ),
        (
            "user",
            AnyGrantee::new(User::new("grantee-user").with_env(&env)),
        ),
        (
            "group",
            AnyGrantee::new(Group::new("grantee-group").with_env(&env)),
        ),
        (
            "managed_policy",
            AnyGrantee::new(ManagedPolicy::new("grantee-policy").with_env(&env)),
        ),
        (
            "service_principal",
            AnyGrantee::new(service_principal!("cloudfront.amazonaws.com")),
        ),
        (
            "account_cross",
            AnyGrantee::new(expect(AccountPrincipal::new("999999999999"))),
        ),
        (
            "organization",
            AnyGrantee::new(expect(OrganizationPrincipal::new("o-1234567890"))),
        ),
        (
            "role_cross",
            AnyGrantee::new(expect(Role::from_arn(elsewhere.clone()))),
        ),
        (
            "role_cross_arn",
            AnyGrantee::new(ArnPrincipal::new(elsewhere)),
        ),
        ("web_identity", AnyGrantee::new(workflow)),
        ("anyone", AnyGrantee::new(anyone())),
    ]
}

/// The values here are fixed and good.
pub(crate) fn expect<T>(value: Result<T, ValueError>) -> T {
    value.unwrap_or_else(|error| unreachable!("{error}"))
}
