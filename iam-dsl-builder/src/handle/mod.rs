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
    /// Whether the name, and that of what the resource is in, is that of one; or a pattern is meant.
    is_one: bool,
    owner: Owner,
    arn: Arn,
    policy: Shared<ResourcePolicy>,
    encryption: Encryption,
    /// The policies of what is in the resource, by how its ARN goes on.
    inner_policies: Shared<Vec<(String, Shared<ResourcePolicy>)>>,
}

impl Handle {
    /// The resource of this name.
    #[inline]
    pub(crate) fn named(class: &'static Class, owner: Owner, name: String) -> Self {
        let arn = owner.arn(&class.arn, &name);
        Self::new(class, owner, name, arn)
    }

    /// All resources of a class, where there is no telling them apart.
    #[inline]
    pub(crate) fn of_all(class: &'static Class) -> Self {
        Self::named(class, Owner::Deploying, "*".to_owned()).standing_for_many()
    }

    /// The resource of this name with an ARN that does not follow from it.
    #[inline]
    pub(crate) fn new(class: &'static Class, owner: Owner, name: String, arn: Arn) -> Self {
        Self {
            class,
            is_one: is_name_of_one(&name),
            name,
            owner,
            arn,
            policy: Shared::default(),
            encryption: Encryption::default(),
            inner_policies: Shared::default(),
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

    /// Something in the resource with a policy of its own, such as a stream of a table. Its key is the resource's.
    #[inline]
    pub(crate) fn inner(&self, class: &'static Class, name: String, suffix: &str) -> Self {
        let policy = self.inner_policies.with(|known| {
            if let Some((_, policy)) = known.iter().find(|(of, _)| of == suffix) {
                return policy.clone();
            }
            let policy = Shared::default();
            known.push((suffix.to_owned(), policy.clone()));
            policy
        });
        let inner = Self::new(class, self.owner.clone(), name, self.sub_arn(suffix));
        Self {
            policy,
            is_one: self.is_one && inner.is_one,
            encryption: self.encryption.clone(),
            ..inner
        }
    }

    /// Says that a pattern in the name is meant, as in that of the streams of a table.
    #[inline]
    pub(crate) fn standing_for_many(mut self) -> Self {
        self.is_one = true;
        self
    }

    /// The same called otherwise, where the ARN has more after the name.
    #[inline]
    pub(crate) fn with_name(mut self, name: String) -> Self {
        self.is_one = is_name_of_one(&name);
        self.name = name;
        self
    }

    /// The same called otherwise, where what it was called is what it is in, and this.
    #[inline]
    pub(crate) fn with_last_name(self, name: String) -> Self {
        let is_in_one = self.is_one;
        let mut called = self.with_name(name);
        called.is_one &= is_in_one;
        called
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

    /// Whether the name is one resource's, or a pattern is meant.
    #[inline]
    pub(crate) fn has_name_of_one(&self) -> bool {
        self.is_one
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

    /// The host of a service where the resource is, as far as either resource says where that is.
    #[inline]
    pub(crate) fn host_of(&self, service: &str, or_where: &Self) -> Template {
        let region = [self.region(), or_where.region()]
            .into_iter()
            .find(|region| region.as_str().is_some())
            .unwrap_or_else(|| Template::from(Token::Region));
        let dns_suffix = self.dns_suffix().or_else(|| or_where.dns_suffix());
        let dns_suffix = dns_suffix.map_or(Template::from(Token::UrlSuffix), Template::from_static);
        Template::from(format!("{service}."))
            .with_template(&region)
            .with_text(".")
            .with_template(&dns_suffix)
    }

    /// What ends the names of AWS's hosts where the resource is.
    #[inline]
    fn dns_suffix(&self) -> Option<&'static str> {
        match (&self.owner, self.arn.partition().as_str()) {
            (Owner::Known(env), _) => Some(env.dns_suffix()),
            (Owner::Deploying | Owner::Foreign(_), partition) => {
                Partition::find(partition?).map(Partition::dns_suffix)
            }
        }
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
        self.policy
            .with(|policy| policy.resolved(&|token| self.value_of(token)))
    }

    /// What stands for a deploy-time token in the policy, as far as the resource says.
    #[inline]
    fn value_of(&self, token: &Token) -> Option<String> {
        let value = match (token, &self.owner) {
            (Token::Partition, _) => self.arn.partition().as_str()?,
            (Token::UrlSuffix, _) => self.dns_suffix()?,
            (Token::Region, Owner::Known(env)) => env.region(),
            (Token::AccountId, Owner::Known(env)) => env.account(),
            _ => return None,
        };
        Some(value.to_owned())
    }

    #[inline]
    pub(crate) fn add_to_policy(&self, statement: &PolicyStatement) {
        self.policy.with(|policy| policy.push(statement.clone()));
    }

    /// Puts a statement of the policy in the place of another, or takes that away.
    #[inline]
    pub(crate) fn replace_in_policy(&self, old: &PolicyStatement, new: Option<PolicyStatement>) {
        self.policy.with(|policy| policy.replace(old, new));
    }

    #[inline]
    pub(crate) fn has_in_policy(&self, statement: &PolicyStatement) -> bool {
        self.policy
            .with(|policy| policy.document().statements().contains(statement))
    }
}

/// Whether a name is one resource's: a wildcard or a variable in it would stand for many.
#[inline]
pub(crate) fn is_name_of_one(name: &str) -> bool {
    !name.is_empty() && !name.contains(['*', '?', '$'])
}
