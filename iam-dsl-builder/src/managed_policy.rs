//! Managed policies.

use iam_dsl_core::{Arn, Token, quota::Quota};

use crate::{
    AwsManagedPolicy, IdentityError, IdentityPolicy, Statement, ValueError,
    identity::{
        Entity, Identity, Manager, entity_methods,
        sort::{MANAGED_POLICY, Sort},
        tag_methods,
    },
    owner::Owner,
    policy::{IdentityPrincipal, IdentityResource},
    statement::state::Effect,
};

/// A managed policy: one of your own, with its statements, or one that others manage, by its ARN.
///
/// A managed policy is a handle: its clones share one policy. AWS's own come from `managed_policy!`.
///
/// AWS: [managed and inline policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::{ManagedPolicy, dynamodb};
///
/// let orders = dynamodb::Table::named("orders");
/// let orders_read = ManagedPolicy::new("orders-read");
/// orders.grant_read_data(&orders_read)?;
///
/// let role = Role::new("order-report").with_managed_policy(&orders_read);
/// assert_allows!(role, dynamodb::Query, on = &orders);
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct ManagedPolicy(Identity);

entity_methods!(ManagedPolicy, "managed policy", "policy/");
tag_methods!(ManagedPolicy, "managed policy");

impl ManagedPolicy {
    /// A managed policy of the deploying account. [`mistakes`](Self::mistakes) checks the name.
    #[inline]
    pub fn new(name: impl Into<String>) -> Self {
        Self::of_sort(&MANAGED_POLICY, name.into())
    }

    /// A managed policy that exists already, such as one of another team's. What it allows is not known here.
    ///
    /// What it is granted collects in its [`policy`](Self::policy), for its owner to add.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a managed policy.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::ManagedPolicy;
    /// use iam_dsl::prelude::*;
    ///
    /// let baseline = ManagedPolicy::from_arn(arn!("arn:aws:iam::123456789012:policy/platform/baseline"))?;
    /// assert_eq!(baseline.name(), "baseline");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        Self::from_arn_of_sort(&MANAGED_POLICY, arn)
    }

    #[inline]
    pub(crate) fn of_sort(sort: &'static Sort, name: String) -> Self {
        Self(Identity::new(sort, name))
    }

    #[inline]
    pub(crate) fn from_arn_of_sort(sort: &'static Sort, arn: Arn) -> Result<Self, ValueError> {
        if arn.account().as_str() == Some("aws") && arn.service().as_str() == Some("iam") {
            let policy = Self::from(arn.to_string().parse::<AwsManagedPolicy>()?);
            policy.0.lock().entity.sort = sort;
            return Ok(policy);
        }
        Identity::from_arn(sort, arn).map(Self)
    }

    /// A policy of our own.
    #[inline]
    pub(crate) fn of(entity: Entity, policy: IdentityPolicy) -> Self {
        let identity = Identity::of(entity, Manager::Here);
        identity.lock().policy = policy;
        Self(identity)
    }

    /// Describes the policy.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::ManagedPolicy;
    ///
    /// let policy = ManagedPolicy::new("orders-read").with_description("Reads all orders");
    /// assert_eq!(policy.description().as_deref(), Some("Reads all orders"));
    /// ```
    #[must_use]
    #[inline]
    pub fn with_description(self, description: impl Into<String>) -> Self {
        self.0.lock().entity.description = Some(description.into());
        self
    }

    /// Returns the description, if there is one.
    #[inline]
    pub fn description(&self) -> Option<String> {
        self.0.lock().entity.description.clone()
    }

    /// Adds a statement to the policy.
    ///
    /// Nobody can add to one of AWS's: there it is a [mistake](Self::mistakes).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::ManagedPolicy;
    /// use iam_dsl::prelude::*;
    ///
    /// let policy = ManagedPolicy::new("list-buckets");
    /// policy.add(allow(actions![s3::ListAllMyBuckets]).on(any()));
    /// assert!(policy.policy().to_json().contains("s3:ListAllMyBuckets"));
    /// ```
    #[inline]
    pub fn add<E, P, R>(&self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: IdentityPrincipal,
        R: IdentityResource,
    {
        self.0.lock().policy.add(statement);
    }

    /// Returns the statements that were added: a snapshot, in the order it was said.
    #[inline]
    pub fn policy(&self) -> IdentityPolicy {
        self.0.policy()
    }

    /// Returns true for a policy that AWS manages.
    #[inline]
    pub fn is_aws_managed(&self) -> bool {
        self.0.lock().manager == Manager::Aws
    }

    /// Returns what IAM would refuse of the policy: names, paths, tags and sizes.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::ManagedPolicy;
    /// use iam_dsl::prelude::*;
    ///
    /// let policy = ManagedPolicy::from(managed_policy!("ReadOnlyAccess"));
    /// policy.add(allow(actions![s3::PutObject]).on(any()));
    /// assert_eq!(
    ///     policy.mistakes()[0].to_string(),
    ///     "managed policy `ReadOnlyAccess` is AWS's to change, and it was given statements here: 1",
    /// );
    /// ```
    #[inline]
    pub fn mistakes(&self) -> Vec<IdentityError> {
        let policy = self.policy();
        let label = self.0.label();
        let statements = policy.document().statements().len();
        if self.is_aws_managed() {
            let error = IdentityError::ManagedByAws {
                identity: label,
                statements,
            };
            return if statements == 0 {
                Vec::new()
            } else {
                vec![error]
            };
        }
        let mut mistakes = self.0.lock().entity.mistakes();
        let quota = Quota::MANAGED_POLICY;
        let size = quota.measure(&policy.to_json());
        if size > quota.limit() {
            mistakes.push(IdentityError::PolicyTooLarge {
                identity: label,
                size,
                limit: quota.limit(),
            });
        }
        mistakes
    }

    /// The policy where this ARN is: each partition has AWS's managed policies for itself.
    #[inline]
    pub(crate) fn in_partition_of(&self, arn: &Arn) -> Self {
        if !self.is_aws_managed() || arn.partition().as_str().is_none() {
            return self.clone();
        }
        let state = self.0.lock();
        let mut entity = state.entity.clone();
        entity.set_partition(arn.partition());
        let identity = Identity::of(entity, Manager::Aws);
        identity.lock().policy = state.policy.clone();
        Self(identity)
    }

    /// Whether both are the same policy.
    #[inline]
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.0.is(&other.0) || (self.is_aws_managed() && self.arn() == other.arn())
    }

    #[inline]
    pub(crate) fn has_known_text(&self) -> bool {
        self.0.lock().manager == Manager::Here
    }

    #[inline]
    pub(crate) fn identity(&self) -> &Identity {
        &self.0
    }
}

