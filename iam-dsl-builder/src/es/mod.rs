//! Amazon OpenSearch Service: domains, and what can be granted on them.

mod domain;
mod grants;
mod paths;
mod requests;

pub use self::{domain::Domain, paths::Paths};
