//! One AWS action, and lists of them.

use std::fmt;

use iam_dsl_catalog as catalog;
use iam_dsl_core::ActionPattern;

/// One action that AWS has, such as `s3:GetObject`.
///
/// The constants of [`aws`](crate::aws) are of this type, so an action that does not exist does not compile.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// assert_eq!(aws::s3::GetObject.to_string(), "s3:GetObject");
/// assert_eq!(aws::s3::GetObject.name(), "GetObject");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Action(catalog::Action);

impl Action {
    /// The action with an index of the catalog. Only the generated paths of [`aws`](crate::aws) know indices.
    pub(crate) const fn from_index(index: u16) -> Self {
        Self(catalog::Action::from_index(index))
    }

    /// Returns the action written as `service:Name`, whatever its letters' case, or nothing if AWS has none.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{Action, aws};
    ///
    /// assert_eq!(Action::find("S3:getobject"), Some(aws::s3::GetObject));
    /// assert_eq!(Action::find("s3:GetObjcet"), None);
    /// ```
    pub fn find(text: &str) -> Option<Self> {
        catalog::Action::find(text).map(Self)
    }

    /// Takes the text of an action as it is, without looking it up.
    ///
    /// This is the way to an action that AWS has and this version's catalog does not have yet.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::Action;
    ///
    /// let statement = allow(Action::unchecked("s3:BrandNewAction")).on(any());
    /// assert!(IdentityPolicy::new().with(statement).to_json().contains("s3:BrandNewAction"));
    /// ```
    pub fn unchecked(text: impl Into<String>) -> ActionPattern {
        ActionPattern::unchecked(text.into())
    }

    /// Returns the service that the action belongs to.
    pub fn service(self) -> catalog::Service {
        self.0.service()
    }

    /// Returns the action's name without its service prefix, such as `GetObject`.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// Returns the access levels AWS files the action under.
    pub fn access_levels(self) -> catalog::AccessLevels {
        self.0.access_levels()
    }

    /// Returns the action's entry in the catalog: its resource types, condition keys and dependent actions.
    pub fn entry(self) -> catalog::Action {
        self.0
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Action({self})")
    }
}

impl From<catalog::Action> for Action {
    fn from(action: catalog::Action) -> Self {
        Self(action)
    }
}

impl From<Action> for ActionPattern {
    fn from(action: Action) -> Self {
        Self::from(action.0)
    }
}
