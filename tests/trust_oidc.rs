//! Whom other OpenID Connect providers may let in.

use iam_dsl::ValueError;
use iam_dsl::evaluate::ContextValue;
use iam_dsl::prelude::*;
use iam_dsl::trust::{
    BitbucketPipelines, BuildkitePipeline, CircleCi, CognitoIdentityPool, EksCluster, GitLab,
    HcpTerraform, OidcProvider, OidcTrust,
};

use crate::trust_ask::{Trusting, env};

fn trusting(trust: OidcTrust) -> Trusting {
    Trusting::new(trust.in_account(&env()))
}

/// The right subjects get in with the right audience of the right provider, and nothing else does.
#[track_caller]
fn check(role: &Trusting, provider: &str, audience: &str, right: &[&str], wrong: &[&str]) {
    for subject in right {
        assert!(
            role.takes_token(provider, audience, subject),
            "{subject} is kept out"
        );
        assert!(
            !role.takes_token(provider, "another-audience", subject),
            "{subject}"
        );
        assert!(
            !role.takes_token("idp.example.org", audience, subject),
            "{subject}"
        );
        assert!(
            !role.takes_claims(provider, &[("sub", subject)]),
            "{subject}"
        );
    }
    assert!(!role.takes_claims(provider, &[("aud", audience)]));
    for subject in wrong {
        assert!(
            !role.takes_token(provider, audience, subject),
            "{subject} gets in"
        );
    }
}

#[test]
fn gitlab_projects_on_their_branches() -> Result<(), ValueError> {
    let role = trusting(GitLab::project("my-group/my-project")?.branch("main")?);
    check(
        &role,
        "gitlab.com",
        "https://gitlab.com",
        &["project_path:my-group/my-project:ref_type:branch:ref:main"],
        &[
            "project_path:fork-owner/my-project:ref_type:branch:ref:main",
            "project_path:my-group-2/my-project:ref_type:branch:ref:main",
            "project_path:my-group/sub/my-project:ref_type:branch:ref:main",
            "project_path:my-group/my-project:ref_type:tag:ref:main",
            "project_path:my-group/my-project:ref_type:branch:ref:draft",
        ],
    );
    let tags = GitLab::at("https://gitlab.example.com/")?
        .of_project("my-group/sub/my-project")?
        .tags("v*")?;
    check(
        &trusting(tags),
        "gitlab.example.com",
        "https://gitlab.example.com",
        &["project_path:my-group/sub/my-project:ref_type:tag:ref:v1"],
        &[
            "project_path:my-group/sub/my-project:ref_type:branch:ref:v1",
            "project_path:my-group/sub/my-project:ref_type:tag:ref:1",
        ],
    );
    Ok(())
}

#[test]
fn gitlab_refs_that_are_protected() -> Result<(), ValueError> {
    let protected = key!("gitlab.com:ref_protected").equals("true");
    let role = trusting(
        GitLab::project("my-group/my-project")?
            .tags("v*")?
            .when(protected),
    );
    let takes = |protected: &str| {
        let claims = [
            ("aud", "https://gitlab.com"),
            (
                "sub",
                "project_path:my-group/my-project:ref_type:tag:ref:v1",
            ),
            ("ref_protected", protected),
        ];
        role.takes_claims("gitlab.com", &claims)
    };
    assert!(takes("true"));
    assert!(!takes("false"));
    Ok(())
}

#[test]
fn bitbucket_steps_of_an_environment() -> Result<(), ValueError> {
    let repository =
        BitbucketPipelines::workspace("my-workspace", "{3f2504e0-4f89-41d3-9a0c-0305e82c3301}")?
            .repository("{9a0c3301-4f89-41d3-9a0c-0305e82c3302}")?;
    let provider = "api.bitbucket.org/2.0/workspaces/my-workspace/pipelines-config/identity/oidc";
    let audience = "ari:cloud:bitbucket::workspace/3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    let step = "{11111111-4f89-41d3-9a0c-0305e82c3301}";
    let deployment = format!(
        "{{9a0c3301-4f89-41d3-9a0c-0305e82c3302}}:{{0305e82c-4f89-41d3-9a0c-0305e82c3303}}:{step}"
    );
    let elsewhere = format!(
        "{{9a0c3301-4f89-41d3-9a0c-0305e82c3302}}:{{22222222-4f89-41d3-9a0c-0305e82c3303}}:{step}"
    );
    let nowhere = format!("{{9a0c3301-4f89-41d3-9a0c-0305e82c3302}}:{step}");
    let other = format!(
        "{{33333333-4f89-41d3-9a0c-0305e82c3302}}:{{0305e82c-4f89-41d3-9a0c-0305e82c3303}}:{step}"
    );

    let production = repository
        .clone()
        .environment("0305e82c-4f89-41d3-9a0c-0305e82c3303")?;
    check(
        &trusting(production),
        provider,
        audience,
        &[&deployment],
        &[&elsewhere, &nowhere, &other],
    );
    let every = trusting(repository.every_step());
    check(
        &every,
        provider,
        audience,
        &[&deployment, &elsewhere, &nowhere],
        &[&other],
    );
    Ok(())
}

