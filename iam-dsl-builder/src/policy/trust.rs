//! A trust policy: see [AWS's page](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_policy-examples.html).

use super::{Policy, kind};
use crate::statement::{
    Statement,
    state::{Effect, NoResource, ToAllExcept, ToAnyone, ToPrincipals},
};

/// What a trust policy's statements say of principals: whom they are about.
#[diagnostic::on_unimplemented(
    message = "a statement of a trust policy needs a principal: add `.to(..)`",
    label = "this statement names no principal",
    note = "the principal is who may assume the role, such as `service_principal!(\"lambda.amazonaws.com\")`"
)]
pub trait TrustPrincipal {}

#[diagnostic::do_not_recommend]
impl TrustPrincipal for ToPrincipals {}

#[diagnostic::do_not_recommend]
impl TrustPrincipal for ToAnyone {}

#[diagnostic::do_not_recommend]
impl TrustPrincipal for ToAllExcept {}

/// What a trust policy's statements say of resources: nothing.
#[diagnostic::on_unimplemented(
    message = "a statement of a trust policy names no resource: drop `.on(..)`",
    label = "this statement names a resource",
    note = "the resource is the role that has the policy"
)]
pub trait TrustResource {}

#[diagnostic::do_not_recommend]
impl TrustResource for NoResource {}

impl Policy<kind::Trust> {
    /// Returns the policy with one more statement.
    pub fn with<E, P, R>(mut self, statement: Statement<E, P, R>) -> Self
    where
        E: Effect,
        P: TrustPrincipal,
        R: TrustResource,
    {
        self.add(statement);
        self
    }

    /// Adds a statement.
    pub fn add<E, P, R>(&mut self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: TrustPrincipal,
        R: TrustResource,
    {
        self.push_said(statement.into_parts());
    }
}
