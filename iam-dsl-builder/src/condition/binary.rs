//! The comparison of keys that hold bytes.

use iam_dsl_core::{BaseOperator, ConditionValue};

use super::{Comparable, Condition, Key, kind::Binary};

impl<C> Key<Binary, C> {
    /// Holds when the request's bytes, written in Base64, are these: `BinaryEquals`.
    pub fn equals(self, base64: &str) -> Condition
    where
        C: Comparable,
    {
        self.compare(
            BaseOperator::BinaryEquals,
            vec![ConditionValue::from(base64)],
        )
    }
}