#[test]
fn circleci_jobs_of_a_branch() -> Result<(), ValueError> {
    let organization = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    let project =
        CircleCi::organization(organization)?.project("9a0c3301-4f89-41d3-9a0c-0305e82c3302")?;
    let provider = format!("oidc.circleci.com/org/{organization}");
    let job = format!(
        "org/{organization}/project/9a0c3301-4f89-41d3-9a0c-0305e82c3302/user/11111111-4f89-41d3-9a0c-0305e82c3301"
    );
    let on = |rest: &str| format!("{job}/vcs-origin/{rest}");
    let main = on("github.com/my-org/my-repo/vcs-ref/refs/heads/main");

    let role = trusting(
        project
            .clone()
            .branch("github.com/my-org/my-repo", "main")?,
    );
    check(
        &role,
        &provider,
        organization,
        &[&main],
        &[
            &job,
            &on("github.com/my-org/my-repo/vcs-ref/refs/heads/draft"),
            &on("github.com/fork-owner/my-repo/vcs-ref/refs/heads/main"),
            // A branch of a fork whose name ends like the right subject.
            &on(
                "github.com/fork-owner/my-repo/vcs-ref/refs/heads/x/vcs-origin/github.com/my-org/my-repo/vcs-ref/refs/heads/main",
            ),
            &main.replace("9a0c3301", "22222222"),
        ],
    );
    let tag = trusting(project.clone().tag("github.com/my-org/my-repo", "v1")?);
    check(
        &tag,
        &provider,
        organization,
        &[&on("github.com/my-org/my-repo/vcs-ref/refs/tags/v1")],
        &[&main],
    );
    let every = trusting(project.every_job());
    check(
        &every,
        &provider,
        organization,
        &[&job, &main],
        &[&job.replace("9a0c3301", "22222222")],
    );
    Ok(())
}

#[test]
fn buildkite_jobs_of_a_branch() -> Result<(), ValueError> {
    let pipeline = BuildkitePipeline::new("my-org", "deploy")?;
    let role = trusting(pipeline.clone().branch("main")?);
    let main = "organization:my-org:pipeline:deploy:ref:refs/heads/main:commit:9f3182061f1e2cca4702c368cbc039b7dc9d4485:step:build";
    check(
        &role,
        "agent.buildkite.com",
        "sts.amazonaws.com",
        &[main],
        &[
            &main.replace("my-org", "my-org-2"),
            &main.replace(":deploy:", ":deploy-2:"),
            &main.replace("heads/main", "heads/draft"),
            &main.replace("heads/main", "tags/main"),
        ],
    );
    let tag = trusting(pipeline.tag("v1")?);
    let v1 = main.replace("heads/main", "tags/v1");
    check(
        &tag,
        "agent.buildkite.com",
        "sts.amazonaws.com",
        &[&v1],
        &[main],
    );
    Ok(())
}

#[test]
fn tokens_bring_session_tags_where_they_may() -> Result<(), ValueError> {
    let pipeline = BuildkitePipeline::new("my-org", "deploy")?;
    let plain = trusting(pipeline.clone().branch("main")?);
    let tagging = trusting(pipeline.branch("main")?.with_session_tags());
    let context = [
        ("agent.buildkite.com:aud", "sts.amazonaws.com"),
        (
            "agent.buildkite.com:sub",
            "organization:my-org:pipeline:deploy:ref:refs/heads/main:commit:HEAD:step:build",
        ),
    ];
    let provider = "arn:aws:iam::123456789012:oidc-provider/agent.buildkite.com";
    assert!(!plain.lets_in(provider, "sts:TagSession", &context));
    assert!(tagging.lets_in(provider, "sts:TagSession", &context));
    assert!(!tagging.lets_in(provider, "sts:TagSession", &context[..1]));
    Ok(())
}

#[test]
fn hcp_terraform_runs_of_a_phase() -> Result<(), ValueError> {
    let workspace = HcpTerraform::workspace("my-org", "platform", "network")?;
    let plan = "organization:my-org:project:platform:workspace:network:run_phase:plan";
    let apply = "organization:my-org:project:platform:workspace:network:run_phase:apply";
    let wrong = [
        plan.replace("my-org", "my-org-2"),
        plan.replace("platform", "sandbox"),
        plan.replace("network", "network-2"),
    ];
    let wrong: Vec<&str> = wrong.iter().map(String::as_str).collect();
    let (host, audience) = ("app.terraform.io", "aws.workload.identity");
    let both = trusting(workspace.clone().plan_and_apply());
    check(&both, host, audience, &[plan, apply], &wrong);
    check(
        &trusting(workspace.clone().plan()),
        host,
        audience,
        &[plan],
        &[apply],
    );
    check(
        &trusting(workspace.apply()),
        host,
        audience,
        &[apply],
        &[plan],
    );
    let own = HcpTerraform::at("https://tfe.example.com")?
        .of_workspace("my-org", "platform", "network")?;
    check(
        &trusting(own.plan()),
        "tfe.example.com",
        audience,
        &[plan],
        &[apply],
    );
    Ok(())
}

