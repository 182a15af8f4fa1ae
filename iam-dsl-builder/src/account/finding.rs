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
    /// Two handles have one name, whose case does not count in IAM, or one ARN.
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
    /// The identity exists already, in this account or another one, and is not the account's to describe.
    MadeElsewhere {
        /// The identity.
        identity: String,
    },
    /// The instance profile gives no role.
    ProfileWithoutRole {
        /// The instance profile.
        profile: String,
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
                "{identity} is there twice, by two handles: use one, or another name, whose case does not count"
            ),
            Self::GroupIsMissing { user, group } => write!(
                f,
                "group `{group}` of {user} is not in the account: add the group"
            ),
            Self::MadeElsewhere { identity } => write!(
                f,
                "{identity} exists already, by its ARN: an account has what is made here, so leave it out"
            ),
            Self::ProfileWithoutRole { profile } => write!(
                f,
                "{profile} gives no role: say which with `.with_role(..)`"
            ),
            Self::Refused(error) => error.fmt(f),
        }
    }
}
