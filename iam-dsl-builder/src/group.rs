//! Groups.

use iam_dsl_core::Arn;

use crate::{
    IdentityError, User, ValueError,
    identity::{Identity, entity_methods, permission_methods, sort::GROUP},
    policy::{IdentityPrincipal, IdentityResource},
    principal::{IntoPrincipals, IntoTrust, Principal, Trust},
    shared::Shared,
    statement::{
        Statement,
        state::{Effect, ToPrincipals},
    },
};

/// A group of users: what its members may do.
///
/// A group is a handle: its clones share one group. It has no permissions boundary and no tags, and nothing can name it
/// as a principal.
///
/// AWS: [IAM user groups](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::{Group, User};
///
/// let payments = Group::new("payments").with_managed_policy(managed_policy!("ReadOnlyAccess"));
/// let user = User::new("payments-oncall").in_group(&payments);
/// payments.add(allow(actions![sqs::PurgeQueue]).on(arn!("arn:aws:sqs:us-east-1:123456789012:payments")));
/// assert_allows!(user, sqs::PurgeQueue, on = arn!("arn:aws:sqs:us-east-1:123456789012:payments"));
/// ```
#[derive(Clone, Debug)]
pub struct Group {
    identity: Identity,
    /// Apart from the identity, which the members hold.
    members: Shared<Vec<User>>,
}

entity_methods!(Group, "group", "group/");
permission_methods!(Group, "group");

impl Group {
    /// A group of the deploying account. [`mistakes`](Self::mistakes) checks the name.
    #[inline]
    pub fn new(name: impl Into<String>) -> Self {
        Self::of(Identity::new(&GROUP, name.into()))
    }

    /// A group that exists already, such as one of another account.
    ///
    /// What it is granted collects in its [`policy`](Self::policy), for its owner to attach.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a group.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::Group;
    ///
    /// let group = Group::from_arn("arn:aws:iam::999999999999:group/ops".parse()?)?;
    /// assert_eq!(group.name(), "ops");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        Identity::from_arn(&GROUP, arn).map(Self::of)
    }

    #[inline]
    fn of(identity: Identity) -> Self {
        Self {
            identity,
            members: Shared::default(),
        }
    }

    /// Returns the members, in the order in which they [joined](User::in_group).
    #[inline]
    pub fn members(&self) -> Vec<User> {
        self.members.lock().clone()
    }

    /// Adds a statement to the group's policy.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::Group;
    ///
    /// let group = Group::new("app");
    /// group.add(allow(actions![s3::ListAllMyBuckets]).on(any()));
    /// assert!(group.policy().to_json().contains("s3:ListAllMyBuckets"));
    /// ```
    #[inline]
    pub fn add<E, P, R>(&self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: IdentityPrincipal,
        R: IdentityResource,
    {
        self.identity.lock().policy.add(statement);
    }

    /// Returns what IAM would refuse of the group: names, paths, counts and sizes.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::Group;
    ///
    /// assert!(Group::new("payments").with_path("/teams/").mistakes().is_empty());
    /// ```
    #[inline]
    pub fn mistakes(&self) -> Vec<IdentityError> {
        self.identity.mistakes()
    }

    #[inline]
    pub(crate) fn join(&self, user: User) {
        self.members.lock().push(user);
    }

    #[inline]
    pub(crate) fn identity(&self) -> &Identity {
        &self.identity
    }
}

/// What no group is: implemented for none, so that a group where a principal belongs says why it cannot be one.
#[diagnostic::on_unimplemented(
    message = "`Group` is not a principal: IAM has no way to name a group in a policy",
    label = "a group",
    note = "name its members, which `group.members()` returns, or give the group the permission: `bucket.grant_read(&group)`",
    note = "<https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>"
)]
pub trait IsPrincipal {}

impl IntoPrincipals for Group
where
    for<'a> &'a Self: IsPrincipal,
{
    type State = ToPrincipals;

    #[inline]
    fn into_principals(self) -> Vec<Principal> {
        Vec::new()
    }
}

impl IntoPrincipals for &Group
where
    for<'a> &'a Group: IsPrincipal,
{
    type State = ToPrincipals;

    #[inline]
    fn into_principals(self) -> Vec<Principal> {
        Vec::new()
    }
}

impl IntoTrust for Group
where
    for<'a> &'a Self: IsPrincipal,
{
    #[inline]
    fn into_trust(self) -> Trust {
        self.arn().into_trust()
    }
}

impl IntoTrust for &Group
where
    for<'a> &'a Group: IsPrincipal,
{
    #[inline]
    fn into_trust(self) -> Trust {
        self.arn().into_trust()
    }
}
