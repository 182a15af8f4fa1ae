//! Statement ids.

use crate::PolicyKind;
use crate::check::{Code, Message};

codes! {
    /// A Sid has characters that IAM does not take.
    ///
    /// In policies of IAM and AWS Organizations a Sid is letters and digits. IAM does not save the policy.
    ///
    /// Instead, leave spaces, dashes and the like out, as in `ReadReports`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html>
    UNSUPPORTED_SID = error;
}

/// Checks a Sid against the [grammar] of the kind of policy.
///
/// IAM's own policies take ASCII letters and digits. Services with resource-based policies have
/// grammars of their own (KMS takes spaces, Lambda `-` and `_`), so those are not checked.
///
/// [grammar]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
///
/// # Errors
///
/// When a character is not allowed; the help spells the Sid without it.
///
/// ```
/// use iam_dsl_rules::{PolicyKind, check};
///
/// assert!(check::sid("ReadOrders", PolicyKind::Identity).is_ok());
/// let message = check::sid("read-orders", PolicyKind::Identity).unwrap_err();
/// assert_eq!(message.help(), Some("a Sid is letters and digits: `readorders`"));
/// ```
pub fn sid(text: &str, kind: PolicyKind) -> Result<(), Message> {
    let free = matches!(kind, PolicyKind::Resource | PolicyKind::VpcEndpoint);
    if free || text.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Ok(());
    }
    let kept: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    Err(Message::new(
        Code::UNSUPPORTED_SID,
        format!("Sid `{text}` has characters that IAM does not take"),
    )
    .with_help(format!("a Sid is letters and digits: `{kept}`")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn services_have_grammars_of_their_own() {
        assert!(sid("Allow use of the key", PolicyKind::Resource).is_ok());
        assert!(sid("Allow use of the key", PolicyKind::Trust).is_err());
        assert!(sid("", PolicyKind::Identity).is_ok());
    }
}
