//! What AWS's documents leave open.

/// Choices where AWS's documents contradict each other or say nothing.
///
/// The defaults are the readings that allow less.
///
/// ```
/// use iam_dsl_evaluate::Options;
///
/// assert!(!Options::new().variables_in_bool());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    variables_in_bool: bool,
}

impl Options {
    /// The readings that allow less.
    pub const fn new() -> Self {
        Self {
            variables_in_bool: false,
        }
    }

    /// Whether policy variables work in values of `Bool`.
    ///
    /// The page on [operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html)
    /// says that they do, the page on [variables](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html)
    /// that they do not.
    #[must_use]
    pub const fn with_variables_in_bool(mut self, work: bool) -> Self {
        self.variables_in_bool = work;
        self
    }

    /// Returns whether policy variables work in values of `Bool`.
    pub const fn variables_in_bool(self) -> bool {
        self.variables_in_bool
    }
}
