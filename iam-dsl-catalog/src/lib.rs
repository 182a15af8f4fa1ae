//! The AWS service authorization reference as data: services, actions, resource types and
//! condition keys, with the lists of names that policies need besides.
#![doc(html_no_source)]

mod access;
mod action;
pub mod api_names;
mod blob;
mod condition_key;
mod expand;
mod glob;
mod holes;
mod id;
mod identifier;
mod key_type;
pub mod managed_policies;
pub mod oidc;
mod partition;
mod resource_type;
mod service;
pub mod service_principals;
mod source;
pub mod suggest;

pub use access::{AccessLevel, AccessLevels};
pub use action::{Action, ActionResource};
pub use condition_key::ConditionKey;
pub use expand::expand;
pub use identifier::identifier;
pub use key_type::{KeyType, ValueType};
pub use partition::Partition;
pub use resource_type::ResourceType;
pub use service::Service;
pub use source::{FINGERPRINT, SOURCE, Source};

use id::id;
