//! The workflows of a repository.

use std::marker::PhantomData;

use super::ids::{Form, Names};
use crate::{
    ValueError,
    trust::{
        narrowing::{NotNarrowed, not_narrowed},
        oidc::{Issuer, OidcTrust, Subjects},
        text,
    },
};

/// The audience that GitHub's action for AWS asks for.
const AUDIENCE: &str = "sts.amazonaws.com";

/// The workflows of a repository, before it is said which of them: of a branch, a tag, an environment.
///
/// # Example: a repository whose subjects have ids
///
/// Repositories that are created, renamed or transferred since 15 July 2026, and those that opted in, have their ids
/// and their owner's in the subject: see GitHub on
/// [immutable subject claims](https://github.blog/changelog/2026-04-23-immutable-subject-claims-for-github-actions-oidc-tokens/).
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::trust::GitHubActions;
///
/// let repository = GitHubActions::repository("my-org/my-repo")?.with_ids(123_456, 456_789)?;
/// let role = Role::new("deploy").trusted_by(repository.branch("main")?);
/// assert!(role.trust_policy().to_json().contains("repo:my-org@123456/my-repo@456789:ref:refs/heads/main"));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a repository is trusted once a branch, a tag or an environment of it is"]
pub struct GitHubRepository<S = NotNarrowed> {
    issuer: Issuer,
    has_claims: bool,
    names: Names,
    workflow: Option<String>,
    state: PhantomData<S>,
}

not_narrowed! {
    /// A repository of which it is said which workflows are meant.
    OnRef for GitHubRepository,
    "a repository is trusted only for some of its workflows: add `.branch(\"main\")?`, `.tag(..)?` or `.environment(..)?`",
    "this trusts every workflow of the repository, those of pull requests included"
}

impl GitHubRepository {
    #[inline]
    pub(super) fn new(
        issuer: Issuer,
        has_claims: bool,
        repository: &str,
    ) -> Result<Self, ValueError> {
        let Some((owner, name)) = repository.split_once('/') else {
            return Err(
                ValueError::new(format!("`{repository}` is not a repository of GitHub"))
                    .with_help("write its owner and its name: `my-org/my-repo`"),
            );
        };
        owner_name(owner)?;
        text::name("a repository's name", name, "-_.")?;
        Ok(Self::of(issuer, has_claims, Names::new(owner, Some(name))))
    }

    #[inline]
    pub(super) fn of(issuer: Issuer, has_claims: bool, names: Names) -> Self {
        Self {
            issuer,
            has_claims,
            names,
            workflow: None,
            state: PhantomData,
        }
    }

    /// Says that the subjects have the ids of owner and repository in them, and what those are.
    ///
    /// Ids are never given to anybody else, as names are once they are free.
    ///
    /// # Errors
    ///
    /// An id is 0, or it is a repository of a GitHub Enterprise Server, whose subjects have none.
    #[inline]
    pub fn with_ids(self, owner_id: u64, repository_id: u64) -> Result<Self, ValueError> {
        self.in_form(Form::Ids, owner_id, repository_id)
    }

    /// Trusts both forms of the subject, with ids and without, while the repository moves from one to the other.
    ///
    /// The claims of both ids are conditions as well, so that the form without is worth nothing to who takes over a
    /// name. Once the repository has moved, [`with_ids`](Self::with_ids) does.
    ///
    /// # Errors
    ///
    /// An id is 0, or it is a repository of a GitHub Enterprise Server.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::trust::GitHubActions;
    ///
    /// let moving = GitHubActions::repository("my-org/my-repo")?.with_ids_while_moving(123_456, 456_789)?;
    /// let role = Role::new("deploy").trusted_by(moving.environment("production")?);
    /// let json = role.trust_policy().to_json();
    /// assert!(json.contains(r#""repo:my-org/my-repo:environment:production""#));
    /// assert!(json.contains(r#""repo:my-org@123456/my-repo@456789:environment:production""#));
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn with_ids_while_moving(
        self,
        owner_id: u64,
        repository_id: u64,
    ) -> Result<Self, ValueError> {
        self.in_form(Form::Both, owner_id, repository_id)
    }

    /// Keeps to subjects without ids, and has the ids as conditions on the claims `repository_owner_id` and
    /// `repository_id`.
    ///
    /// # Errors
    ///
    /// An id is 0, or it is a repository of a GitHub Enterprise Server, of whose tokens IAM knows no such claims.
    #[inline]
    pub fn checking_ids(self, owner_id: u64, repository_id: u64) -> Result<Self, ValueError> {
        self.in_form(Form::NamesAndClaims, owner_id, repository_id)
    }

    /// Trusts only jobs of a reusable workflow: `OWNER/REPO/.github/workflows/FILE@REF`, the claim `job_workflow_ref`.
    ///
    /// Which callers may use it the branch, tag or environment says that follows. See GitHub's page on
    /// [OpenID Connect with reusable workflows](https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-with-reusable-workflows).
    ///
    /// # Errors
    ///
    /// The text is no such reference, has wildcards, or the repository is of a GitHub Enterprise Server, of whose
    /// tokens IAM does not know the claim.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::trust::GitHubActions;
    ///
    /// let deploy = GitHubActions::repository("my-org/my-repo")?
    ///     .through_workflow("my-org/workflows/.github/workflows/deploy.yml@refs/heads/main")?
    ///     .branch("main")?;
    /// let role = Role::new("deploy").trusted_by(deploy);
    /// assert!(role.trust_policy().to_json().contains("token.actions.githubusercontent.com:job_workflow_ref"));
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn through_workflow(mut self, workflow: &str) -> Result<Self, ValueError> {
        self.only_with_claims()?;
        text::exact("a reusable workflow", workflow)?;
        let has_parts =
            workflow
                .split_once("/.github/workflows/")
                .is_some_and(|(repository, rest)| {
                    let file_and_ref = rest.split_once('@');
                    repository
                        .split('/')
                        .filter(|part| !part.is_empty())
                        .count()
                        == 2
                        && file_and_ref.is_some_and(|(file, at)| !file.is_empty() && !at.is_empty())
                });
        if !has_parts {
            return Err(ValueError::new(format!("`{workflow}` is not a reusable workflow"))
                .with_help("write `OWNER/REPO/.github/workflows/FILE@REF`, such as `my-org/workflows/.github/workflows/deploy.yml@refs/heads/main`"));
        }
        self.workflow = Some(workflow.to_owned());
        Ok(self)
    }

