//! The comparisons of keys that hold an IP address.

use iam_dsl_core::BaseOperator;

use super::{Cidr, Comparable, Condition, IntoIpRanges, Key, kind::IpAddress};
use crate::ValueError;

impl<C> Key<IpAddress, C> {
    /// Holds when the request's address is in one of these ranges: `IpAddress`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let office = key!("aws:SourceIp").within([cidr!("203.0.113.0/24"), cidr!("2001:db8::/32")]);
    /// let statement = allow(actions![s3::GetObject]).on(any()).when(office);
    /// assert!(IdentityPolicy::new().with(statement).to_json().contains(r#""203.0.113.0/24","2001:db8::/32""#));
    /// ```
    pub fn within(self, ranges: impl IntoIpRanges) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::IpAddress, ranges.into_values())
    }

    /// Holds when the request's address is in one of these ranges: [`within`](Self::within) for a list.
    pub fn any_of(self, ranges: impl IntoIpRanges) -> Condition
    where
        C: Comparable,
    {
        self.within(ranges)
    }

    /// Holds when the request's address is in none of these ranges, or the request lacks the key: `NotIpAddress`.
    pub fn not_within(self, ranges: impl IntoIpRanges) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::NotIpAddress, ranges.into_values())
    }

    /// [`within`](Self::within) for text that is known only at run time.
    ///
    /// # Errors
    ///
    /// The text is neither an IP address nor a CIDR range.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// assert!(key!("aws:SourceIp").try_within("10.0.0.0/8").is_ok());
    /// assert!(key!("aws:SourceIp").try_within("10.0.0.0/33").is_err());
    /// ```
    pub fn try_within(self, range: &str) -> Result<Condition, ValueError>
    where
        C: Comparable,
    {
        Ok(self.within(range.parse::<Cidr>()?))
    }

    /// [`not_within`](Self::not_within) for text that is known only at run time.
    ///
    /// # Errors
    ///
    /// The text is neither an IP address nor a CIDR range.
    pub fn try_not_within(self, range: &str) -> Result<Condition, ValueError>
    where
        C: Comparable,
    {
        Ok(self.not_within(range.parse::<Cidr>()?))
    }
}
