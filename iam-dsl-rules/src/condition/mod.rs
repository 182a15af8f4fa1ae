//! How conditions compare.

mod base;
mod operator;

pub use base::{BaseOperator, OperatorFamily};
pub use operator::{ConditionOperator, SetOperator};
