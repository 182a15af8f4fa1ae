//! What a case expects.

use std::fmt;

use iam_dsl_evaluate::Decision;

/// What a case expects of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expectation {
    /// This decision.
    Exactly(Decision),
    /// Either denial.
    Denied,
}

impl Expectation {
    /// Tells whether a decision is as expected.
    pub(crate) fn is_met_by(self, decision: Decision) -> bool {
        match self {
            Self::Exactly(expected) => decision == expected,
            Self::Denied => !decision.is_allowed(),
        }
    }

    /// Returns the word for it in JSON.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Exactly(decision) => decision.as_str(),
            Self::Denied => "Denied",
        }
    }
}

/// Says it for people.
impl fmt::Display for Expectation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(decision) => decision.fmt(formatter),
            Self::Denied => formatter.write_str("a denial"),
        }
    }
}
