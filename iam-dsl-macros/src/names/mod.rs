//! The macros of one name or literal: `key!`, `arn!`, `cidr!`, `date!`, `service_principal!`,
//! `managed_policy!`.

mod arn;
mod key;
mod text;

pub(crate) use arn::{arn, arn_fallback};
pub(crate) use key::{key, key_fallback};
pub(crate) use text::{
    cidr, cidr_fallback, date, date_fallback, managed_policy, managed_policy_fallback,
    service_principal, service_principal_fallback,
};
