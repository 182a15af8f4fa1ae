//! A service control policy: see [AWS's page](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html).

use super::{Policy, kind};
use crate::statement::{
    Statement,
    state::{Effect, NoPrincipal, OnAllExcept, OnResources},
};

/// What a service control policy's statements say of principals: nothing.
#[diagnostic::on_unimplemented(
    message = "a statement of a service control policy names no principal: drop `.to(..)`",
    label = "this statement names a principal",
    note = "the principals are those of the accounts the policy is attached to"
)]
pub trait ScpPrincipal {}

#[diagnostic::do_not_recommend]
impl ScpPrincipal for NoPrincipal {}

/// What a service control policy's statements say of resources: what they are on.
#[diagnostic::on_unimplemented(
    message = "a statement of a service control policy needs a resource: add `.on(..)`",
    label = "this statement names no resource",
    note = "`.on(any())` is every resource"
)]
pub trait ScpResource {}

#[diagnostic::do_not_recommend]
impl ScpResource for OnResources {}

#[diagnostic::do_not_recommend]
impl ScpResource for OnAllExcept {}

impl Policy<kind::Scp> {
    /// Returns the policy with one more statement.
    pub fn with<E, P, R>(mut self, statement: Statement<E, P, R>) -> Self
    where
        E: Effect,
        P: ScpPrincipal,
        R: ScpResource,
    {
        self.add(statement);
        self
    }

    /// Adds a statement.
    pub fn add<E, P, R>(&mut self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: ScpPrincipal,
        R: ScpResource,
    {
        self.push_said(statement.into_parts());
    }
}
