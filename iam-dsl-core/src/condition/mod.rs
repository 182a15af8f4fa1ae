//! Conditions: keys and values by operator.

mod block;
mod value;

pub use block::ConditionBlock;
pub use value::ConditionValue;
