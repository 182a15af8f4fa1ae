//! The comparisons of keys that hold an ARN.

use iam_dsl_core::BaseOperator;

use super::{Comparable, Condition, IntoArns, Key, kind::Arn};
use crate::ValueError;

impl<C> Key<Arn, C> {
    /// Holds when the request's ARN matches one of these, segment by segment: `ArnEquals`.
    ///
    /// `ArnEquals` and `ArnLike` behave alike: each segment may hold `*` and `?`. See AWS's page on
    /// [ARN condition operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN).
    pub fn equals(self, arns: impl IntoArns) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::ArnEquals, arns.into_values())
    }

    /// Holds when the request's ARN is one of these: [`equals`](Self::equals) for a list.
    pub fn any_of(self, arns: impl IntoArns) -> Condition
    where
        C: Comparable,
    {
        self.equals(arns)
    }

    /// Holds when the request's ARN matches none of these, or the request lacks the key: `ArnNotEquals`.
    pub fn not_equals(self, arns: impl IntoArns) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::ArnNotEquals, arns.into_values())
    }

    /// Holds when the request's ARN matches one of these patterns, segment by segment: `ArnLike`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let statement = allow(actions![sqs::SendMessage])
    ///     .to(service_principal!("sns.amazonaws.com"))
    ///     .on(any())
    ///     .when(key!("aws:SourceArn").like(arn!("arn:aws:sns:us-east-1:123456789012:orders-*")));
    /// assert!(ResourcePolicy::new().with(statement).to_json().contains("ArnLike"));
    /// ```
    pub fn like(self, arns: impl IntoArns) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::ArnLike, arns.into_values())
    }

    /// Holds when the request's ARN matches none of these patterns, or the request lacks the key: `ArnNotLike`.
    pub fn not_like(self, arns: impl IntoArns) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::ArnNotLike, arns.into_values())
    }

    /// [`equals`](Self::equals) for text that is known only at run time.
    ///
    /// # Errors
    ///
    /// The text is no ARN.
    pub fn try_equals(self, arn: &str) -> Result<Condition, ValueError>
    where
        C: Comparable,
    {
        Ok(self.equals(arn.parse::<iam_dsl_core::Arn>()?))
    }

    /// [`like`](Self::like) for text that is known only at run time.
    ///
    /// # Errors
    ///
    /// The text is no ARN.
    pub fn try_like(self, arn: &str) -> Result<Condition, ValueError>
    where
        C: Comparable,
    {
        Ok(self.like(arn.parse::<iam_dsl_core::Arn>()?))
    }
}
