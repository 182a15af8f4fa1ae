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
    /// The resource is of another account, whose policy would have to name the grantee, and cannot: it is a group or a
    /// managed policy.
    #[non_exhaustive]
    NotAPrincipal {
        /// The grant's method.
        method: &'static str,
        /// The resource.
        resource: String,
        /// The grantee.
        grantee: String,
    },
    /// The grantee is a managed policy of AWS's, which nobody else can change.
    #[non_exhaustive]
    AwsManagedPolicy {
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
    #[inline]
    pub fn help(&self) -> &'static str {
        match self {
            Self::UnsupportedGrantee { help, .. } => help,
            Self::UnlistablePattern { .. } => {
                "end the pattern with its only `*`, as in `incoming/*`, or use `grant_get`, which lists nothing"
            }
            Self::AwsManagedKey { .. } => {
                "encrypt the resource with a key of your own, whose policy can admit the grantee"
            }
            Self::NotAPrincipal { .. } => {
                "grant to the roles or users that are meant; or give both the same `Env`, if they are of one account"
            }
            Self::AwsManagedPolicy { .. } => {
                "grant to a policy of your own, made with `ManagedPolicy::new(..)`"
            }
        }
    }
}

impl fmt::Display for GrantError {
    #[inline]
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
            Self::NotAPrincipal {
                method,
                resource,
                grantee,
            } => write!(
                f,
                "`{method}` on {resource} of another account cannot be given to {grantee}: no resource's policy can name it"
            ),
            Self::AwsManagedPolicy {
                method,
                resource,
                grantee,
            } => write!(
                f,
                "`{method}` on {resource} cannot be given to {grantee}: only AWS can change it"
            ),
        }
    }
}

impl error::Error for GrantError {}
