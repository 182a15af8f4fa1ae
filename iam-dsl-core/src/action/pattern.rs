//! Action patterns: `s3:GetObject`, `s3:Get*`, `*`.

use std::borrow::Cow;
use std::fmt;

use crate::pattern;

/// The text of an `Action` value: an action's name, or a pattern with `*` and `?`.
///
/// Any text is taken, since IAM saves any; names and patterns that are checked come from the
/// macros and from the catalog. Matching ignores case, as IAM does. Comparing with `==` does not.
///
/// AWS: [Action](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html).
///
/// ```
/// use iam_dsl_core::ActionPattern;
///
/// let reads = ActionPattern::from_static("s3:Get*");
/// assert!(reads.matches("s3:getobject"));
/// assert!(!reads.matches("s3:PutObject"));
/// assert_eq!(reads.service_prefix(), Some("s3"));
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ActionPattern(Cow<'static, str>);

impl ActionPattern {
    /// Text that nobody has checked: an action that AWS has and the catalog lacks, or what was read.
    ///
    /// ```
    /// use iam_dsl_core::ActionPattern;
    ///
    /// assert_eq!(ActionPattern::unchecked("s3:BrandNewAction").as_str(), "s3:BrandNewAction");
    /// ```
    #[must_use]
    pub fn unchecked(text: impl Into<String>) -> Self {
        Self(Cow::Owned(text.into()))
    }

    /// Text known when the program is compiled; needs no allocation.
    #[must_use]
    pub const fn from_static(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands before the first colon; `None` where there is none, as in `*`.
    #[must_use]
    pub fn service_prefix(&self) -> Option<&str> {
        self.0.split_once(':').map(|(prefix, _)| prefix)
    }

    /// What stands after the first colon; `None` where there is none, as in `*`.
    #[must_use]
    pub fn action_name(&self) -> Option<&str> {
        self.0.split_once(':').map(|(_, name)| name)
    }

    /// Returns true when `*` or `?` stand in the text.
    #[must_use]
    pub fn is_wildcard(&self) -> bool {
        self.0.contains(['*', '?'])
    }

    /// Returns true when every action matches.
    ///
    /// ```
    /// use iam_dsl_core::ActionPattern;
    ///
    /// assert!(ActionPattern::from_static("*").is_everything());
    /// assert!(ActionPattern::from_static("*:*").is_everything());
    /// ```
    #[must_use]
    pub fn is_everything(&self) -> bool {
        matches!(self.halves(), Some((prefix, name)) if is_stars(prefix) && is_stars(name))
    }

    /// Returns true when the action of that name matches, whatever its case.
    ///
    /// Text without a colon that is not `*` matches nothing: IAM refuses it.
    #[must_use]
    pub fn matches(&self, action: &str) -> bool {
        match action.split_once(':') {
            None => false,
            Some((prefix, name)) => self.matches_halves(prefix, name),
        }
    }

    pub(super) fn matches_halves(&self, prefix: &str, name: &str) -> bool {
        self.halves().is_some_and(|(own_prefix, own_name)| {
            pattern::glob_ignore_case(own_prefix, prefix)
                && pattern::glob_ignore_case(own_name, name)
        })
    }

    /// Returns true when every action that matches `other` matches this pattern too.
    ///
    /// ```
    /// use iam_dsl_core::ActionPattern;
    ///
    /// let all = ActionPattern::from_static("s3:*Object*");
    /// assert!(all.subsumes(&ActionPattern::from_static("S3:GetObject?cl")));
    /// assert!(!all.subsumes(&ActionPattern::from_static("s3:Get*")));
    /// ```
    #[must_use]
    pub fn subsumes(&self, other: &Self) -> bool {
        match (self.halves(), other.halves()) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some((prefix, name)), Some((other_prefix, other_name))) => {
                pattern::subsumes_ignore_case(prefix, other_prefix)
                    && pattern::subsumes_ignore_case(name, other_name)
            }
        }
    }

    /// Returns true when an action could match both patterns.
    ///
    /// ```
    /// use iam_dsl_core::ActionPattern;
    ///
    /// let tags = ActionPattern::from_static("s3:*Tagging");
    /// assert!(tags.overlaps(&ActionPattern::from_static("s3:Get*")));
    /// assert!(!tags.overlaps(&ActionPattern::from_static("ec2:*")));
    /// ```
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        match (self.halves(), other.halves()) {
            (Some((prefix, name)), Some((other_prefix, other_name))) => {
                pattern::overlaps_ignore_case(prefix, other_prefix)
                    && pattern::overlaps_ignore_case(name, other_name)
            }
            _ => false,
        }
    }

    /// Returns true for text that no action can match.
    pub(crate) fn is_nothing(&self) -> bool {
        self.halves().is_none()
    }

    /// The patterns of prefix and name; `None` for text that matches no action.
    fn halves(&self) -> Option<(&str, &str)> {
        match self.0.split_once(':') {
            Some(halves) => Some(halves),
            None if self.0 == "*" => Some(("*", "*")),
            None => None,
        }
    }
}

/// Returns true for `*`, and for `**`, which says the same.
fn is_stars(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte == b'*')
}

impl fmt::Display for ActionPattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for ActionPattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, formatter)
    }
}
