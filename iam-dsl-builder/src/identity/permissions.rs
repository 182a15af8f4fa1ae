//! What roles, users and groups are and may do.

use std::{sync::MutexGuard, time::Duration};

use iam_dsl_core::{Arn, PolicyDocument, PolicyStatement, quota::Quota};

use super::{
    AttachedPolicies, Check, Entity, IdentityError, attached,
    sort::{POLICY_NAME_LIMIT, Sort},
};
#[cfg(feature = "validate")]
use crate::allowances::Allowances;
use crate::{
    IdentityPolicy, ManagedPolicy, PermissionsBoundary, Role, TrustPolicy, ValueError,
    owner::Owner, shared::Shared,
};

/// A role, a user, a group, a managed policy or an instance profile, which its clones share.
#[derive(Clone, Debug)]
pub(crate) struct Identity(Shared<State>);

/// All that any of them has.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) entity: Entity,
    /// What was added statement by statement.
    pub(crate) policy: IdentityPolicy,
    pub(crate) inline: Vec<(String, IdentityPolicy)>,
    pub(crate) managed: Vec<ManagedPolicy>,
    pub(crate) managed_limit: usize,
    pub(crate) boundary: Option<PermissionsBoundary>,
    /// Of a role.
    pub(crate) trust: TrustPolicy,
    pub(crate) trust_limit: usize,
    pub(crate) session: Option<Duration>,
    /// Of a user. Groups without their members: handles of users and groups do not go in circles.
    pub(crate) groups: Vec<Identity>,
    pub(crate) has_access_key: bool,
    pub(crate) has_console_access: bool,
    /// Of a managed policy.
    pub(crate) manager: Manager,
    /// Of an instance profile.
    pub(crate) roles: Vec<Role>,
    #[cfg(feature = "validate")]
    pub(crate) allowances: Allowances,
}

/// Whose a managed policy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manager {
    /// Ours: it allows what was added.
    Here,
    /// It exists already: what was added is for its owner to add, and what else it says is not known.
    Elsewhere,
    /// AWS's: nobody can add to it.
    Aws,
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
    #[inline]
    pub(crate) fn new(sort: &'static Sort, name: String) -> Self {
        Self::of(Entity::new(sort, name), Manager::Here)
    }

    #[inline]
    pub(crate) fn from_arn(sort: &'static Sort, arn: Arn) -> Result<Self, ValueError> {
        Ok(Self::of(Entity::from_arn(sort, arn)?, Manager::Elsewhere))
    }

    #[inline]
    pub(crate) fn of(entity: Entity, manager: Manager) -> Self {
        let managed_limit = entity.sort.managed;
        Self(Shared::new(State {
            entity,
            policy: IdentityPolicy::new(),
            inline: Vec::new(),
            managed: Vec::new(),
            managed_limit,
            boundary: None,
            trust: TrustPolicy::new(),
            trust_limit: Quota::TRUST_POLICY.limit(),
            session: None,
            groups: Vec::new(),
            has_access_key: false,
            has_console_access: false,
            manager,
            roles: Vec::new(),
            #[cfg(feature = "validate")]
            allowances: Allowances::default(),
        }))
    }

    #[inline]
    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock()
    }

    /// Whether both are handles of one identity.
    #[inline]
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.0.is(&other.0)
    }

    /// Whether it is made here, and does not exist already.
    #[inline]
    pub(crate) fn is_made_here(&self) -> bool {
        self.lock().manager == Manager::Here
    }

    #[inline]
    pub(crate) fn name(&self) -> String {
        self.lock().entity.name.clone()
    }

    #[inline]
    pub(crate) fn account(&self) -> Option<String> {
        self.lock().entity.owner.account().map(str::to_owned)
    }

    #[inline]
    pub(crate) fn owner(&self) -> Owner {
        self.lock().entity.owner.clone()
    }

    #[inline]
    pub(crate) fn arn(&self) -> Arn {
        self.lock().entity.arn()
    }

    /// As messages name it, such as ``role `app` ``.
    #[inline]
    pub(crate) fn label(&self) -> String {
        self.lock().entity.label()
    }

    /// As traces name it, such as `role app`.
    #[inline]
    pub(crate) fn plain_label(&self) -> String {
        self.lock().entity.plain_label()
    }

    #[inline]
    pub(crate) fn policy(&self) -> IdentityPolicy {
        self.lock().own_policy()
    }

    #[inline]
    pub(crate) fn add_to_policy(&self, statements: &[PolicyStatement]) {
        self.lock().policy.extend(statements);
    }

    /// Puts a statement of the policy in the place of another.
    #[inline]
    pub(crate) fn replace_in_policy(&self, old: &PolicyStatement, new: Option<PolicyStatement>) {
        self.lock().policy.replace(old, new);
    }

    #[inline]
    pub(crate) fn add_to_trust(&self, statement: &PolicyStatement) {
        self.lock().trust.push(statement.clone());
    }

    #[inline]
    pub(crate) fn replace_in_trust(&self, old: &PolicyStatement, new: Option<PolicyStatement>) {
        self.lock().trust.replace(old, new);
    }

    #[inline]
    pub(crate) fn is_aws_managed(&self) -> bool {
        self.lock().manager == Manager::Aws
    }

    #[inline]
    pub(crate) fn attach(&self, policy: ManagedPolicy) {
        let managed = &mut self.lock().managed;
        for known in managed.iter() {
            if known.is(&policy) {
                return;
            }
        }
        managed.push(policy);
    }

    #[inline]
    pub(crate) fn inline_policies(&self) -> Vec<(String, IdentityPolicy)> {
        let state = self.lock();
        let mut policies = Vec::with_capacity(state.inline.len());
        state.add_inline(&mut policies);
        policies
    }

    #[inline]
    pub(crate) fn mistakes(&self) -> Vec<IdentityError> {
        let state = self.lock();
        let mut mistakes = state.entity.mistakes();
        let mut check = Check {
            identity: state.entity.label(),
            mistakes: &mut mistakes,
        };
        let mut names: Vec<&str> = Vec::new();
        let inline = state.all_inline();
        for (name, _) in &inline {
            check.name("name of an inline policy", name, POLICY_NAME_LIMIT);
            if names.contains(&name.as_str()) {
                check.repeated("inline policies", name);
            }
            names.push(name);
        }
        match attached::attach(&state) {
            Ok(policies) => {
                for policy in policies.split() {
                    mistakes.append(&mut policy.mistakes());
                }
            }
            Err(error) => mistakes.push(error),
        }
        mistakes
    }

    #[inline]
    pub(crate) fn attached_policies(&self) -> Result<AttachedPolicies, IdentityError> {
        attached::attach(&self.lock())
    }

    /// The same for what writes all down and reports mistakes elsewhere: what IAM would refuse is there as it was said.
    #[inline]
    pub(crate) fn attached_policies_or_said(&self) -> AttachedPolicies {
        let state = self.lock();
        attached::attach(&state).unwrap_or_else(|_| attached::said(&state))
    }

    /// What is known of its permissions, with those of its groups.
    #[inline]
    pub(crate) fn permissions(&self) -> Permissions {
        let state = self.lock();
        let mut permissions = Permissions {
            tags: state.entity.tags.clone(),
            ..Permissions::default()
        };
        state.add_to(&mut permissions);
        for group in &state.groups {
            group.lock().add_to(&mut permissions);
        }
        if let Some(boundary) = &state.boundary {
            let name = boundary.identity().plain_label();
            let document = boundary.policy().into_document();
            permissions.boundary = Some((name, document, boundary.has_known_text()));
        }
        permissions
    }
}

