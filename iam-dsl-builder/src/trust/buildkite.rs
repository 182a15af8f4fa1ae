//! Buildkite.

use std::marker::PhantomData;

use super::{
    narrowing::{NotNarrowed, not_narrowed},
    oidc::{Issuer, OidcTrust, Subjects},
    text,
};
use crate::ValueError;

const ISSUER: &str = "agent.buildkite.com";

/// The audience that Buildkite's plugin for AWS asks for.
const AUDIENCE: &str = "sts.amazonaws.com";

/// Jobs of a pipeline on Buildkite, before it is said which of them.
///
/// See Buildkite's page on [OIDC with AWS](https://buildkite.com/docs/pipelines/security/oidc/aws). The subject is
/// `organization:..:pipeline:..:ref:..:commit:..:step:..`; what runs of a ref is whatever commit was built, so commit
/// and step are left open. A build of a tag has the tag in its subject, not a branch; a job that asks for
/// [another subject](https://buildkite.com/docs/agent/cli/reference/oidc#custom-subject-claims) is not trusted.
///
/// A pipeline that builds pull requests of forks lets others choose the names of branches, in its default setting as
/// `main` itself: trust a pipeline that does not. See Buildkite's page on
/// [building forks](https://buildkite.com/docs/pipelines/source-control/github).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::trust::BuildkitePipeline;
///
/// let main = BuildkitePipeline::new("my-org", "deploy")?.branch("main")?;
/// let role = Role::new("deploy").trusted_by(main);
/// assert!(role.trust_policy().to_json().contains(
///     r#""agent.buildkite.com:sub":"organization:my-org:pipeline:deploy:ref:refs/heads/main:commit:*:step:*""#,
/// ));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a pipeline is trusted once a branch of it is"]
pub struct BuildkitePipeline<S = NotNarrowed> {
    subject: String,
    state: PhantomData<S>,
}

not_narrowed! {
    /// A pipeline of which it is said which jobs are meant.
    OnBuildkiteRef for BuildkitePipeline,
    "a pipeline is trusted only for some of its jobs: add `.branch(\"main\")?` or `.tag(..)?`",
    "this trusts the jobs of every branch and pull request"
}

impl BuildkitePipeline {
    /// The jobs of a pipeline, by the short names of its organization and its own.
    ///
    /// # Errors
    ///
    /// A name is empty, or has a wildcard or another character that it cannot have.
    #[inline]
    pub fn new(organization: &str, pipeline: &str) -> Result<Self, ValueError> {
        text::name("an organization", organization, "-_")?;
        text::name("a pipeline", pipeline, "-_")?;
        Ok(Self {
            subject: format!("organization:{organization}:pipeline:{pipeline}"),
            state: PhantomData,
        })
    }

    /// Trusts jobs on a branch.
    ///
    /// # Errors
    ///
    /// The branch has a wildcard, or is a name that Git refuses.
    #[inline]
    pub fn branch(self, branch: &str) -> Result<OidcTrust, ValueError> {
        let git_ref = text::git_ref("heads", branch, false)?;
        Ok(self.on(&git_ref))
    }

    /// Trusts jobs on a tag.
    ///
    /// # Errors
    ///
    /// The tag has a wildcard, or is a name that Git refuses.
    #[inline]
    pub fn tag(self, tag: &str) -> Result<OidcTrust, ValueError> {
        let git_ref = text::git_ref("tags", tag, false)?;
        Ok(self.on(&git_ref))
    }

    #[inline]
    fn on(self, git_ref: &str) -> OidcTrust {
        let subject = format!("{}:ref:{git_ref}:commit:*:step:*", self.subject);
        OidcTrust::new(
            Issuer::known(ISSUER),
            AUDIENCE,
            Subjects::Like(vec![subject]),
        )
    }
}
