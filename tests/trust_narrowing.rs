//! What is said on top of a preset narrows it, even where it compares what the preset compares.

use iam_dsl::ValueError;
use iam_dsl::prelude::*;
use iam_dsl::principal::{IntoTrust, OrganizationPath, OrganizationPrincipal};
use iam_dsl::trust::{
    CognitoIdentityPool, EksPodIdentity, GitHubActions, OidcProvider, RolesAnywhere, SamlProvider,
    ThirdParty,
};

use crate::trust_ask::{Trusting, env};

const ASSUME: &str = "sts:AssumeRole";
const PARTNER: &str = "arn:aws:iam::987654321098:role/reader";
const GITHUB: &str = "token.actions.githubusercontent.com";

/// IAM takes the trust, and nothing is odd about it.
fn role(trust: impl IntoTrust) -> Role {
    let role = Role::new("deploy").with_env(&env()).trusted_by(trust);
    assert_eq!(role.trust_policy().findings(), []);
    role
}

/// A role of another account, which its own policies let assume any.
fn partner() -> Role {
    let partner = Role::from_arn(arn!("arn:aws:iam::987654321098:role/reader")).unwrap();
    partner.add(allow(actions![sts::AssumeRole]).on(any()));
    partner
}

fn github() -> Result<iam_dsl::trust::OidcTrust, ValueError> {
    Ok(GitHubActions::repository("my-org/my-repo")?
        .branches("release/*")?
        .in_account(&env()))
}

fn takes(role: &Trusting, subject: &str) -> bool {
    role.takes_token(GITHUB, "sts.amazonaws.com", subject)
}

#[test]
fn github_subjects() -> Result<(), ValueError> {
    let subject = key!("token.actions.githubusercontent.com:sub");
    let trust = github()?.when(subject.like("repo:my-org/*:ref:refs/heads/*/2026.*"));
    insta::assert_snapshot!(role(trust.clone()).trust_policy().to_json_pretty(), @r#"
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": {
            "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
          },
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": {
            "StringEquals": {
              "token.actions.githubusercontent.com:aud": "sts.amazonaws.com"
            },
            "StringLike": {
              "token.actions.githubusercontent.com:sub": "repo:my-org/my-repo:ref:refs/heads/release/*"
            },
            "StringLikeIfExists": {
              "token.actions.githubusercontent.com:sub": "repo:my-org/*:ref:refs/heads/*/2026.*"
            }
          }
        }
      ]
    }
    "#);
    let both = Trusting::new(trust);
    assert!(takes(
        &both,
        "repo:my-org/my-repo:ref:refs/heads/release/2026.1"
    ));
    assert!(!takes(
        &both,
        "repo:my-org/my-repo:ref:refs/heads/release/2025.1"
    ));
    assert!(!takes(
        &both,
        "repo:my-org/other:ref:refs/heads/release/2026.1"
    ));

    let everybody =
        Trusting::new(github()?.when(key!("token.actions.githubusercontent.com:sub").like("*")));
    assert!(takes(
        &everybody,
        "repo:my-org/my-repo:ref:refs/heads/release/1"
    ));
    assert!(!takes(
        &everybody,
        "repo:my-org/my-repo:ref:refs/heads/main"
    ));
    assert!(!takes(
        &everybody,
        "repo:stranger/repo:ref:refs/heads/release/1"
    ));
    assert!(!everybody.takes_claims(GITHUB, &[("aud", "sts.amazonaws.com")]));
    Ok(())
}

#[test]
fn github_audiences() -> Result<(), ValueError> {
    let audience = key!("token.actions.githubusercontent.com:aud");
    let both = Trusting::new(github()?.when(audience.equals("another-audience")));
    for audience in ["sts.amazonaws.com", "another-audience"] {
        let subject = "repo:my-org/my-repo:ref:refs/heads/release/1";
        assert!(!both.takes_token(GITHUB, audience, subject));
    }
    Ok(())
}

