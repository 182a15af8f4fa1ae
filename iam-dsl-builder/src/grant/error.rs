//! Why a grant was refused.

use std::{error, fmt};

/// A grant that cannot be given. Nothing has changed on either side.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::{GrantError, s3};
///
/// let role = Role::new("reader");
/// let reports = s3::Bucket::named("reports");
/// let error = reports.objects("*.csv").grant_read(&role).unwrap_err();
/// assert!(matches!(error, GrantError::UnlistablePattern { .. }));
/// assert!(role.policy().is_empty());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum GrantError {
    /// The resource's policy cannot name such a grantee.
    #[non_exhaustive]
    UnsupportedGrantee {
        /// The grant's method.
        method: &'static str,
        /// The resource.
        resource: String,
        /// The grantee.
        grantee: String,
        /// What to do instead.
        help: &'static str,
    },
    /// Listing cannot be narrowed to a key pattern that is more than a text and one `*` at its end.
    #[non_exhaustive]
    UnlistablePattern {
        /// The bucket.
        bucket: String,
        /// The pattern.
        pattern: String,
    },
    /// The resource is encrypted with an AWS-managed key, which other accounts cannot use.
    #[non_exhaustive]
    AwsManagedKey {
        /// The grant's method.
        method: &'static str,
        /// The resource.
        resource: String,
        /// The grantee.
        grantee: String,
    },
}

impl GrantError {
    /// Returns what to do instead.
    pub fn help(&self) -> &'static str {
        match self {
            Self::UnsupportedGrantee { help, .. } => help,
            Self::UnlistablePattern { .. } => {
                "end the pattern with its only `*`, as in `incoming/*`, or use `grant_get`, which lists nothing"
            }
            Self::AwsManagedKey { .. } => {
                "encrypt the resource with a key of your own, whose policy can admit the grantee"
            }
        }
    }
}

impl fmt::Display for GrantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnsupportedGrantee {
                method,
                resource,
                grantee,
                ..
            } => write!(
                f,
                "`{method}` on {resource} cannot be given to {grantee}: the resource's policy does not take it"
            ),
            Self::UnlistablePattern { bucket, pattern } => write!(
                f,
                "listing {bucket} cannot be narrowed to the pattern `{pattern}`"
            ),
            Self::AwsManagedKey {
                method,
                resource,
                grantee,
            } => write!(
                f,
                "`{method}` on {resource} cannot be given to {grantee}: it is encrypted with an AWS-managed key"
            ),
        }
    }
}

impl error::Error for GrantError {}
