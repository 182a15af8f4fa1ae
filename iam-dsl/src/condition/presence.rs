//! Whether a request has a condition key at all.

use std::borrow::Cow;

use iam_dsl_core::{BaseOperator, ConditionValue};

use super::Condition;

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

impl From<Presence> for Condition {
    fn from(presence: Presence) -> Self {
        let is_null = if presence.present { "false" } else { "true" };
        Self::new(
            None,
            BaseOperator::Null,
            presence.key,
            vec![ConditionValue::from(is_null)],
        )
    }
}
