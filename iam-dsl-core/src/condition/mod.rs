//! Conditions: operator, key, values.

mod block;
mod operator;
mod value;

pub use block::ConditionBlock;
pub use operator::{BaseOperator, ConditionOperator, OperatorFamily, SetOperator};
pub use value::ConditionValue;
