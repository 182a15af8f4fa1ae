//! Whose workflows of GitHub Actions get in.

use iam_dsl::ValueError;
use iam_dsl::trust::{GitHubActions, GitHubEnterprise, OidcTrust};

use crate::trust_ask::{Trusting, env};

const GITHUB: &str = "token.actions.githubusercontent.com";
const STS: &str = "sts.amazonaws.com";

fn trusting(trust: OidcTrust) -> Trusting {
    Trusting::new(trust.in_account(&env()))
}

#[track_caller]
fn check(role: &Trusting, right: &[&str], wrong: &[&str]) {
    for subject in right {
        assert!(
            role.takes_token(GITHUB, STS, subject),
            "{subject} is kept out"
        );
    }
    for subject in wrong {
        assert!(!role.takes_token(GITHUB, STS, subject), "{subject} gets in");
    }
}

#[test]
fn a_branch_and_nothing_beside_it() -> Result<(), ValueError> {
    let role = trusting(GitHubActions::repository("my-org/my-repo")?.branch("main")?);
    check(
        &role,
        &["repo:my-org/my-repo:ref:refs/heads/main"],
        &[
            // A fork, an organization and a repository with similar names, in other capitals.
            "repo:fork-owner/my-repo:ref:refs/heads/main",
            "repo:my-org-2/my-repo:ref:refs/heads/main",
            "repo:my-org/my-repo-2:ref:refs/heads/main",
            "repo:My-Org/my-repo:ref:refs/heads/main",
            "repo:my-org/my-repo:ref:refs/heads/main2",
            "repo:my-org/my-repo:ref:refs/heads/feature/main",
            "repo:my-org/my-repo:ref:refs/tags/main",
            "repo:my-org/my-repo:environment:main",
            "repo:my-org/my-repo:pull_request",
            "repo:my-org@123456/my-repo@456789:ref:refs/heads/main",
            "",
        ],
    );
    Ok(())
}

#[test]
fn the_audience_and_the_subject_have_to_be_there() -> Result<(), ValueError> {
    let role = trusting(GitHubActions::repository("my-org/my-repo")?.branch("main")?);
    let subject = "repo:my-org/my-repo:ref:refs/heads/main";
    assert!(!role.takes_token(GITHUB, "https://github.com/my-org", subject));
    assert!(!role.takes_claims(GITHUB, &[("sub", subject)]));
    assert!(!role.takes_claims(GITHUB, &[("aud", STS)]));
    // Another provider that vouches for the same.
    assert!(!role.takes_token("token.actions.example.com", STS, subject));

    let other = GitHubActions::repository("my-org/my-repo")?
        .branch("main")?
        .with_audience("my-audience")?;
    let other = trusting(other);
    assert!(other.takes_token(GITHUB, "my-audience", subject));
    assert!(!other.takes_token(GITHUB, STS, subject));
    Ok(())
}

#[test]
fn patterns_of_branches_and_tags_stay_within_them() -> Result<(), ValueError> {
    let releases = trusting(GitHubActions::repository("my-org/my-repo")?.branches("release/*")?);
    check(
        &releases,
        &[
            "repo:my-org/my-repo:ref:refs/heads/release/1",
            "repo:my-org/my-repo:ref:refs/heads/release/2026/11",
        ],
        &[
            "repo:my-org/my-repo:ref:refs/heads/releases",
            "repo:my-org/my-repo:ref:refs/heads/x/release/1",
            "repo:my-org/my-repo:ref:refs/tags/release/1",
            "repo:my-org-2/my-repo:ref:refs/heads/release/1",
        ],
    );
    let tag = trusting(GitHubActions::repository("my-org/my-repo")?.tag("v1.0.0")?);
    check(
        &tag,
        &["repo:my-org/my-repo:ref:refs/tags/v1.0.0"],
        &[
            "repo:my-org/my-repo:ref:refs/tags/v1.0.00",
            "repo:my-org/my-repo:ref:refs/heads/v1.0.0",
        ],
    );
    let tags = trusting(GitHubActions::repository("my-org/my-repo")?.tags("v*")?);
    check(
        &tags,
        &["repo:my-org/my-repo:ref:refs/tags/v2"],
        &["repo:my-org/my-repo:ref:refs/heads/v2"],
    );
    Ok(())
}

#[test]
fn environments_and_pull_requests_are_told_apart_from_branches() -> Result<(), ValueError> {
    let production =
        trusting(GitHubActions::repository("my-org/my-repo")?.environment("production")?);
    check(
        &production,
        &["repo:my-org/my-repo:environment:production"],
        &[
            "repo:my-org/my-repo:environment:production-2",
            "repo:my-org/my-repo:environment:staging",
            "repo:my-org/my-repo:ref:refs/heads/production",
            "repo:fork-owner/my-repo:environment:production",
        ],
    );
    let odd = trusting(GitHubActions::repository("my-org/my-repo")?.environment("eu: production")?);
    check(
        &odd,
        &["repo:my-org/my-repo:environment:eu%3A production"],
        &[],
    );
    let reviews = trusting(GitHubActions::repository("my-org/my-repo")?.pull_requests());
    check(
        &reviews,
        &["repo:my-org/my-repo:pull_request"],
        &[
            "repo:my-org/my-repo:ref:refs/heads/main",
            "repo:fork-owner/my-repo:pull_request",
        ],
    );
    Ok(())
}

