//! How large a policy may be.
//!
//! AWS: [IAM and STS quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html),
//! [quotas of AWS Organizations](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html),
//! [quotas of VPC endpoints](https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html).

use crate::PolicyKind;

/// What counts towards a quota.
///
/// ```
/// use iam_dsl_rules::quota::{Quota, Unit};
///
/// assert_eq!(Quota::BUCKET_POLICY.unit(), Unit::Bytes);
/// assert_eq!(Quota::BUCKET_POLICY.measure("é"), 2);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// Characters, white space left out.
    NonWhitespaceCharacters,
    /// All characters.
    Characters,
    /// Bytes of UTF-8.
    Bytes,
}

/// The most text a policy of some kind may have.
///
/// ```
/// use iam_dsl_rules::{PolicyKind, quota::Quota};
///
/// let quota = Quota::of(PolicyKind::Identity).unwrap();
/// assert_eq!(quota.limit(), 6144);
/// assert!(quota.allows(r#"{"Version":"2012-10-17","Statement":[]}"#));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quota {
    limit: usize,
    unit: Unit,
}

impl Quota {
    /// A customer managed policy.
    pub const MANAGED_POLICY: Self = Self::new(6144, Unit::NonWhitespaceCharacters);
    /// All inline policies of a user together.
    pub const USER_INLINE: Self = Self::new(2048, Unit::NonWhitespaceCharacters);
    /// All inline policies of a group together.
    pub const GROUP_INLINE: Self = Self::new(5120, Unit::NonWhitespaceCharacters);
    /// All inline policies of a role together.
    pub const ROLE_INLINE: Self = Self::new(10_240, Unit::NonWhitespaceCharacters);
    /// A role's trust policy, unless the account has asked for more.
    ///
    /// AWS raises it on request, up to 8,192, so a longer one is no certain error.
    pub const TRUST_POLICY: Self = Self::new(2048, Unit::Characters);
    /// A session policy.
    pub const SESSION_POLICY: Self = Self::new(2048, Unit::Characters);
    /// A service control policy; 5,120 before May 2026.
    pub const SERVICE_CONTROL_POLICY: Self = Self::new(10_240, Unit::Characters);
    /// A resource control policy.
    pub const RESOURCE_CONTROL_POLICY: Self = Self::new(5120, Unit::Characters);
    /// The policy of a VPC endpoint.
    pub const VPC_ENDPOINT_POLICY: Self = Self::new(20_480, Unit::Characters);
    /// A bucket policy.
    pub const BUCKET_POLICY: Self = Self::new(20_480, Unit::Bytes);
    /// A key policy.
    pub const KEY_POLICY: Self = Self::new(32_768, Unit::Bytes);

    const fn new(limit: usize, unit: Unit) -> Self {
        Self { limit, unit }
    }

    /// The quota of a kind of policy. Resource-based policies have one a service: `None`.
    #[must_use]
    pub const fn of(kind: PolicyKind) -> Option<Self> {
        match kind {
            PolicyKind::Identity | PolicyKind::Boundary => Some(Self::MANAGED_POLICY),
            PolicyKind::Trust => Some(Self::TRUST_POLICY),
            PolicyKind::Session => Some(Self::SESSION_POLICY),
            PolicyKind::Scp => Some(Self::SERVICE_CONTROL_POLICY),
            PolicyKind::Rcp => Some(Self::RESOURCE_CONTROL_POLICY),
            PolicyKind::VpcEndpoint => Some(Self::VPC_ENDPOINT_POLICY),
            PolicyKind::Resource => None,
        }
    }

    /// The most units.
    #[must_use]
    pub const fn limit(self) -> usize {
        self.limit
    }

    /// What is counted.
    #[must_use]
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// How much of the quota the JSON text takes.
    #[must_use]
    pub fn measure(self, json: &str) -> usize {
        match self.unit {
            Unit::NonWhitespaceCharacters => non_whitespace_len(json),
            Unit::Characters => json.chars().count(),
            Unit::Bytes => json.len(),
        }
    }

    /// Returns true when the JSON text keeps within the quota.
    #[must_use]
    pub fn allows(self, json: &str) -> bool {
        self.measure(json) <= self.limit
    }
}

/// The number of characters that are not white space, which is what IAM counts.
///
/// ```
/// assert_eq!(iam_dsl_rules::quota::non_whitespace_len("{ \"Id\": \"a b\" }"), 11);
/// ```
#[must_use]
pub fn non_whitespace_len(text: &str) -> usize {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .count()
}
