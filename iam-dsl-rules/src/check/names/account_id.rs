//! Account ids.

use crate::check::{Code, Message};

codes! {
    /// Something else stands where an account id belongs.
    ///
    /// An account id is twelve digits, and nothing else matches one. A leading zero that a spreadsheet has eaten is
    /// enough to make the statement useless.
    ///
    /// Instead, write all twelve digits without dashes, in quotes.
    ///
    /// AWS: <https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html>
    INVALID_ARN_ACCOUNT = error;
}

/// Checks an account id: [twelve digits].
///
/// [twelve digits]: https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html
///
/// # Errors
///
/// When the text is anything else.
///
/// ```
/// use iam_dsl_rules::check::account_id;
///
/// assert!(account_id("123456789012").is_ok());
/// assert_eq!(
///     account_id("12345678901").unwrap_err().text(),
///     "`12345678901` is not an account id",
/// );
/// ```
pub fn account_id(text: &str) -> Result<(), Message> {
    if text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(());
    }
    let message = Message::new(
        Code::INVALID_ARN_ACCOUNT,
        format!("`{text}` is not an account id"),
    );
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    Err(if digits > 0 && digits == text.len() {
        message.with_help(format!("an account id has 12 digits, this has {digits}"))
    } else {
        message.with_help("an account id is 12 digits without dashes")
    })
}
