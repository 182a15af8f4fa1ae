//! What the handles of all resources share.

mod class;
mod encryption;
mod methods;
mod nested;
mod read;

use iam_dsl_catalog::Partition;
use iam_dsl_core::{Arn, PolicyStatement, Template, Token};

pub(crate) use self::{
    class::{ArnForm, Class, PolicySupport},
    encryption::Encryption,
    methods::{
        action_methods, from_arn_method, handle_methods, key_methods, named_methods, policy_methods,
    },
    nested::{nested, nested_from_arn, nested_methods},
    read::{not_the_arn, read_arn},
};
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
    class: &'static Class,
    name: String,
    owner: Owner,
    arn: Arn,
    policy: Shared<ResourcePolicy>,
    encryption: Encryption,
}

impl Handle {
    /// The resource of this name.
    #[inline]
    pub(crate) fn named(class: &'static Class, owner: Owner, name: String) -> Self {
        let arn = owner.arn(&class.arn, &name);
        Self::new(class, owner, name, arn)
    }

    /// The resource of this name with an ARN that does not follow from it.
    #[inline]
    pub(crate) fn new(class: &'static Class, owner: Owner, name: String, arn: Arn) -> Self {
        Self {
            class,
            name,
            owner,
            arn,
            policy: Shared::default(),
            encryption: Encryption::default(),
        }
    }

    /// The handle of what an ARN names, if that is one of the class. See [`read_arn`].
    #[inline]
    pub(crate) fn from_arn(class: &'static Class, arn: Arn) -> Result<Self, ValueError> {
        let form = &class.arn;
        let (name, owner) = read_arn(
            &arn,
            class.noun,
            form.service,
            form.prefix,
            form.not_in_name,
        )?;
        Ok(Self::new(class, owner, name, arn))
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

    #[inline]
    pub(crate) fn set_encryption(&mut self, encryption: Encryption) {
        self.encryption = encryption;
    }

    #[inline]
    pub(crate) fn encryption(&self) -> &Encryption {
        &self.encryption
    }

    #[inline]
    pub(crate) fn class(&self) -> &'static Class {
        self.class
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

    /// As messages name it, such as ``queue `orders` ``.
    #[inline]
    pub(crate) fn label(&self) -> String {
        format!("{} `{}`", self.class.noun, self.name)
    }

    #[inline]
    pub(crate) fn arn(&self) -> Arn {
        self.arn.clone()
    }

    /// The region that the resource is in. The ARNs of some services have none.
    #[inline]
    pub(crate) fn region(&self) -> Template {
        match (self.arn.region().as_str(), &self.owner) {
            (Some(""), Owner::Known(env)) => Template::from(env.region().to_owned()),
            (Some(""), Owner::Deploying | Owner::Foreign(_)) => Template::from(Token::Region),
            _ => self.arn.region().clone(),
        }
    }

    /// What ends the names of AWS's hosts where the resource is.
    #[inline]
    pub(crate) fn dns_suffix(&self) -> &'static str {
        let partition = match &self.owner {
            Owner::Known(env) => Some(env.partition()),
            Owner::Deploying | Owner::Foreign(_) => self.arn.partition().as_str(),
        };
        partition
            .and_then(Partition::find)
            .map_or("amazonaws.com", Partition::dns_suffix)
    }

    /// The ARN of something under the resource, such as a bucket's objects.
    #[inline]
    pub(crate) fn sub_arn(&self, suffix: &str) -> Arn {
        let resource: Template = self.arn.resource().clone().with_text(suffix);
        self.arn.clone().with_resource(resource)
    }

    /// The ARN of something of the same service, account and region, with the name where `{name}` stands.
    #[inline]
    pub(crate) fn arn_beside(&self, resource: &str) -> Arn {
        let resource = resource.replace("{name}", &self.name);
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

    /// Changes the policy: `old` statements become `new` ones.
    #[inline]
    pub(crate) fn replace_in_policy(&self, old: &[PolicyStatement], new: &[PolicyStatement]) {
        self.policy.with(|policy| policy.replace(old, new));
    }

    #[inline]
    pub(crate) fn has_in_policy(&self, statement: &PolicyStatement) -> bool {
        self.policy
            .with(|policy| policy.document().statements().contains(statement))
    }
}
