//! Service principals that are known, such as `lambda.amazonaws.com`.
//!
//! AWS publishes no complete list: a name that is missing here may well exist.

use crate::blob::{self, PRINCIPALS};

/// Returns every known service principal, sorted.
///
/// # Example
///
/// ```
/// assert!(iam_dsl_catalog::service_principals::all().any(|name| name == "ec2.amazonaws.com"));
/// ```
pub fn all() -> impl DoubleEndedIterator<Item = &'static str> + ExactSizeIterator + Clone {
    PRINCIPALS.iter().map(|&reference| blob::text(reference))
}

/// Returns the known service principal with this name, ignoring ASCII case.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::service_principals;
///
/// assert_eq!(service_principals::find("Lambda.amazonaws.com"), Some("lambda.amazonaws.com"));
/// assert_eq!(service_principals::find("lamda.amazonaws.com"), None);
/// ```
#[must_use]
pub fn find(text: &str) -> Option<&'static str> {
    let at = blob::search(PRINCIPALS, text, blob::head).ok()?;
    PRINCIPALS.get(at).map(|&reference| blob::text(reference))
}
