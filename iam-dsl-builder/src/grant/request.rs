//! Planning a grant: everything that can fail comes before anything changes.

use iam_dsl_core::{ActionPattern, ConditionBlock, PolicyStatement, Template};

use super::{
    Entry, Given, Grant, GrantError, Grantee, Granting, On, Party, Scope,
    place::{Place, Plan},
};
use crate::{
    Action, Role, allow,
    condition::{Condition, IntoCondition},
    handle::{Handle, PolicySupport},
    owner::Owner,
    principal::Principal,
};

/// A grant that is being planned: for whom, of what, and what it takes on either side.
#[derive(Debug)]
pub(crate) struct Request {
    pub(super) method: &'static str,
    pub(super) lets: String,
    pub(super) resource: String,
    pub(super) party: Party,
    pub(super) plan: Plan,
    /// What narrows all that is planned from here on.
    conditions: Vec<Condition>,
}

/// Actions, the form of the resource that they are on, and what the grant always demands.
#[derive(Debug)]
pub(crate) struct Wish {
    pub(crate) actions: Vec<ActionPattern>,
    pub(crate) on: On,
    pub(crate) conditions: Vec<Condition>,
}

/// Permission for one place, of which a statement is made.
#[derive(Debug)]
struct Permission {
    actions: Vec<ActionPattern>,
    scope: Scope,
}

/// Gives what an entry describes.
#[inline]
pub(crate) fn give(
    granting: &dyn Granting,
    entry: &'static Entry,
    grantee: impl Grantee,
) -> Result<Grant, GrantError> {
    Request::of(granting, entry, grantee.into_party()).map(Request::give)
}

impl Request {
    /// A grant of `method` on the resource that messages call `resource`.
    #[inline]
    pub(crate) fn new(
        method: &'static str,
        lets: impl Into<String>,
        resource: impl Into<String>,
        party: Party,
    ) -> Result<Self, GrantError> {
        let request = Self {
            method,
            lets: lets.into(),
            resource: resource.into(),
            party,
            plan: Plan::default(),
            conditions: Vec::new(),
        };
        let identity = request.party.own_identity();
        if identity.is_some_and(crate::identity::Identity::is_aws_managed) {
            return Err(GrantError::AwsManagedPolicy {
                method,
                resource: request.resource,
                grantee: request.party.label().to_owned(),
            });
        }
        request.party.check_principals(&request)?;
        Ok(request)
    }

    /// A grant that an entry describes, planned.
    #[inline]
    pub(crate) fn of(
        granting: &dyn Granting,
        entry: &'static Entry,
        party: Party,
    ) -> Result<Self, GrantError> {
        let mut request = Self::new(entry.method, entry.lets, granting.label(), party)?;
        request.plan(granting, entry)?;
        Ok(request)
    }

    /// Narrows what is planned from here on.
    #[inline]
    pub(crate) fn when(&mut self, condition: impl IntoCondition) {
        self.conditions.push(condition.into_condition());
    }

    /// Narrows for whom a policy says what is planned from here on.
    #[inline]
    pub(crate) fn restrict_party(&mut self, condition: Condition) {
        self.party = self.party.clone().when(condition);
    }

    #[inline]
    pub(crate) fn party(&self) -> &Party {
        &self.party
    }

    /// Plans what an entry describes for someone else.
    #[inline]
    pub(crate) fn plan_for(
        &mut self,
        party: Party,
        granting: &dyn Granting,
        entry: &'static Entry,
    ) -> Result<(), GrantError> {
        let own = std::mem::replace(&mut self.party, party);
        let planned = self.plan(granting, entry);
        self.party = own;
        planned
    }