/// What can be attached to a role, a user or a group: a managed policy, of one's own or of AWS's.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a managed policy",
    label = "not a managed policy",
    note = "write `managed_policy!(\"ReadOnlyAccess\")` for one of AWS's, `&policy` for a `ManagedPolicy` of your own, or `ManagedPolicy::from_arn(..)?` for one that exists already; text known only at run time is read with `text.parse::<AwsManagedPolicy>()?`; statements without a policy of their own go to `.add(..)` or `.with_inline_policy(..)`"
)]
pub trait Attachable: Into<ManagedPolicy> {}

impl Attachable for ManagedPolicy {}
impl Attachable for &ManagedPolicy {}
impl Attachable for AwsManagedPolicy {}
impl Attachable for &AwsManagedPolicy {}

impl From<&ManagedPolicy> for ManagedPolicy {
    #[inline]
    fn from(policy: &ManagedPolicy) -> Self {
        policy.clone()
    }
}

impl From<AwsManagedPolicy> for ManagedPolicy {
    #[inline]
    fn from(policy: AwsManagedPolicy) -> Self {
        let mut arn = policy.arn();
        // `aws` stands for the partition that is deployed to.
        if arn.partition().as_str() == Some("aws") {
            arn = arn.with_partition(Token::Partition);
        }
        let resource = arn.resource().to_string();
        let path_and_name = resource.strip_prefix("policy/").unwrap_or(&resource);
        let owner = Owner::Foreign("aws".to_owned());
        let entity = Entity::of_arn(&MANAGED_POLICY, arn, path_and_name, owner);
        Self(Identity::of(entity, Manager::Aws))
    }
}

impl From<&AwsManagedPolicy> for ManagedPolicy {
    #[inline]
    fn from(policy: &AwsManagedPolicy) -> Self {
        Self::from(policy.clone())
    }
}
