//! Which accounts, organizations, third parties and people get in.

use iam_dsl::ValueError;
use iam_dsl::prelude::*;
use iam_dsl::principal::{
    AccountRootPrincipal, AssumedRoleSession, CanonicalUser, FederatedUser, IntoTrust,
    OrganizationPath, OrganizationPrincipal,
};
use iam_dsl::trust::{SamlProvider, ThirdParty};

use crate::trust_ask::Trusting;

const ASSUME: &str = "sts:AssumeRole";
const PARTNER: &str = "arn:aws:iam::987654321098:role/reader";
const STRANGER: &str = "arn:aws:iam::999999999999:role/reader";

#[test]
fn accounts_roles_and_sessions() -> Result<(), ValueError> {
    let account = Trusting::new(AccountPrincipal::new("987654321098")?);
    assert!(account.lets_in(PARTNER, ASSUME, &[]));
    assert!(!account.lets_in(STRANGER, ASSUME, &[]));

    let role = Trusting::new(arn!("arn:aws:iam::987654321098:role/reader"));
    assert!(role.lets_in(PARTNER, ASSUME, &[]));
    assert!(!role.lets_in("arn:aws:iam::987654321098:role/writer", ASSUME, &[]));

    let reader = Role::from_arn(arn!("arn:aws:iam::987654321098:role/teams/reader"))?;
    let session = Trusting::new(AssumedRoleSession::new(&reader, "nightly")?);
    assert!(session.lets_in(
        "arn:aws:sts::987654321098:assumed-role/reader/nightly",
        ASSUME,
        &[]
    ));
    assert!(!session.lets_in(
        "arn:aws:sts::987654321098:assumed-role/reader/daily",
        ASSUME,
        &[]
    ));
    Ok(())
}

#[test]
fn several_at_once() -> Result<(), ValueError> {
    let role = Trusting::new((
        service_principal!("lambda.amazonaws.com"),
        AccountPrincipal::new("987654321098")?,
        &Role::from_arn(arn!("arn:aws:iam::999999999999:role/writer"))?,
    ));
    assert!(role.lets_in("lambda.amazonaws.com", ASSUME, &[]));
    assert!(role.lets_in(PARTNER, ASSUME, &[]));
    assert!(role.lets_in("arn:aws:iam::999999999999:role/writer", ASSUME, &[]));
    assert!(!role.lets_in(STRANGER, ASSUME, &[]));
    Ok(())
}

#[test]
fn organizations_and_parts_of_them() -> Result<(), ValueError> {
    let ours = Trusting::new(OrganizationPrincipal::new("o-a1b2c3d4e5")?);
    assert!(ours.lets_in(STRANGER, ASSUME, &[("aws:PrincipalOrgID", "o-a1b2c3d4e5")]));
    assert!(!ours.lets_in(STRANGER, ASSUME, &[("aws:PrincipalOrgID", "o-a1b2c3d4e6")]));
    assert!(!ours.lets_in(STRANGER, ASSUME, &[]));

    let path = OrganizationPath::new("o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/")?;
    let direct = Trusting::new(path.clone());
    let below = Trusting::new(path.with_everything_below());
    let lets_in = |role: &Trusting, path: &str| {
        role.lets_in_with(
            STRANGER,
            ASSUME,
            vec![("aws:PrincipalOrgPaths", [path].into())],
        )
    };
    let (here, deeper) = (
        "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/",
        "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-ab12-22222222/",
    );
    assert!(lets_in(&direct, here) && lets_in(&below, here));
    assert!(!lets_in(&direct, deeper) && lets_in(&below, deeper));
    for role in [&direct, &below] {
        assert!(!lets_in(role, "o-a1b2c3d4e5/r-ab12/ou-ab12-33333333/"));
        assert!(!lets_in(role, "o-a1b2c3d4e6/r-ab12/ou-ab12-11111111/"));
        assert!(!role.lets_in(STRANGER, ASSUME, &[]));
    }
    Ok(())
}

