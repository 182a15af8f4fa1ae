//! Names of API operations that are no IAM actions.
//!
//! `ListObjectsV2` is what an S3 client calls, and `s3:ListBucket` is what it needs.

use crate::Action;
use crate::blob::{self, API_NAMES};

/// Returns the action that an API operation needs, when the operation's name is not an action.
///
/// `text` is a service prefix and an operation, ASCII case ignored.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::api_names;
///
/// let action = api_names::action_for("s3:ListObjectsV2").unwrap();
/// assert_eq!(action.to_string(), "s3:ListBucket");
/// assert!(api_names::action_for("s3:GetObject").is_none());
/// ```
#[must_use]
pub fn action_for(text: &str) -> Option<Action> {
    let at = blob::search(API_NAMES, text, blob::head).ok()?;
    API_NAMES.get(at).map(|record| entry(*record).1)
}

/// Returns every such operation, with the action it needs.
///
/// # Example
///
/// ```
/// assert!(iam_dsl_catalog::api_names::all().any(|(name, _)| name == "lambda:Invoke"));
/// ```
pub fn all() -> impl ExactSizeIterator<Item = (&'static str, Action)> + Clone {
    API_NAMES.iter().map(|record| entry(*record))
}

fn entry([t0, t1, t2, t3, a0, a1]: [u8; 6]) -> (&'static str, Action) {
    let action = Action(u16::from_le_bytes([a0, a1]));
    (blob::text([t0, t1, t2, t3]), action)
}
