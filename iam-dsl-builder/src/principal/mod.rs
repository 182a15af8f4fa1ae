//! Principals: who a resource policy or a trust policy is about.

mod account;
mod account_root;
mod anyone;
mod arn;
mod canonical_user;
mod federated;
mod organization;
mod service;
mod session;
mod source;
mod trust;

use std::fmt;

use iam_dsl_core::{Arn, PrincipalType, Principals, Template, Token, check};

pub use self::{
    account::AccountPrincipal,
    account_root::AccountRootPrincipal,
    anyone::{Anyone, anyone},
    arn::ArnPrincipal,
    canonical_user::CanonicalUser,
    federated::{
        Conditioned, FederatedPrincipal, Narrowed, Narrowing, Unconditioned, WebIdentity,
        web_identity,
    },
    organization::{OrganizationPath, OrganizationPrincipal},
    service::ServicePrincipal,
    session::{AssumedRoleSession, FederatedUser},
    trust::{AssumesRole, IntoTrust, Trust},
};
use crate::condition::Condition;
use crate::owner::{Owner, sample};
use crate::statement::state::{Combinable, ToPrincipals};

/// One principal, as a policy writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Principal(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Anyone,
    Named(PrincipalType, Template),
}

impl Principal {
    pub(crate) const ANYONE: Self = Self(Kind::Anyone);

    #[inline]
    pub(crate) fn aws(id: impl Into<Template>) -> Self {
        Self(Kind::Named(PrincipalType::Aws, id.into()))
    }

    #[inline]
    pub(crate) fn named(kind: PrincipalType, id: impl Into<Template>) -> Self {
        Self(Kind::Named(kind, id.into()))
    }

    /// The type under which a policy lists it; everyone has none.
    #[inline]
    pub(crate) fn kind(&self) -> Option<&PrincipalType> {
        match &self.0 {
            Kind::Anyone => None,
            Kind::Named(kind, _) => Some(kind),
        }
    }

    #[inline]
    pub(crate) fn is_everyone(&self) -> bool {
        match &self.0 {
            Kind::Anyone => true,
            Kind::Named(_, id) => id.as_str() == Some("*"),
        }
    }

    /// Whether it is a whole account, by its id or its root.
    #[inline]
    pub(crate) fn is_account(&self) -> bool {
        match &self.0 {
            Kind::Named(PrincipalType::Aws, id) => {
                let id = id.to_string();
                id.ends_with(":root") || check::account_id(&id).is_ok()
            }
            _ => false,
        }
    }

    /// Whether AWS takes it where it stands under `AWS`, with some account where a deployment fills in that.
    #[inline]
    pub(crate) fn check(&self) -> Result<(), check::Message> {
        match &self.0 {
            // What only a deployment knows may be any part of an ARN.
            Kind::Named(PrincipalType::Aws, id)
                if id.tokens().any(|token| matches!(token, Token::Named(_)))
                    && !id.to_string().contains(['*', '?']) =>
            {
                Ok(())
            }
            Kind::Named(PrincipalType::Aws, id) => check::aws_principal(&sample(id)),
            _ => Ok(()),
        }
    }

    #[inline]
    pub(crate) fn is_service(&self, host: &str) -> bool {
        match &self.0 {
            Kind::Named(PrincipalType::Service, id) => id.as_str() == Some(host),
            _ => false,
        }
    }

    /// The account it is of, where that is known.
    #[inline]
    pub(crate) fn account(&self) -> Option<String> {
        let Kind::Named(_, id) = &self.0 else {
            return None;
        };
        let id = id.to_string();
        let account = id.split(':').nth(4).unwrap_or(&id);
        check::account_id(account).ok().map(|()| account.to_owned())
    }

    /// Whether it is known to be of another account than this owner's.
    #[inline]
    pub(crate) fn is_outside(&self, owner: &Owner) -> bool {
        match (self.account(), owner.account()) {
            (Some(own), Some(account)) => own != account,
            (Some(_), None) => true,
            (None, _) => false,
        }
    }
}

impl fmt::Display for Principal {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Anyone => f.write_str("*"),
            Kind::Named(_, id) => id.fmt(f),
        }
    }
}

/// What `.to(..)` takes: a service, an account, a role, an ARN, several of them, or [`anyone()`].
///
/// Principals of different types go into a tuple: `.to((service_principal!("sns.amazonaws.com"), &role))`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a principal",
    label = "not a principal",
    note = "write `service_principal!(\"lambda.amazonaws.com\")`, `AccountPrincipal::new(\"123456789012\")?`, `arn!(\"arn:aws:iam::123456789012:role/app\")`, `&role` or `anyone()`"
)]
pub trait IntoPrincipals {
    /// What a statement becomes with these principals.
    type State;

    /// Turns the value into the principals of a statement.
    fn into_principals(self) -> Vec<Principal>;

    /// The conditions that belong to the principals: of an organization, that callers are of it.
    #[doc(hidden)]
    #[inline]
    fn conditions(&self) -> Vec<Condition> {
        Vec::new()
    }
}

impl IntoPrincipals for Principal {
    type State = ToPrincipals;

    #[inline]
    fn into_principals(self) -> Vec<Principal> {
        vec![self]
    }
}

impl IntoPrincipals for Arn {
    type State = ToPrincipals;

    #[inline]
    fn into_principals(self) -> Vec<Principal> {
        vec![Principal::aws(Template::from(self))]
    }
}

macro_rules! by_reference {
    ($($principal:ident)*) => {
        $(impl IntoPrincipals for &$principal {
            type State = ToPrincipals;

            #[inline]
            fn into_principals(self) -> Vec<Principal> {
                self.clone().into_principals()
            }
        })*
    };
}

by_reference!(
    Arn AccountPrincipal AccountRootPrincipal ArnPrincipal AssumedRoleSession CanonicalUser FederatedPrincipal
    FederatedUser ServicePrincipal
);

impl<T: IntoPrincipals, const N: usize> IntoPrincipals for [T; N] {
    type State = T::State;

    #[inline]
    fn into_principals(self) -> Vec<Principal> {
        self.into_iter().flat_map(T::into_principals).collect()
    }

    #[inline]
    fn conditions(&self) -> Vec<Condition> {
        self.iter().flat_map(T::conditions).collect()
    }
}

impl<T: IntoPrincipals> IntoPrincipals for Vec<T> {
    type State = T::State;

    #[inline]
    fn into_principals(self) -> Vec<Principal> {
        self.into_iter().flat_map(T::into_principals).collect()
    }

    #[inline]
    fn conditions(&self) -> Vec<Condition> {
        self.iter().flat_map(T::conditions).collect()
    }
}

macro_rules! tuples {
    ($(($($name:ident)*))*) => {
        $(impl<$($name: IntoPrincipals),*> IntoPrincipals for ($($name,)*)
        where
            $($name::State: Combinable,)*
        {
            type State = ToPrincipals;

            #[inline]
            fn into_principals(self) -> Vec<Principal> {
                #[expect(non_snake_case, reason = "named after the tuple's types")]
                let ($($name,)*) = self;
                let mut principals = Vec::new();
                $(principals.extend($name.into_principals());)*
                principals
            }
        })*
    };
}

tuples!((A B) (A B C) (A B C D));

/// Groups principals by type, as a policy writes them. Anyone among them is everyone.
#[inline]
pub(crate) fn to_principals(principals: Vec<Principal>) -> Principals {
    let mut map = Principals::new();
    for principal in principals {
        let Kind::Named(kind, id) = principal.0 else {
            return Principals::Any;
        };
        map.add(kind, id);
    }
    map
}
