//! GitLab CI/CD, on gitlab.com and self-managed.

use std::marker::PhantomData;

use super::{
    narrowing::{NotNarrowed, not_narrowed},
    oidc::{Issuer, OidcTrust, Subjects},
    text,
};
use crate::ValueError;

const GITLAB_COM: &str = "gitlab.com";

/// Jobs of a GitLab instance.
///
/// The audience is the instance's address, as GitLab's page
/// [configure OpenID Connect in AWS](https://docs.gitlab.com/ci/cloud_services/aws/) has it; a job asks for it with
/// `id_tokens: { AWS_TOKEN: { aud: https://gitlab.com } }`. The subject is that of GitLab's page on
/// [ID token authentication](https://docs.gitlab.com/ci/secrets/id_token_authentication/).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::trust::GitLab;
///
/// let saas = GitLab::project("my-group/my-project")?.branch("main")?;
/// let own = GitLab::at("https://gitlab.example.com")?.of_project("platform/deploy")?.tags("v*")?;
/// let role = Role::new("deploy").trusted_by(saas).trusted_by(own);
/// let json = role.trust_policy().to_json();
/// assert!(json.contains(r#""gitlab.com:sub":"project_path:my-group/my-project:ref_type:branch:ref:main""#));
/// assert!(json.contains(r#""gitlab.example.com:aud":"https://gitlab.example.com""#));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug)]
pub struct GitLab(Issuer);

impl GitLab {
    /// The jobs of a project on gitlab.com, `group/project`.
    ///
    /// For its tokens IAM also knows ids and whether the ref is protected, for
    /// [`OidcTrust::when`]: `key!("gitlab.com:project_id")`, `key!("gitlab.com:ref_protected")`.
    ///
    /// # Errors
    ///
    /// The path is not that of a project, or has a wildcard: `my-group*/app` is also in a group that somebody else
    /// creates.
    #[inline]
    pub fn project(path: &str) -> Result<GitLabProject, ValueError> {
        Self(Issuer::known(GITLAB_COM)).of_project(path)
    }

    /// A self-managed instance, by its address.
    ///
    /// # Errors
    ///
    /// The text is not an address, or has a port, which IAM's providers cannot have.
    #[inline]
    pub fn at(url: &str) -> Result<Self, ValueError> {
        Issuer::read(url).map(Self)
    }

    /// The jobs of a project of this instance, `group/project`.
    ///
    /// # Errors
    ///
    /// As of [`project`](Self::project).
    #[inline]
    pub fn of_project(&self, path: &str) -> Result<GitLabProject, ValueError> {
        text::name("a project's path", path, "-_./")?;
        if path.split('/').count() < 2 || path.split('/').any(str::is_empty) {
            return Err(
                ValueError::new(format!("`{path}` is not the path of a project"))
                    .with_help("write its group and its name: `my-group/my-project`"),
            );
        }
        Ok(GitLabProject {
            issuer: self.0.clone(),
            path: path.to_owned(),
            state: PhantomData,
        })
    }
}

/// The jobs of a project, before it is said which of them.
#[derive(Clone, Debug)]
#[must_use = "a project is trusted once a branch or a tag of it is"]
pub struct GitLabProject<S = NotNarrowed> {
    issuer: Issuer,
    path: String,
    state: PhantomData<S>,
}

not_narrowed! {
    /// A project of which it is said which jobs are meant.
    OnGitLabRef for GitLabProject,
    "a project is trusted only for some of its jobs: add `.branch(\"main\")?` or `.tag(..)?`",
    "this trusts the jobs of every branch"
}

impl GitLabProject {
    /// Trusts jobs that run on a branch, those of merge requests from it included.
    ///
    /// # Errors
    ///
    /// The branch has a wildcard, or is a name that Git refuses.
    #[inline]
    pub fn branch(self, branch: &str) -> Result<OidcTrust, ValueError> {
        self.on("branch", "heads", branch, false)
    }

    /// Trusts jobs that run on the branches that match a pattern, such as `release/*`.
    ///
    /// # Errors
    ///
    /// The pattern starts with a wildcard, or is a name that Git refuses.
    #[inline]
    pub fn branches(self, pattern: &str) -> Result<OidcTrust, ValueError> {
        self.on("branch", "heads", pattern, true)
    }

    /// Trusts jobs that run on a tag.
    ///
    /// # Errors
    ///
    /// The tag has a wildcard, or is a name that Git refuses.
    #[inline]
    pub fn tag(self, tag: &str) -> Result<OidcTrust, ValueError> {
        self.on("tag", "tags", tag, false)
    }

    /// Trusts jobs that run on the tags that match a pattern, such as `v*`.
    ///
    /// # Errors
    ///
    /// The pattern starts with a wildcard, or is a name that Git refuses.
    #[inline]
    pub fn tags(self, pattern: &str) -> Result<OidcTrust, ValueError> {
        self.on("tag", "tags", pattern, true)
    }

    #[inline]
    fn on(
        self,
        ref_type: &str,
        kind: &str,
        short: &str,
        is_pattern: bool,
    ) -> Result<OidcTrust, ValueError> {
        text::git_ref(kind, short, is_pattern)?;
        let path = &self.path;
        let subject = vec![format!(
            "project_path:{path}:ref_type:{ref_type}:ref:{short}"
        )];
        let subjects = if is_pattern {
            Subjects::Like(subject)
        } else {
            Subjects::Exact(subject)
        };
        let audience = format!("https://{}", self.issuer.address());
        Ok(OidcTrust::new(self.issuer, &audience, subjects))
    }
}