    /// Plans what an entry describes, on both sides.
    #[inline]
    pub(crate) fn plan(
        &mut self,
        granting: &dyn Granting,
        entry: &'static Entry,
    ) -> Result<(), GrantError> {
        let wishes: Vec<Wish> = entry
            .permissions
            .iter()
            .map(|permission| Wish {
                actions: patterns(permission.actions),
                on: permission.on,
                conditions: permission.when.iter().map(Given::condition).collect(),
            })
            .collect();
        self.plan_wishes(granting, &wishes)?;
        self.plan_key(granting, entry.key)
    }

    /// Plans statements for the policy of a resource as they are.
    #[inline]
    pub(crate) fn plan_in_policy(&mut self, handle: &Handle, statements: Vec<PolicyStatement>) {
        let place = Place::policy_of(handle);
        self.plan.resource.add(&place, statements);
    }

    /// Plans permission on a resource, on both sides.
    #[inline]
    pub(crate) fn plan_wishes(
        &mut self,
        granting: &dyn Granting,
        wishes: &[Wish],
    ) -> Result<(), GrantError> {
        if !granting.handle().has_name_of_one() {
            return Err(self.name_of_many());
        }
        let heeds_own = granting.heeds_own_policy(&self.party);
        let own = self.permissions(wishes, |on| {
            // What the resource's policy cannot say is up to the grantee's in any case.
            if heeds_own || granting.scope_in_policy(on)?.is_none() {
                granting.scope(on).map(Some)
            } else {
                Ok(None)
            }
        })?;
        let own = statements(&own);
        let handle = granting.handle();
        if granting.needs_policy(&self.party) {
            if self.party.own_identity().is_some() && !self.party.is_principal() {
                return Err(self.not_a_principal());
            }
            for one_sort in self.party.by_sort() {
                granting.admit(self, &one_sort.with_all_conditions())?;
            }
            let admitted = granting.admit(self, &self.party)?;
            let in_policy = self.permissions(wishes, |on| granting.scope_in_policy(on))?;
            let in_policy = statements_for(&in_policy, &admitted, handle);
            if in_policy.is_empty() {
                return Err(self.refuse_foreign(&self.party));
            }
            self.plan.resource.add(&Place::policy_of(handle), in_policy);
        }
        self.plan_own(own, handle.owner());
        Ok(())
    }

    /// Plans what the trust policy of a role says.
    #[inline]
    pub(crate) fn plan_trust(&mut self, role: &Role, statement: PolicyStatement) {
        let place = Place::Trust(role.clone());
        self.plan.resource.add(&place, vec![statement]);
    }

    /// Plans what the grantee's own policy says, or would have to say where nobody but its owner can add to it.
    #[inline]
    pub(crate) fn plan_own(&mut self, statements: Vec<PolicyStatement>, owner: &Owner) {
        if self.party.own_identity().is_some() {
            self.plan.identity.extend(statements);
        } else if self.party.is_outside(owner) && self.party.has_identities() {
            self.plan.elsewhere.extend(statements);
        }
    }

    /// The wishes by what they are on. Forms that come to the same resources share a statement.
    #[inline]
    fn permissions(
        &self,
        wishes: &[Wish],
        scope: impl Fn(On) -> Result<Option<Scope>, GrantError>,
    ) -> Result<Vec<Permission>, GrantError> {
        let mut permissions: Vec<Permission> = Vec::new();
        for wish in wishes {
            let Some(mut scope) = scope(wish.on)?.filter(|scope| !scope.resources.is_empty())
            else {
                continue;
            };
            scope.conditions.extend_from_slice(&wish.conditions);
            scope.conditions.extend_from_slice(&self.conditions);
            match permissions.iter_mut().find(|known| known.scope == scope) {
                Some(known) => known.actions.extend_from_slice(&wish.actions),
                None => permissions.push(Permission {
                    actions: wish.actions.clone(),
                    scope,
                }),
            }
        }
        Ok(permissions)
    }

    #[inline]
    pub(crate) fn give(self) -> Grant {
        Grant::give(self)
    }

