//! Roles, users and sessions by their ARN.

use iam_dsl_core::Arn;

use super::{IntoPrincipals, IntoTrust, Principal, Trust};
use crate::{condition::IntoCondition, statement::state::ToPrincipals};

/// A role, a user or a session as principal, by its ARN.
///
/// A bare [`Arn`] is a principal as well; this type is there to narrow the trust in it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::principal::ArnPrincipal;
///
/// let auditor = ArnPrincipal::new(arn!("arn:aws:iam::987654321098:role/auditor"))
///     .when(key!("aws:MultiFactorAuthPresent").is(true));
/// let role = Role::new("audit").trusted_by(auditor);
/// assert!(role.trust_policy().to_json().contains("role/auditor"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArnPrincipal(Arn);

impl ArnPrincipal {
    /// The principal with this ARN.
    #[inline]
    pub fn new(arn: Arn) -> Self {
        Self(arn)
    }

    /// Narrows the trust in the principal with a condition.
    #[inline]
    pub fn when(self, condition: impl IntoCondition) -> Trust {
        self.into_trust().when(condition)
    }

    /// Trusts the principal only for requests that carry this external id, as third parties are trusted.
    #[inline]
    pub fn with_external_id(self, id: impl Into<String>) -> Trust {
        self.into_trust().with_external_id(id)
    }
}

impl IntoPrincipals for ArnPrincipal {
    type State = ToPrincipals;

    #[inline]
    fn into_principals(self) -> Vec<Principal> {
        self.0.into_principals()
    }
}

impl IntoTrust for ArnPrincipal {
    #[inline]
    fn into_trust(self) -> Trust {
        Trust::assume_role(self)
    }
}
