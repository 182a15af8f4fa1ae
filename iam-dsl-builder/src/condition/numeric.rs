//! The comparisons of keys that hold a number.

use iam_dsl_core::BaseOperator;

use super::{Comparable, Condition, IntoNumbers, Key, kind::Numeric};

impl<C> Key<Numeric, C> {
    /// Holds when the request's number is one of these: `NumericEquals`.
    pub fn equals(self, numbers: impl IntoNumbers) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::NumericEquals, numbers.into_values())
    }

    /// Holds when the request's number is one of these: [`equals`](Self::equals) for a list.
    pub fn any_of(self, numbers: impl IntoNumbers) -> Condition
    where
        C: Comparable,
    {
        self.equals(numbers)
    }

    /// Holds when the request's number is none of these, or the request lacks the key: `NumericNotEquals`.
    pub fn not_equals(self, numbers: impl IntoNumbers) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::NumericNotEquals, numbers.into_values())
    }

    /// Holds when the request's number is smaller than this: `NumericLessThan`.
    pub fn less_than(self, number: impl IntoNumbers) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::NumericLessThan, number.into_values())
    }

    /// Holds when the request's number is this or smaller: `NumericLessThanEquals`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let statement = allow(actions![iam:*])
    ///     .on(any())
    ///     .when(key!("aws:MultiFactorAuthAge").at_most(3600));
    /// let json = IdentityPolicy::new().with(statement).to_json();
    /// assert!(json.contains(r#""NumericLessThanEquals":{"aws:MultiFactorAuthAge":"3600"}"#));
    /// ```
    pub fn at_most(self, number: impl IntoNumbers) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::NumericLessThanEquals, number.into_values())
    }

    /// Holds when the request's number is greater than this: `NumericGreaterThan`.
    pub fn greater_than(self, number: impl IntoNumbers) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::NumericGreaterThan, number.into_values())
    }

    /// Holds when the request's number is this or greater: `NumericGreaterThanEquals`.
    pub fn at_least(self, number: impl IntoNumbers) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::NumericGreaterThanEquals, number.into_values())
    }
}