#[test]
fn pods_of_a_service_account() -> Result<(), ValueError> {
    let provider = "oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE";
    let cluster = EksCluster::issuer(&format!("https://{provider}"))?;
    let right = "system:serviceaccount:orders:processor";
    check(
        &trusting(cluster.service_account("orders", "processor")?),
        provider,
        "sts.amazonaws.com",
        &[right],
        &[
            "system:serviceaccount:orders:processor-2",
            "system:serviceaccount:orders-2:processor",
            "system:serviceaccount:default:processor",
        ],
    );
    check(
        &trusting(cluster.every_service_account("orders")?),
        provider,
        "sts.amazonaws.com",
        &[right, "system:serviceaccount:orders:other"],
        &["system:serviceaccount:orders-2:processor"],
    );
    Ok(())
}

#[test]
fn users_of_an_identity_pool_who_have_signed_in() -> Result<(), ValueError> {
    let pool = CognitoIdentityPool::new("us-east-1:12345678-abcd-abcd-abcd-123456790ab1")?;
    let takes = |role: &Trusting, pool: &str, amr: &[&str]| {
        let context = vec![
            (
                "cognito-identity.amazonaws.com:aud",
                ContextValue::from(pool),
            ),
            (
                "cognito-identity.amazonaws.com:amr",
                ContextValue::from(amr.to_vec()),
            ),
        ];
        role.lets_in_with(
            "cognito-identity.amazonaws.com",
            "sts:AssumeRoleWithWebIdentity",
            context,
        )
    };
    let own = "us-east-1:12345678-abcd-abcd-abcd-123456790ab1";
    let signed_in = [
        "authenticated",
        "cognito-idp.us-east-1.amazonaws.com/us-east-1_abc",
    ];
    let users = Trusting::new(pool.clone().authenticated());
    assert!(takes(&users, own, &signed_in));
    assert!(!takes(&users, own, &["unauthenticated"]));
    assert!(!takes(&users, own, &[]));
    assert!(!takes(
        &users,
        "us-east-1:99999999-abcd-abcd-abcd-123456790ab1",
        &signed_in
    ));
    let guests = Trusting::new(pool.unauthenticated());
    assert!(takes(&guests, own, &["unauthenticated"]));
    assert!(!takes(&guests, own, &signed_in));
    Ok(())
}

#[test]
fn identity_pools_of_other_partitions_have_another_provider() -> Result<(), ValueError> {
    for (region, provider) in [
        ("eu-west-1", "cognito-identity.amazonaws.com"),
        ("us-gov-west-1", "cognito-identity-us-gov.amazonaws.com"),
        ("cn-north-1", "cognito-identity.cn-north-1.amazonaws.com.cn"),
    ] {
        let pool =
            CognitoIdentityPool::new(&format!("{region}:12345678-abcd-abcd-abcd-123456790ab1"))?;
        let json = Role::new("app-user")
            .trusted_by(pool.authenticated())
            .trust_policy()
            .to_json();
        assert!(
            json.contains(&format!(r#""Federated":"{provider}""#)),
            "{json}"
        );
        assert!(
            json.contains(&format!(r#""{provider}:amr":"authenticated""#)),
            "{json}"
        );
    }
    Ok(())
}

#[test]
fn any_provider_for_a_subject_or_another_claim() -> Result<(), ValueError> {
    let provider = OidcProvider::new("https://idp.example.com/tenant", "my-app")?;
    let address = "idp.example.com/tenant";
    let one = trusting(provider.clone().subject("job:nightly-report")?);
    check(
        &one,
        address,
        "my-app",
        &["job:nightly-report"],
        &["job:nightly-report-2", "job:*"],
    );
    let some = trusting(provider.subjects_like("job:*")?);
    check(
        &some,
        address,
        "my-app",
        &["job:nightly-report", "job:other"],
        &["person:1", ""],
    );

    let project = OidcProvider::new("https://gitlab.com", "https://gitlab.com")?
        .claim("project_id", "123456")?;
    let role = trusting(project);
    let takes = |id: &str| {
        role.takes_claims(
            "gitlab.com",
            &[("aud", "https://gitlab.com"), ("project_id", id)],
        )
    };
    assert!(takes("123456"));
    assert!(!takes("1234567"));
    assert!(!role.takes_claims("gitlab.com", &[("aud", "https://gitlab.com")]));
    Ok(())
}

#[test]
fn web_identity_as_it_always_was() {
    let provider = arn!("arn:aws:iam::123456789012:oidc-provider/idp.example.com");
    let identity = web_identity(provider)
        .when(key!("idp.example.com:aud").equals("my-app"))
        .when(key!("idp.example.com:sub").equals("job:nightly-report"));
    let role = Trusting::new(identity);
    check(
        &role,
        "idp.example.com",
        "my-app",
        &["job:nightly-report"],
        &["job:other"],
    );
}
