//! A resource control policy: see [AWS's page](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html).

use super::{Policy, kind};
use crate::statement::{
    Statement,
    state::{Deny, Effect, OnAllExcept, OnResources, ToAnyone},
};

/// What a resource control policy's statements do: deny.
#[diagnostic::on_unimplemented(
    message = "a statement of a resource control policy denies: use `deny(..)`",
    label = "this statement allows",
    note = "AWS attaches `RCPFullAWSAccess`, which allows everything, to what has resource control policies"
)]
pub trait RcpEffect: Effect {}

#[diagnostic::do_not_recommend]
impl RcpEffect for Deny {}

/// What a resource control policy's statements say of principals: everyone.
#[diagnostic::on_unimplemented(
    message = "a statement of a resource control policy is about everyone: say `.to(anyone())`",
    label = "this statement is not about everyone",
    note = "narrow it with a condition, such as `.when(key!(\"aws:PrincipalOrgID\").not_equals(..))`"
)]
pub trait RcpPrincipal {}

#[diagnostic::do_not_recommend]
impl RcpPrincipal for ToAnyone {}

/// What a resource control policy's statements say of resources: what they are on.
#[diagnostic::on_unimplemented(
    message = "a statement of a resource control policy needs a resource: add `.on(..)`",
    label = "this statement names no resource",
    note = "`.on(any())` is every resource"
)]
pub trait RcpResource {}

#[diagnostic::do_not_recommend]
impl RcpResource for OnResources {}

#[diagnostic::do_not_recommend]
impl RcpResource for OnAllExcept {}

impl Policy<kind::Rcp> {
    /// Returns the policy with one more statement.
    pub fn with<E, P, R>(mut self, statement: Statement<E, P, R>) -> Self
    where
        E: RcpEffect,
        P: RcpPrincipal,
        R: RcpResource,
    {
        self.add(statement);
        self
    }

    /// Adds a statement.
    pub fn add<E, P, R>(&mut self, statement: Statement<E, P, R>)
    where
        E: RcpEffect,
        P: RcpPrincipal,
        R: RcpResource,
    {
        self.push_said(statement.into_parts());
    }
}
