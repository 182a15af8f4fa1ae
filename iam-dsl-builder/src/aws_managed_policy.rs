//! The managed policies that are AWS's.

use std::{borrow::Cow, fmt, str::FromStr};

use iam_dsl_core::{Arn, check};

use crate::ValueError;

/// A managed policy of AWS's, by its ARN. What it allows is not known here.
///
/// `managed_policy!` checks its name as it compiles, parsing checks text known only at run time.
///
/// AWS: [AWS managed policies](https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let role = Role::new("order-processor")
///     .with_managed_policy(managed_policy!("AWSLambdaBasicExecutionRole"));
/// assert_eq!(
///     role.managed_policies()[0].arn().to_string(),
///     "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AwsManagedPolicy(Cow<'static, str>);

impl AwsManagedPolicy {
    #[doc(hidden)]
    pub const fn __checked(arn: &'static str) -> Self {
        Self(Cow::Borrowed(arn))
    }

    /// Takes the ARN of a managed policy as it is, without looking it up.
    pub fn unchecked(arn: impl Into<String>) -> Self {
        Self(Cow::Owned(arn.into()))
    }

    /// Returns the policy's ARN.
    pub fn arn(&self) -> Arn {
        // What is no ARN was given as unchecked, and is taken for a name.
        self.0
            .parse()
            .unwrap_or_else(|_| Arn::new("aws", "iam", "", "aws", format!("policy/{}", self.0)))
    }
}

impl FromStr for AwsManagedPolicy {
    type Err = ValueError;

    fn from_str(name_or_arn: &str) -> Result<Self, ValueError> {
        Ok(Self::unchecked(check::managed_policy(name_or_arn)?))
    }
}

impl fmt::Display for AwsManagedPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
