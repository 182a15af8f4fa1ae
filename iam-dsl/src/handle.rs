//! What the handles of all resources share.

use iam_dsl_core::{Arn, PolicyStatement, Template};

use crate::{
    ResourcePolicy, ValueError,
    owner::Owner,
    policy::{ResourcePrincipal, ResourceResource},
    shared::Shared,
    statement::{Statement, state::Effect},
};

/// A resource by name, and the policy that its clones share.
#[derive(Clone, Debug)]
pub(crate) struct Handle {
    name: String,
    owner: Owner,
    arn: Arn,
    policy: Shared<ResourcePolicy>,
}

impl Handle {
    pub(crate) fn new(name: String, owner: Owner, arn: Arn) -> Self {
        Self {
            name,
            owner,
            arn,
            policy: Shared::default(),
        }
    }

    /// The handle of what an ARN names, if that is a `noun` of `service` whose resource starts with `prefix`.
    pub(crate) fn from_arn(
        arn: Arn,
        noun: &str,
        service: &str,
        prefix: &str,
    ) -> Result<Self, ValueError> {
        let resource = arn.resource().to_string();
        let name = resource
            .strip_prefix(prefix)
            .filter(|name| !name.is_empty() && !name.contains(['*', '?']))
            .filter(|_| arn.service().to_string() == service)
            .ok_or_else(|| ValueError::new(format!("`{arn}` is not the ARN of a {noun}")))?;
        let owner = Owner::of(&arn);
        Ok(Self::new(name.to_owned(), owner, arn))
    }

    pub(crate) fn with_owner(mut self, owner: Owner) -> Self {
        self.owner = owner;
        self
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn owner(&self) -> Owner {
        self.owner.clone()
    }

    pub(crate) fn arn(&self) -> Arn {
        self.arn.clone()
    }

    /// The ARN of something under the resource, such as a bucket's objects.
    pub(crate) fn sub_arn(&self, suffix: &str) -> Arn {
        let resource: Template = self.arn.resource().clone().with_text(suffix);
        self.arn.clone().with_resource(resource)
    }

    pub(crate) fn add<E, P, R>(&self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: ResourcePrincipal,
        R: ResourceResource,
    {
        self.policy.with(|policy| policy.add(statement));
    }

    pub(crate) fn policy(&self) -> ResourcePolicy {
        self.policy.with(|policy| policy.clone())
    }

    pub(crate) fn extend_policy(&self, statements: &[PolicyStatement]) {
        self.policy.with(|policy| policy.extend(statements));
    }
}
