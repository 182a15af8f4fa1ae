//! Managed policies.

use std::{borrow::Cow, fmt, str::FromStr};

use iam_dsl_core::{Arn, check};

use crate::ValueError;

/// A managed policy, by its ARN.
///
/// `managed_policy!` checks the name of one of AWS's, parsing checks text known only at run time.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let role = Role::new("order-processor")
///     .with_managed_policy(managed_policy!("AWSLambdaBasicExecutionRole"));
/// assert_eq!(
///     role.managed_policies()[0].arn(),
///     "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ManagedPolicy(Cow<'static, str>);

impl ManagedPolicy {
    #[doc(hidden)]
    pub const fn __checked(arn: &'static str) -> Self {
        Self(Cow::Borrowed(arn))
    }

    /// Takes the ARN of a managed policy as it is, without looking it up.
    pub fn unchecked(arn: impl Into<String>) -> Self {
        Self(Cow::Owned(arn.into()))
    }

    /// The policy where this ARN is: each partition has AWS's managed policies for itself.
    pub(crate) fn in_partition_of(&self, arn: &Arn) -> Self {
        match (
            arn.partition().as_str(),
            self.0.strip_prefix("arn:aws:iam::aws:"),
        ) {
            (Some(partition), Some(policy)) => {
                Self::unchecked(format!("arn:{partition}:iam::aws:{policy}"))
            }
            _ => self.clone(),
        }
    }

    /// Returns the policy's ARN.
    pub fn arn(&self) -> &str {
        &self.0
    }
}

impl FromStr for ManagedPolicy {
    type Err = ValueError;

    fn from_str(name_or_arn: &str) -> Result<Self, ValueError> {
        Ok(Self::unchecked(check::managed_policy(name_or_arn)?))
    }
}

impl fmt::Display for ManagedPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
