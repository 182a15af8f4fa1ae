//! A grantee, as grants see it.

use iam_dsl_core::{ConditionBlock, PrincipalType};

use super::{GrantError, Request};
use crate::{
    condition::Condition,
    identity::Identity,
    owner::Owner,
    principal::{IntoPrincipals, Principal, Trust},
};

/// Whom something is granted to: by an identity with policies of its own, by a name that a resource's policy can say,
/// or by both.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Party {
    sort: Sort,
    label: String,
    identity: Option<Identity>,
    principals: Vec<Principal>,
    conditions: ConditionBlock,
}

/// What a grantee is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Role,
    User,
    Group,
    Policy,
    Service,
    Account,
    Organization,
    Arn,
    Federated,
    CanonicalUser,
    Anyone,
    /// Several of different sorts.
    Mixed,
}

impl Sort {
    #[inline]
    fn of(principal: &Principal, of_organization: bool) -> Self {
        match principal.kind() {
            Some(PrincipalType::Service) => Self::Service,
            Some(PrincipalType::Federated) => Self::Federated,
            Some(PrincipalType::CanonicalUser) => Self::CanonicalUser,
            _ if of_organization && principal.is_everyone() => Self::Organization,
            _ if principal.is_everyone() => Self::Anyone,
            _ if principal.is_account() => Self::Account,
            _ => Self::Arn,
        }
    }
}

impl Party {
    #[inline]
    pub(super) fn identity(sort: Sort, identity: &Identity, principals: Vec<Principal>) -> Self {
        Self {
            identity: Some(identity.clone()),
            ..Self::principals(sort, identity.label(), principals)
        }
    }

    #[inline]
    pub(super) fn principal(sort: Sort, label: String, principal: impl IntoPrincipals) -> Self {
        let mut conditions = ConditionBlock::new();
        for condition in principal.conditions() {
            condition.add_to(&mut conditions, true);
        }
        Self {
            conditions,
            ..Self::principals(sort, label, principal.into_principals())
        }
    }

    /// A principal that is called by what a policy calls it.
    #[inline]
    pub(super) fn named(sort: Sort, principal: impl IntoPrincipals) -> Self {
        let principals = principal.into_principals();
        Self::principals(sort, names(&principals), principals)
    }

    #[inline]
    pub(super) fn principals(sort: Sort, label: String, principals: Vec<Principal>) -> Self {
        Self {
            sort,
            label,
            identity: None,
            principals,
            conditions: ConditionBlock::new(),
        }
    }

    #[inline]
    pub(super) fn anyone() -> Self {
        Self::principals(Sort::Anyone, "anyone".to_owned(), vec![Principal::ANYONE])
    }

    /// What `.when(..)` made of a principal.
    #[inline]
    pub(super) fn of_trust(trust: Trust) -> Self {
        let (principals, conditions) = trust.into_parts().into_principals_and_conditions();
        let of_organization = conditions
            .conditions()
            .any(|(_, key, _)| key.starts_with("aws:PrincipalOrg"));
        let mut sorts = principals
            .iter()
            .map(|principal| Sort::of(principal, of_organization));
        let sort = match sorts.next() {
            Some(first) if sorts.all(|other| other == first) => first,
            _ => Sort::Mixed,
        };
        Self {
            conditions,
            ..Self::principals(sort, names(&principals), principals)
        }
    }

    #[inline]
    pub(crate) fn sort(&self) -> Sort {
        self.sort
    }

    #[inline]
    pub(crate) fn label(&self) -> &str {
        &self.label
    }

    /// The identity that has a policy of its own.
    #[inline]
    pub(crate) fn own_identity(&self) -> Option<&Identity> {
        self.identity.as_ref()
    }

