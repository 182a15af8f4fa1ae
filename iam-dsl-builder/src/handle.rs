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
pub struct Handle {
    name: String,
    owner: Owner,
    arn: Arn,
    policy: Shared<ResourcePolicy>,
}

impl Handle {
    #[inline]
    pub(crate) fn new(name: String, owner: Owner, arn: Arn) -> Self {
        Self {
            name,
            owner,
            arn,
            policy: Shared::default(),
        }
    }

    /// The handle of what an ARN names. See [`read_arn`].
    #[inline]
    pub(crate) fn from_arn(
        arn: Arn,
        noun: &str,
        service: &str,
        prefix: &str,
        not_in_name: &[char],
    ) -> Result<Self, ValueError> {
        let (name, owner) = read_arn(&arn, noun, service, prefix, not_in_name)?;
        Ok(Self::new(name, owner, arn))
    }

    #[inline]
    pub(crate) fn with_name(mut self, name: String) -> Self {
        self.name = name;
        self
    }

    #[inline]
    pub(crate) fn with_owner(mut self, owner: Owner) -> Self {
        self.owner = owner;
        self
    }

    /// Returns the name.
    #[inline]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns whose account the resource is of.
    #[inline]
    pub fn owner(&self) -> &Owner {
        &self.owner
    }

    #[inline]
    pub(crate) fn arn(&self) -> Arn {
        self.arn.clone()
    }

    /// The ARN of something under the resource, such as a bucket's objects.
    #[inline]
    pub(crate) fn sub_arn(&self, suffix: &str) -> Arn {
        let resource: Template = self.arn.resource().clone().with_text(suffix);
        self.arn.clone().with_resource(resource)
    }

    #[inline]
    pub(crate) fn add<E, P, R>(&self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: ResourcePrincipal,
        R: ResourceResource,
    {
        self.policy.with(|policy| policy.add(statement));
    }

    /// Whether both are handles of one resource: they share its policy.
    #[inline]
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.policy.is(&other.policy)
    }

    /// Returns the policy, as it is now.
    #[inline]
    pub fn policy(&self) -> ResourcePolicy {
        self.policy.with(|policy| policy.in_partition_of(&self.arn))
    }

    #[inline]
    pub(crate) fn extend_policy(&self, statements: &[PolicyStatement]) {
        self.policy.with(|policy| policy.extend(statements));
    }
}

/// The name and the owner of what an ARN names, if that is one `noun` of `service`: its resource starts with `prefix`,
/// and what follows holds no wildcard and none of the characters that would make it a part of something else.
#[inline]
pub(crate) fn read_arn(
    arn: &Arn,
    noun: &str,
    service: &str,
    prefix: &str,
    not_in_name: &[char],
) -> Result<(String, Owner), ValueError> {
    let text = arn.to_string();
    let resource = arn.resource().to_string();
    resource
        .strip_prefix(prefix)
        .filter(|name| !name.is_empty() && !name.contains(not_in_name))
        .filter(|_| arn.service().as_str() == Some(service) && !text.contains(['*', '?']))
        .and_then(|name| Some((name.to_owned(), Owner::of(arn)?)))
        .ok_or_else(|| not_the_arn(arn, noun))
}

/// What a handle says to the ARN of something else.
#[inline]
pub(crate) fn not_the_arn(arn: &Arn, noun: &str) -> ValueError {
    let article = if noun.starts_with('i') { "an" } else { "a" };
    ValueError::new(format!("`{arn}` is not the ARN of {article} {noun}"))
}
