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
    /// What the names of AWS's hosts end with in the partition that is deployed to: `amazonaws.com` …
    UrlSuffix,
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
            Self::UrlSuffix => "AWS::URLSuffix",
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

    /// The text that plain JSON has for the token. What depends on the partition, which nearly always is `aws`, has one.
    ///
    /// ```
    /// use iam_dsl_core::Token;
    ///
    /// assert_eq!(Token::Partition.plain(), Some("aws"));
    /// assert_eq!(Token::Region.plain(), None);
    /// ```
    #[must_use]
    pub fn plain(&self) -> Option<&'static str> {
        match self {
            Self::Partition => Some("aws"),
            Self::UrlSuffix => Some("amazonaws.com"),
            Self::Region | Self::AccountId | Self::Named(_) => None,
        }
    }

    pub(crate) fn in_plain_json(&self) -> Cow<'static, str> {
        match self.plain() {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(self.placeholder()),
        }
    }
}
