//! A resource policy: see [AWS's page](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_resource-based).

use super::{Policy, kind};
use crate::statement::{
    Statement,
    state::{Effect, OnAllExcept, OnItself, OnResources, ToAllExcept, ToAnyone, ToPrincipals},
};

/// What a resource policy's statements say of principals: whom they are about.
#[diagnostic::on_unimplemented(
    message = "a statement of a resource policy needs a principal: add `.to(..)`",
    label = "this statement names no principal",
    note = "`.to(anyone())` is everyone, anonymous callers included"
)]
pub trait ResourcePrincipal {}

#[diagnostic::do_not_recommend]
impl ResourcePrincipal for ToPrincipals {}

#[diagnostic::do_not_recommend]
impl ResourcePrincipal for ToAnyone {}

#[diagnostic::do_not_recommend]
impl ResourcePrincipal for ToAllExcept {}

/// What a resource policy's statements say of resources: what they are on.
#[diagnostic::on_unimplemented(
    message = "a statement of a resource policy needs a resource: add `.on(..)`",
    label = "this statement names no resource",
    note = "`.on_itself()` is for services whose policies name no resource, such as Amazon ECR"
)]
pub trait ResourceResource {}

#[diagnostic::do_not_recommend]
impl ResourceResource for OnResources {}

#[diagnostic::do_not_recommend]
impl ResourceResource for OnAllExcept {}

#[diagnostic::do_not_recommend]
impl ResourceResource for OnItself {}

impl Policy<kind::Resource> {
    /// Returns the policy with one more statement.
    pub fn with<E, P, R>(mut self, statement: Statement<E, P, R>) -> Self
    where
        E: Effect,
        P: ResourcePrincipal,
        R: ResourceResource,
    {
        self.add(statement);
        self
    }

    /// Adds a statement.
    pub fn add<E, P, R>(&mut self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: ResourcePrincipal,
        R: ResourceResource,
    {
        self.push_said(statement.into_parts());
    }
}
