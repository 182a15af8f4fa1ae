//! AWS accounts.

use iam_dsl_core::{Arn, Template, check};

use super::{IntoPrincipals, IntoTrust, Principal, Trust};
use crate::{
    Env, ValueError, condition::IntoCondition, owner::Owner, statement::state::ToPrincipals,
};

/// An AWS account as principal: `arn:aws:iam::123456789012:root`.
///
/// That is every identity in the account whose own policies allow the action, not only its root user. See AWS's page
/// [AWS account principals](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let partner = AccountPrincipal::new("987654321098")?;
/// let statement = allow(actions![s3::GetObject]).to(partner).on(arn!("arn:aws:s3:::shared/*"));
/// let json = ResourcePolicy::new().with(statement).to_json();
/// assert!(json.contains(r#""Principal":{"AWS":"arn:aws:iam::987654321098:root"}"#));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountPrincipal {
    account: String,
    arn: Arn,
}

impl AccountPrincipal {
    /// The account with this id.
    ///
    /// # Errors
    ///
    /// The id is not twelve digits.
    #[inline]
    pub fn new(account: impl Into<String>) -> Result<Self, ValueError> {
        let account = account.into();
        check::account_id(&account)?;
        let arn = Owner::Foreign(account.clone()).iam_arn("root");
        Ok(Self { account, arn })
    }

    /// The account of an environment.
    #[inline]
    pub fn of(env: &Env) -> Self {
        Self {
            account: env.account().to_owned(),
            arn: Owner::Known(env.clone()).iam_arn("root"),
        }
    }

    /// Returns the account's id.
    #[inline]
    pub fn account(&self) -> &str {
        &self.account
    }

    /// Narrows the trust in the account with a condition.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let auditors = AccountPrincipal::new("987654321098")?
    ///     .when(key!("aws:MultiFactorAuthPresent").is(true));
    /// let role = Role::new("audit").trusted_by(auditors);
    /// assert!(role.trust_policy().to_json().contains("aws:MultiFactorAuthPresent"));
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn when(self, condition: impl IntoCondition) -> Trust {
        self.into_trust().when(condition)
    }

    /// Trusts the account only for requests that carry this external id, as third parties are trusted.
    ///
    /// See AWS's page on
    /// [access for third parties](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let partner = AccountPrincipal::new("987654321098")?.with_external_id("partner-integration-2026");
    /// let role = Role::new("partner").trusted_by(partner);
    /// assert!(role.trust_policy().to_json().contains(r#""sts:ExternalId":"partner-integration-2026""#));
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn with_external_id(self, id: impl Into<String>) -> Trust {
        self.into_trust().with_external_id(id)
    }

    #[inline]
    pub(super) fn arn(&self) -> &Arn {
        &self.arn
    }

    #[inline]
    pub(crate) fn to_principal(&self) -> Principal {
        Principal::aws(Template::from(self.arn.clone()))
    }
}

impl IntoPrincipals for AccountPrincipal {
    type State = ToPrincipals;

    #[inline]
    fn into_principals(self) -> Vec<Principal> {
        vec![self.to_principal()]
    }
}

impl IntoTrust for AccountPrincipal {
    #[inline]
    fn into_trust(self) -> Trust {
        Trust::assume_role(self)
    }
}
