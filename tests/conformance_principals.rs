//! Each principal of aws-cdk-lib, in a resource policy and in a trust policy, as it is written here.

use iam_dsl::prelude::*;
use iam_dsl::principal::{
    AccountRootPrincipal, ArnPrincipal, CanonicalUser, FederatedPrincipal, IntoPrincipals,
    IntoTrust, OrganizationPrincipal,
};
use iam_dsl::statement::state::{Allow, NoPrincipal, OnResources};
use iam_dsl::trust::SamlProvider;
use iam_dsl::{PolicyStatement, User};
use serde_json::{Value, json};

use crate::{
    conformance_rows::{HANDLE, plain, principals, shared_principals},
    ui::does_not_compile,
};

/// What cannot be written here, by the program that does not compile.
const NO_PRINCIPALS: &[(&str, &str)] = &[
    ("policy", "managed_policy_as_principal"),
    ("managedPolicy", "managed_policy_as_principal"),
];

/// Where we differ, and why.
const DIFFERENT: &[(&str, &str)] = &[
    (
        "group",
        "CDK makes JSON of a group and refuses it in statements only; here it does not compile in either, as in `group_as_principal` and `group_in_trust`",
    ),
    (
        "anyPrincipal",
        "everyone has one form here, `\"*\"`, which IAM takes for the same as `{\"AWS\": \"*\"}`",
    ),
    (
        "samlPrincipal",
        "`key!` writes a key as the service authorization reference does, `saml:aud`; IAM reads it in any case",
    ),
];

/// What a principal says in the policies of resources and of roles.
struct Ours {
    resource: PolicyStatement,
    trust: TrustPolicy,
}

fn said(resource: impl Into<PolicyStatement>, trust: TrustPolicy) -> Ours {
    let resource = resource.into();
    Ours { resource, trust }
}

/// What most principals say: themselves.
fn plainly<P: IntoPrincipals + IntoTrust + Clone>(principal: P) -> Ours {
    said(read().to(principal.clone()), trusting(principal))
}

fn read() -> iam_dsl::Statement<Allow, NoPrincipal, OnResources> {
    allow(actions![s3::GetObject]).on(arn!("arn:aws:s3:::shared/*"))
}

fn env() -> Env {
    Env::new("123456789012", "us-east-1").unwrap()
}

fn trusting(trust: impl IntoTrust) -> TrustPolicy {
    let role = Role::new("trusting").with_env(&env());
    role.trusted_by(trust).trust_policy()
}

/// A trust policy without the presets, for what they want said more narrowly.
fn federated(provider: &FederatedPrincipal, condition: iam_dsl::condition::Condition) -> Ours {
    let trust = allow(actions![sts::AssumeRoleWithWebIdentity])
        .to(provider)
        .when(condition.clone());
    said(
        read().to(provider).when(condition),
        TrustPolicy::new().with(trust),
    )
}

fn of_org() -> iam_dsl::condition::Condition {
    key!("aws:PrincipalOrgID").equals("o-1234567890")
}

