//! JSON values.

use crate::Policy;

/// The policy as a JSON value, with the feature `serde_json`.
///
/// What only a deployment can fill in stands there as a placeholder; see [`Policy::try_to_json`].
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let policy = IdentityPolicy::new().with(allow(actions![s3::ListAllMyBuckets]).on(any()));
/// let value = serde_json::Value::from(&policy);
/// assert_eq!(value["Statement"][0]["Action"], "s3:ListAllMyBuckets");
/// ```
impl<K> From<&Policy<K>> for serde_json::Value {
    fn from(policy: &Policy<K>) -> Self {
        // The printer writes nothing that is not JSON.
        serde_json::to_value(policy).unwrap_or_default()
    }
}

/// The policy as a JSON value, with the feature `serde_json`.
impl<K> From<Policy<K>> for serde_json::Value {
    fn from(policy: Policy<K>) -> Self {
        Self::from(&policy)
    }
}
