//! Any OpenID Connect provider.

use std::marker::PhantomData;

use super::{
    narrowing::{NotNarrowed, not_narrowed},
    oidc::{Issuer, OidcTrust, Subjects},
    text,
};
use crate::ValueError;
use iam_dsl_catalog::oidc;

/// The identities of any OpenID Connect provider that the account has, before it is said which of them.
///
/// For a provider that this module has no preset for. See AWS's page on
/// [OIDC federation](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::trust::OidcProvider;
///
/// let jobs = OidcProvider::new("https://idp.example.com", "my-app")?;
/// let role = Role::new("report-job").trusted_by(jobs.subject("job:nightly-report")?);
/// assert!(role.trust_policy().to_json().contains(
///     r#""StringEquals":{"idp.example.com:aud":"my-app","idp.example.com:sub":"job:nightly-report"}"#,
/// ));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a provider is trusted once a subject of it is"]
pub struct OidcProvider<S = NotNarrowed> {
    issuer: Issuer,
    audience: String,
    state: PhantomData<S>,
}

not_narrowed! {
    /// A provider of which it is said whom of its identities is meant.
    OfSubject for OidcProvider,
    "a provider is trusted only for some of its identities: add `.subject(..)?` or `.subjects_like(..)?`",
    "this trusts every identity the provider vouches for"
}

impl OidcProvider {
    /// The provider with this issuer and audience.
    ///
    /// # Errors
    ///
    /// The issuer is not an address without a port, or the audience is empty or has a wildcard or a `$`.
    #[inline]
    pub fn new(issuer: &str, audience: &str) -> Result<Self, ValueError> {
        text::exact("an audience", audience)?;
        Ok(Self {
            issuer: Issuer::read(issuer)?,
            audience: audience.to_owned(),
            state: PhantomData,
        })
    }

    /// Trusts the identity with this subject.
    ///
    /// # Errors
    ///
    /// The subject is empty, or has a wildcard or a `$`.
    #[inline]
    pub fn subject(self, subject: &str) -> Result<OidcTrust, ValueError> {
        text::exact("a subject", subject)?;
        let subjects = Subjects::Exact(vec![subject.to_owned()]);
        Ok(OidcTrust::new(self.issuer, &self.audience, subjects))
    }

    /// Trusts the identities whose subject matches this pattern of `*` and `?`.
    ///
    /// # Errors
    ///
    /// The pattern is empty, starts with a wildcard, or has a `$`; or it is of a repository or a project, and has a wildcard
    /// in the owner's name: `repo:my-org*` also matches an organization that somebody else creates.
    #[inline]
    pub fn subjects_like(self, pattern: &str) -> Result<OidcTrust, ValueError> {
        text::pattern("a subject", pattern)?;
        owner_in_full(pattern)?;
        let subjects = Subjects::Like(vec![pattern.to_owned()]);
        Ok(OidcTrust::new(self.issuer, &self.audience, subjects))
    }

    /// Trusts the identities with this value in another claim.
    ///
    /// IAM knows no claims but `amr`, `aud`, `azp`, `oaud` and `sub` of providers in general, and more of a few: see
    /// [keys for OIDC federation](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif).
    ///
    /// # Errors
    ///
    /// IAM knows no such claim of the provider, or it does not say who somebody is, as the audience does not; or the
    /// value is empty, or has a wildcard or a `$`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::trust::OidcProvider;
    ///
    /// let gitlab = OidcProvider::new("https://gitlab.com", "https://gitlab.com")?;
    /// assert!(gitlab.clone().claim("project_id", "123456").is_ok());
    /// assert!(gitlab.clone().claim("aud", "https://gitlab.com").is_err());
    /// assert!(gitlab.claim("favourite_colour", "green").is_err());
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn claim(self, claim: &str, value: &str) -> Result<OidcTrust, ValueError> {
        text::exact("a claim's value", value)?;
        let key = format!("{}:{claim}", self.issuer.address());
        if iam_dsl_core::check::condition_key(&key).is_err() {
            return Err(
                ValueError::new(format!("IAM knows no claim `{claim}` of `{}`", self.issuer.address()))
                    .with_help("narrow the provider with `.subject(..)?`; of providers in general IAM knows `amr`, `aud`, `azp`, `oaud` and `sub`"),
            );
        }
        if !oidc::names_somebody(&key) {
            return Err(
                ValueError::new(format!("`{key}` does not say who somebody is")).with_help(
                    "narrow the provider with `.subject(..)?`, and add this with `.when(..)`",
                ),
            );
        }
        let condition = self.issuer.claim(claim).equals(value);
        Ok(OidcTrust::by_claim(self.issuer, &self.audience, condition))
    }
}

/// Refuses a wildcard in the name of who owns a repository of GitHub or a project of GitLab.
#[inline]
fn owner_in_full(pattern: &str) -> Result<(), ValueError> {
    for prefix in ["repo:", "project_path:"] {
        let owner = pattern
            .strip_prefix(prefix)
            .and_then(|rest| rest.split('/').next());
        if owner.is_some_and(|owner| owner.contains(['*', '?'])) {
            let message = format!("`{pattern}` is met by the subjects of other owners as well");
            let help = format!("write the owner in full, as in `{prefix}my-org/*`");
            return Err(ValueError::new(message).with_help(help));
        }
    }
    Ok(())
}