#[allow(clippy::too_many_lines, reason = "a row each")]
fn written_here(name: &str) -> Option<Ours> {
    let handle = || Role::new("grantee").with_env(&env());
    let arn_role = || arn!("arn:aws:iam::999999999999:role/arn-role");
    let cloudfront = service_principal!("cloudfront.amazonaws.com");
    let ours = match name {
        "role" | "lazyRole" | "lambdaFunction" => plainly(&handle()),
        "user" => plainly(&User::new("grantee").with_env(&env())),
        "importedRoleSameAccount"
        | "importedRoleSameAccountImmutable"
        | "importedRoleSameAccountImmutableAddGrants" => {
            plainly(&Role::from_arn(arn!("arn:aws:iam::123456789012:role/imported-role")).unwrap())
        }
        "importedRoleCrossAccount"
        | "importedRoleCrossAccountImmutable"
        | "importedRoleCrossAccountImmutableAddGrants" => {
            plainly(&Role::from_arn(arn!("arn:aws:iam::999999999999:role/cross-role")).unwrap())
        }
        "importedUserSameAccount" => {
            plainly(&User::from_arn(arn!("arn:aws:iam::123456789012:user/imported-user")).unwrap())
        }
        "crossAccountStackRole" => {
            let elsewhere = Env::new("999999999999", "us-east-1").unwrap();
            plainly(&Role::new("cross-role").with_env(&elsewhere))
        }
        "crossRegionStackRole" => {
            let elsewhere = Env::new("123456789012", "eu-west-1").unwrap();
            plainly(&Role::new("xregion-role").with_env(&elsewhere))
        }
        "servicePrincipal" => plainly(cloudfront),
        "servicePrincipalWithConditions" => {
            let account = || key!("aws:SourceAccount").equals("123456789012");
            said(
                read().to(&cloudfront).when(account()),
                trusting(cloudfront.when(account())),
            )
        }
        "accountPrincipalSame" => plainly(AccountPrincipal::new("123456789012").unwrap()),
        "accountPrincipalCross" => plainly(AccountPrincipal::new("999999999999").unwrap()),
        "accountRootPrincipal" => plainly(AccountRootPrincipal::new()),
        "arnPrincipalSame" => plainly(arn!("arn:aws:iam::123456789012:role/arn-role")),
        "arnPrincipalCross" => plainly(ArnPrincipal::new(arn_role())),
        "arnPrincipalInOrganization" | "organizationPrincipal" => {
            plainly(OrganizationPrincipal::new("o-1234567890").unwrap())
        }
        "anyPrincipal" | "starPrincipal" => said(
            read().to(anyone()),
            TrustPolicy::new().with(allow(actions![sts::AssumeRole]).to(anyone())),
        ),
        "canonicalUserPrincipal" => {
            let id = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";
            let user = CanonicalUser::new(id);
            said(
                read().to(&user),
                TrustPolicy::new().with(allow(actions![sts::AssumeRole]).to(&user)),
            )
        }
        "federatedPrincipal" => federated(
            &FederatedPrincipal::named("cognito-identity.amazonaws.com"),
            key!("cognito-identity.amazonaws.com:aud").equals("us-east-1:pool"),
        ),
        "webIdentityPrincipal" => federated(
            &FederatedPrincipal::named("www.amazon.com"),
            key!("www.amazon.com:app_id").equals("app"),
        ),
        "oidcPrincipal" => federated(
            &FederatedPrincipal::new(arn!(
                "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
            )),
            key!("token.actions.githubusercontent.com:aud").equals("sts.amazonaws.com"),
        ),
        "samlPrincipal" => {
            let provider = arn!("arn:aws:iam::123456789012:saml-provider/idp");
            let audience = key!("SAML:aud").equals("https://signin.aws.amazon.com/saml");
            said(
                read()
                    .to(FederatedPrincipal::new(provider.clone()))
                    .when(audience),
                trusting(SamlProvider::new(provider).unwrap()),
            )
        }
        "compositePrincipal" => said(
            read().to((&cloudfront, arn_role())),
            trusting((&cloudfront, arn_role())),
        ),
        "principalWithConditions" => said(
            read().to(arn_role()).when(of_org()),
            trusting(ArnPrincipal::new(arn_role()).when(of_org())),
        ),
        "sessionTagsPrincipal" => said(
            read().to(arn_role()),
            trusting(arn_role().into_trust().with_session_tags()),
        ),
        "roleWithConditions" => said(
            read().to(&handle()).when(of_org()),
            trusting(handle().into_trust().when(of_org())),
        ),
        _ => return None,
    };
    Some(ours)
}

/// Our side of a row.
fn fact(name: &str, ours: &Ours) -> Value {
    let [handle, user] =
        ["role", "user"].map(|it| format!("arn:aws:iam::123456789012:{it}/grantee"));
    let read = |text: String| {
        let text = text
            .replace(&handle, HANDLE)
            .replace(&user, HANDLE)
            .replace("${AWS::AccountId}", "123456789012");
        plain(&serde_json::from_str(&text).unwrap())
    };
    let resource = read(serde_json::to_string(&ours.resource).unwrap());
    let trust = read(ours.trust.to_json());
    let mut fact = json!({
        "name": name,
        "principal": resource["Principal"],
        "trust": trust["Statement"],
    });
    if let Some(conditions) = resource.get("Condition") {
        fact["conditions"] = conditions.clone();
    }
    fact
}

fn check(rows: &[Value]) {
    let (mut covered, mut different, mut missing) = (0, 0, Vec::new());
    for row in rows {
        let name = row["name"].as_str().unwrap();
        let is = |(known, _): &&(&str, &str)| *known == name;
        let program = NO_PRINCIPALS.iter().find(is);
        let is_same = match (written_here(name), program) {
            (Some(ours), _) => fact(name, &ours) == *row,
            (None, Some((_, program))) => row.get("trust").is_none() && does_not_compile(program),
            (None, None) => false,
        };
        match (is_same, DIFFERENT.iter().find(is)) {
            (true, None) => covered += 1,
            (true, Some((_, reason))) => panic!("{name} differs no more: {reason}"),
            (false, Some(_)) => different += 1,
            (false, None) => missing.push(row.to_string()),
        }
    }
    println!(
        "{} principals of CDK: {covered} covered, {different} different with reason, {} missing",
        rows.len(),
        missing.len()
    );
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_principal_of_cdk() {
    let rows = principals();
    assert_eq!(rows.len(), 36);
    check(&rows);
}

#[test]
#[ignore = "needs the shared folder: IAM_DSL_SHARED or ../shared beside the repository"]
fn every_principal_of_cdk_as_it_says_them() {
    let rows = shared_principals();
    check(&rows);
    assert_eq!(
        rows,
        principals(),
        "tests/fixtures/cdk-principals.jsonl is out of date"
    );
}
