//! The comparisons of keys that hold text.

use iam_dsl_core::{BaseOperator, Template};

use super::{Comparable, Condition, IntoTexts, Key, Matching, kind::Text};

impl<C: Matching> Key<Text, C> {
    /// Holds when the request's value is one of these: `StringEquals`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let condition = key!("s3:x-amz-server-side-encryption").equals("aws:kms");
    /// let statement = allow(actions![s3::PutObject]).on(any()).when(condition);
    /// assert!(IdentityPolicy::new().with(statement).to_json().contains(r#""StringEquals":{"#));
    /// ```
    pub fn equals(self, values: impl IntoTexts) -> C::Match
    where
        C: Comparable,
    {
        C::matching(self.compare(BaseOperator::StringEquals, values.into_values()))
    }

    /// Holds when the request's value is one of these: [`equals`](Self::equals) for a list.
    pub fn any_of(self, values: impl IntoTexts) -> C::Match
    where
        C: Comparable,
    {
        self.equals(values)
    }

    /// Holds when the request's value is none of these, or the request lacks the key: `StringNotEquals`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let condition = key!("s3:x-amz-server-side-encryption").not_equals("AES256");
    /// let statement = allow(actions![s3::PutObject]).on(any()).when(condition);
    /// assert!(IdentityPolicy::new().with(statement).to_json().contains(r#""StringNotEquals":{"#));
    /// ```
    pub fn not_equals(self, values: impl IntoTexts) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::StringNotEquals, values.into_values())
    }

    /// Holds when the request's value is one of these, whatever the letters' case: `StringEqualsIgnoreCase`.
    pub fn equals_ignore_case(self, values: impl IntoTexts) -> C::Match
    where
        C: Comparable,
    {
        C::matching(self.compare(BaseOperator::StringEqualsIgnoreCase, values.into_values()))
    }

    /// Holds when the request's value is none of these, whatever the letters' case, or the request lacks the key:
    /// `StringNotEqualsIgnoreCase`.
    pub fn not_equals_ignore_case(self, values: impl IntoTexts) -> Condition
    where
        C: Comparable,
    {
        self.compare(
            BaseOperator::StringNotEqualsIgnoreCase,
            values.into_values(),
        )
    }

    /// Holds when the request's value matches one of these patterns of `*` and `?`: `StringLike`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let condition = key!("s3:x-amz-server-side-encryption").like("aws:*");
    /// let statement = allow(actions![s3::PutObject]).on(any()).when(condition);
    /// assert!(IdentityPolicy::new().with(statement).to_json().contains(r#""StringLike":{"#));
    /// ```
    pub fn like(self, patterns: impl IntoTexts) -> C::Match
    where
        C: Comparable,
    {
        C::matching(self.compare(BaseOperator::StringLike, patterns.into_values()))
    }

    /// Holds when the request's value matches none of these patterns of `*` and `?`, or the request lacks the key:
    /// `StringNotLike`.
    pub fn not_like(self, patterns: impl IntoTexts) -> Condition
    where
        C: Comparable,
    {
        self.compare(BaseOperator::StringNotLike, patterns.into_values())
    }

    /// Holds when the request's value starts with this text: `StringLike` with a `*` at the end.
    ///
    /// A `*`, a `?` and a `$` in the text stand for themselves; [`like`](Self::like) takes policy variables.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let statement = allow(actions![s3::ListBucket])
    ///     .on(any())
    ///     .when(key!("s3:prefix").starts_with("incoming/"));
    /// let json = IdentityPolicy::new().with(statement).to_json();
    /// assert!(json.contains(r#""StringLike":{"s3:prefix":"incoming/*"}"#));
    /// ```
    pub fn starts_with(self, text: impl AsRef<str>) -> C::Match
    where
        C: Comparable,
    {
        let pattern = Template::literal(text.as_ref()).with_text("*");
        self.like(pattern)
    }
}
