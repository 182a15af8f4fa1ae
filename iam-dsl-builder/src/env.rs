//! Where things are deployed.

use iam_dsl_catalog::Partition;
use iam_dsl_core::check;

use crate::ValueError;

/// An account and a region, and the partition that follows from the region.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let env = Env::new("123456789012", "cn-north-1")?;
/// assert_eq!(env.partition(), "aws-cn");
///
/// let error = Env::new("123456789012", "us-esat-1").unwrap_err();
/// assert_eq!(error.help(), Some("did you mean `us-east-1`?"));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Env {
    account: String,
    region: String,
    partition: Partition,
}

impl Env {
    /// The environment of this account and region.
    ///
    /// # Errors
    ///
    /// The account is not twelve digits, or no partition has such a region.
    pub fn new(account: impl Into<String>, region: impl Into<String>) -> Result<Self, ValueError> {
        let (account, region) = (account.into(), region.into());
        check::account_id(&account)?;
        check::region(&region)?;
        let partition = Partition::of_region(&region)
            .ok_or_else(|| ValueError::new(format!("unknown region `{region}`")))?;
        Ok(Self {
            account,
            region,
            partition,
        })
    }

    /// Returns the account's id.
    pub fn account(&self) -> &str {
        &self.account
    }

    /// Returns the region's name.
    pub fn region(&self) -> &str {
        &self.region
    }

    /// Returns the partition's name: `aws`, `aws-cn`, `aws-us-gov` …
    pub fn partition(&self) -> &str {
        self.partition.name()
    }

    /// Returns what the names of AWS's hosts end with: `amazonaws.com`, `amazonaws.com.cn` …
    pub fn dns_suffix(&self) -> &'static str {
        self.partition.dns_suffix()
    }
}
