//! Grants: the statements that let someone use a resource, on whichever side they belong.

#[macro_use]
mod words;

mod actions;
mod entry;
mod error;
mod grantee;
mod key;
mod party;
mod place;
mod receipt;
mod request;
mod resource;
mod table;

pub(crate) use self::{
    actions::{acts_on_type, give_actions, give_on_key},
    entry::{Entry, Given, On, Permission},
    party::{Party, Sort},
    request::{Request, Wish, give},
    resource::{Granting, PolicyOnly, Scope},
    table::{entries, grants},
};
pub use self::{
    error::GrantError,
    grantee::{AnyGrantee, Grantee},
    receipt::Grant,
};
