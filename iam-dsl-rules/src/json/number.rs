//! Numbers kept as they were written.

use std::fmt;
use std::str::FromStr;

/// A JSON number, kept digit for digit: `1.50` stays `1.50`.
///
/// ```
/// use iam_dsl_rules::json::Number;
///
/// assert_eq!(Number::from(30_i64).as_str(), "30");
/// assert_eq!("1.50".parse::<Number>()?.as_str(), "1.50");
/// assert!("NaN".parse::<Number>().is_err());
/// # Ok::<(), iam_dsl_rules::json::InvalidNumber>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Number(Box<str>);

/// The text is no JSON number.
///
/// ```
/// use iam_dsl_rules::json::Number;
///
/// assert_eq!("01".parse::<Number>().unwrap_err().to_string(), "not a JSON number");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidNumber(());

impl Number {
    /// The digits, as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Number {
    type Err = InvalidNumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if number_length(text.as_bytes()) == Ok(text.len()) {
            Ok(Self(text.into()))
        } else {
            Err(InvalidNumber(()))
        }
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self(value.to_string().into())
    }
}

impl From<u64> for Number {
    fn from(value: u64) -> Self {
        Self(value.to_string().into())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Display for InvalidNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not a JSON number")
    }
}

impl std::error::Error for InvalidNumber {}

/// The length of the number `bytes` starts with, or the offset of the byte that breaks it.
pub(super) fn number_length(bytes: &[u8]) -> Result<usize, usize> {
    let mut at = usize::from(bytes.first() == Some(&b'-'));
    if bytes.get(at) == Some(&b'0') {
        at += 1;
    } else {
        at = digits(bytes, at)?;
    }
    if bytes.get(at) == Some(&b'.') {
        at = digits(bytes, at + 1)?;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        at += 1;
        if matches!(bytes.get(at), Some(b'+' | b'-')) {
            at += 1;
        }
        at = digits(bytes, at)?;
    }
    Ok(at)
}

/// The end of the one or more digits at `from`.
fn digits(bytes: &[u8], from: usize) -> Result<usize, usize> {
    let count = bytes
        .iter()
        .skip(from)
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    if count == 0 {
        Err(from)
    } else {
        Ok(from + count)
    }
}
