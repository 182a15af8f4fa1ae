//! The rules that policies and the names in them must keep, for `rustc` and run time alike.
//!
//! One text at a time: [`action`], [`action_pattern`], [`condition_key`], [`arn`],
//! [`service_principal`], [`aws_principal`], [`managed_policy`], [`partition`], [`region`], [`account_id`], [`cidr`],
//! [`date`], [`numeric`], [`boolean`], [`binary`], [`sid`]. Each says with a [`Message`] what is
//! wrong and what to do about it.
//!
//! A whole policy: [`document`], over the tree that [`json::parse`](crate::json::parse) reads. It
//! returns every [`Finding`] with its place. The rules are those a compiler can be sure about; the
//! codes are IAM Access Analyzer's where it has one.

#[macro_use]
mod codes;

mod account;
#[cfg(feature = "validate")]
mod allowance;
mod code;
#[cfg(feature = "validate")]
mod create_policy;
mod document;
mod finding;
#[cfg(feature = "validate")]
mod lints;
mod message;
mod names;
mod nearest;
mod profile;
mod report;
mod rules;
#[cfg(test)]
mod tests;
mod view;

#[cfg(feature = "validate")]
pub use allowance::{Allowance, except_allowed, split_allowed};
pub use code::{Code, FindingType};
#[cfg(feature = "validate")]
pub use create_policy::{Refusal, create_policy};
pub use document::{document, document_except};
pub use finding::Finding;
#[cfg(feature = "validate")]
pub use lints::{validate, validate_node};
pub use message::Message;
pub use names::{
    ArnFields, CheckedKey, CheckedPattern, account_id, action, action_pattern, arn, binary,
    boolean, cidr, condition_key, date, managed_policy, numeric, partition, region,
    service_principal, sid, to_be_filled_in,
};
use nearest::nearest;
pub use profile::Profile;
pub use rules::{action_acts_on, aws_principal};

/// Every check.
fn checks() -> impl Iterator<Item = &'static codes::Check> {
    let checks = rules::RULES.iter();
    #[cfg(feature = "validate")]
    let checks = checks.chain(lints::LINTS);
    checks
}
