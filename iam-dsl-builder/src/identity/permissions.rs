//! What roles, users and groups may do.

use iam_dsl_core::{PolicyDocument, PolicyStatement};

use super::{
    AttachedPolicies, Check, Entity, IdentityError, attached,
    sort::{MANAGED_LIMIT, POLICY_NAME_LIMIT, Sort},
};
use crate::{IdentityPolicy, ManagedPolicy, PermissionsBoundary, shared::Shared};

/// A role, a user or a group, which its clones share.
#[derive(Clone, Debug)]
pub(crate) struct Identity(Shared<State>);

#[derive(Clone, Debug)]
pub(crate) struct State {
    pub(crate) entity: Entity,
    /// What was added statement by statement.
    pub(crate) policy: IdentityPolicy,
    pub(crate) inline: Vec<(String, IdentityPolicy)>,
    pub(crate) managed: Vec<ManagedPolicy>,
    pub(crate) managed_limit: usize,
    /// Never of a group.
    pub(crate) boundary: Option<PermissionsBoundary>,
}

/// What questions know of an identity. Not for use by hand: it changes without notice.
#[derive(Clone, Debug, Default)]
pub struct Permissions {
    /// Its policies and those of its groups, as far as their text is known, by the names that traces have.
    pub policies: Vec<(String, PolicyDocument)>,
    /// The ARNs of policies whose text is not known.
    pub unknown: Vec<String>,
    /// The permissions boundary by its name, and whether its text is known.
    pub boundary: Option<(String, PolicyDocument, bool)>,
    /// The tags.
    pub tags: Vec<(String, String)>,
}

impl Identity {
    pub(crate) fn new(sort: &'static Sort, name: String) -> Self {
        Self::of(Entity::new(sort, name))
    }

    pub(crate) fn of(entity: Entity) -> Self {
        Self(Shared::new(State {
            entity,
            policy: IdentityPolicy::new(),
            inline: Vec::new(),
            managed: Vec::new(),
            managed_limit: MANAGED_LIMIT,
            boundary: None,
        }))
    }

    pub(crate) fn with<R>(&self, access: impl FnOnce(&mut State) -> R) -> R {
        self.0.with(access)
    }

    /// Whether both are handles of one identity.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.0.is(&other.0)
    }

    /// The state as it is now. What it holds has locks of its own, which are not taken under this one's.
    pub(crate) fn snapshot(&self) -> State {
        self.with(|state| state.clone())
    }

    pub(crate) fn entity<R>(&self, access: impl FnOnce(&mut Entity) -> R) -> R {
        self.with(|state| access(&mut state.entity))
    }

    pub(crate) fn extend_policy(&self, statements: &[PolicyStatement]) {
        self.with(|state| state.policy.extend(statements));
    }

    pub(crate) fn attach(&self, policy: ManagedPolicy) {
        let attached = self.with(|state| state.managed.clone());
        if !attached.iter().any(|known| known.is(&policy)) {
            self.with(|state| state.managed.push(policy));
        }
    }

    pub(crate) fn mistakes(&self) -> Vec<IdentityError> {
        let state = self.snapshot();
        let mut mistakes = state.entity.mistakes();
        let mut check = Check {
            identity: state.entity.label(),
            mistakes: &mut mistakes,
        };
        let inline = state.inline_policies();
        for (index, (name, _)) in inline.iter().enumerate() {
            check.name("name of an inline policy", name, POLICY_NAME_LIMIT);
            if inline.iter().take(index).any(|(other, _)| other == name) {
                check.repeated("inline policies", name);
            }
        }
        match attached::attach(&state) {
            Ok(policies) => {
                for policy in policies.split() {
                    mistakes.extend(policy.mistakes());
                }
            }
            Err(error) => mistakes.push(error),
        }
        mistakes
    }

    pub(crate) fn attached_policies(&self) -> Result<AttachedPolicies, IdentityError> {
        attached::attach(&self.snapshot())
    }

    /// What is known of its own permissions, to be added to.
    pub(crate) fn permissions(&self) -> Permissions {
        let state = self.snapshot();
        let label = state.entity.plain_label();
        let mut permissions = Permissions {
            policies: vec![(label.clone(), state.own_policy().into_document())],
            unknown: Vec::new(),
            boundary: None,
            tags: state.entity.tags.clone(),
        };
        for (name, policy) in &state.inline {
            let policy = policy.deployed_to(&state.entity);
            let name = format!("{label}, inline policy {name}");
            permissions.policies.push((name, policy.into_document()));
        }
        for policy in state.managed_policies() {
            permissions.add(&policy);
        }
        if let Some(boundary) = &state.boundary {
            let name = boundary.plain_label();
            let document = boundary.policy().into_document();
            permissions.boundary = Some((name, document, boundary.has_known_text()));
        }
        permissions
    }
}

impl Permissions {
    pub(crate) fn add(&mut self, policy: &ManagedPolicy) {
        let document = policy.policy().into_document();
        if !document.statements().is_empty() {
            self.policies.push((policy.plain_label(), document));
        }
        if !policy.has_known_text() {
            self.unknown.push(policy.arn().to_string());
        }
    }
}

impl State {
    pub(crate) fn own_policy(&self) -> IdentityPolicy {
        self.policy.deployed_to(&self.entity)
    }

    /// What is to be inline: the statements that were added, under a name of ours, and what has a name already.
    pub(crate) fn inline_policies(&self) -> Vec<(String, IdentityPolicy)> {
        let mut policies = Vec::with_capacity(self.inline.len() + 1);
        if !self.policy.is_empty() {
            policies.push(("permissions".to_owned(), self.own_policy()));
        }
        for (name, policy) in &self.inline {
            policies.push((name.clone(), policy.deployed_to(&self.entity)));
        }
        policies
    }

    /// The managed policies, those of AWS in the identity's partition.
    pub(crate) fn managed_policies(&self) -> Vec<ManagedPolicy> {
        let arn = self.entity.arn();
        let mut policies = Vec::with_capacity(self.managed.len());
        for policy in &self.managed {
            policies.push(policy.in_partition_of(&arn));
        }
        policies
    }
}
