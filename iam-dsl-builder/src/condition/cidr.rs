//! IP address ranges.

use std::{borrow::Cow, fmt, str::FromStr};

use iam_dsl_core::check;

use crate::ValueError;

/// An IP address, or a range of them in CIDR notation, that `cidr!` or parsing has checked.
///
/// # Example
///
/// ```
/// use iam_dsl::condition::Cidr;
///
/// let range: Cidr = "10.0.0.0/8".parse()?;
/// assert_eq!(range.to_string(), "10.0.0.0/8");
/// assert!("10.0.0.0/33".parse::<Cidr>().is_err());
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cidr(Cow<'static, str>);

impl Cidr {
    #[doc(hidden)]
    pub const fn __checked(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl FromStr for Cidr {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        check::cidr(text)?;
        Ok(Self(Cow::Owned(text.to_owned())))
    }
}

impl fmt::Display for Cidr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
