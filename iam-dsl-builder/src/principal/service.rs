//! AWS services.

use std::{borrow::Cow, fmt, str::FromStr};

use iam_dsl_core::{PrincipalType, Template, check};

use super::{IntoPrincipals, IntoTrust, Principal, Trust};
use crate::{ValueError, condition::IntoCondition, statement::state::ToPrincipals};

/// An AWS service as principal, such as `lambda.amazonaws.com`.
///
/// `service_principal!` checks a literal, parsing checks text known only at run time.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let role = Role::new("order-processor").trusted_by(service_principal!("lambda.amazonaws.com"));
/// assert!(role.trust_policy().to_json().contains(r#""Service":"lambda.amazonaws.com""#));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ServicePrincipal(Cow<'static, str>);

impl ServicePrincipal {
    #[doc(hidden)]
    #[inline]
    pub const fn __checked(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }

    /// Takes the name of a service as it is, without looking at it.
    #[inline]
    pub fn unchecked(name: impl Into<String>) -> Self {
        Self(Cow::Owned(name.into()))
    }

    /// Narrows the trust in the service with a condition, such as the account it acts for.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let scheduler = service_principal!("scheduler.amazonaws.com")
    ///     .when(key!("aws:SourceAccount").equals("123456789012"));
    /// let role = Role::new("nightly-report").trusted_by(scheduler);
    /// assert!(role.trust_policy().to_json().contains("aws:SourceAccount"));
    /// ```
    #[inline]
    pub fn when(self, condition: impl IntoCondition) -> Trust {
        self.into_trust().when(condition)
    }

    #[inline]
    pub(crate) fn to_principal(&self) -> Principal {
        Principal::named(PrincipalType::Service, Template::from(self.to_string()))
    }
}

impl FromStr for ServicePrincipal {
    type Err = ValueError;

    #[inline]
    fn from_str(name: &str) -> Result<Self, ValueError> {
        check::service_principal(name)?;
        Ok(Self::unchecked(name))
    }
}

impl fmt::Display for ServicePrincipal {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl IntoPrincipals for ServicePrincipal {
    type State = ToPrincipals;

    #[inline]
    fn into_principals(self) -> Vec<Principal> {
        vec![self.to_principal()]
    }
}

impl IntoTrust for ServicePrincipal {
    #[inline]
    fn into_trust(self) -> Trust {
        Trust::assume_role(self)
    }
}
