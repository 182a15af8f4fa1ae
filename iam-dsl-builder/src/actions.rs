//! What a statement's `Action` and `NotAction` hold.

use iam_dsl_core::{ActionElement, ActionPattern, Elements};

use crate::{Action, UncheckedAction};

/// The actions a statement is about: what `actions!` makes.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let reads = actions![s3::GetObject, s3:List*];
/// assert_eq!(reads.patterns().len(), 2);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actions(Vec<ActionPattern>);

impl Actions {
    /// Returns the actions and patterns, in the order they were written.
    pub fn patterns(&self) -> &[ActionPattern] {
        &self.0
    }
}

impl<const N: usize> From<[ActionPattern; N]> for Actions {
    fn from(patterns: [ActionPattern; N]) -> Self {
        Self(patterns.into())
    }
}

impl<T: Into<ActionPattern>> FromIterator<T> for Actions {
    fn from_iter<I: IntoIterator<Item = T>>(actions: I) -> Self {
        Self(actions.into_iter().map(Into::into).collect())
    }
}

/// Every action but these: what `not_actions!` makes.
///
/// With `allow` this allows whatever AWS will add to its services as well; with `deny` it keeps
/// everything but a few actions away. See AWS's page
/// [NotAction](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let statement = deny(not_actions![sts::GetCallerIdentity]).on(any());
/// let policy = IdentityPolicy::new().with(statement);
/// assert!(policy.to_json().contains(r#""NotAction":"sts:GetCallerIdentity""#));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotActions(Vec<ActionPattern>);

impl<const N: usize> From<[ActionPattern; N]> for NotActions {
    fn from(patterns: [ActionPattern; N]) -> Self {
        Self(patterns.into())
    }
}

/// What [`allow`](crate::allow) and [`deny`](crate::deny) take: an action, several, or all but some.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an action",
    label = "not an action",
    note = "write `actions![s3::GetObject]` or `aws::s3::GetObject`; `Action::find` looks text up at run time, `Action::unchecked` takes it as it is"
)]
pub trait IntoActions {
    /// Turns the value into a statement's `Action` or `NotAction`.
    fn into_actions(self) -> ActionElement;
}

impl IntoActions for Actions {
    fn into_actions(self) -> ActionElement {
        ActionElement::Action(Elements::from(self.0))
    }
}

impl IntoActions for NotActions {
    fn into_actions(self) -> ActionElement {
        ActionElement::NotAction(Elements::from(self.0))
    }
}

impl IntoActions for Action {
    fn into_actions(self) -> ActionElement {
        ActionPattern::from(self).into_actions()
    }
}

impl IntoActions for UncheckedAction {
    fn into_actions(self) -> ActionElement {
        ActionPattern::from(self).into_actions()
    }
}

impl IntoActions for ActionPattern {
    fn into_actions(self) -> ActionElement {
        Actions(vec![self]).into_actions()
    }
}

/// What lists given to [`allow`](crate::allow) and [`deny`](crate::deny) are made of.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an action",
    label = "not an action",
    note = "write `actions![s3::GetObject]` or `aws::s3::GetObject`; `Action::find` looks text up at run time, `Action::unchecked` takes it as it is"
)]
pub trait OneAction: Into<ActionPattern> {}

impl OneAction for Action {}
impl OneAction for UncheckedAction {}
impl OneAction for ActionPattern {}

impl<T: OneAction, const N: usize> IntoActions for [T; N] {
    fn into_actions(self) -> ActionElement {
        Actions::from_iter(self).into_actions()
    }
}

impl<T: OneAction + Clone> IntoActions for &[T] {
    fn into_actions(self) -> ActionElement {
        self.iter().cloned().collect::<Actions>().into_actions()
    }
}

impl<T: OneAction> IntoActions for Vec<T> {
    fn into_actions(self) -> ActionElement {
        Actions::from_iter(self).into_actions()
    }
}
