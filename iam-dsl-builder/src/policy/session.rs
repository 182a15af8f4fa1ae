//! A session policy: see [AWS's page](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session).

use super::{Policy, kind};
use crate::statement::{
    Statement,
    state::{Effect, NoPrincipal, OnAllExcept, OnResources},
};

/// What a session policy's statements say of principals: nothing.
#[diagnostic::on_unimplemented(
    message = "a statement of a session policy names no principal: drop `.to(..)`",
    label = "this statement names a principal",
    note = "the principal is whoever gets the session"
)]
pub trait SessionPrincipal {}

#[diagnostic::do_not_recommend]
impl SessionPrincipal for NoPrincipal {}

/// What a session policy's statements say of resources: what they are on.
#[diagnostic::on_unimplemented(
    message = "a statement of a session policy needs a resource: add `.on(..)`",
    label = "this statement names no resource",
    note = "`.on(any())` is every resource"
)]
pub trait SessionResource {}

#[diagnostic::do_not_recommend]
impl SessionResource for OnResources {}

#[diagnostic::do_not_recommend]
impl SessionResource for OnAllExcept {}

impl Policy<kind::Session> {
    /// Returns the policy with one more statement.
    pub fn with<E, P, R>(mut self, statement: Statement<E, P, R>) -> Self
    where
        E: Effect,
        P: SessionPrincipal,
        R: SessionResource,
    {
        self.add(statement);
        self
    }

    /// Adds a statement.
    pub fn add<E, P, R>(&mut self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: SessionPrincipal,
        R: SessionResource,
    {
        self.push_said(statement.into_parts());
    }
}
