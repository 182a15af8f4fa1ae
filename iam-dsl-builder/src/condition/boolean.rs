//! The comparison of keys that hold true or false.

use iam_dsl_core::{BaseOperator, ConditionValue};

use super::{Comparable, Condition, Key, kind::Bool};

impl<C> Key<Bool, C> {
    /// Holds when the request has the key with this value: `Bool`.
    ///
    /// `.is(true)` and `.is(false)` both fail when the request lacks the key. See
    /// [`if_exists`](Condition::if_exists).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let statement = deny(actions![s3:*]).on(any()).when(key!("aws:SecureTransport").is(false));
    /// assert!(IdentityPolicy::new().with(statement).to_json().contains(r#""Bool":{"aws:SecureTransport":"false"}"#));
    /// ```
    pub fn is(self, value: bool) -> Condition
    where
        C: Comparable,
    {
        // Text, as AWS's own documents write it.
        let value = ConditionValue::from(value.to_string());
        self.compare(BaseOperator::Bool, vec![value])
    }
}