    #[inline]
    pub(crate) fn refuse(&self, party: &Party, help: &'static str) -> GrantError {
        GrantError::UnsupportedGrantee {
            method: self.method,
            resource: self.resource.clone(),
            grantee: party.label().to_owned(),
            help,
        }
    }

    /// What a resource without a policy says to whom only a policy could admit.
    #[inline]
    pub(crate) fn refuse_foreign(&self, party: &Party) -> GrantError {
        GrantError::NoResourcePolicy {
            method: self.method,
            resource: self.resource.clone(),
            grantee: party.label().to_owned(),
        }
    }

    #[inline]
    pub(crate) fn unsuitable(&self, action: &ActionPattern, help: &'static str) -> GrantError {
        GrantError::UnsuitableAction {
            method: self.method,
            resource: self.resource.clone(),
            action: action.as_str().to_owned(),
            help,
        }
    }

    #[inline]
    pub(super) fn acts_elsewhere(&self, action: &ActionPattern, help: &'static str) -> GrantError {
        GrantError::ActsElsewhere {
            method: self.method,
            resource: self.resource.clone(),
            action: action.as_str().to_owned(),
            help,
        }
    }

    #[inline]
    pub(crate) fn bad_value(&self, problem: String, help: &'static str) -> GrantError {
        GrantError::UnsuitableValue {
            method: self.method,
            resource: self.resource.clone(),
            problem,
            help,
        }
    }

    #[inline]
    pub(crate) fn name_of_many(&self) -> GrantError {
        self.bad_value(
            "its name is not that of one resource".to_owned(),
            "name one, without `*`, `?` and `$`; what is on all of them is said with `allow(..).on(..)`",
        )
    }

    #[inline]
    pub(super) fn not_a_principal(&self) -> GrantError {
        GrantError::NotAPrincipal {
            method: self.method,
            resource: self.resource.clone(),
            grantee: self.party.label().to_owned(),
        }
    }
}

#[inline]
fn statements(permissions: &[Permission]) -> Vec<PolicyStatement> {
    permissions
        .iter()
        .map(|permission| statement(&permission.actions, &permission.scope, None, None))
        .collect()
}

/// The same for a resource's policy.
#[inline]
fn statements_for(
    permissions: &[Permission],
    party: &Party,
    handle: &Handle,
) -> Vec<PolicyStatement> {
    let principals = party.as_principals();
    let together = match handle.class().policy {
        PolicySupport::ByArnToOne => 1,
        _ => principals.len().max(1),
    };
    let mut statements = Vec::new();
    for Permission { actions, scope } in permissions {
        let mut scope = scope.clone();
        match handle.class().policy {
            PolicySupport::ByArn | PolicySupport::ByArnToOne | PolicySupport::None => {}
            PolicySupport::AsAnything => scope.resources = vec![Template::from_static("*")],
            PolicySupport::Unnamed => scope.resources.clear(),
        }
        for principals in principals.chunks(together) {
            let conditions = Some(party.conditions());
            statements.push(statement(actions, &scope, Some(principals), conditions));
        }
    }
    statements
}

/// An Allow of these actions on a scope.
#[inline]
pub(super) fn statement(
    actions: &[ActionPattern],
    scope: &Scope,
    principals: Option<&[Principal]>,
    conditions: Option<&ConditionBlock>,
) -> PolicyStatement {
    let mut statement = allow(actions);
    for condition in &scope.conditions {
        statement = statement.when(condition.clone());
    }
    let mut parts = statement.into_parts();
    if !scope.resources.is_empty() {
        parts.set_resources(scope.resources.clone());
    }
    if let Some(principals) = principals {
        parts.set_principals(principals.to_vec());
    }
    if let Some(conditions) = conditions {
        parts.narrow(conditions);
    }
    parts.into_policy_statement()
}

#[inline]
pub(super) fn patterns(actions: &[Action]) -> Vec<ActionPattern> {
    actions.iter().copied().map(ActionPattern::from).collect()
}
