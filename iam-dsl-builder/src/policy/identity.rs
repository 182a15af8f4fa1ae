//! An identity policy: see [AWS's page](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_id-based).

use super::{Policy, kind};
use crate::statement::{
    Statement,
    state::{Effect, NoPrincipal, OnAllExcept, OnResources},
};

/// What an identity policy's statements say of principals: nothing.
#[diagnostic::on_unimplemented(
    message = "a statement of an identity policy names no principal: drop `.to(..)`",
    label = "this statement names a principal",
    note = "the principal is whoever the policy is attached to"
)]
pub trait IdentityPrincipal {}

#[diagnostic::do_not_recommend]
impl IdentityPrincipal for NoPrincipal {}

/// What an identity policy's statements say of resources: what they are on.
#[diagnostic::on_unimplemented(
    message = "a statement of an identity policy needs a resource: add `.on(..)`",
    label = "this statement names no resource",
    note = "`.on(any())` is every resource"
)]
pub trait IdentityResource {}

#[diagnostic::do_not_recommend]
impl IdentityResource for OnResources {}

#[diagnostic::do_not_recommend]
impl IdentityResource for OnAllExcept {}

impl Policy<kind::Identity> {
    /// Returns the policy with one more statement.
    pub fn with<E, P, R>(mut self, statement: Statement<E, P, R>) -> Self
    where
        E: Effect,
        P: IdentityPrincipal,
        R: IdentityResource,
    {
        self.add(statement);
        self
    }

    /// Adds a statement.
    pub fn add<E, P, R>(&mut self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: IdentityPrincipal,
        R: IdentityResource,
    {
        self.push_said(statement.into_parts());
    }
}
