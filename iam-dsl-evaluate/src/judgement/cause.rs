//! What settled a request.

use crate::Decision;
use crate::verdicts::LayerId;

/// What settled a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// The action is allowed to everybody, whatever policies say.
    NeedsNoPermission,
    /// A Deny statement.
    Denied(LayerId, u32),
    /// AWS protects the resource itself.
    Refused,
    /// A layer that must allow does not.
    Silent(LayerId),
    /// The key or the role does not admit the caller.
    Gated,
    /// The account that owns the resource does not admit the caller.
    OtherAccount,
    /// The action does not work across accounts.
    OwnAccountOnly,
    /// The resource's account is not known.
    UnknownOwner,
    /// The caller's account is not known.
    UnknownCaller,
    /// The text is no action.
    NoAction,
    /// An action that federated users do not have.
    NotForFederatedUsers,
    /// A federated user's session without a policy.
    NoSessionPolicy,
    /// The root user may not assume roles.
    RootCannotAssume,
    /// The root user of the account.
    Root,
    /// The resource's policy grants it.
    Resource,
    /// The caller's policies grant it.
    Identity,
    /// The policies of both accounts grant it.
    BothAccounts,
}

impl Cause {
    pub(crate) const fn decision(self) -> Decision {
        match self {
            Self::NeedsNoPermission
            | Self::Root
            | Self::Resource
            | Self::Identity
            | Self::BothAccounts => Decision::Allowed,
            Self::Denied(..) => Decision::ExplicitlyDenied,
            Self::Refused
            | Self::Silent(_)
            | Self::Gated
            | Self::OtherAccount
            | Self::OwnAccountOnly
            | Self::UnknownOwner
            | Self::UnknownCaller
            | Self::NoAction
            | Self::NotForFederatedUsers
            | Self::NoSessionPolicy
            | Self::RootCannotAssume => Decision::ImplicitlyDenied,
        }
    }
}