#[test]
fn what_users_say_twice_stays_alternatives() -> Result<(), ValueError> {
    let subject = || key!("token.actions.githubusercontent.com:sub");
    let either = Trusting::new(
        github()?
            .when(subject().like("*/2025.*"))
            .when(subject().like("*/2026.*")),
    );
    for (branch, gets_in) in [
        ("release/2025.1", true),
        ("release/2026.1", true),
        ("release/2027.1", false),
        ("draft/2026.1", false),
    ] {
        let subject = format!("repo:my-org/my-repo:ref:refs/heads/{branch}");
        assert_eq!(takes(&either, &subject), gets_in, "{branch}");
    }

    let (main, draft) = (
        "repo:my-org/my-repo:ref:refs/heads/main",
        "repo:my-org/my-repo:ref:refs/heads/draft",
    );
    let provider =
        arn!("arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com");
    let own = Trusting::new(
        web_identity(provider)
            .when(subject().equals(main))
            .when(subject().equals(draft)),
    );
    assert!(takes(&own, main) && takes(&own, draft));
    assert!(!takes(&own, "repo:my-org/my-repo:pull_request"));
    Ok(())
}

#[test]
fn other_claims_of_providers() -> Result<(), ValueError> {
    let project = OidcProvider::new("https://gitlab.com", "https://gitlab.com")?
        .claim("project_id", "123456")?
        .in_account(&env());
    let other = Trusting::new(project.when(key!("gitlab.com:project_id").equals("654321")));
    for id in ["123456", "654321"] {
        let claims = [("aud", "https://gitlab.com"), ("project_id", id)];
        assert!(!other.takes_claims("gitlab.com", &claims));
    }
    Ok(())
}

#[test]
fn external_ids() -> Result<(), ValueError> {
    let ours = || ThirdParty::account("987654321098")?.with_external_id("customer-123");
    let id = || key!("sts:ExternalId");
    let same = role(ours()?.when(id().equals(["customer-123", "customer-124"])));
    let asking = |id: &str| {
        partner()
            .can(aws::sts::AssumeRole)
            .on(&same)
            .with("sts:ExternalId", id)
    };
    assert_allows!(asking("customer-123"));
    assert_denies!(asking("customer-124"));
    let trusts = [
        ours()?.when(id().equals("customer-124")),
        ours()?.with_external_id("customer-124"),
        AccountPrincipal::new("987654321098")?
            .when(id().equals("customer-124"))
            .with_external_id("customer-123"),
    ];
    for trust in trusts {
        let nobody = Trusting::new(trust);
        for id in ["customer-123", "customer-124"] {
            assert!(!nobody.lets_in(PARTNER, ASSUME, &[("sts:ExternalId", id)]));
        }
        assert!(!nobody.lets_in(PARTNER, ASSUME, &[]));
    }
    Ok(())
}

#[test]
fn sources_of_services() -> Result<(), ValueError> {
    let source = || key!("aws:SourceArn");
    let any = arn!("arn:aws:states:us-east-1:123456789012:stateMachine:*");
    let orders = "arn:aws:states:us-east-1:123456789012:stateMachine:orders";
    let refunds = "arn:aws:states:us-east-1:123456789012:stateMachine:refunds";
    let machines = service_principal!("states.amazonaws.com").from_source(any.clone())?;
    let role = Trusting::new(machines.when(source().like(orders.parse::<iam_dsl::Arn>().unwrap())));
    let lets_in = |role: &Trusting, arn: &str, account: &str| {
        let context = [("aws:SourceArn", arn), ("aws:SourceAccount", account)];
        role.lets_in("states.amazonaws.com", ASSUME, &context)
    };
    assert!(lets_in(&role, orders, "123456789012"));
    assert!(!lets_in(&role, refunds, "123456789012"));

    let one = service_principal!("states.amazonaws.com")
        .from_source(orders.parse().unwrap())?
        .when(source().equals(any))
        .when(key!("aws:SourceAccount").equals("999999999999"));
    let nobody = Trusting::new(one);
    for arn in [orders, refunds] {
        assert!(!lets_in(&nobody, arn, "123456789012"));
        assert!(!lets_in(&nobody, arn, "999999999999"));
    }

    let account = service_principal!("codebuild.amazonaws.com")
        .from_account("123456789012")?
        .when(key!("aws:SourceAccount").equals("999999999999"));
    let nobody = Trusting::new(account);
    for account in ["123456789012", "999999999999"] {
        let context = [("aws:SourceAccount", account)];
        assert!(!nobody.lets_in("codebuild.amazonaws.com", ASSUME, &context));
    }
    Ok(())
}

