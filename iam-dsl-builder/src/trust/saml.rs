//! People who sign in through SAML 2.0.

use iam_dsl_core::Arn;

use super::{federation::Federation, text};
use crate::{
    ValueError, aws,
    condition::{IntoCondition, Key},
    principal::{IntoTrust, Trust},
};

/// Where people sign in with SAML, by partition: the audience of an assertion.
///
/// AWS: [SAML endpoints](https://docs.aws.amazon.com/general/latest/gr/signin-service.html).
const SIGN_IN: &[(&str, &str)] = &[
    ("aws", "https://signin.aws.amazon.com/saml"),
    ("aws-cn", "https://signin.amazonaws.cn/saml"),
    ("aws-us-gov", "https://signin.amazonaws-us-gov.com/saml"),
];

/// The people whom a SAML provider of the account vouches for.
///
/// Whom of them the provider lets into the role is for the provider to say: the assertion names the role. See AWS's
/// page on
/// [roles for SAML 2.0 federation](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::trust::SamlProvider;
///
/// let staff = SamlProvider::new(arn!("arn:aws:iam::123456789012:saml-provider/staff"))?
///     .when(key!("saml:edupersonprimaryorgunitdn").equals("ou=payments"));
/// let role = Role::new("payments-operator").trusted_by(staff);
/// let json = role.trust_policy().to_json();
/// assert!(json.contains(r#""Action":"sts:AssumeRoleWithSAML""#));
/// assert!(json.contains(r#""SAML:aud":"https://signin.aws.amazon.com/saml""#));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a provider does nothing until a role trusts it"]
pub struct SamlProvider(Federation);

impl SamlProvider {
    /// The provider with this ARN, for signing in to its partition.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a SAML provider, or its partition is one whose sign-in address is not known here.
    #[inline]
    pub fn new(provider: Arn) -> Result<Self, ValueError> {
        let resource = provider.resource().to_string();
        let name = resource.strip_prefix("saml-provider/").unwrap_or_default();
        if provider.service().as_str() != Some("iam")
            || name.is_empty()
            || name.contains(['*', '?'])
        {
            return Err(
                ValueError::new(format!("`{provider}` is not the ARN of a SAML provider"))
                    .with_help("write `arn:aws:iam::123456789012:saml-provider/my-provider`"),
            );
        }
        // A partition that only the deployment knows is `aws` in plain JSON too.
        let partition = provider.partition().as_str().unwrap_or("aws");
        let Some((_, audience)) = SIGN_IN.iter().find(|(name, _)| *name == partition) else {
            return Err(ValueError::new(format!(
                "the sign-in address of the partition `{partition}` is not known here"
            ))
            .with_help("write the statement with `FederatedPrincipal` and `key!(\"SAML:aud\")`"));
        };
        Ok(Self(Federation::new(provider, audience)))
    }

    /// Takes assertions for another audience, such as a regional sign-in address
    /// (`https://us-west-2.signin.aws.amazon.com/saml`), which AWS recommends, or one for encrypted assertions, which
    /// ends in `/acs/` and the provider's id.
    ///
    /// # Errors
    ///
    /// The audience is empty, or has a wildcard or a `$`.
    #[inline]
    pub fn with_audience(mut self, audience: &str) -> Result<Self, ValueError> {
        text::exact("an audience", audience)?;
        audience.clone_into(&mut self.0.audience);
        Ok(self)
    }

    /// Lets assertions bring session tags: `sts:TagSession`.
    #[inline]
    pub fn with_session_tags(mut self) -> Self {
        self.0.tags_sessions = true;
        self
    }

    /// Narrows the trust with a condition, such as on an attribute of the assertion.
    ///
    /// The audience has to hold whatever is said here: see [`Trust::when`].
    #[inline]
    pub fn when(mut self, condition: impl IntoCondition) -> Self {
        self.0.conditions.push(condition.into_condition());
        self
    }
}

impl IntoTrust for SamlProvider {
    #[inline]
    fn into_trust(self) -> Trust {
        let audience = Key::__checked("SAML:aud");
        self.0.into_trust(aws::sts::AssumeRoleWithSAML, audience)
    }
}
