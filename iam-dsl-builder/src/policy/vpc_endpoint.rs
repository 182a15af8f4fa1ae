//! A VPC endpoint policy: see [AWS's page](https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html).

use super::{Policy, kind};
use crate::statement::{
    Statement,
    state::{Effect, OnAllExcept, OnResources, ToAllExcept, ToAnyone, ToPrincipals},
};

/// What a VPC endpoint policy's statements say of principals: whom they are about.
#[diagnostic::on_unimplemented(
    message = "a statement of a VPC endpoint policy needs a principal: add `.to(..)`",
    label = "this statement names no principal",
    note = "`.to(anyone())` is everyone, anonymous callers included"
)]
pub trait VpcEndpointPrincipal {}

#[diagnostic::do_not_recommend]
impl VpcEndpointPrincipal for ToPrincipals {}

#[diagnostic::do_not_recommend]
impl VpcEndpointPrincipal for ToAnyone {}

#[diagnostic::do_not_recommend]
impl VpcEndpointPrincipal for ToAllExcept {}

/// What a VPC endpoint policy's statements say of resources: what they are on.
#[diagnostic::on_unimplemented(
    message = "a statement of a VPC endpoint policy needs a resource: add `.on(..)`",
    label = "this statement names no resource",
    note = "`.on(any())` is every resource"
)]
pub trait VpcEndpointResource {}

#[diagnostic::do_not_recommend]
impl VpcEndpointResource for OnResources {}

#[diagnostic::do_not_recommend]
impl VpcEndpointResource for OnAllExcept {}

impl Policy<kind::VpcEndpoint> {
    /// Returns the policy with one more statement.
    pub fn with<E, P, R>(mut self, statement: Statement<E, P, R>) -> Self
    where
        E: Effect,
        P: VpcEndpointPrincipal,
        R: VpcEndpointResource,
    {
        self.add(statement);
        self
    }

    /// Adds a statement.
    pub fn add<E, P, R>(&mut self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: VpcEndpointPrincipal,
        R: VpcEndpointResource,
    {
        self.push_said(statement.into_parts());
    }
}
