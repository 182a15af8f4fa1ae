//! Patterns and the actions of the catalog.

use iam_dsl_catalog::{Action, UncheckedAction};

use super::ActionPattern;

impl ActionPattern {
    /// Returns true when the action matches.
    ///
    /// ```
    /// use iam_dsl_core::ActionPattern;
    ///
    /// let action = iam_dsl_catalog::Action::find("s3:GetObject").unwrap();
    /// assert!(ActionPattern::from_static("s3:get*").matches_action(action));
    /// ```
    #[must_use]
    pub fn matches_action(&self, action: Action) -> bool {
        self.matches_halves(action.service().prefix(), action.name())
    }

    /// The actions of the catalog that match.
    ///
    /// ```
    /// use iam_dsl_core::ActionPattern;
    ///
    /// let pattern = ActionPattern::from_static("s3:getobjectac?");
    /// let names: Vec<String> = pattern.expand().map(|action| action.to_string()).collect();
    /// assert_eq!(names, ["s3:GetObjectAcl"]);
    /// ```
    pub fn expand(&self) -> impl Iterator<Item = Action> {
        iam_dsl_catalog::expand(self.as_str())
    }
}

impl From<Action> for ActionPattern {
    fn from(action: Action) -> Self {
        Self::unchecked(action.to_string())
    }
}

impl From<UncheckedAction> for ActionPattern {
    fn from(action: UncheckedAction) -> Self {
        Self::unchecked(action.into_text())
    }
}