    /// The services among several principals, and the others, where there are any.
    #[inline]
    pub(crate) fn split_off_services(&self) -> (Option<Self>, Option<Self>) {
        if self.sort != Sort::Mixed {
            return (None, Some(self.clone()));
        }
        let is_service = |principal: &Principal| principal.kind() == Some(&PrincipalType::Service);
        let some = |sort, is_wanted: bool| {
            let mut principals = self.principals.clone();
            principals.retain(|principal| is_service(principal) == is_wanted);
            (!principals.is_empty()).then(|| Self {
                sort,
                principals,
                ..self.clone()
            })
        };
        (some(Sort::Service, true), some(Sort::Arn, false))
    }

    /// How a policy names it.
    #[inline]
    pub(crate) fn as_principals(&self) -> &[Principal] {
        &self.principals
    }

    /// What has to hold besides, where a policy names it.
    #[inline]
    pub(crate) fn conditions(&self) -> &ConditionBlock {
        &self.conditions
    }

    /// The same grantee by another name.
    #[inline]
    pub(crate) fn with_principals(mut self, principals: Vec<Principal>) -> Self {
        self.principals = principals;
        self
    }

    #[inline]
    pub(crate) fn when(mut self, condition: Condition) -> Self {
        condition.add_to(&mut self.conditions, true);
        self
    }

    /// Whether permission has to stand in a policy of this owner's: the grantee has none of its own, or is of another
    /// account.
    #[inline]
    pub(crate) fn is_foreign_to(&self, owner: &Owner) -> bool {
        self.identity
            .as_ref()
            .is_none_or(|identity| !identity.owner().is_same_account(owner))
    }

    /// Whether the grantee is known to be of another account than this owner, or of none.
    #[inline]
    pub(crate) fn is_outside(&self, owner: &Owner) -> bool {
        match (&self.identity, self.sort) {
            (Some(identity), _) => !identity.owner().is_same_account(owner),
            (None, Sort::Account | Sort::Arn | Sort::Federated) => self
                .principals
                .iter()
                .any(|principal| principal.is_outside(owner)),
            (None, _) => true,
        }
    }

    /// The account it is of, where that is known.
    #[inline]
    pub(crate) fn account(&self) -> Option<String> {
        match &self.identity {
            Some(identity) => identity.account(),
            None => self.principals.first().and_then(Principal::account),
        }
    }

    /// Whether a resource's policy can say who it is.
    #[inline]
    pub(crate) fn is_principal(&self) -> bool {
        !self.principals.is_empty()
    }

    /// The grantee, if it is of a sort that the policies of most services take.
    #[inline]
    pub(crate) fn as_usual_principal(&self, request: &Request) -> Result<Self, GrantError> {
        if self.sort == Sort::CanonicalUser {
            return Err(request.refuse(
                self,
                "only Amazon S3 knows canonical users: grant to the account",
            ));
        }
        if self.says("sts:") {
            return Err(request.refuse(
                self,
                "an external id or a session tag is said when a role is assumed, and at no other time: \
                 grant without the condition",
            ));
        }
        Ok(self.clone())
    }

    /// Whether it is everyone, but for what its conditions narrow.
    #[inline]
    pub(crate) fn is_everyone(&self) -> bool {
        self.principals.iter().all(Principal::is_everyone)
    }

    /// Whether its conditions are on these keys alone.
    #[inline]
    pub(crate) fn says_nothing_but(&self, keys: &[&str]) -> bool {
        self.conditions
            .conditions()
            .all(|(_, said, _)| keys.iter().any(|key| said.eq_ignore_ascii_case(key)))
    }

    /// Whether its conditions are on a key that starts so.
    #[inline]
    pub(crate) fn says(&self, key: &str) -> bool {
        self.conditions
            .conditions()
            .any(|(_, known, _)| known.starts_with(key))
    }
}

/// Principals as messages name them.
#[inline]
fn names(principals: &[Principal]) -> String {
    let names: Vec<String> = principals
        .iter()
        .map(|principal| format!("`{principal}`"))
        .collect();
    names.join(", ")
}
