//! Who vouches: github.com, or a GitHub Enterprise.

use super::{GitHubOrganization, GitHubRepository};
use crate::{
    ValueError,
    trust::{oidc::Issuer, text},
};

const GITHUB_COM: &str = "token.actions.githubusercontent.com";

/// Workflows of GitHub Actions on github.com.
///
/// See GitHub's pages
/// [OpenID Connect in AWS](https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws)
/// and [OpenID Connect reference](https://docs.github.com/en/actions/reference/security/oidc), and AWS's
/// [keys for OIDC federation](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::trust::GitHubActions;
///
/// let role = Role::new("deploy")
///     .trusted_by(GitHubActions::repository("my-org/my-repo")?.branch("main")?)
///     .trusted_by(GitHubActions::repository("my-org/my-repo")?.tags("v*")?);
/// assert!(role.trust_policy().to_json().contains(
///     r#""token.actions.githubusercontent.com:sub":"repo:my-org/my-repo:ref:refs/heads/main""#,
/// ));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum GitHubActions {}

impl GitHubActions {
    /// The workflows of a repository, `owner/name`.
    ///
    /// # Errors
    ///
    /// Owner or name are missing or have characters that GitHub's names do not have, such as `*`: `my-org*/app` is
    /// also the repository of an organization that somebody else creates.
    #[inline]
    pub fn repository(repository: &str) -> Result<GitHubRepository, ValueError> {
        GitHubRepository::new(Issuer::known(GITHUB_COM), true, repository)
    }

    /// The workflows of all repositories of an owner, which a role trusts only through a reusable workflow.
    ///
    /// # Errors
    ///
    /// The owner has characters that GitHub's names do not have.
    #[inline]
    pub fn organization(owner: &str) -> Result<GitHubOrganization, ValueError> {
        GitHubOrganization::new(Issuer::known(GITHUB_COM), owner)
    }
}

/// Workflows of GitHub Actions of an enterprise that has an issuer of its own.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::trust::GitHubEnterprise;
///
/// let server = GitHubEnterprise::server("github.example.com")?;
/// let role = Role::new("deploy")
///     .trusted_by(server.repository("my-org/my-repo")?.environment("production")?);
/// assert!(role.trust_policy().to_json().contains("oidc-provider/github.example.com/_services/token"));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug)]
pub struct GitHubEnterprise {
    issuer: Issuer,
    /// Whether IAM knows more of its claims than audience and subject, and subjects may have ids.
    has_claims: bool,
}

impl GitHubEnterprise {
    /// GitHub Enterprise Server at this host: its issuer is `https://HOST/_services/token`.
    ///
    /// IAM knows the audience and the subject of its tokens and no other claim, and its subjects have no ids. See
    /// GitHub's page on
    /// [OpenID Connect in AWS](https://docs.github.com/en/enterprise-server@latest/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws).
    ///
    /// # Errors
    ///
    /// The text is not a host name.
    #[inline]
    pub fn server(host: &str) -> Result<Self, ValueError> {
        text::name("a host name", host, "-.")?;
        Ok(Self {
            issuer: Issuer::read(&format!("{host}/_services/token"))?,
            has_claims: false,
        })
    }

    /// An enterprise on github.com whose tokens come from its own address, by the enterprise's short name.
    ///
    /// See GitHub's page on
    /// [switching to a unique token URL](https://docs.github.com/en/actions/reference/security/oidc#switching-to-a-unique-token-url).
    ///
    /// # Errors
    ///
    /// The name has characters other than letters, digits and `-`.
    #[inline]
    pub fn cloud(enterprise: &str) -> Result<Self, ValueError> {
        text::name("the short name of an enterprise", enterprise, "-")?;
        Ok(Self {
            issuer: Issuer::known(format!("{GITHUB_COM}/{enterprise}")),
            has_claims: true,
        })
    }

    /// An enterprise with data residency, by its subdomain of `ghe.com`.
    ///
    /// See GitHub's page on
    /// [GitHub Enterprise Cloud with data residency](https://docs.github.com/en/enterprise-cloud@latest/admin/data-residency/feature-overview-for-github-enterprise-cloud-with-data-residency).
    ///
    /// # Errors
    ///
    /// The subdomain has characters other than letters, digits and `-`.
    #[inline]
    pub fn data_residency(subdomain: &str) -> Result<Self, ValueError> {
        text::name("a subdomain", subdomain, "-")?;
        Ok(Self {
            issuer: Issuer::known(format!("token.actions.{subdomain}.ghe.com")),
            has_claims: true,
        })
    }

    /// The workflows of a repository, `owner/name`.
    ///
    /// # Errors
    ///
    /// Owner or name are missing or have characters that GitHub's names do not have, such as `*`.
    #[inline]
    pub fn repository(&self, repository: &str) -> Result<GitHubRepository, ValueError> {
        GitHubRepository::new(self.issuer.clone(), self.has_claims, repository)
    }
}
