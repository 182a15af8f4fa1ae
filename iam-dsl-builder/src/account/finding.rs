//! What is found in an account.

use std::fmt;

use crate::IdentityError;

/// What hangs loose in an account, or what IAM would refuse of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AccountFinding {
    /// Nobody has the policy.
    PolicyAttachedToNothing {
        /// The policy, such as ``managed policy `orders-read` ``.
        policy: String,
    },
    /// The role's trust policy names nobody.
    RoleTrustedByNobody {
        /// The role.
        role: String,
    },
    /// Nothing that the identity's policies allow is in its boundary.
    BoundaryAllowsNothing {
        /// The role or user.
        identity: String,
        /// The boundary.
        boundary: String,
    },
    /// Two of what IAM tells apart by name, whatever its case, have the same.
    NameUsedTwice {
        /// Both of them.
        identity: String,
    },
    /// The user is in a group that is not in the account.
    GroupIsMissing {
        /// The user.
        user: String,
        /// The group.
        group: String,
    },
    /// What IAM would refuse of an identity.
    Refused(IdentityError),
}

impl fmt::Display for AccountFinding {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PolicyAttachedToNothing { policy } => {
                write!(
                    f,
                    "{policy} is attached to nothing: attach it, or leave it out"
                )
            }
            Self::RoleTrustedByNobody { role } => write!(
                f,
                "{role} is trusted by nobody: say who may assume it with `.trusted_by(..)`"
            ),
            Self::BoundaryAllowsNothing { identity, boundary } => write!(
                f,
                "{boundary} allows nothing of what {identity} is allowed: together they allow nothing"
            ),
            Self::NameUsedTwice { identity } => write!(
                f,
                "{identity} is there twice: IAM tells names apart whatever their case"
            ),
            Self::GroupIsMissing { user, group } => write!(
                f,
                "group `{group}` of {user} is not in the account: add the group"
            ),
            Self::Refused(error) => error.fmt(f),
        }
    }
}
