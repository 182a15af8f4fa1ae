//! What roles, users, groups, managed policies, boundaries and instance profiles share.

mod attached;
mod entity;
mod error;
mod methods;
mod permissions;
pub(crate) mod sort;

pub use self::{attached::AttachedPolicies, error::IdentityError, permissions::Permissions};
pub(crate) use self::{
    entity::{Check, Entity},
    methods::{boundary_methods, entity_methods, permission_methods, tag_methods},
    permissions::{Identity, Manager},
};
