//! Whether a request has a condition key at all.

use std::borrow::Cow;

use iam_dsl_core::{BaseOperator, ConditionValue};

use super::{Condition, IntoCondition};

/// The condition that a request has, or lacks, a key: the `Null` operator.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let statement = deny(actions![iam:*]).on(any()).when(key!("aws:MultiFactorAuthAge").is_absent());
/// let json = IdentityPolicy::new().with(statement).to_json();
/// assert!(json.contains(r#""Null":{"aws:MultiFactorAuthAge":"true"}"#));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a condition does nothing until a statement has it"]
pub struct Presence {
    key: String,
    present: bool,
}

impl Presence {
    pub(super) fn new(key: Cow<'static, str>, present: bool) -> Self {
        Self {
            key: key.into_owned(),
            present,
        }
    }
}

impl IntoCondition for Presence {
    fn into_condition(self) -> Condition {
        let is_null = if self.present { "false" } else { "true" };
        Condition::new(
            None,
            BaseOperator::Null,
            self.key,
            vec![ConditionValue::from(is_null)],
        )
    }
}
