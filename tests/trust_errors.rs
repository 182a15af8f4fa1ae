//! What is refused because it would let others in, or nobody.

use std::fmt::Write as _;

use iam_dsl::ValueError;
use iam_dsl::prelude::*;
use iam_dsl::principal::{
    AssumedRoleSession, FederatedUser, OrganizationPath, OrganizationPrincipal,
};
use iam_dsl::trust::{
    BitbucketPipelines, BuildkitePipeline, CircleCi, CognitoIdentityPool, EksCluster,
    EksPodIdentity, GitHubActions, GitHubEnterprise, GitLab, HcpTerraform, OidcProvider,
    RolesAnywhere, SamlProvider, ThirdParty,
};

/// One line for each: the error and what to do.
fn errors<const N: usize>(results: [Result<(), ValueError>; N]) -> String {
    let mut lines = String::new();
    for (at, result) in results.into_iter().enumerate() {
        let error = result.expect_err(&format!("case {at} is taken"));
        let help = error
            .help()
            .unwrap_or_else(|| panic!("{error} does not say what to do"));
        writeln!(lines, "{error}\n  {help}").unwrap();
    }
    lines
}

/// Only the error matters.
fn of<T>(result: Result<T, ValueError>) -> Result<(), ValueError> {
    result.map(drop)
}

#[test]
fn services() {
    let from = |service: iam_dsl::ServicePrincipal, arn: &str| {
        of(service.from_source(arn.parse().unwrap()))
    };
    insta::assert_snapshot!(errors([
        of(service_principal!("ec2.amazonaws.com").from_account("123456789012")),
        of(service_principal!("lambda.amazonaws.com").from_own_account()),
        of(service_principal!("states.amazonaws.com").from_account("12345")),
        from(
            service_principal!("lambda.amazonaws.com"),
            "arn:aws:lambda:us-east-1:123456789012:function:orders"
        ),
        from(
            service_principal!("states.amazonaws.com"),
            "arn:aws:lambda:us-east-1:123456789012:function:orders"
        ),
        from(
            service_principal!("states.amazonaws.com"),
            "arn:aws:states:us-east-1:*:stateMachine:orders"
        ),
        from(
            service_principal!("states.amazonaws.com"),
            "arn:aws:states:us-east-1:123456789012:activity:orders"
        ),
        from(
            service_principal!("scheduler.amazonaws.com"),
            "arn:aws:scheduler:us-east-1:123456789012:schedule/default/nightly"
        ),
        from(
            service_principal!("ecs-tasks.amazonaws.com"),
            "arn:aws:ecs:us-east-1:123456789012:cluster/production"
        ),
    ]));
}

#[test]
fn accounts_organizations_and_third_parties() {
    let party = || ThirdParty::account("987654321098").unwrap();
    let long = "x".repeat(1225);
    let role = Role::new("reports");
    let account = AccountPrincipal::new("123456789012").unwrap();
    let text = errors([
        of(ThirdParty::account("98765")),
        of(party().with_external_id("")),
        of(party().with_external_id("x")),
        of(party().with_external_id(&long)),
        of(party().with_external_id("customer 123")),
        of(party().with_external_id("customer-*")),
        of(OrganizationPrincipal::new("nope")),
        of(OrganizationPrincipal::new("o-*")),
        of(OrganizationPrincipal::new("o-a1b2c3d4")),
        of(OrganizationPath::new("*")),
        of(OrganizationPath::new("o-a1b2c3d4e5/*")),
        of(OrganizationPath::new("o-a1b2c3d4e5/r-ab12")),
        of(AssumedRoleSession::new(&role, "*")),
        of(FederatedUser::new(&account, "")),
    ]);
    insta::assert_snapshot!(text.replace(&long, "xxx…"));
}

