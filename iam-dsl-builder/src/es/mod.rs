//! Amazon OpenSearch Service: domains, and what can be granted on them.

mod domain;
mod grants;
mod paths;

pub use self::{domain::Domain, paths::Paths};
