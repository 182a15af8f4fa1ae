//! AWS KMS: keys and aliases, and what can be granted on them.

mod alias;
mod grants;
mod key;

pub use self::{alias::Alias, key::Key};