impl Permissions {
    #[inline]
    pub(crate) fn add(&mut self, policy: &ManagedPolicy) {
        let document = policy.policy().into_document();
        if !document.statements().is_empty() {
            self.policies
                .push((policy.identity().plain_label(), document));
        }
        if !policy.has_known_text() {
            self.unknown.push(policy.arn().to_string());
        }
    }
}

impl State {
    #[inline]
    pub(crate) fn own_policy(&self) -> IdentityPolicy {
        self.policy.deployed_to(&self.entity)
    }

    /// What is to be inline: the statements that were added, under a name of ours, and what has a name already.
    #[inline]
    pub(crate) fn all_inline(&self) -> Vec<(String, IdentityPolicy)> {
        let mut policies = Vec::with_capacity(self.inline.len() + 1);
        if !self.policy.is_empty() {
            policies.push(("permissions".to_owned(), self.own_policy()));
        }
        self.add_inline(&mut policies);
        policies
    }

    #[inline]
    fn add_inline(&self, policies: &mut Vec<(String, IdentityPolicy)>) {
        for (name, policy) in &self.inline {
            policies.push((name.clone(), policy.deployed_to(&self.entity)));
        }
    }

    #[inline]
    fn add_to(&self, permissions: &mut Permissions) {
        let label = self.entity.plain_label();
        let own = self.own_policy().into_document();
        permissions.policies.push((label.clone(), own));
        for (name, policy) in &self.inline {
            let policy = policy.deployed_to(&self.entity);
            let name = format!("{label}, inline policy {name}");
            permissions.policies.push((name, policy.into_document()));
        }
        for policy in self.managed_policies() {
            permissions.add(&policy);
        }
    }

    /// The managed policies, those of AWS in the identity's partition.
    #[inline]
    pub(crate) fn managed_policies(&self) -> Vec<ManagedPolicy> {
        let arn = self.entity.arn();
        let mut policies = Vec::with_capacity(self.managed.len());
        for policy in &self.managed {
            policies.push(policy.in_partition_of(&arn));
        }
        policies
    }
}
