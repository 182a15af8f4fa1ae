//! Bitbucket Pipelines.

use std::marker::PhantomData;

use super::{
    narrowing::{NotNarrowed, not_narrowed},
    oidc::{Issuer, OidcTrust, Subjects},
    text,
};
use crate::ValueError;

/// Steps of Bitbucket Pipelines in a workspace, before it is said of which repository.
///
/// Provider, audience and ids stand in the repository's settings, under OpenID Connect. See Atlassian's page
/// [deploy on AWS using OpenID Connect](https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/).
/// The subject is `{REPOSITORY}:{ENVIRONMENT}:{STEP}`, without the middle for steps that deploy to no environment; the
/// braces are Bitbucket's, the step differs in every run.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::trust::BitbucketPipelines;
///
/// let production = BitbucketPipelines::workspace("my-workspace", "3f2504e0-4f89-41d3-9a0c-0305e82c3301")?
///     .repository("9a0c3301-4f89-41d3-9a0c-0305e82c3302")?
///     .environment("0305e82c-4f89-41d3-9a0c-0305e82c3303")?;
/// let role = Role::new("deploy").trusted_by(production);
/// assert!(role.trust_policy().to_json().contains(
///     r#"{9a0c3301-4f89-41d3-9a0c-0305e82c3302}:{0305e82c-4f89-41d3-9a0c-0305e82c3303}:*"#,
/// ));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a workspace is trusted once a repository of it is"]
pub struct BitbucketPipelines<S = NotNarrowed> {
    issuer: Issuer,
    audience: String,
    state: PhantomData<S>,
}

not_narrowed! {
    /// A workspace of which it is said which repository is meant.
    OfBitbucketRepository for BitbucketPipelines,
    "a workspace of Bitbucket is trusted only for a repository: add `.repository(\"UUID\")?.environment(\"UUID\")?`",
    "this trusts every repository of the workspace"
}

impl BitbucketPipelines {
    /// The steps of a workspace, by its short name and its UUID.
    ///
    /// # Errors
    ///
    /// The name has characters that it cannot have, or the id is not a UUID, with or without braces.
    #[inline]
    pub fn workspace(name: &str, uuid: &str) -> Result<Self, ValueError> {
        text::name("a workspace", name, "-_")?;
        let uuid = without_braces(uuid);
        text::uuid("the id of a workspace", uuid)?;
        Ok(Self {
            issuer: Issuer::known(format!(
                "api.bitbucket.org/2.0/workspaces/{name}/pipelines-config/identity/oidc"
            )),
            audience: format!("ari:cloud:bitbucket::workspace/{uuid}"),
            state: PhantomData,
        })
    }

    /// The steps of a repository, by its UUID.
    ///
    /// # Errors
    ///
    /// The id is not a UUID, with or without braces.
    #[inline]
    pub fn repository(self, uuid: &str) -> Result<BitbucketRepository, ValueError> {
        let uuid = without_braces(uuid);
        text::uuid("the id of a repository", uuid)?;
        Ok(BitbucketRepository {
            issuer: self.issuer,
            audience: self.audience,
            uuid: uuid.to_owned(),
            state: PhantomData,
        })
    }
}

/// The steps of a repository, before it is said which of them.
#[derive(Clone, Debug)]
#[must_use = "a repository is trusted once an environment of it is"]
pub struct BitbucketRepository<S = NotNarrowed> {
    issuer: Issuer,
    audience: String,
    uuid: String,
    state: PhantomData<S>,
}

not_narrowed! {
    /// A repository of which it is said which steps are meant.
    OfDeployment for BitbucketRepository,
    "a repository of Bitbucket is trusted only for some of its steps: add `.environment(\"UUID\")?`, or `.every_step()`",
    "this trusts the steps of every branch and pull request"
}

impl BitbucketRepository {
    /// Trusts the steps that deploy to an environment, by its UUID.
    ///
    /// Which branches may deploy to it is a matter of the environment's settings.
    ///
    /// # Errors
    ///
    /// The id is not a UUID, with or without braces.
    #[inline]
    pub fn environment(self, uuid: &str) -> Result<OidcTrust, ValueError> {
        let uuid = without_braces(uuid);
        text::uuid("the id of an environment", uuid)?;
        let subject = format!("{{{}}}:{{{uuid}}}:*", self.uuid);
        Ok(self.subject(subject))
    }

    /// Trusts every step of the repository, on whichever branch: Bitbucket's subjects do not name branches.
    #[inline]
    pub fn every_step(self) -> OidcTrust {
        let subject = format!("{{{}}}:*", self.uuid);
        self.subject(subject)
    }

    #[inline]
    fn subject(self, subject: String) -> OidcTrust {
        OidcTrust::new(self.issuer, &self.audience, Subjects::Like(vec![subject]))
    }
}

#[inline]
fn without_braces(uuid: &str) -> &str {
    uuid.strip_prefix('{')
        .and_then(|uuid| uuid.strip_suffix('}'))
        .unwrap_or(uuid)
}