#[test]
fn github() {
    let repository = || GitHubActions::repository("my-org/my-repo").unwrap();
    let server = || {
        GitHubEnterprise::server("github.example.com")
            .unwrap()
            .repository("my-org/my-repo")
            .unwrap()
    };
    let workflow = "my-org/workflows/.github/workflows/deploy.yml@refs/heads/main";
    insta::assert_snapshot!(errors([
        of(GitHubActions::repository("my-org*/my-repo")),
        of(GitHubActions::repository("my-or?/my-repo")),
        of(GitHubActions::repository("*/my-repo")),
        of(GitHubActions::repository("*")),
        of(GitHubActions::repository("")),
        of(GitHubActions::repository("my-org")),
        of(GitHubActions::repository("my-org/*")),
        of(GitHubActions::repository("my-org/")),
        of(GitHubActions::repository(
            "my-org/my-repo:ref:refs/heads/main"
        )),
        of(GitHubActions::repository("my-org@123456/my-repo@456789")),
        of(GitHubActions::organization("my-org*")),
        of(GitHubActions::organization("")),
        of(repository().branch("")),
        of(repository().branch("*")),
        of(repository().branch("release/*")),
        of(repository().branch("refs/heads/main")),
        of(repository().branch("main:pull_request")),
        of(repository().branches("*")),
        of(repository().branches("")),
        of(repository().branches("${aws:username}")),
        of(repository().tag("v*")),
        of(repository().tag("refs/tags/v1")),
        of(repository().tags("?*")),
        of(repository().environment("")),
        of(repository().environment("*")),
        of(repository().environment("prod*")),
        of(repository().environment("production ")),
        of(repository().with_ids(0, 456_789)),
        of(repository().with_ids_while_moving(123_456, 0)),
        of(repository().through_workflow("deploy.yml")),
        of(repository().through_workflow("my-org/workflows/.github/workflows/deploy.yml@*")),
        of(repository().through_workflow("my-org/*/.github/workflows/deploy.yml@refs/heads/main")),
        of(repository().branch("main").unwrap().with_audience("*")),
        of(repository().branch("main").unwrap().with_audience("")),
        of(repository()
            .branch("main")
            .unwrap()
            .provider(arn!("arn:aws:iam::123456789012:oidc-provider/gitlab.com"))),
        of(server().with_ids(123_456, 456_789)),
        of(server().checking_ids(123_456, 456_789)),
        of(server().through_workflow(workflow)),
        of(GitHubEnterprise::server("github.example.com:8443")),
        of(GitHubEnterprise::server("*.example.com")),
        of(GitHubEnterprise::cloud("my-enterprise/x")),
        of(GitHubEnterprise::data_residency("*")),
    ]));
}

/// What `git check-ref-format` refuses, and for new branches a `-` in front.
#[test]
fn names_that_git_refuses() {
    let branch = |name: &str| {
        let repository = GitHubActions::repository("my-org/my-repo").unwrap();
        of(repository.branch(name))
    };
    let tags = |pattern: &str| of(GitLab::project("my-group/app").unwrap().tags(pattern));
    let buildkite = BuildkitePipeline::new("my-org", "deploy").unwrap();
    insta::assert_snapshot!(errors([
        branch("a..b"),
        branch("main~1"),
        branch("main^"),
        branch("main:pull_request"),
        branch("a\\b"),
        branch("my branch"),
        branch("a\u{7}b"),
        branch("/main"),
        branch("main/"),
        branch("release//1"),
        branch("main.lock"),
        branch("release.lock/1"),
        branch("release/.hidden"),
        branch("main."),
        branch("main@{1}"),
        branch("-main"),
        tags("v1..*"),
        tags("v*.lock"),
        of(buildkite.tag("v1.")),
    ]));
    for name in [
        "main",
        "release/v1.2",
        "a@b",
        "@",
        "a-b",
        "lock",
        "a.locked",
        "ä",
    ] {
        branch(name).unwrap();
    }
    for pattern in ["v*", "release/*", "v1.?", "v*.*"] {
        tags(pattern).unwrap();
    }
}

