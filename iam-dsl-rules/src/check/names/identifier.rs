//! Identifiers of VPCs, of their endpoints, and of KMS keys.

use super::arn_shape;
use crate::check::{Code, Message};

codes! {
    /// A condition key that holds the ARN of a KMS key is compared with something else.
    ///
    /// The request has the ARN there, whatever the caller wrote. An id or the name of an alias never equals it, so that
    /// the condition never holds.
    ///
    /// Instead, write the key's ARN, as in
    /// `arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab`.
    ///
    /// AWS: <https://docs.aws.amazon.com/kms/latest/developerguide/find-cmk-id-arn.html>
    INVALID_KMS_KEY_VALUE = error;
    /// A text that is not the id of a VPC endpoint is compared with one.
    ///
    /// No endpoint has this id, so that the condition never holds, or always where it is negated.
    ///
    /// Instead, write `vpce-` and the 8 or 17 characters that the console shows.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpce>
    INVALID_VPCE_FORMAT = error;
    /// A text that is not the id of a VPC is compared with one.
    ///
    /// No VPC has this id, so that the condition never holds, or always where it is negated.
    ///
    /// Instead, write `vpc-` and the 8 or 17 characters that the console shows.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpc>
    INVALID_VPC_FORMAT = error;
}

/// Checks the id of a VPC.
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpc>
pub(crate) fn vpc(text: &str) -> Result<(), Message> {
    numbered(text, "vpc-").ok_or_else(|| {
        Message::new(
            Code::INVALID_VPC_FORMAT,
            format!("`{text}` is not the id of a VPC"),
        )
        .with_help("write `vpc-` and 8 or 17 letters and digits, as in `vpc-1a2b3c4d`")
    })
}

/// Checks the id of a VPC endpoint.
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpce>
pub(crate) fn vpc_endpoint(text: &str) -> Result<(), Message> {
    numbered(text, "vpce-").ok_or_else(|| {
        Message::new(
            Code::INVALID_VPCE_FORMAT,
            format!("`{text}` is not the id of a VPC endpoint"),
        )
        .with_help("write `vpce-` and 8 or 17 letters and digits, as in `vpce-1a2b3c4d`")
    })
}

/// Finds 8 or 17 letters and digits after a prefix. Operators may ignore case; a wrong case is no wrong form.
fn numbered(text: &str, prefix: &str) -> Option<()> {
    let (head, number) = text.split_at_checked(prefix.len())?;
    let well_formed = head.eq_ignore_ascii_case(prefix)
        && matches!(number.len(), 8 | 17)
        && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
    well_formed.then_some(())
}

/// Checks the ARN of a KMS key. That of an alias passes: services differ in what they make of it.
///
/// AWS: <https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN>
pub(crate) fn kms_key(key: &str, text: &str) -> Result<(), Message> {
    let is_key = arn_shape(text).is_ok_and(|fields| {
        fields.service == "kms"
            && ["key/", "alias/"]
                .iter()
                .any(|start| fields.resource.starts_with(start))
    });
    if is_key {
        return Ok(());
    }
    Err(Message::new(
        Code::INVALID_KMS_KEY_VALUE,
        format!("`{key}` holds the ARN of a KMS key, and `{text}` is none"),
    )
    .with_help("write it as `arn:aws:kms:eu-west-1:123456789012:key/…`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_8_or_17_characters() {
        for text in [
            "vpc-1a2b3c4d",
            "vpc-0e9801d129EXAMPLE",
            "vpc-11223344556677889",
        ] {
            assert!(vpc(text).is_ok(), "{text}");
        }
        for text in [
            "",
            "vpc",
            "vpc-1",
            "vpce-1a2b3c4d",
            "vpc-1a2b3c4",
            "vpc-1a2b3c4é",
            "1a2b3c4d",
        ] {
            assert!(vpc(text).is_err(), "{text}");
        }
        assert!(vpc_endpoint("vpce-1a2b3c4d").is_ok());
        assert!(vpc_endpoint("vpc-1a2b3c4d").is_err());
    }

    #[test]
    fn keys_are_arns_of_kms() {
        let key = "s3:x-amz-server-side-encryption-aws-kms-key-id";
        for text in [
            "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
            "arn:aws-cn:kms:cn-north-1:123456789012:alias/app",
        ] {
            assert!(kms_key(key, text).is_ok(), "{text}");
        }
        for text in [
            "",
            "1234abcd-12ab-34cd-56ef-1234567890ab",
            "alias/app",
            "arn:aws:kms:eu-west-1:123456789012:1234abcd",
            "arn:aws:s3:::reports",
        ] {
            assert!(kms_key(key, text).is_err(), "{text}");
        }
    }
}
