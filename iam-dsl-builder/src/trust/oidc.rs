//! Identities of an OpenID Connect provider.

use iam_dsl_catalog::oidc;
use iam_dsl_core::Arn;

use super::{federation::Federation, text};
use crate::{
    Env, ValueError, aws,
    condition::{Condition, IntoCondition, Key, Single, kind},
    owner::Owner,
    principal::{IntoTrust, Trust},
};

/// An OpenID Connect provider, as IAM knows it: the address of its issuer without `https://`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Issuer(String);

impl Issuer {
    /// The issuer with an address that is known to be one.
    #[inline]
    pub(super) fn known(address: impl Into<String>) -> Self {
        Self(address.into())
    }

    /// Reads an issuer's address, with or without `https://` and a slash at its end.
    #[inline]
    pub(super) fn read(url: &str) -> Result<Self, ValueError> {
        let address = url.strip_prefix("https://").unwrap_or(url);
        let address = address.strip_suffix('/').unwrap_or(address);
        if oidc::claim(&format!("{address}:sub")).is_some() {
            return Ok(Self(address.to_owned()));
        }
        Err(ValueError::new(format!(
            "`{url}` is not the address of an OpenID Connect provider"
        ))
        .with_help("write its issuer without a port, such as `https://idp.example.com`"))
    }

    #[inline]
    pub(super) fn address(&self) -> &str {
        &self.0
    }

    /// The condition key of a claim, which is named after the provider.
    #[inline]
    pub(super) fn claim(&self, name: &str) -> Key<kind::Text, Single> {
        Key::unchecked(format!("{}:{name}", self.0))
    }

    #[inline]
    fn resource(&self) -> String {
        format!("oidc-provider/{}", self.0)
    }
}

/// Subjects of tokens: written out, or patterns of them.
#[derive(Clone, Debug)]
pub(super) enum Subjects {
    Exact(Vec<String>),
    Like(Vec<String>),
}

/// Some identities of an OpenID Connect provider, for [`Role::trusted_by`](crate::Role::trusted_by): those with an
/// audience and a subject.
///
/// The presets of this module make one. The provider is that of the role's own account, which a deployment fills in,
/// unless [`in_account`](Self::in_account) or [`provider`](Self::provider) says so now.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::trust::GitHubActions;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let main = GitHubActions::repository("my-org/my-repo")?.branch("main")?.in_account(&env);
/// let role = Role::new("deploy").trusted_by(main);
/// let json = role.trust_policy().try_to_json()?;
/// assert!(json.contains("arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "trust does nothing until a role has it"]
pub struct OidcTrust {
    issuer: Issuer,
    federation: Federation,
}

impl OidcTrust {
    #[inline]
    pub(super) fn new(issuer: Issuer, audience: &str, subjects: Subjects) -> Self {
        let subject = issuer.claim("sub");
        let subject = match subjects {
            Subjects::Exact(subjects) => subject.equals(subjects),
            Subjects::Like(patterns) => subject.like(patterns),
        };
        Self::by_claim(issuer, audience, subject)
    }

    /// Identities that a claim names: the subject, or another.
    #[inline]
    pub(super) fn by_claim(issuer: Issuer, audience: &str, claim: Condition) -> Self {
        let provider = Owner::Deploying.iam_arn(issuer.resource());
        let federation = Federation::new(provider, audience);
        Self { issuer, federation }.demanding(claim)
    }

    /// Narrows the trust with a further claim that the preset asks for.
    #[inline]
    pub(super) fn demanding(mut self, claim: Condition) -> Self {
        self.federation.demands.push(claim);
        self
    }

    /// Says which account the provider is of: the role's.
    #[inline]
    pub fn in_account(mut self, env: &Env) -> Self {
        self.federation.provider = Owner::Known(env.clone()).iam_arn(self.issuer.resource());
        self
    }

    /// Says which provider vouches, by its ARN.
    ///
    /// # Errors
    ///
    /// The ARN is that of another provider, or of no OpenID Connect provider.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::trust::GitLab;
    ///
    /// let github = arn!("arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com");
    /// let main = GitLab::project("my-group/my-project")?.branch("main")?;
    /// let error = main.provider(github).unwrap_err();
    /// assert_eq!(error.help(), Some("its ARN ends in `oidc-provider/gitlab.com`"));
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn provider(mut self, arn: Arn) -> Result<Self, ValueError> {
        let resource = self.issuer.resource();
        if arn.service().as_str() != Some("iam") || arn.resource().as_str() != Some(&resource) {
            return Err(ValueError::new(format!(
                "`{arn}` is not the provider `{}`",
                self.issuer.address()
            ))
            .with_help(format!("its ARN ends in `{resource}`")));
        }
        self.federation.provider = arn;
        Ok(self)
    }

    /// Asks for another audience than the provider's tokens for AWS have.
    ///
    /// # Errors
    ///
    /// The audience is empty, or has a wildcard or a `$`.
    #[inline]
    pub fn with_audience(mut self, audience: &str) -> Result<Self, ValueError> {
        text::exact("an audience", audience)?;
        audience.clone_into(&mut self.federation.audience);
        Ok(self)
    }

    /// Narrows the trust with a condition.
    ///
    /// One on the subject or the audience has to hold besides what the preset asks for, and lets nobody else in: see
    /// [`Trust::when`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::trust::GitHubActions;
    ///
    /// let releases = GitHubActions::repository("my-org/my-repo")?.branches("release/*")?;
    /// let subject = key!("token.actions.githubusercontent.com:sub");
    /// let role = Role::new("deploy").trusted_by(releases.when(subject.like("*/2026.*")));
    /// assert!(role.trust_policy().to_json().contains(
    ///     r#""StringLikeIfExists":{"token.actions.githubusercontent.com:sub":"*/2026.*"}"#,
    /// ));
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn when(mut self, condition: impl IntoCondition) -> Self {
        self.federation.conditions.push(condition.into_condition());
        self
    }

    /// Lets tokens bring session tags: `sts:TagSession`. A token that has some is refused without it.
    #[inline]
    pub fn with_session_tags(mut self) -> Self {
        self.federation.tags_sessions = true;
        self
    }

    /// Names the statement of the trust policy: its `Sid`.
    #[inline]
    pub fn sid(mut self, sid: impl Into<String>) -> Self {
        self.federation.sid = Some(sid.into());
        self
    }
}

impl IntoTrust for OidcTrust {
    #[inline]
    fn into_trust(self) -> Trust {
        let audience = self.issuer.claim("aud");
        self.federation
            .into_trust(aws::sts::AssumeRoleWithWebIdentity, audience)
    }
}

impl IntoTrust for &OidcTrust {
    #[inline]
    fn into_trust(self) -> Trust {
        self.clone().into_trust()
    }
}
