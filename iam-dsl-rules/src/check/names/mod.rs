//! Checks of one text each: a name, an ARN, a literal.

mod account_id;
mod action;
mod arn;
mod arn_format;
mod arn_shape;
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
pub(crate) use action::known_pattern;
pub use action::{CheckedPattern, action, action_pattern};
pub use arn::{ArnFields, arn};
pub use arn_format::to_be_filled_in;
pub(crate) use arn_format::{ResourcePattern, a_few};
#[cfg(feature = "validate")]
pub(crate) use arn_shape::arn_fields;
pub(crate) use arn_shape::arn_shape;
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
pub(crate) use service_principal::{calling_service, service_in_region};
pub use sid::sid;
pub(crate) use variable::{has_variable, holes_as_wildcards, variables};

use super::Code;

/// The codes of what is wrong with one text.
pub(super) const CODES: &[&[Code]] = &[
    account_id::CODES,
    action::CODES,
    arn::CODES,
    arn_shape::CODES,
    cidr::CODES,
    condition_key::CODES,
    date::CODES,
    identifier::CODES,
    managed_policy::CODES,
    number::CODES,
    region::CODES,
    service_principal::CODES,
    sid::CODES,
    variable::CODES,
];
