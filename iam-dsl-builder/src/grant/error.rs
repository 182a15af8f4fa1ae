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
#[derive(Clone, PartialEq, Eq)]
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
    /// The policy of the resource, which is of another account or keeps its key to itself, would have to name the grantee,
    /// and cannot: it is a group or a managed policy.
    #[non_exhaustive]
    NotAPrincipal {
        /// The grant's method.
        method: &'static str,
        /// The resource.
        resource: String,
        /// The grantee.
        grantee: String,
    },
    /// The resource has no policy of its own, and the grantee is of another account, or has no policy either.
    #[non_exhaustive]
    NoResourcePolicy {
        /// The grant's method.
        method: &'static str,
        /// The resource.
        resource: String,
        /// The grantee.
        grantee: String,
    },
    /// The resource was not said to be encrypted with a key.
    #[non_exhaustive]
    NoKey {
        /// The grant's method.
        method: &'static str,
        /// The resource.
        resource: String,
    },
    /// An action that cannot be granted so, or not taken off.
    #[non_exhaustive]
    UnsuitableAction {
        /// The grant's method.
        method: &'static str,
        /// The resource.
        resource: String,
        /// The action.
        action: String,
        /// What to do instead.
        help: &'static str,
    },
    /// An action that does not act on the resource, so that granting it there would give nothing.
    #[non_exhaustive]
    ActsElsewhere {
        /// The grant's method.
        method: &'static str,
        /// The resource.
        resource: String,
        /// The action.
        action: String,
        /// What to do instead.
        help: &'static str,
    },
    /// A value of the grant that is not what it should be, such as the name of a service.
    #[non_exhaustive]
    UnsuitableValue {
        /// The grant's method.
        method: &'static str,
        /// The resource.
        resource: String,
        /// What is wrong, the value in it.
        problem: String,
        /// What to do instead.
        help: &'static str,
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
            Self::UnsupportedGrantee { help, .. }
            | Self::UnsuitableAction { help, .. }
            | Self::ActsElsewhere { help, .. }
            | Self::UnsuitableValue { help, .. } => help,
            Self::NoResourcePolicy { .. } => {
                "grant to a role of the resource's account, and let who is meant assume it"
            }
            Self::NoKey { .. } => "say which key it is with `.encrypted_with(&key)`",
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
                help,
            } => write!(
                f,
                "`{method}` on {resource} cannot be given to {grantee}: {help}"
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
                "`{method}` on {resource} cannot be given to {grantee}: the resource's policy would have to name it, and no \
                 policy names groups and managed policies"
            ),
            Self::NoResourcePolicy {
                method,
                resource,
                grantee,
            } => write!(
                f,
                "`{method}` on {resource} cannot be given to {grantee}: the resource has no policy of its own that could say so"
            ),
            Self::NoKey { method, resource } => write!(
                f,
                "`{method}` on {resource} gives nothing: no key is known that encrypts it"
            ),
            Self::UnsuitableAction {
                method,
                resource,
                action,
                ..
            } => write!(f, "`{method}` on {resource} cannot be about `{action}`"),
            Self::ActsElsewhere {
                method,
                resource,
                action,
                ..
            } => write!(
                f,
                "`{method}` on {resource} cannot give `{action}`: it does not act there"
            ),
            Self::UnsuitableValue {
                method,
                resource,
                problem,
                ..
            } => write!(f, "`{method}` on {resource}: {problem}"),
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

/// What `main` prints of it: the message, and what to do instead.
impl fmt::Debug for GrantError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // The message says what to do already.
            Self::UnsupportedGrantee { .. } => fmt::Display::fmt(self, f),
            _ => write!(f, "{self} ({})", self.help()),
        }
    }
}

impl error::Error for GrantError {}
