//! What only a deployment can fill in.

use std::borrow::Cow;

/// A value that is known only when the policy is deployed.
///
/// AWS: [pseudo parameters](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html).
///
/// ```
/// use iam_dsl_core::Token;
///
/// assert_eq!(Token::AccountId.name(), "AWS::AccountId");
/// assert_eq!(Token::Named("BucketName".into()).name(), "BucketName");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Token {
    /// The partition that is deployed to: `aws`, `aws-cn` …
    Partition,
    /// The region that is deployed to.
    Region,
    /// The account that is deployed to.
    AccountId,
    /// A parameter or attribute of the deployment, by name.
    Named(String),
}

impl Token {
    /// The name that placeholders show.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Partition => "AWS::Partition",
            Self::Region => "AWS::Region",
            Self::AccountId => "AWS::AccountId",
            Self::Named(name) => name,
        }
    }

    /// The text that stands for the token, such as `${AWS::Region}`.
    ///
    /// ```
    /// assert_eq!(iam_dsl_core::Token::Region.placeholder(), "${AWS::Region}");
    /// ```
    #[must_use]
    pub fn placeholder(&self) -> String {
        format!("${{{}}}", self.name())
    }

    /// Plain JSON has an answer for the partition, which nearly always is `aws`, and for no other token.
    pub(crate) fn in_plain_json(&self) -> Cow<'static, str> {
        match self {
            Self::Partition => Cow::Borrowed("aws"),
            _ => Cow::Owned(self.placeholder()),
        }
    }
}
