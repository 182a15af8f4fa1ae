//! Every resource.

/// Every resource: `"*"`. Made by [`any`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Any;

/// Every resource, for `.on(any())`: `"Resource": "*"`.
///
/// Some actions have no resource of their own and stand on nothing else, such as `s3:ListAllMyBuckets`.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let policy = IdentityPolicy::new().with(allow(actions![s3::ListAllMyBuckets]).on(any()));
/// assert!(policy.to_json().contains(r#""Resource":"*""#));
/// ```
pub const fn any() -> Any {
    Any
}
