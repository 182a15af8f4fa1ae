//! The comparisons of keys that hold a date and time.

use iam_dsl_core::BaseOperator;

use super::{Comparable, Condition, IntoDates, Key, kind::Date};
use crate::ValueError;

impl<C> Key<Date, C> {
    /// Holds before this moment: `DateLessThan`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let statement = allow(actions![s3::GetObject])
    ///     .on(any())
    ///     .when(key!("aws:CurrentTime").before(date!("2030-01-01T00:00:00Z")));
    /// let json = IdentityPolicy::new().with(statement).to_json();
    /// assert!(json.contains(r#""DateLessThan":{"aws:CurrentTime":"2030-01-01T00:00:00Z"}"#));
    /// ```
    pub fn before(self, moment: impl IntoDates) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::DateLessThan, moment.into_values())
    }

    /// Holds at this moment and before it: `DateLessThanEquals`.
    pub fn on_or_before(self, moment: impl IntoDates) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::DateLessThanEquals, moment.into_values())
    }

    /// Holds after this moment: `DateGreaterThan`.
    pub fn after(self, moment: impl IntoDates) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::DateGreaterThan, moment.into_values())
    }

    /// Holds at this moment and after it: `DateGreaterThanEquals`.
    pub fn on_or_after(self, moment: impl IntoDates) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::DateGreaterThanEquals, moment.into_values())
    }

    /// Holds at one of these moments: `DateEquals`.
    pub fn equals(self, moments: impl IntoDates) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::DateEquals, moments.into_values())
    }

    /// Holds at none of these moments, or when the request lacks the key: `DateNotEquals`.
    pub fn not_equals(self, moments: impl IntoDates) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::DateNotEquals, moments.into_values())
    }

    /// [`before`](Self::before) for text that is known only at run time.
    ///
    /// # Errors
    ///
    /// The text is no date that IAM reads.
    pub fn try_before(self, moment: &str) -> Result<Condition, ValueError>
    where
        C: Comparable,
    {
        Ok(self.before(moment.parse::<super::Date>()?))
    }

    /// [`after`](Self::after) for text that is known only at run time.
    ///
    /// # Errors
    ///
    /// The text is no date that IAM reads.
    pub fn try_after(self, moment: &str) -> Result<Condition, ValueError>
    where
        C: Comparable,
    {
        Ok(self.after(moment.parse::<super::Date>()?))
    }
}