#[test]
fn third_parties_name_us() -> Result<(), ValueError> {
    let role =
        Trusting::new(ThirdParty::account("987654321098")?.with_external_id("customer-123")?);
    assert!(role.lets_in(PARTNER, ASSUME, &[("sts:ExternalId", "customer-123")]));
    assert!(!role.lets_in(PARTNER, ASSUME, &[("sts:ExternalId", "customer-124")]));
    assert!(!role.lets_in(PARTNER, ASSUME, &[]));
    assert!(!role.lets_in(STRANGER, ASSUME, &[("sts:ExternalId", "customer-123")]));
    Ok(())
}

#[test]
fn people_through_saml() -> Result<(), ValueError> {
    let provider = arn!("arn:aws:iam::123456789012:saml-provider/staff");
    let role = Trusting::new(SamlProvider::new(provider.clone())?);
    let lets_in = |role: &Trusting, provider: &str, action: &str, audience: &str| {
        role.lets_in(provider, action, &[("saml:aud", audience)])
    };
    let (staff, saml) = (
        "arn:aws:iam::123456789012:saml-provider/staff",
        "sts:AssumeRoleWithSAML",
    );
    let sign_in = "https://signin.aws.amazon.com/saml";
    assert!(lets_in(&role, staff, saml, sign_in));
    assert!(!lets_in(&role, staff, saml, "https://example.com/saml"));
    assert!(!lets_in(
        &role,
        "arn:aws:iam::123456789012:saml-provider/others",
        saml,
        sign_in
    ));
    assert!(!lets_in(&role, staff, "sts:TagSession", sign_in));
    assert!(!role.lets_in(staff, saml, &[]));

    let tagging = Trusting::new(SamlProvider::new(provider)?.with_session_tags());
    assert!(lets_in(&tagging, staff, "sts:TagSession", sign_in));
    Ok(())
}

#[test]
fn saml_audiences_follow_the_partition() -> Result<(), ValueError> {
    for (partition, audience) in [
        ("aws-cn", "https://signin.amazonaws.cn/saml"),
        ("aws-us-gov", "https://signin.amazonaws-us-gov.com/saml"),
    ] {
        let provider = format!("arn:{partition}:iam::123456789012:saml-provider/staff");
        let trust = SamlProvider::new(provider.parse().unwrap())?;
        let json = Role::new("operator")
            .trusted_by(trust)
            .trust_policy()
            .to_json();
        assert!(json.contains(audience), "{json}");
    }
    Ok(())
}

/// The principals that CDK has, in statements of a resource.
#[test]
fn principals_of_resource_policies() -> Result<(), ValueError> {
    let account = AccountPrincipal::new("987654321098")?;
    let policy = ResourcePolicy::new()
        .with(statement().to(&account))
        .with(statement().to(AccountRootPrincipal::new()))
        .with(statement().to(arn!("arn:aws:iam::987654321098:role/reader")))
        .with(statement().to(AssumedRoleSession::new(&Role::new("reports"), "nightly")?))
        .with(statement().to(FederatedUser::new(&account, "reporter")?))
        .with(statement().to(service_principal!("cloudfront.amazonaws.com")))
        .with(statement().to(CanonicalUser::new(
            "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be",
        )))
        .with(statement().to(OrganizationPrincipal::new("o-a1b2c3d4e5")?))
        .with(statement().to([
            OrganizationPath::new("o-a1b2c3d4e5/r-ab12/")?,
            OrganizationPath::new("o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/")?.with_everything_below(),
        ]))
        .with(statement().to(anyone()))
        .with(statement().to((&account, service_principal!("cloudfront.amazonaws.com"))));
    insta::assert_snapshot!(policy.to_json_pretty());
    Ok(())
}

fn statement() -> iam_dsl::Statement<
    iam_dsl::statement::state::Allow,
    iam_dsl::statement::state::NoPrincipal,
    iam_dsl::statement::state::OnResources,
> {
    allow(actions![s3::GetObject]).on(arn!("arn:aws:s3:::shared/*"))
}

#[test]
fn the_deploying_account_is_a_token_until_it_is_known() {
    let json = Role::new("break-glass")
        .trusted_by(AccountRootPrincipal::new().into_trust())
        .trust_policy()
        .to_json();
    assert!(
        json.contains("arn:aws:iam::${AWS::AccountId}:root"),
        "{json}"
    );
}
