//! Permissions boundaries.

use iam_dsl_core::{Arn, PolicyStatement};

use crate::{
    AwsManagedPolicy, BoundaryPolicy, IdentityError, ManagedPolicy, Statement, ValueError,
    identity::{Identity, entity_methods, sort::BOUNDARY, tag_methods},
    policy::{BoundaryPrincipal, BoundaryResource},
    statement::state::Effect,
};

/// A permissions boundary: a managed policy that says what the roles and users that have it may do at most.
///
/// A boundary is a handle: its clones share one. It allows nothing by itself.
///
/// AWS: [permissions boundaries](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::PermissionsBoundary;
///
/// let boundary = PermissionsBoundary::new("payments-boundary").with_path("/payments/");
/// boundary.add(allow(actions![dynamodb:*, sqs:*]).on(any()));
///
/// let role = Role::new("payments-admin").with_boundary(&boundary);
/// role.add(allow(actions![*]).on(any()));
/// assert_allows!(role, sqs::ListQueues);
/// assert_denies!(role, iam::ListUsers);
/// ```
#[derive(Clone, Debug)]
pub struct PermissionsBoundary(ManagedPolicy);

entity_methods!(PermissionsBoundary, "permissions boundary", "policy/");
tag_methods!(PermissionsBoundary, "permissions boundary");

impl PermissionsBoundary {
    /// A boundary of the deploying account. [`mistakes`](Self::mistakes) checks the name.
    #[inline]
    pub fn new(name: impl Into<String>) -> Self {
        Self(ManagedPolicy::of_sort(&BOUNDARY, name.into()))
    }

    /// A boundary that exists already. What it allows is not known here.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a managed policy.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::PermissionsBoundary;
    ///
    /// let boundary = PermissionsBoundary::from_arn(arn!("arn:aws:iam::123456789012:policy/team-boundary"))?;
    /// assert_eq!(boundary.name(), "team-boundary");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        ManagedPolicy::from_arn_of_sort(&BOUNDARY, arn).map(Self)
    }

    /// Adds a statement to the boundary.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::PermissionsBoundary;
    ///
    /// let boundary = PermissionsBoundary::new("no-iam");
    /// boundary.add(allow(actions![*]).on(any()));
    /// boundary.add(deny(actions![iam:*]).on(any()));
    /// assert_eq!(boundary.policy().document().statements().len(), 2);
    /// ```
    #[inline]
    pub fn add<E, P, R>(&self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: BoundaryPrincipal,
        R: BoundaryResource,
    {
        let said = statement.into_parts();
        self.0.identity().lock().policy.push_said(said);
    }

    /// Returns what those who have the boundary may do at most: a snapshot, in the order it was said.
    #[inline]
    pub fn policy(&self) -> BoundaryPolicy {
        self.0.policy().into_kind()
    }

    /// Returns what IAM would refuse of the boundary: names, paths, tags and sizes.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::PermissionsBoundary;
    ///
    /// assert!(PermissionsBoundary::new("payments-boundary").mistakes().is_empty());
    /// ```
    #[inline]
    pub fn mistakes(&self) -> Vec<IdentityError> {
        self.0.mistakes()
    }

    #[inline]
    pub(crate) fn extend_policy(&self, statements: &[PolicyStatement]) {
        self.0.identity().add_to_policy(statements);
    }

    #[inline]
    pub(crate) fn in_partition_of(&self, arn: &Arn) -> Self {
        Self(self.0.in_partition_of(arn))
    }

    #[inline]
    pub(crate) fn managed_policy(&self) -> ManagedPolicy {
        self.0.clone()
    }

    #[inline]
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.0.is(&other.0)
    }

    #[inline]
    pub(crate) fn has_known_text(&self) -> bool {
        self.0.has_known_text()
    }

    #[inline]
    pub(crate) fn identity(&self) -> &Identity {
        self.0.identity()
    }
}

/// What can limit a role or a user: a permissions boundary, or a managed policy as one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a permissions boundary",
    label = "not a permissions boundary",
    note = "write `&boundary` for a `PermissionsBoundary`, made with `PermissionsBoundary::new(\"team-boundary\")` or `PermissionsBoundary::from_arn(..)?`, or `managed_policy!(\"PowerUserAccess\")` for a policy of AWS's"
)]
pub trait Bounding: Into<PermissionsBoundary> {}

impl Bounding for PermissionsBoundary {}
impl Bounding for &PermissionsBoundary {}
impl Bounding for ManagedPolicy {}
impl Bounding for &ManagedPolicy {}
impl Bounding for AwsManagedPolicy {}
impl Bounding for &AwsManagedPolicy {}

impl From<&PermissionsBoundary> for PermissionsBoundary {
    #[inline]
    fn from(boundary: &PermissionsBoundary) -> Self {
        boundary.clone()
    }
}

/// A managed policy can be a boundary as well: both stay one policy.
impl From<ManagedPolicy> for PermissionsBoundary {
    #[inline]
    fn from(policy: ManagedPolicy) -> Self {
        Self(policy)
    }
}

impl From<&ManagedPolicy> for PermissionsBoundary {
    #[inline]
    fn from(policy: &ManagedPolicy) -> Self {
        Self(policy.clone())
    }
}

impl From<AwsManagedPolicy> for PermissionsBoundary {
    #[inline]
    fn from(policy: AwsManagedPolicy) -> Self {
        Self(ManagedPolicy::from(policy))
    }
}

impl From<&AwsManagedPolicy> for PermissionsBoundary {
    #[inline]
    fn from(policy: &AwsManagedPolicy) -> Self {
        Self(ManagedPolicy::from(policy))
    }
}
