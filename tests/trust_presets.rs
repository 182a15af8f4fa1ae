//! Every preset of trust as JSON: in a snapshot, in `docs/trust.md`, and by the checks.

use std::collections::BTreeMap;

use iam_dsl::prelude::*;
use iam_dsl::principal::{IntoTrust, OrganizationPath, OrganizationPrincipal};
use iam_dsl::trust::{
    BitbucketPipelines, BuildkitePipeline, CircleCi, CognitoIdentityPool, EksCluster,
    EksPodIdentity, GitHubActions, GitHubEnterprise, GitLab, HcpTerraform, OidcProvider,
    RolesAnywhere, SamlProvider, ThirdParty,
};
use iam_dsl::{TrustPolicy, ValueError};

struct Preset {
    name: &'static str,
    code: &'static str,
    policy: TrustPolicy,
}

macro_rules! presets {
    ($($name:literal: $trust:expr;)*) => {
        fn presets() -> Result<Vec<Preset>, ValueError> {
            Ok(vec![$(Preset {
                name: $name,
                code: stringify!($trust),
                policy: policy_of($trust),
            }),*])
        }
    };
}

fn policy_of(trust: impl IntoTrust) -> TrustPolicy {
    Role::new("deploy").trusted_by(trust).trust_policy()
}

presets! {
    "A service, for one resource":
        service_principal!("states.amazonaws.com")
            .from_source(arn!("arn:aws:states:us-east-1:123456789012:stateMachine:orders"))?;
    "A service, for one account":
        service_principal!("codebuild.amazonaws.com").from_account("123456789012")?;
    "A service that sends no account":
        service_principal!("logs.amazonaws.com").from_own_account()?;
    "An account":
        AccountPrincipal::new("987654321098")?;
    "A role":
        arn!("arn:aws:iam::987654321098:role/auditor");
    "An organization":
        OrganizationPrincipal::new("o-a1b2c3d4e5")?;
    "A part of an organization":
        OrganizationPath::new("o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/")?.with_everything_below();
    "A third party":
        ThirdParty::account("987654321098")?.with_external_id("9e1f7c2a-customer-123")?;
    "GitHub Actions: a branch":
        GitHubActions::repository("my-org/my-repo")?.branch("main")?;
    "GitHub Actions: tags":
        GitHubActions::repository("my-org/my-repo")?.tags("v*")?;
    "GitHub Actions: an environment":
        GitHubActions::repository("my-org/my-repo")?.environment("production")?;
    "GitHub Actions: subjects with ids":
        GitHubActions::repository("my-org/my-repo")?.with_ids(123_456, 456_789)?.branch("main")?;
    "GitHub Actions: while a repository moves":
        GitHubActions::repository("my-org/my-repo")?
            .with_ids_while_moving(123_456, 456_789)?
            .environment("production")?;
    "GitHub Actions: names, and the claims of their ids":
        GitHubActions::repository("my-org/my-repo")?.checking_ids(123_456, 456_789)?.branch("main")?;
    "GitHub Actions: pull requests":
        GitHubActions::repository("my-org/my-repo")?.pull_requests();
    "GitHub Actions: a reusable workflow":
        GitHubActions::repository("my-org/my-repo")?
            .through_workflow("my-org/workflows/.github/workflows/deploy.yml@refs/heads/main")?
            .branch("main")?;
    "GitHub Actions: an organization, through a reusable workflow":
        GitHubActions::organization("my-org")?
            .with_id(123_456)?
            .through_workflow("my-org/workflows/.github/workflows/deploy.yml@refs/heads/main")?
            .environment("production")?;
    "GitHub Enterprise Server":
        GitHubEnterprise::server("github.example.com")?.repository("my-org/my-repo")?.branch("main")?;
    "GitHub Enterprise Cloud: an issuer of its own":
        GitHubEnterprise::cloud("my-enterprise")?.repository("my-org/my-repo")?.branch("main")?;
    "GitHub Enterprise Cloud: data residency":
        GitHubEnterprise::data_residency("my-enterprise")?
            .repository("my-org/my-repo")?
            .with_ids(123_456, 456_789)?
            .branch("main")?;
    "GitLab":
        GitLab::project("my-group/my-project")?.branch("main")?;
    "GitLab: protected tags":
        GitLab::project("my-group/my-project")?
            .tags("v*")?
            .when(key!("gitlab.com:ref_protected").equals("true"));
    "GitLab: self-managed":
        GitLab::at("https://gitlab.example.com")?.of_project("my-group/my-project")?.branch("main")?;
    "Bitbucket Pipelines":
        BitbucketPipelines::workspace("my-workspace", "3f2504e0-4f89-41d3-9a0c-0305e82c3301")?
            .repository("9a0c3301-4f89-41d3-9a0c-0305e82c3302")?
            .environment("0305e82c-4f89-41d3-9a0c-0305e82c3303")?;
    "CircleCI":
        CircleCi::organization("3f2504e0-4f89-41d3-9a0c-0305e82c3301")?
            .project("9a0c3301-4f89-41d3-9a0c-0305e82c3302")?
            .branch("github.com/my-org/my-repo", "main")?;
    "Buildkite":
        BuildkitePipeline::new("my-org", "deploy")?.branch("main")?;
    "HCP Terraform":
        HcpTerraform::workspace("my-org", "platform", "network")?.plan_and_apply();
    "Amazon EKS: a service account":
        EksCluster::issuer("https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE")?
            .service_account("orders", "processor")?;
    "Amazon EKS: Pod Identity":
        EksPodIdentity::new()
            .service_account("orders", "processor")?
            .in_cluster(arn!("arn:aws:eks:us-east-1:123456789012:cluster/production"))?;
    "IAM Roles Anywhere":
        RolesAnywhere::trust_anchor(arn!(
            "arn:aws:rolesanywhere:us-east-1:123456789012:trust-anchor/a1b2c3d4-5678-90ab-cdef-EXAMPLE11111"
        ))?
        .common_name("backup.example.com")?;
    "SAML 2.0":
        SamlProvider::new(arn!("arn:aws:iam::123456789012:saml-provider/staff"))?.with_session_tags();
    "Amazon Cognito":
        CognitoIdentityPool::new("us-east-1:12345678-abcd-abcd-abcd-123456790ab1")?.authenticated();
    "Any OpenID Connect provider":
        OidcProvider::new("https://idp.example.com", "my-app")?.subject("job:nightly-report")?;
}

