//! Comparisons that say whom an identity provider vouches for.

use super::{Condition, IntoCondition};

/// A comparison that holds only of identities it names: what [`web_identity`](crate::web_identity) asks for.
///
/// The keys of [`Claim`](super::Claim) give it for `.equals(..)`, `.any_of(..)`, `.like(..)` and `.starts_with(..)`; a
/// negated comparison is a plain [`Condition`], since it holds of everyone else.
///
/// # Example
///
/// ```
/// use iam_dsl::condition::ClaimCondition;
/// use iam_dsl::prelude::*;
///
/// let subject = key!("gitlab.com:sub");
/// let main: ClaimCondition = subject.equals("project_path:my-group/my-project:ref_type:branch:ref:main");
/// let role = Role::new("deploy").trusted_by(
///     web_identity(arn!("arn:aws:iam::123456789012:oidc-provider/gitlab.com")).when(main),
/// );
/// assert!(role.trust_policy().to_json().contains("gitlab.com:sub"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a condition does nothing until a statement has it"]
pub struct ClaimCondition(pub(super) Condition);

impl ClaimCondition {
    /// Adds `IfExists`: the comparison also holds when the request lacks the key, and so names nobody any more.
    pub fn if_exists(self) -> Condition {
        self.0.if_exists()
    }

    /// Lets requests through that lack the key: [`if_exists`](Self::if_exists).
    pub fn or_absent(self) -> Condition {
        self.0.or_absent()
    }
}

impl IntoCondition for ClaimCondition {
    fn into_condition(self) -> Condition {
        self.0
    }
}