#[test]
fn subjects_with_ids_are_of_one_repository_for_ever() -> Result<(), ValueError> {
    let repository = GitHubActions::repository("my-org/my-repo")?.with_ids(123_456, 456_789)?;
    let role = trusting(repository.branch("main")?);
    check(
        &role,
        &["repo:my-org@123456/my-repo@456789:ref:refs/heads/main"],
        &[
            "repo:my-org/my-repo:ref:refs/heads/main",
            // Somebody else who took over a name.
            "repo:my-org@999999/my-repo@456789:ref:refs/heads/main",
            "repo:my-org@123456/my-repo@999999:ref:refs/heads/main",
            // Names that look like ids.
            "repo:my-org-123456/my-repo-456789:ref:refs/heads/main",
            "repo:my-org@1234567/my-repo@456789:ref:refs/heads/main",
        ],
    );
    Ok(())
}

#[test]
fn while_a_repository_moves_its_ids_count_in_both_forms() -> Result<(), ValueError> {
    let role = trusting(
        GitHubActions::repository("my-org/my-repo")?
            .with_ids_while_moving(123_456, 456_789)?
            .branch("main")?,
    );
    let takes = |subject: &str, owner: &str, repository: &str| {
        let claims = [
            ("aud", STS),
            ("sub", subject),
            ("repository_owner_id", owner),
            ("repository_id", repository),
        ];
        role.takes_claims(GITHUB, &claims)
    };
    let by_name = "repo:my-org/my-repo:ref:refs/heads/main";
    let by_id = "repo:my-org@123456/my-repo@456789:ref:refs/heads/main";
    assert!(takes(by_name, "123456", "456789"));
    assert!(takes(by_id, "123456", "456789"));
    assert!(!takes(by_name, "999999", "456789"));
    assert!(!takes(by_name, "123456", "999999"));
    assert!(!takes(
        "repo:my-org/my-repo:pull_request",
        "123456",
        "456789"
    ));
    assert!(!role.takes_token(GITHUB, STS, by_name));

    let checking = trusting(
        GitHubActions::repository("my-org/my-repo")?
            .checking_ids(123_456, 456_789)?
            .branch("main")?,
    );
    let claims = [
        ("aud", STS),
        ("sub", by_name),
        ("repository_owner_id", "123456"),
        ("repository_id", "456789"),
    ];
    assert!(checking.takes_claims(GITHUB, &claims));
    assert!(!checking.takes_claims(GITHUB, &claims[..3]));
    Ok(())
}

#[test]
fn a_reusable_workflow_has_to_be_that_one() -> Result<(), ValueError> {
    let workflow = "my-org/workflows/.github/workflows/deploy.yml@refs/heads/main";
    let takes = |role: &Trusting, subject: &str, workflow: &str| {
        let claims = [
            ("aud", STS),
            ("sub", subject),
            ("job_workflow_ref", workflow),
        ];
        role.takes_claims(GITHUB, &claims)
    };
    let main = "repo:my-org/my-repo:ref:refs/heads/main";
    let one = trusting(
        GitHubActions::repository("my-org/my-repo")?
            .through_workflow(workflow)?
            .branch("main")?,
    );
    assert!(takes(&one, main, workflow));
    assert!(!takes(
        &one,
        main,
        "my-org/my-repo/.github/workflows/deploy.yml@refs/heads/main"
    ));
    assert!(!takes(
        &one,
        main,
        "my-org/workflows/.github/workflows/deploy.yml@refs/heads/draft"
    ));
    assert!(!takes(
        &one,
        "repo:my-org/other:ref:refs/heads/main",
        workflow
    ));
    assert!(!one.takes_token(GITHUB, STS, main));

    let all = trusting(
        GitHubActions::organization("my-org")?
            .through_workflow(workflow)?
            .branch("main")?,
    );
    assert!(takes(&all, main, workflow));
    assert!(takes(
        &all,
        "repo:my-org/other:ref:refs/heads/main",
        workflow
    ));
    assert!(!takes(
        &all,
        "repo:my-org-2/other:ref:refs/heads/main",
        workflow
    ));
    assert!(!takes(
        &all,
        "repo:my-org/other:ref:refs/heads/draft",
        workflow
    ));
    assert!(!takes(&all, "repo:my-org/other:pull_request", workflow));
    assert!(!takes(
        &all,
        main,
        "fork-owner/workflows/.github/workflows/deploy.yml@refs/heads/main"
    ));
    Ok(())
}

#[test]
fn enterprises_vouch_for_their_own_workflows_alone() -> Result<(), ValueError> {
    let subject = "repo:my-org/my-repo:ref:refs/heads/main";
    let of = |enterprise: GitHubEnterprise| {
        Ok::<_, ValueError>(trusting(
            enterprise.repository("my-org/my-repo")?.branch("main")?,
        ))
    };
    let issuers = [
        (
            of(GitHubEnterprise::server("github.example.com")?)?,
            "github.example.com/_services/token",
        ),
        (
            of(GitHubEnterprise::cloud("my-enterprise")?)?,
            "token.actions.githubusercontent.com/my-enterprise",
        ),
        (
            of(GitHubEnterprise::data_residency("my-enterprise")?)?,
            "token.actions.my-enterprise.ghe.com",
        ),
    ];
    for (role, own) in &issuers {
        for (_, issuer) in &issuers {
            assert_eq!(
                role.takes_token(issuer, STS, subject),
                issuer == own,
                "{own} {issuer}"
            );
        }
        assert!(!role.takes_token(GITHUB, STS, subject), "{own}");
        assert!(
            !role.takes_token(own, STS, "repo:my-org/other:ref:refs/heads/main"),
            "{own}"
        );
    }
    Ok(())
}
