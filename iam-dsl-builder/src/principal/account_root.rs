//! The account that is deployed to.

use iam_dsl_core::{Arn, Template};

use super::{IntoPrincipals, IntoTrust, Principal, Trust};
use crate::{condition::IntoCondition, owner::Owner, statement::state::ToPrincipals};

/// The account that is deployed to, as principal: `arn:aws:iam::${AWS::AccountId}:root`.
///
/// That is every identity in the account whose own policies allow the action, as with
/// [`AccountPrincipal`](super::AccountPrincipal), which is for an account whose id is known.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::principal::AccountRootPrincipal;
///
/// let role = Role::new("break-glass")
///     .trusted_by(AccountRootPrincipal::new().when(key!("aws:MultiFactorAuthPresent").is(true)));
/// assert!(role.trust_policy().to_json().contains("arn:aws:iam::${AWS::AccountId}:root"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AccountRootPrincipal(());

impl AccountRootPrincipal {
    /// The account that is deployed to.
    #[inline]
    pub const fn new() -> Self {
        Self(())
    }

    /// Returns the ARN, with tokens for the partition and the account.
    #[inline]
    pub fn arn(self) -> Arn {
        Owner::Deploying.iam_arn("root")
    }

    /// Narrows the trust in the account with a condition.
    #[inline]
    pub fn when(self, condition: impl IntoCondition) -> Trust {
        self.into_trust().when(condition)
    }
}

impl IntoPrincipals for AccountRootPrincipal {
    type State = ToPrincipals;

    #[inline]
    fn into_principals(self) -> Vec<Principal> {
        vec![Principal::aws(Template::from(self.arn()))]
    }
}

impl IntoTrust for AccountRootPrincipal {
    #[inline]
    fn into_trust(self) -> Trust {
        Trust::assume_role(self)
    }
}