#[test]
fn organizations() -> Result<(), ValueError> {
    let ours = OrganizationPrincipal::new("o-a1b2c3d4e5")?;
    let other = role(ours.when(key!("aws:PrincipalOrgID").equals("o-f6g7h8i9j0")));
    for id in ["o-a1b2c3d4e5", "o-f6g7h8i9j0"] {
        let asking = partner().can(aws::sts::AssumeRole).on(&other);
        assert_denies!(asking.with("aws:PrincipalOrgID", id));
    }

    let everywhere = OrganizationPath::new("o-a1b2c3d4e5/r-ab12/")?.with_everything_below();
    let paths = key!("aws:PrincipalOrgPaths").for_any_value();
    let units = role(everywhere.when(paths.like("*/ou-ab12-11111111/*")));
    let of = |path: &str| {
        let asking = partner().can(aws::sts::AssumeRole).on(&units);
        asking.with("aws:PrincipalOrgPaths", [path])
    };
    assert_allows!(of("o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/"));
    assert_denies!(of("o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/"));
    assert_denies!(of("o-f6g7h8i9j0/r-ab12/ou-ab12-11111111/"));
    Ok(())
}

/// The same in the policy of a resource, where several parts of an organization are alternatives.
#[test]
fn organizations_in_policies_of_resources() -> Result<(), ValueError> {
    let read = |policy: ResourcePolicy, path: &str| {
        let reader = partner();
        reader.add(allow(actions![s3::GetObject]).on(any()));
        let object = arn!("arn:aws:s3:::shared/a.txt");
        let read = reader.can(aws::s3::GetObject).on(object);
        read.with("aws:PrincipalOrgPaths", [path])
            .with_resource_policy(policy)
    };
    let paths = [
        OrganizationPath::new("o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/")?.with_everything_below(),
        OrganizationPath::new("o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/")?.with_everything_below(),
    ];
    let key = key!("aws:PrincipalOrgPaths").for_any_value();
    let statement = allow(actions![s3::GetObject])
        .to(paths)
        .on(arn!("arn:aws:s3:::shared/*"))
        .when(key.like("*/ou-ab12-99999999/*"));
    let policy = ResourcePolicy::new().with(statement);
    assert_eq!(policy.findings(), []);
    for unit in ["ou-ab12-11111111", "ou-ab12-22222222"] {
        let below = format!("o-a1b2c3d4e5/r-ab12/{unit}/ou-ab12-99999999/");
        let beside = format!("o-a1b2c3d4e5/r-ab12/{unit}/");
        assert_allows!(read(policy.clone(), &below));
        assert_denies!(read(policy.clone(), &beside));
    }
    assert_denies!(read(policy, "o-f6g7h8i9j0/r-ab12/ou-ab12-99999999/"));
    Ok(())
}

