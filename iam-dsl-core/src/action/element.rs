//! The element that holds action patterns.

use crate::{ActionPattern, Elements};

/// The `Action` or `NotAction` of a statement.
///
/// AWS: [Action](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html),
/// [NotAction](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html).
///
/// ```
/// use iam_dsl_core::{ActionElement, ActionPattern, Elements};
///
/// let element = ActionElement::Action(Elements::one(ActionPattern::from_static("s3:Get*")));
/// assert_eq!(element.name(), "Action");
/// assert_eq!(element.actions().len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ActionElement {
    /// The statement is about these.
    Action(Elements<ActionPattern>),
    /// The statement is about all but these.
    NotAction(Elements<ActionPattern>),
}

impl ActionElement {
    /// The action patterns that are named, whichever way.
    #[must_use]
    pub const fn actions(&self) -> &Elements<ActionPattern> {
        match self {
            Self::Action(actions) | Self::NotAction(actions) => actions,
        }
    }

    /// Returns true for `NotAction`.
    #[must_use]
    pub const fn is_not(&self) -> bool {
        matches!(self, Self::NotAction(_))
    }

    /// The element's name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Action(_) => "Action",
            Self::NotAction(_) => "NotAction",
        }
    }

    /// The same element with other patterns.
    pub(crate) fn with(&self, actions: Elements<ActionPattern>) -> Self {
        match self {
            Self::Action(_) => Self::Action(actions),
            Self::NotAction(_) => Self::NotAction(actions),
        }
    }
}
