//! AWS-managed policies that are known, such as `ReadOnlyAccess`.
//!
//! The list is never complete. See [AWS managed policies][aws].
//!
//! [aws]: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html

use crate::blob::{self, POLICIES};

/// The name of an AWS-managed policy, and its ARN where the path is known.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct ManagedPolicyName {
    /// The name, such as `AWSLambdaBasicExecutionRole`.
    pub name: &'static str,
    /// The ARN in partition `aws`.
    pub arn: Option<&'static str>,
}

/// Returns every known AWS-managed policy, sorted by name.
///
/// # Example
///
/// ```
/// assert!(iam_dsl_catalog::managed_policies::all().len() > 1_000);
/// ```
pub fn all() -> impl DoubleEndedIterator<Item = ManagedPolicyName> + ExactSizeIterator + Clone {
    POLICIES.iter().map(|record| entry(*record))
}

/// Returns the AWS-managed policy with this name or ARN, in any partition.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::managed_policies;
///
/// let arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
/// let policy = managed_policies::find("AWSLambdaBasicExecutionRole").unwrap();
/// assert_eq!(policy.arn, Some(arn));
/// assert_eq!(managed_policies::find(arn), Some(policy));
/// assert!(managed_policies::find("arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole").is_none());
/// ```
#[must_use]
pub fn find(name_or_arn: &str) -> Option<ManagedPolicyName> {
    let path = path(name_or_arn);
    let name = path.and_then(|path| path.rsplit('/').next());
    let at = blob::search(POLICIES, name.unwrap_or(name_or_arn), blob::head).ok()?;
    let found = POLICIES.get(at).map(|record| entry(*record))?;
    match (path, found.arn) {
        (Some(path), Some(arn)) if self::path(arn) != Some(path) => None,
        _ if found.name == name.unwrap_or(name_or_arn) => Some(found),
        _ => None,
    }
}

/// The part of an AWS-managed policy's ARN that follows the partition and `policy/`.
fn path(arn: &str) -> Option<&str> {
    let (_, rest) = arn.strip_prefix("arn:")?.split_once(':')?;
    rest.strip_prefix("iam::aws:policy/")
}

fn entry([n0, n1, n2, n3, a0, a1, a2, a3]: [u8; 8]) -> ManagedPolicyName {
    let arn = blob::text([a0, a1, a2, a3]);
    ManagedPolicyName {
        name: blob::text([n0, n1, n2, n3]),
        arn: (!arn.is_empty()).then_some(arn),
    }
}
