//! Where a policy is used, which decides what it may hold.

use std::fmt;

/// The use a policy is written for: it decides which elements it must, may and must not have.
///
/// AWS: [policy types](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#access_policy-types).
///
/// ```
/// use iam_dsl_rules::PolicyKind;
///
/// assert!(PolicyKind::Resource.takes_principal());
/// assert!(!PolicyKind::Trust.takes_resource());
/// assert_eq!(PolicyKind::Scp.to_string(), "service control policy");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PolicyKind {
    /// Attached to a user, a group or a role.
    Identity,
    /// Attached to a resource: a bucket, a queue, a key.
    Resource,
    /// A role's trust policy: who may assume it.
    Trust,
    /// The most an identity's policies can give it.
    Boundary,
    /// Passed when a session starts, and limits it.
    Session,
    /// An organization's limit on the principals of its accounts.
    Scp,
    /// An organization's limit on the resources of its accounts.
    Rcp,
    /// Attached to a VPC endpoint.
    VpcEndpoint,
}

impl PolicyKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Identity,
        Self::Resource,
        Self::Trust,
        Self::Boundary,
        Self::Session,
        Self::Scp,
        Self::Rcp,
        Self::VpcEndpoint,
    ];

    /// Returns true when statements of this kind say whom they are about.
    #[must_use]
    pub const fn takes_principal(self) -> bool {
        matches!(
            self,
            Self::Resource | Self::Trust | Self::Rcp | Self::VpcEndpoint
        )
    }

    /// Returns true when statements of this kind say which resources they are about.
    #[must_use]
    pub const fn takes_resource(self) -> bool {
        !matches!(self, Self::Trust)
    }
}

impl fmt::Display for PolicyKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Identity => "identity-based policy",
            Self::Resource => "resource-based policy",
            Self::Trust => "trust policy",
            Self::Boundary => "permissions boundary",
            Self::Session => "session policy",
            Self::Scp => "service control policy",
            Self::Rcp => "resource control policy",
            Self::VpcEndpoint => "VPC endpoint policy",
        })
    }
}
