//! Whom something can be granted to.

use iam_dsl_core::PolicyStatement;

use crate::{
    AccountPrincipal, Anyone, Group, ManagedPolicy, Role, ServicePrincipal, User,
    identity::Identity,
    owner::Owner,
    principal::{IntoPrincipals, Principal},
};

/// Whom something can be granted to: a [`Role`], a [`User`], a [`Group`], a [`ManagedPolicy`], a service, an account,
/// or [`anyone()`](crate::anyone).
///
/// No resource's policy can name a group or a managed policy, so that they are granted what is of their own account.
///
/// Grants take grantees by value or by reference.
#[diagnostic::on_unimplemented(
    message = "nothing can be granted to `{Self}`",
    label = "not a grantee",
    note = "grant to `&role`, `&group`, `service_principal!(\"..\")`, `AccountPrincipal::new(\"..\")?` or `anyone()`"
)]
pub trait Grantee: sealed::Sealed {
    #[doc(hidden)]
    fn into_party(self) -> Party;
}

mod sealed {
    pub trait Sealed {}
}

/// A grantee, as grants see it.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub enum Party {
    /// An identity, with a policy of its own.
    Role(Role),
    /// An identity, with a policy of its own.
    User(User),
    /// The identities in it, with a policy for all of them.
    Group(Group),
    /// The identities that have it.
    Policy(ManagedPolicy),
    /// An AWS service.
    Service(ServicePrincipal),
    /// A whole account.
    Account(AccountPrincipal),
    /// Everyone.
    Anyone(Anyone),
}

impl Party {
    /// The identity that has a policy of its own.
    #[inline]
    fn identity(&self) -> Option<&Identity> {
        match self {
            Self::Role(role) => Some(role.identity()),
            Self::User(user) => Some(user.identity()),
            Self::Group(group) => Some(group.identity()),
            Self::Policy(policy) => Some(policy.identity()),
            Self::Service(_) | Self::Account(_) | Self::Anyone(_) => None,
        }
    }

    /// Whether permission has to stand in the resource's policy: it has no policy of its own, or is of another account.
    #[inline]
    pub(super) fn needs_resource_half(&self, owner: &Owner) -> bool {
        self.identity()
            .is_none_or(|identity| !identity.owner().is_same_account(owner))
    }

    /// Whether a resource's policy can say who it is.
    #[inline]
    pub(super) fn is_principal(&self) -> bool {
        !matches!(self, Self::Group(_) | Self::Policy(_))
    }

    #[inline]
    pub(super) fn is_aws_managed(&self) -> bool {
        matches!(self, Self::Policy(policy) if policy.is_aws_managed())
    }

    /// Adds to the grantee's own policy, and returns false where there is none.
    #[inline]
    pub(super) fn extend_policy(&self, statements: &[PolicyStatement]) -> bool {
        let Some(identity) = self.identity() else {
            return false;
        };
        identity.extend_policy(statements);
        true
    }

    /// The principal by its own name.
    #[inline]
    pub(crate) fn principals(&self) -> Vec<Principal> {
        match self {
            Self::Role(role) => role.into_principals(),
            Self::User(user) => user.into_principals(),
            Self::Group(_) | Self::Policy(_) => Vec::new(),
            Self::Service(service) => vec![service.to_principal()],
            Self::Account(account) => vec![account.to_principal()],
            Self::Anyone(_) => vec![Principal::ANYONE],
        }
    }

    #[inline]
    pub(crate) fn label(&self) -> String {
        match self {
            Self::Role(_) | Self::User(_) | Self::Group(_) | Self::Policy(_) => {
                self.identity().map(Identity::label).unwrap_or_default()
            }
            Self::Service(service) => format!("service `{service}`"),
            Self::Account(account) => format!("account `{}`", account.account()),
            Self::Anyone(_) => "anyone".to_owned(),
        }
    }
}

macro_rules! grantees {
    ($($grantee:ident as $party:ident)*) => {
        $(
            impl sealed::Sealed for $grantee {}

            impl Grantee for $grantee {
                #[inline]
                fn into_party(self) -> Party {
                    Party::$party(self)
                }
            }

            impl sealed::Sealed for &$grantee {}

            impl Grantee for &$grantee {
                #[inline]
                fn into_party(self) -> Party {
                    self.clone().into_party()
                }
            }
        )*
    };
}

grantees! {
    Role as Role
    User as User
    Group as Group
    ManagedPolicy as Policy
    ServicePrincipal as Service
    AccountPrincipal as Account
    Anyone as Anyone
}
