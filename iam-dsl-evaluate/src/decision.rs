//! What comes out.

use std::fmt;

/// What AWS does with a request.
///
/// ```
/// use iam_dsl_evaluate::Decision;
///
/// assert!(Decision::Allowed.is_allowed());
/// assert_eq!(Decision::ExplicitlyDenied.to_string(), "ExplicitlyDenied");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// It is carried out.
    Allowed,
    /// A Deny statement matches.
    ExplicitlyDenied,
    /// No Deny matches, and some Allow that is needed does not either.
    ImplicitlyDenied,
}

impl Decision {
    /// Returns true for [`Allowed`](Self::Allowed).
    pub const fn is_allowed(self) -> bool {
        matches!(self, Self::Allowed)
    }

    /// Returns the name of the variant.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Allowed => "Allowed",
            Self::ExplicitlyDenied => "ExplicitlyDenied",
            Self::ImplicitlyDenied => "ImplicitlyDenied",
        }
    }
}

impl fmt::Display for Decision {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