/// The policy's only statement, as `docs/trust.md` shows it.
fn statement(policy: &TrustPolicy) -> String {
    let json = policy.to_json_pretty();
    let lines: Vec<&str> = json.lines().collect();
    let inner = &lines[3..lines.len() - 2];
    inner
        .iter()
        .map(|line| line.strip_prefix("    ").unwrap())
        .collect::<Vec<&str>>()
        .join("\n")
}

fn slug(name: &str) -> String {
    let parts = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty());
    parts.collect::<Vec<&str>>().join("_").to_lowercase()
}

#[test]
fn presets_are_what_was_reviewed() -> Result<(), ValueError> {
    for preset in presets()? {
        insta::assert_snapshot!(slug(preset.name), preset.policy.to_json_pretty());
    }
    Ok(())
}

#[test]
fn presets_have_no_findings() -> Result<(), ValueError> {
    for preset in presets()? {
        assert_eq!(preset.policy.findings(), [], "{}", preset.name);
    }
    Ok(())
}

/// The code and the JSON of each section that has both.
fn documented() -> BTreeMap<String, (String, String)> {
    let text = include_str!("../docs/trust.md");
    let mut sections = BTreeMap::new();
    for section in text.split("\n## ").skip(1) {
        let name = section.lines().next().unwrap().to_owned();
        let block = |language: &str| {
            let (_, rest) = section.split_once(&format!("```{language}\n"))?;
            let (block, _) = rest.split_once("\n```")?;
            Some(block.to_owned())
        };
        if let (Some(code), Some(json)) = (block("rust"), block("json")) {
            sections.insert(name, (code, json));
        }
    }
    sections
}

#[test]
fn the_documentation_shows_what_is_made() -> Result<(), ValueError> {
    let without_blanks = |text: &str| text.split_whitespace().collect::<String>();
    let mut documented = documented();
    for preset in presets()? {
        let (code, json) = documented
            .remove(preset.name)
            .unwrap_or_else(|| panic!("docs/trust.md has no section `{}`", preset.name));
        assert_eq!(
            without_blanks(&code),
            without_blanks(preset.code),
            "{}",
            preset.name
        );
        assert_eq!(json, statement(&preset.policy), "{}", preset.name);
    }
    let left: Vec<&String> = documented.keys().collect();
    assert!(
        left.is_empty(),
        "docs/trust.md shows what is no preset here: {left:?}"
    );
    Ok(())
}
