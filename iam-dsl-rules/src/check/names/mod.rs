//! Checks of one text each: a name, an ARN, a literal.

mod account_id;
mod action;
mod arn;
mod arn_format;
mod cidr;
mod condition_key;
mod date;
mod identifier;
mod managed_policy;
mod number;
mod region;
mod service_principal;
mod sid;
mod variable;

pub use account_id::account_id;
pub use action::{CheckedPattern, action, action_pattern};
pub(crate) use arn::arn_shape;
pub use arn::{ArnFields, arn};
pub(crate) use arn_format::{ResourcePattern, a_few};
pub use cidr::cidr;
pub(crate) use cidr::is_private;
#[cfg(feature = "validate")]
pub(crate) use cidr::range;
pub use condition_key::{CheckedKey, condition_key};
pub use date::date;
pub(crate) use identifier::{kms_key, vpc, vpc_endpoint};
pub use managed_policy::managed_policy;
pub use number::{binary, boolean, numeric};
pub use region::{partition, region};
pub use service_principal::service_principal;
pub use sid::sid;
pub(crate) use variable::{has_variable, holes_as_wildcards, variables};
