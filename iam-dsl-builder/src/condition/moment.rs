//! Dates and times.

use std::{borrow::Cow, fmt, str::FromStr};

use iam_dsl_core::check;

use crate::ValueError;

/// A date, with or without a time, that `date!` or parsing has checked.
///
/// # Example
///
/// ```
/// use iam_dsl::condition::Date;
///
/// let moment: Date = "2030-01-01T00:00:00Z".parse()?;
/// assert_eq!(moment.to_string(), "2030-01-01T00:00:00Z");
/// assert!("2030-13-01".parse::<Date>().is_err());
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date(Cow<'static, str>);

impl Date {
    #[doc(hidden)]
    pub const fn __checked(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl FromStr for Date {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        check::date(text)?;
        Ok(Self(Cow::Owned(text.to_owned())))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
