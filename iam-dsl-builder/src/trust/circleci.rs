//! CircleCI.

use std::marker::PhantomData;

use super::{
    narrowing::{NotNarrowed, not_narrowed},
    oidc::{Issuer, OidcTrust, Subjects},
    text,
};
use crate::ValueError;

/// As many `?` as a UUID has characters, so that nothing but one id fits: a `*` would let a branch of a fork whose name
/// ends like a subject through.
const ANY_USER: &str = "????????????????????????????????????";

/// Jobs of an organization on CircleCI, before it is said of which project.
///
/// The provider is the organization's own, and its tokens are for the organization. See CircleCI's page on
/// [OpenID Connect tokens](https://circleci.com/docs/guides/permissions-authentication/openid-connect-tokens/).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::trust::CircleCi;
///
/// let main = CircleCi::organization("3f2504e0-4f89-41d3-9a0c-0305e82c3301")?
///     .project("9a0c3301-4f89-41d3-9a0c-0305e82c3302")?
///     .branch("github.com/my-org/my-repo", "main")?;
/// let role = Role::new("deploy").trusted_by(main);
/// assert!(role.trust_policy().to_json().contains("/vcs-origin/github.com/my-org/my-repo/vcs-ref/refs/heads/main"));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "an organization is trusted once a project of it is"]
pub struct CircleCi<S = NotNarrowed> {
    organization: String,
    state: PhantomData<S>,
}

not_narrowed! {
    /// An organization of which it is said which project is meant.
    OfCircleCiProject for CircleCi,
    "an organization on CircleCI is trusted only for a project: add `.project(\"UUID\")?.branch(..)?`",
    "this trusts every project of the organization"
}

impl CircleCi {
    /// The jobs of the organization with this id.
    ///
    /// # Errors
    ///
    /// The id is not a UUID.
    #[inline]
    pub fn organization(id: &str) -> Result<Self, ValueError> {
        text::uuid("the id of an organization", id)?;
        Ok(Self {
            organization: id.to_owned(),
            state: PhantomData,
        })
    }

    /// The jobs of the project with this id.
    ///
    /// # Errors
    ///
    /// The id is not a UUID.
    #[inline]
    pub fn project(self, id: &str) -> Result<CircleCiProject, ValueError> {
        text::uuid("the id of a project", id)?;
        Ok(CircleCiProject {
            organization: self.organization,
            project: id.to_owned(),
            state: PhantomData,
        })
    }
}

/// The jobs of a project, before it is said which of them.
#[derive(Clone, Debug)]
#[must_use = "a project is trusted once a branch of it is"]
pub struct CircleCiProject<S = NotNarrowed> {
    organization: String,
    project: String,
    state: PhantomData<S>,
}

not_narrowed! {
    /// A project of which it is said which jobs are meant.
    OnCircleCiRef for CircleCiProject,
    "a project on CircleCI is trusted only for some of its jobs: add `.branch(\"github.com/my-org/my-repo\", \"main\")?`, or `.every_job()`",
    "this trusts the jobs of every branch, and of forks where the project hands them secrets"
}

impl CircleCiProject {
    /// Trusts jobs on a branch of the repository that is given as `github.com/my-org/my-repo`.
    ///
    /// The token has to be `$CIRCLE_OIDC_TOKEN_V2`: the subject of the other does not say what runs. Nor does that one
    /// when a custom webhook started the pipeline, so such jobs are not trusted.
    ///
    /// # Errors
    ///
    /// The repository or the branch has a wildcard, or a character that it cannot have.
    #[inline]
    pub fn branch(self, repository: &str, branch: &str) -> Result<OidcTrust, ValueError> {
        self.on(repository, "heads", branch)
    }

    /// Trusts jobs on a tag of the repository: as [`branch`](Self::branch).
    ///
    /// # Errors
    ///
    /// The repository or the tag has a wildcard, or a character that it cannot have.
    #[inline]
    pub fn tag(self, repository: &str, tag: &str) -> Result<OidcTrust, ValueError> {
        self.on(repository, "tags", tag)
    }

    /// Trusts every job of the project, whoever started it and on whichever branch: with either token.
    #[inline]
    pub fn every_job(self) -> OidcTrust {
        let subject = self.subject("*");
        self.trust(subject)
    }

    #[inline]
    fn on(self, repository: &str, kind: &str, short: &str) -> Result<OidcTrust, ValueError> {
        text::name("a repository's address", repository, "-_./")?;
        let git_ref = text::git_ref(kind, short, false)?;
        let user = format!("{ANY_USER}/vcs-origin/{repository}/vcs-ref/{git_ref}");
        let subject = self.subject(&user);
        Ok(self.trust(subject))
    }

    #[inline]
    fn subject(&self, user: &str) -> String {
        format!(
            "org/{}/project/{}/user/{user}",
            self.organization, self.project
        )
    }

    #[inline]
    fn trust(self, subject: String) -> OidcTrust {
        let organization = self.organization;
        let issuer = Issuer::known(format!("oidc.circleci.com/org/{organization}"));
        OidcTrust::new(issuer, &organization, Subjects::Like(vec![subject]))
    }
}