#[test]
fn other_providers() {
    let id = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    let gitlab = || GitLab::project("my-group/my-project").unwrap();
    let bitbucket = || BitbucketPipelines::workspace("my-workspace", id).unwrap();
    let circleci = || CircleCi::organization(id).unwrap();
    let buildkite = || BuildkitePipeline::new("my-org", "deploy").unwrap();
    let cluster =
        || EksCluster::issuer("https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE").unwrap();
    let provider = || OidcProvider::new("https://idp.example.com", "my-app").unwrap();
    insta::assert_snapshot!(errors([
        of(GitLab::project("my-group*/my-project")),
        of(GitLab::project("my-group")),
        of(GitLab::project("my-group/")),
        of(GitLab::at("https://gitlab.example.com:8443")),
        of(gitlab().branch("*")),
        of(gitlab().branches("*")),
        of(gitlab().tag("")),
        of(BitbucketPipelines::workspace("*", id)),
        of(BitbucketPipelines::workspace("my-workspace", "*")),
        of(bitbucket().repository("my-repo")),
        of(bitbucket().repository(id).unwrap().environment("*")),
        of(CircleCi::organization("my-org")),
        of(circleci().project("*")),
        of(circleci()
            .project(id)
            .unwrap()
            .branch("github.com/my-org/*", "main")),
        of(circleci()
            .project(id)
            .unwrap()
            .branch("github.com/my-org/my-repo", "*")),
        of(BuildkitePipeline::new("my-org", "*")),
        of(BuildkitePipeline::new("", "deploy")),
        of(buildkite().branch("*")),
        of(buildkite().tag("v*")),
        of(HcpTerraform::workspace("*", "platform", "network")),
        of(HcpTerraform::workspace("my-org", "*", "network")),
        of(HcpTerraform::workspace("my-org", "platform", "")),
        of(HcpTerraform::at("not a host")),
        of(cluster().service_account("*", "processor")),
        of(cluster().service_account("orders", "*")),
        of(cluster().service_account("Orders", "processor")),
        of(cluster().every_service_account("*")),
        of(EksPodIdentity::new().service_account("*", "processor")),
        of(EksPodIdentity::new()
            .service_account("orders", "processor")
            .unwrap()
            .in_cluster(arn!("arn:aws:eks:us-east-1:123456789012:cluster/*"))),
        of(OidcProvider::new("https://idp.example.com", "*")),
        of(OidcProvider::new("", "my-app")),
        of(provider().subject("")),
        of(provider().subject("*")),
        of(provider().subjects_like("*")),
        of(provider().subjects_like("")),
        of(provider().claim("aud", "my-app")),
        of(provider().claim("email", "reports@example.com")),
        of(provider().claim("sub", "*")),
    ]));
}

#[test]
fn certificates_people_and_apps() {
    let anchor = || {
        RolesAnywhere::trust_anchor(arn!(
            "arn:aws:rolesanywhere:us-east-1:123456789012:trust-anchor/a1b2c3d4"
        ))
        .unwrap()
    };
    let arn = |text: &str| text.parse().unwrap();
    insta::assert_snapshot!(errors([
        of(RolesAnywhere::trust_anchor(arn(
            "arn:aws:rolesanywhere:us-east-1:123456789012:trust-anchor/*"
        ))),
        of(RolesAnywhere::trust_anchor(arn(
            "arn:aws:rolesanywhere:us-east-1:123456789012:profile/a1b2c3d4"
        ))),
        of(anchor().common_name("")),
        of(anchor().common_name("*")),
        of(anchor().organizational_unit("web-*")),
        of(SamlProvider::new(arn(
            "arn:aws:iam::123456789012:oidc-provider/gitlab.com"
        ))),
        of(SamlProvider::new(arn(
            "arn:aws:iam::123456789012:saml-provider/*"
        ))),
        of(SamlProvider::new(arn(
            "arn:aws-iso:iam::123456789012:saml-provider/staff"
        ))),
        of(
            SamlProvider::new(arn("arn:aws:iam::123456789012:saml-provider/staff"))
                .unwrap()
                .with_audience("*")
        ),
        of(CognitoIdentityPool::new("*")),
        of(CognitoIdentityPool::new("us-east-1:*")),
        of(CognitoIdentityPool::new(
            "us-esat-1:12345678-abcd-abcd-abcd-123456790ab1"
        )),
    ]));
}

#[test]
fn owners_in_patterns_of_any_provider() {
    let like = |pattern: &str| {
        let host = "https://token.actions.githubusercontent.com";
        let provider = OidcProvider::new(host, "sts.amazonaws.com").unwrap();
        of(provider.subjects_like(pattern))
    };
    insta::assert_snapshot!(errors([
        like("repo:my-org*"),
        like("repo:my-?rg/app:*"),
        like("project_path:group*/app:ref_type:branch:ref:main"),
    ]));
    like("repo:my-org/*").unwrap();
    like("project_path:group/*:ref_type:branch:ref:main").unwrap();
}