#[test]
fn assertions_of_saml_providers() -> Result<(), ValueError> {
    let staff = || SamlProvider::new(arn!("arn:aws:iam::123456789012:saml-provider/staff"));
    let lets_in = |trust: SamlProvider, audience: &str| {
        Trusting::new(trust).lets_in(
            "arn:aws:iam::123456789012:saml-provider/staff",
            "sts:AssumeRoleWithSAML",
            &[("SAML:aud", audience)],
        )
    };
    let (sign_in, other) = (
        "https://signin.aws.amazon.com/saml",
        "https://example.com/saml",
    );
    let both = staff()?.when(key!("SAML:aud").equals([sign_in, other]));
    assert!(lets_in(both.clone(), sign_in));
    assert!(!lets_in(both, other));
    let neither = staff()?.when(key!("SAML:aud").equals(other));
    assert!(!lets_in(neither.clone(), sign_in) && !lets_in(neither, other));
    Ok(())
}

#[test]
fn users_of_apps() -> Result<(), ValueError> {
    let (pool, other) = (
        "us-east-1:12345678-abcd-abcd-abcd-123456790ab1",
        "us-east-1:99999999-abcd-abcd-abcd-123456790ab1",
    );
    let signed_in = || CognitoIdentityPool::new(pool).map(CognitoIdentityPool::authenticated);
    let lets_in = |trust: iam_dsl::principal::Trust, pool: &str, way: [&str; 2]| {
        let context = vec![
            ("cognito-identity.amazonaws.com:aud", pool.into()),
            ("cognito-identity.amazonaws.com:amr", way.into()),
        ];
        let action = "sts:AssumeRoleWithWebIdentity";
        Trusting::new(trust).lets_in_with("cognito-identity.amazonaws.com", action, context)
    };
    let by_cognito = ["authenticated", "cognito-idp.us-east-1.amazonaws.com/pool"];
    let by_google = ["authenticated", "accounts.google.com"];
    let as_guest = [
        "unauthenticated",
        "cognito-idp.us-east-1.amazonaws.com/pool",
    ];
    let way = key!("cognito-identity.amazonaws.com:amr").for_any_value();
    let narrowed = signed_in()?.when(way.clone().like("cognito-idp.*"));
    assert!(lets_in(narrowed.clone(), pool, by_cognito));
    assert!(!lets_in(narrowed.clone(), pool, by_google));
    assert!(!lets_in(narrowed, pool, as_guest));

    let everybody = signed_in()?
        .when(way.like("*"))
        .when(key!("cognito-identity.amazonaws.com:aud").equals([pool, other]));
    assert!(lets_in(everybody.clone(), pool, by_google));
    assert!(!lets_in(everybody.clone(), pool, as_guest));
    assert!(!lets_in(everybody, other, by_google));
    Ok(())
}

#[test]
fn pods_and_certificates() -> Result<(), ValueError> {
    let pods = EksPodIdentity::new()
        .service_account("orders", "processor")?
        .when(key!("aws:RequestTag/kubernetes-namespace").equals("refunds"));
    let nobody = Trusting::new(pods);
    for namespace in ["orders", "refunds"] {
        let context = [
            ("aws:RequestTag/kubernetes-namespace", namespace),
            ("aws:RequestTag/kubernetes-service-account", "processor"),
        ];
        assert!(!nobody.lets_in("pods.eks.amazonaws.com", ASSUME, &context));
    }

    let anchor = arn!("arn:aws:rolesanywhere:us-east-1:123456789012:trust-anchor/a1b2c3d4");
    let backup = RolesAnywhere::trust_anchor(anchor)?
        .common_name("backup.example.com")?
        .when(key!("aws:PrincipalTag/x509Subject/CN").equals("web.example.com"));
    let nobody = Trusting::new(backup);
    for name in ["backup.example.com", "web.example.com"] {
        let context = [
            (
                "aws:SourceArn",
                "arn:aws:rolesanywhere:us-east-1:123456789012:trust-anchor/a1b2c3d4",
            ),
            ("aws:PrincipalTag/x509Subject/CN", name),
        ];
        assert!(!nobody.lets_in("rolesanywhere.amazonaws.com", ASSUME, &context));
    }
    Ok(())
}
