use std::fmt;

/// The text of an action that nobody has looked up, from [`Action::unchecked`](crate::Action::unchecked).
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::Action;
///
/// let brand_new = Action::unchecked("s3:BrandNewAction");
/// assert_eq!(brand_new.to_string(), "s3:BrandNewAction");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UncheckedAction(pub(crate) String);

impl UncheckedAction {
    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the text by itself.
    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }
}

impl fmt::Display for UncheckedAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
