//! A grantee, as grants see it.

use iam_dsl_core::{BaseOperator, ConditionBlock, PrincipalType, SetOperator};

use super::{GrantError, Request};
use crate::{
    condition::{Condition, narrowed},
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
    /// What has to hold on both sides of whatever it is granted.
    demands: ConditionBlock,
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
            demands: ConditionBlock::new(),
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
        let mut label = match sort {
            Sort::Service => format!("service {}", names(&principals)),
            Sort::Organization => "an organization's members".to_owned(),
            _ => names(&principals),
        };
        if !conditions.is_empty() {
            label.push_str(UNDER_CONDITIONS);
        }
        Self {
            conditions,
            ..Self::principals(sort, label, principals)
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

    /// Whether each can be a principal: a group cannot, nor can what has a wildcard in it.
    #[inline]
    pub(super) fn check_principals(&self, request: &Request) -> Result<(), GrantError> {
        for principal in &self.principals {
            principal.check().map_err(|message| {
                request.bad_value(
                    message.text().to_owned(),
                    "grant to a role, a user, a session or an account, by its ARN in full",
                )
            })?;
        }
        Ok(())
    }

    /// Several principals of different sorts, each sort for itself.
    #[inline]
    pub(crate) fn by_sort(&self) -> Vec<Self> {
        if self.sort != Sort::Mixed {
            return vec![self.clone()];
        }
        let mut parties: Vec<Self> = Vec::new();
        for principal in &self.principals {
            let sort = Sort::of(principal, false);
            match parties.iter_mut().find(|party| party.sort == sort) {
                Some(party) => party.principals.push(principal.clone()),
                None => parties.push(Self {
                    sort,
                    principals: vec![principal.clone()],
                    ..self.clone()
                }),
            }
        }
        parties
    }

    /// Those of the principals that are this service, and the others, where there are any.
    #[inline]
    pub(crate) fn split_off_service(&self, service: &str) -> (Option<Self>, Option<Self>) {
        let some = |is_wanted: bool| {
            let mut principals = self.principals.clone();
            principals.retain(|principal| principal.is_service(service) == is_wanted);
            (!principals.is_empty()).then(|| self.clone().with_principals(principals))
        };
        (some(true), some(false))
    }

    /// Whether it is a service that has to act for one account, organization or resource.
    #[inline]
    pub(crate) fn acts_for_someone(&self) -> bool {
        self.conditions.conditions().any(|(operator, key, _)| {
            let demands = !operator.is_if_exists()
                && !operator.base().is_negated()
                && *operator.base() != BaseOperator::Null
                && (operator.set() != Some(SetOperator::ForAllValues)
                    || self.demands_presence(key));
            demands && is_source(key)
        })
    }

    #[inline]
    fn demands_presence(&self, key: &str) -> bool {
        self.conditions
            .conditions()
            .any(|(operator, name, values)| {
                *operator.base() == BaseOperator::Null
                    && name.eq_ignore_ascii_case(key)
                    && values.iter().all(|value| value.to_text() == "false")
            })
    }

    /// The same but for conditions on whom a service acts for.
    #[inline]
    pub(crate) fn for_whomever(mut self) -> Self {
        let mut conditions = ConditionBlock::new();
        for (operator, key, values) in self.conditions.conditions() {
            if !is_source(key) {
                conditions.add(operator.clone(), key, values.clone());
            }
        }
        self.conditions = conditions;
        self
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
        add(&mut self.conditions, condition);
        self
    }

    /// Narrows all that it is granted. Of who has no policy here, that is what other policies say.
    #[inline]
    pub(super) fn narrowed(mut self, condition: Condition) -> Self {
        if !self.label.ends_with(UNDER_CONDITIONS) {
            self.label.push_str(UNDER_CONDITIONS);
        }
        if self.identity.is_none() {
            return self.when(condition);
        }
        add(&mut self.demands, condition);
        self
    }

    /// The grantee with all that has to hold of it where a policy names it.
    #[inline]
    pub(super) fn with_all_conditions(mut self) -> Self {
        self.conditions = narrowed(self.conditions, self.demands.clone());
        self
    }

    /// What has to hold on both sides.
    #[inline]
    pub(super) fn demands(&self) -> &ConditionBlock {
        &self.demands
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

    /// Whether it stands for identities that have policies of their own, somewhere.
    #[inline]
    pub(crate) fn has_identities(&self) -> bool {
        let has_account = |principal: &Principal| principal.account().is_some();
        self.sort == Sort::Organization
            || self.account().is_some()
            || self.principals.iter().any(has_account)
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
        // <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html>
        if self.sort == Sort::Federated {
            return Err(request.refuse(
                self,
                "only roles trust identity providers: let a role trust the provider with `.trusted_by(..)`, and grant to \
                 that role",
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
        self.conditions.conditions().any(|(_, known, _)| {
            known
                .get(..key.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(key))
        })
    }
}

/// How the label of a grantee with conditions ends.
const UNDER_CONDITIONS: &str = " under conditions";

/// Adds what has to hold as well.
#[inline]
fn add(conditions: &mut ConditionBlock, further: Condition) {
    let mut block = ConditionBlock::new();
    further.add_to(&mut block, true);
    *conditions = narrowed(std::mem::take(conditions), block);
}

/// Whether a key tells for whom a service acts.
#[inline]
fn is_source(key: &str) -> bool {
    [
        "aws:SourceAccount",
        "aws:SourceArn",
        "aws:SourceOrgID",
        "aws:SourceOrgPaths",
    ]
    .iter()
    .any(|source| source.eq_ignore_ascii_case(key))
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
