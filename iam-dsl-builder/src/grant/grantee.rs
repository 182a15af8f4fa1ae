//! Whom something can be granted to.

use crate::{
    AccountPrincipal, Anyone, Role, ServicePrincipal,
    owner::Owner,
    principal::{IntoPrincipals, Principal},
};

/// Whom something can be granted to: a [`Role`], a service, an account, or [`anyone()`](crate::anyone).
///
/// Grants take grantees by value or by reference.
#[diagnostic::on_unimplemented(
    message = "nothing can be granted to `{Self}`",
    label = "not a grantee",
    note = "grant to `&role`, `service_principal!(\"..\")`, `AccountPrincipal::new(\"..\")?` or `anyone()`"
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
    /// An AWS service.
    Service(ServicePrincipal),
    /// A whole account.
    Account(AccountPrincipal),
    /// Everyone.
    Anyone(Anyone),
}

impl Party {
    /// Whether permission has to stand in the resource's policy: it has no policy of its own, or is of another account.
    pub(super) fn needs_resource_half(&self, owner: &Owner) -> bool {
        match self {
            Self::Role(role) => !role.owner().is_same_account(owner),
            Self::Service(_) | Self::Account(_) | Self::Anyone(_) => true,
        }
    }

    pub(super) fn role(&self) -> Option<&Role> {
        match self {
            Self::Role(role) => Some(role),
            Self::Service(_) | Self::Account(_) | Self::Anyone(_) => None,
        }
    }

    /// The principal by its own name.
    pub(crate) fn principals(&self) -> Vec<Principal> {
        match self {
            Self::Role(role) => role.into_principals(),
            Self::Service(service) => vec![service.to_principal()],
            Self::Account(account) => vec![account.to_principal()],
            Self::Anyone(_) => vec![Principal::ANYONE],
        }
    }

    pub(crate) fn label(&self) -> String {
        match self {
            Self::Role(role) => format!("role `{}`", role.name()),
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
                fn into_party(self) -> Party {
                    Party::$party(self)
                }
            }

            impl sealed::Sealed for &$grantee {}

            impl Grantee for &$grantee {
                fn into_party(self) -> Party {
                    self.clone().into_party()
                }
            }
        )*
    };
}

grantees!(Role as Role ServicePrincipal as Service AccountPrincipal as Account Anyone as Anyone);
