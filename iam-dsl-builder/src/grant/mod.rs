//! Grants: the statements that let someone use a resource, on whichever side they belong.

mod entry;
mod error;
mod grantee;
mod plan;
mod resource;

pub(crate) use self::{
    entry::{Entry, Permission},
    grantee::Party,
    plan::grant,
    resource::{Granting, Scope},
};
pub use self::{error::GrantError, grantee::Grantee, plan::Grant};
