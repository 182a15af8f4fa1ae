//! The grantees of the cases, by the names that the cases have for them.

use iam_dsl::{
    AnyGrantee, Group, ManagedPolicy, Role, User,
    prelude::*,
    principal::{AccountPrincipal, ArnPrincipal, CanonicalUser, IntoTrust, OrganizationPrincipal},
    trust::{CognitoIdentityPool, SamlProvider},
};

use crate::grantees::{env, expect};

/// Every shape of the cases.
pub(crate) fn all() -> Vec<(&'static str, AnyGrantee)> {
    let mut all = Vec::new();
    all.extend(identities());
    all.extend(of_other_accounts());
    all.extend(principals());
    all.extend(federated());
    all
}

fn identities() -> Vec<(&'static str, AnyGrantee)> {
    let env = env();
    let role = |name: &str| AnyGrantee::new(Role::new(name).with_env(&env));
    let imported = arn!("arn:aws:iam::123456789012:role/imported-role");
    let user = arn!("arn:aws:iam::123456789012:user/imported-user");
    vec![
        ("role", role("grantee-role")),
        ("lazyRole", role("grantee-lazy")),
        ("lambdaFunction", role("grantee-fn-role")),
        ("roleWithConditions", role("grantee-role")),
        ("crossRegionStackRole", role("cross-region-role")),
        (
            "importedRoleSameAccount",
            AnyGrantee::new(expect(Role::from_arn(imported.clone()))),
        ),
        // A role that CDK must not change is known by its ARN alone.
        (
            "importedRoleSameAccountImmutableAddGrants",
            AnyGrantee::new(ArnPrincipal::new(imported)),
        ),
        (
            "user",
            AnyGrantee::new(User::new("grantee-user").with_env(&env)),
        ),
        (
            "importedUserSameAccount",
            AnyGrantee::new(expect(User::from_arn(user))),
        ),
        (
            "group",
            AnyGrantee::new(Group::new("grantee-group").with_env(&env)),
        ),
        (
            "managedPolicy",
            AnyGrantee::new(ManagedPolicy::new("grantee-policy").with_env(&env)),
        ),
        (
            "policy",
            AnyGrantee::new(ManagedPolicy::new("grantee-inline").with_env(&env)),
        ),
    ]
}

fn of_other_accounts() -> Vec<(&'static str, AnyGrantee)> {
    let cross = arn!("arn:aws:iam::999999999999:role/cross-role");
    let known = || AnyGrantee::new(expect(Role::from_arn(cross.clone())));
    let by_arn = || AnyGrantee::new(ArnPrincipal::new(cross.clone()));
    let other = arn!("arn:aws:iam::999999999999:role/arn-role");
    let in_organization = key!("aws:PrincipalOrgID").equals("o-1234567890");
    vec![
        ("crossAccountStackRole", known()),
        ("importedRoleCrossAccount", by_arn()),
        ("importedRoleCrossAccountImmutable", by_arn()),
        ("importedRoleCrossAccountImmutableAddGrants", by_arn()),
        (
            "arnPrincipalCross",
            AnyGrantee::new(ArnPrincipal::new(other.clone())),
        ),
        (
            "sessionTagsPrincipal",
            AnyGrantee::new(ArnPrincipal::new(other.clone())),
        ),
        (
            "principalWithConditions",
            AnyGrantee::new(ArnPrincipal::new(other).when(in_organization)),
        ),
        (
            "accountPrincipalCross",
            AnyGrantee::new(expect(AccountPrincipal::new("999999999999"))),
        ),
    ]
}

fn principals() -> Vec<(&'static str, AnyGrantee)> {
    let service = || service_principal!("cloudfront.amazonaws.com");
    let for_account = service().when(key!("aws:SourceAccount").equals("123456789012"));
    let organization = || expect(OrganizationPrincipal::new("o-1234567890"));
    let other = ArnPrincipal::new(arn!("arn:aws:iam::999999999999:role/arn-role"));
    let own = ArnPrincipal::new(arn!("arn:aws:iam::123456789012:role/arn-role"));
    let account = || AnyGrantee::new(AccountPrincipal::of(&env()));
    let canonical =
        CanonicalUser::new("79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be");
    vec![
        ("servicePrincipal", AnyGrantee::new(service())),
        (
            "servicePrincipalWithConditions",
            AnyGrantee::new(for_account),
        ),
        ("accountPrincipalSame", account()),
        ("accountRootPrincipal", account()),
        ("arnPrincipalSame", AnyGrantee::new(own)),
        ("organizationPrincipal", AnyGrantee::new(organization())),
        (
            "arnPrincipalInOrganization",
            AnyGrantee::new(organization()),
        ),
        ("canonicalUserPrincipal", AnyGrantee::new(canonical)),
        (
            "compositePrincipal",
            AnyGrantee::new((other, service()).into_trust()),
        ),
        ("anyPrincipal", AnyGrantee::new(anyone())),
        ("starPrincipal", AnyGrantee::new(anyone())),
    ]
}

fn federated() -> Vec<(&'static str, AnyGrantee)> {
    let github =
        arn!("arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com");
    let workflow = web_identity(github)
        .when(key!("token.actions.githubusercontent.com:aud").equals("sts.amazonaws.com"))
        .when(
            key!("token.actions.githubusercontent.com:sub")
                .equals("repo:my-org/my-repo:ref:refs/heads/main"),
        )
        .into_trust();
    let saml = arn!("arn:aws:iam::123456789012:saml-provider/idp");
    let pool = expect(CognitoIdentityPool::new(
        "us-east-1:12345678-1234-1234-1234-123456789012",
    ));
    vec![
        ("oidcPrincipal", AnyGrantee::new(&workflow)),
        ("webIdentityPrincipal", AnyGrantee::new(&workflow)),
        (
            "samlPrincipal",
            AnyGrantee::new(expect(SamlProvider::new(saml)).into_trust()),
        ),
        ("federatedPrincipal", AnyGrantee::new(pool.authenticated())),
    ]
}