    /// Trusts jobs that run on a branch.
    ///
    /// **A job that names an environment never has this subject**: its token says the environment instead of the
    /// branch. Trust such jobs with [`environment`](Self::environment), and let the environment's rules on GitHub say
    /// which branches may deploy to it.
    ///
    /// # Errors
    ///
    /// The branch has a wildcard, or is a name that Git refuses; or it is a ref, such as `refs/heads/main`.
    #[inline]
    pub fn branch(self, branch: &str) -> Result<OidcTrust, ValueError> {
        let git_ref = text::git_ref("heads", branch, false)?;
        Ok(self.ending(&format!("ref:{git_ref}"), false))
    }

    /// Trusts jobs that run on the branches that match a pattern, such as `release/*`.
    ///
    /// Whoever may create such a branch is trusted; jobs with an environment are not, as with [`branch`](Self::branch).
    ///
    /// # Errors
    ///
    /// The pattern starts with a wildcard, or is a name that Git refuses.
    #[inline]
    pub fn branches(self, pattern: &str) -> Result<OidcTrust, ValueError> {
        let git_ref = text::git_ref("heads", pattern, true)?;
        Ok(self.ending(&format!("ref:{git_ref}"), true))
    }

    /// Trusts jobs that run on a tag. A job that names an environment never has this subject.
    ///
    /// # Errors
    ///
    /// The tag has a wildcard, or is a name that Git refuses; or it is a ref, such as `refs/tags/v1`.
    #[inline]
    pub fn tag(self, tag: &str) -> Result<OidcTrust, ValueError> {
        let git_ref = text::git_ref("tags", tag, false)?;
        Ok(self.ending(&format!("ref:{git_ref}"), false))
    }

    /// Trusts jobs that run on the tags that match a pattern, such as `v*`.
    ///
    /// Whoever may create such a tag is trusted. A job that names an environment never has this subject.
    ///
    /// # Errors
    ///
    /// The pattern starts with a wildcard, or is a name that Git refuses.
    #[inline]
    pub fn tags(self, pattern: &str) -> Result<OidcTrust, ValueError> {
        let git_ref = text::git_ref("tags", pattern, true)?;
        Ok(self.ending(&format!("ref:{git_ref}"), true))
    }

    /// Trusts jobs that name a deployment environment, on whatever branch or tag they run.
    ///
    /// Which branches may deploy to it is a matter of the environment's
    /// [protection rules](https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments):
    /// without any, every branch may.
    ///
    /// # Errors
    ///
    /// The name is empty, or has a wildcard or a `$`.
    #[inline]
    pub fn environment(self, environment: &str) -> Result<OidcTrust, ValueError> {
        text::exact("an environment", environment)?;
        // GitHub writes a colon in a name so, since colons separate the parts of a subject.
        let environment = environment.replace(':', "%3A");
        Ok(self.ending(&format!("environment:{environment}"), false))
    }

    /// Trusts jobs that a pull request starts, whoever opened it within the repository.
    ///
    /// What such a job runs is what the pull request says, before anyone has reviewed it: give the role nothing but
    /// what everybody with write access may do anyway. Pull requests from forks get no token unless the repository's
    /// settings send them write tokens.
    #[inline]
    pub fn pull_requests(self) -> OidcTrust {
        self.ending("pull_request", false)
    }

    #[inline]
    fn in_form(mut self, form: Form, owner: u64, repository: u64) -> Result<Self, ValueError> {
        self.only_with_claims()?;
        self.names = self.names.with_ids(form, owner, repository)?;
        Ok(self)
    }

    #[inline]
    fn only_with_claims(&self) -> Result<(), ValueError> {
        if self.has_claims {
            return Ok(());
        }
        Err(ValueError::new(format!(
            "IAM knows the claims `aud` and `sub` of `{}` alone",
            self.issuer.address()
        ))
        .with_help("say it with a branch, a tag or an environment: tokens of a GitHub Enterprise Server have no ids in the subject"))
    }

    #[inline]
    fn ending(self, end: &str, is_pattern: bool) -> OidcTrust {
        let subjects = self.names.subjects(end);
        let subjects = if is_pattern || self.names.is_organization() {
            Subjects::Like(subjects)
        } else {
            Subjects::Exact(subjects)
        };
        let mut trust = OidcTrust::new(self.issuer.clone(), AUDIENCE, subjects);
        for condition in self.names.conditions(&self.issuer) {
            trust = trust.demanding(condition);
        }
        match self.workflow {
            Some(workflow) => {
                trust.demanding(self.issuer.claim("job_workflow_ref").equals(workflow))
            }
            None => trust,
        }
    }
}

#[inline]
pub(super) fn owner_name(owner: &str) -> Result<(), ValueError> {
    text::name("an owner on GitHub", owner, "-_")
}
