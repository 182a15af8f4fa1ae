//! What is asked of an account.

use std::fmt;

use super::{Code, FindingType};

/// What an account is for, and so what is asked of its policies.
///
/// ```
/// use iam_dsl_rules::check::{Code, FindingType, Profile};
///
/// // What cannot work is said everywhere.
/// assert_eq!(Profile::Sandbox.level(Code::INVALID_ACTION), Some(FindingType::Error));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// For trying things out: what does not work, what does not do what it seems to, and what lets strangers in.
    Sandbox,
    /// For building: also what lets identities do more than they need, and what could be simpler.
    Development,
    /// For what others rely on: everything.
    #[default]
    Production,
}

impl Profile {
    /// Every profile, from the least strict.
    pub const ALL: [Self; 3] = [Self::Sandbox, Self::Development, Self::Production];

    /// Returns the name, such as `production`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sandbox => "sandbox",
            Self::Development => "development",
            Self::Production => "production",
        }
    }

    /// Returns how grave findings of a code are here, or `None` where they are not reported.
    ///
    /// What only production needs is a suggestion in development.
    pub fn level(self, code: Code) -> Option<FindingType> {
        if self >= code.profile() {
            return Some(code.finding_type());
        }
        (self == Self::Development).then_some(FindingType::Suggestion)
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
