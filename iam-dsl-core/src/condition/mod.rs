//! Conditions: operator, key, values.

mod base;
mod block;
mod operator;
mod value;

pub use base::{BaseOperator, OperatorFamily};
pub use block::ConditionBlock;
pub use operator::{ConditionOperator, SetOperator};
pub use value::ConditionValue;
