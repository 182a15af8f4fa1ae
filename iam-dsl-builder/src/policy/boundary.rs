//! A permissions boundary: see [AWS's page](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html).

use super::{Policy, kind};
use crate::statement::{
    Statement,
    state::{Effect, NoPrincipal, OnAllExcept, OnResources},
};

/// What a permissions boundary's statements say of principals: nothing.
#[diagnostic::on_unimplemented(
    message = "a statement of a permissions boundary names no principal: drop `.to(..)`",
    label = "this statement names a principal",
    note = "the principal is whoever has the boundary"
)]
pub trait BoundaryPrincipal {}

#[diagnostic::do_not_recommend]
impl BoundaryPrincipal for NoPrincipal {}

/// What a permissions boundary's statements say of resources: what they are on.
#[diagnostic::on_unimplemented(
    message = "a statement of a permissions boundary needs a resource: add `.on(..)`",
    label = "this statement names no resource",
    note = "`.on(any())` is every resource"
)]
pub trait BoundaryResource {}

#[diagnostic::do_not_recommend]
impl BoundaryResource for OnResources {}

#[diagnostic::do_not_recommend]
impl BoundaryResource for OnAllExcept {}

impl Policy<kind::Boundary> {
    /// Returns the policy with one more statement.
    pub fn with<E, P, R>(mut self, statement: Statement<E, P, R>) -> Self
    where
        E: Effect,
        P: BoundaryPrincipal,
        R: BoundaryResource,
    {
        self.add(statement);
        self
    }

    /// Adds a statement.
    pub fn add<E, P, R>(&mut self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: BoundaryPrincipal,
        R: BoundaryResource,
    {
        self.push_said(statement.into_parts());
    }
}
