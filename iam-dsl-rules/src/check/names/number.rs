//! Numbers, booleans and Base64, as condition values write them.

use crate::check::{Code, Message};

codes! {
    /// A boolean is compared with something else than `true` or `false`.
    ///
    /// No boolean equals it, so that the condition never holds.
    ///
    /// Instead, write `"true"` or `"false"`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean>
    TYPE_MISMATCH_BOOLEAN = certain_warning;
    /// A number is compared with something that is no number.
    ///
    /// IAM cannot read it, so that the condition never holds.
    ///
    /// Instead, write digits without a unit, as in `"3600"`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric>
    TYPE_MISMATCH_NUMBER = certain_warning;
    /// `BinaryEquals` compares something that is not Base64.
    ///
    /// The operator compares bytes, which a policy writes in Base64. Anything else equals nothing, so that the
    /// condition never holds.
    ///
    /// Instead, encode the bytes, or compare text with `StringEquals`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals>
    TYPE_MISMATCH_STRING = certain_warning;
}

/// Checks a number as [numeric operators] take it: digits, a sign, a fraction.
///
/// [numeric operators]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric
///
/// # Errors
///
/// When the text is not a number.
///
/// ```
/// assert!(iam_dsl_rules::check::numeric("3600").is_ok());
/// assert!(iam_dsl_rules::check::numeric("1h").is_err());
/// ```
pub fn numeric(text: &str) -> Result<(), Message> {
    let starts_as_number = text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
    if starts_as_number && text.parse::<f64>().is_ok_and(f64::is_finite) {
        return Ok(());
    }
    Err(Message::new(
        Code::TYPE_MISMATCH_NUMBER,
        format!("`{text}` is not a number"),
    )
    .with_help("write digits, as in `3600`"))
}

/// Checks a boolean: `true` or `false`, in any case.
///
/// # Errors
///
/// When the text is neither.
///
/// ```
/// assert!(iam_dsl_rules::check::boolean("true").is_ok());
/// assert!(iam_dsl_rules::check::boolean("yes").is_err());
/// ```
pub fn boolean(text: &str) -> Result<(), Message> {
    if text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false") {
        return Ok(());
    }
    Err(Message::new(
        Code::TYPE_MISMATCH_BOOLEAN,
        format!("`{text}` is not a boolean"),
    )
    .with_help("write `true` or `false`"))
}

/// Checks Base64 as `BinaryEquals` takes it.
///
/// # Errors
///
/// When the text is not Base64.
///
/// ```
/// assert!(iam_dsl_rules::check::binary("QmluYXJ5VmFsdWVJbkJhc2U2NA==").is_ok());
/// assert!(iam_dsl_rules::check::binary("not base64").is_err());
/// ```
pub fn binary(text: &str) -> Result<(), Message> {
    let digits = text.trim_end_matches('=');
    let padding = text.len() - digits.len();
    let well_formed = text.len().is_multiple_of(4)
        && padding <= 2
        && digits
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'+' || b == b'/');
    if well_formed {
        return Ok(());
    }
    Err(Message::new(
        Code::TYPE_MISMATCH_STRING,
        format!("`{text}` is not Base64"),
    )
    .with_help("encode the bytes in Base64, padded with `=`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        for text in ["0", "-1", "+5", "3.5", "1e3"] {
            assert!(numeric(text).is_ok(), "{text}");
        }
        for text in ["", "ten", "inf", "NaN", "1 000", "0x10"] {
            assert!(numeric(text).is_err(), "{text}");
        }
    }

    #[test]
    fn base64() {
        assert!(binary("").is_ok());
        assert!(binary("YQ==").is_ok());
        assert!(binary("YQ=").is_err());
        assert!(binary("Y===").is_err());
    }
}
