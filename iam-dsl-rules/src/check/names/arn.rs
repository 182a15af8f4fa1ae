//! Amazon Resource Names.

use super::arn_format::{Format, a_few, formats_of_namespace};
use super::arn_shape::{arn_shape, is_open};
use super::holes_as_wildcards;
use crate::check::{Code, Message, nearest};

codes! {
    /// An ARN has an account id where ARNs of its service have none.
    ///
    /// Names of such resources, as those of S3 buckets, belong to one account in the whole partition, so that their
    /// ARNs leave the account out. An ARN with an account is none of theirs: the statement does nothing for it.
    ///
    /// Instead, leave the field empty, as in `arn:aws:s3:::reports`, and compare the condition key
    /// `aws:ResourceAccount` where the account matters.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>
    ARN_ACCOUNT_NOT_ALLOWED = error;
    /// An ARN has a region where ARNs of its service have none.
    ///
    /// Services such as IAM are the same in all regions, and ARNs of their resources leave the region out. An ARN with
    /// a region is none of theirs: the statement does nothing for it.
    ///
    /// Instead, leave the field empty, as in `arn:aws:iam::123456789012:role/app`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>
    ARN_REGION_NOT_ALLOWED = error;
    /// The last part of an ARN has no form that ARNs of its service have.
    ///
    /// No resource has such an ARN, so that the statement does nothing for it.
    ///
    /// Instead, write a form from the service's list of resource types, such as `table/orders` for a table of DynamoDB.
    ///
    /// AWS: <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>
    INVALID_ARN_RESOURCE = error;
    /// An ARN has no account where its service's ARNs have one.
    ///
    /// The resource belongs to an account, and its ARN says to which. Without it the ARN is none of the resource's: the
    /// statement does nothing for it.
    ///
    /// Instead, write the account id, or `*` for any account.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>
    MISSING_ARN_ACCOUNT = error;
    /// An ARN has no region where its service's ARNs have one.
    ///
    /// The resource is in a region, and its ARN says in which. Without it the ARN is none of the resource's: the
    /// statement does nothing for it.
    ///
    /// Instead, write the region, or `*` for all of them.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>
    MISSING_ARN_REGION = error;
}

/// The fields of an ARN that [`arn`] has checked, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArnFields<'a> {
    pub(crate) partition: &'a str,
    pub(crate) service: &'a str,
    pub(crate) region: &'a str,
    pub(crate) account: &'a str,
    pub(crate) resource: &'a str,
}

impl<'a> ArnFields<'a> {
    /// Returns partition, service, region, account and resource.
    ///
    /// ```
    /// let arn = iam_dsl_rules::check::arn("arn:aws:s3:::reports/*")?;
    /// assert_eq!(arn.fields(), ["aws", "s3", "", "", "reports/*"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn fields(&self) -> [&'a str; 5] {
        [
            self.partition,
            self.service,
            self.region,
            self.account,
            self.resource,
        ]
    }
}

/// Checks an [ARN]: its shape, partition, service, region and account, and that its resource part
/// fits one of the service's formats.
///
/// Wildcards and policy variables may stand in every field.
///
/// [ARN]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
///
/// # Errors
///
/// When one of these does not hold.
///
/// ```
/// use iam_dsl_rules::check::arn;
///
/// assert!(arn("arn:aws:s3:::my-bucket/*").is_ok());
/// let message = arn("arn:aws:sqs:us-est-1:123456789012:orders").unwrap_err();
/// assert_eq!(
///     message.text(),
///     "unknown region `us-est-1` in `arn:aws:sqs:us-est-1:123456789012:orders`",
/// );
/// assert_eq!(message.help(), Some("did you mean `us-east-1`?"));
/// ```
pub fn arn(text: &str) -> Result<ArnFields<'_>, Message> {
    let fields = arn_shape(text)?;
    fits_a_format(text, &fields)?;
    Ok(fields)
}

/// Services whose every resource belongs to an account. Others have some that are AWS's own, such
/// as Systems Manager documents, or public ones, and leave the account empty for them.
const ALWAYS_OF_AN_ACCOUNT: &[&str] =
    &["dynamodb", "ecr", "kinesis", "secretsmanager", "sns", "sqs"];

fn fits_a_format(text: &str, fields: &ArnFields<'_>) -> Result<(), Message> {
    let formats = formats_of_namespace(fields.service);
    if fields.resource.is_empty() {
        return Err(Message::new(
            Code::INVALID_ARN_RESOURCE,
            format!("the ARN `{text}` names no resource"),
        )
        .with_help("write the resource after the last colon, or `*` for all"));
    }
    if formats.is_empty() || is_open(fields.service) {
        return Ok(());
    }
    let resource = holes_as_wildcards(fields.resource);
    let fitting: Vec<&Format> = formats
        .iter()
        .filter(|format| format.resource_overlaps(&resource))
        .collect();
    if fitting.is_empty() {
        let message = Message::new(
            Code::INVALID_ARN_RESOURCE,
            format!("`{text}` is no resource of `{}`", fields.service),
        );
        return Err(match nearest_resource(text, fields, formats) {
            Some(arn) => message.with_suggestion(Some(arn)),
            None => message.with_help(format_help(formats)),
        });
    }
    fits_region(text, fields, &fitting)?;
    fits_account(text, fields, &fitting)
}

fn fits_region(text: &str, fields: &ArnFields<'_>, fitting: &[&Format]) -> Result<(), Message> {
    let takes_none = fitting.iter().all(|format| format.region.is_empty());
    let demands = fitting.iter().all(|format| !format.region.is_empty());
    if takes_none && !fields.region.is_empty() && !is_open(fields.region) {
        return Err(Message::new(
            Code::ARN_REGION_NOT_ALLOWED,
            format!(
                "this ARN of `{}` takes no region, but `{text}` has `{}`",
                fields.service, fields.region
            ),
        )
        .with_help("leave the field empty"));
    }
    if demands && fields.region.is_empty() {
        return Err(Message::new(
            Code::MISSING_ARN_REGION,
            format!("the ARN `{text}` has no region"),
        )
        .with_help("write a region such as `us-east-1`, or `*` for all"));
    }
    Ok(())
}

fn fits_account(text: &str, fields: &ArnFields<'_>, fitting: &[&Format]) -> Result<(), Message> {
    let takes_none = fitting.iter().all(|format| format.account.is_empty());
    let demands = ALWAYS_OF_AN_ACCOUNT.contains(&fields.service);
    if takes_none && !fields.account.is_empty() && !is_open(fields.account) {
        return Err(Message::new(
            Code::ARN_ACCOUNT_NOT_ALLOWED,
            format!(
                "this ARN of `{}` takes no account, but `{text}` has `{}`",
                fields.service, fields.account
            ),
        )
        .with_help("leave the field empty"));
    }
    if demands && fields.account.is_empty() {
        return Err(Message::new(
            Code::MISSING_ARN_ACCOUNT,
            format!("the ARN `{text}` has no account"),
        )
        .with_help("write an account id such as `123456789012`, or `*` for all"));
    }
    Ok(())
}

/// Finds the ARN that is meant when the word before the first `/` or `:` of the resource is misspelt.
fn nearest_resource(text: &str, fields: &ArnFields<'_>, formats: &[Format]) -> Option<String> {
    let typed = fields.resource.split(['/', ':']).next()?;
    let words: Vec<&str> = formats.iter().filter_map(Format::first_word).collect();
    let word = nearest(typed, &words).filter(|word| *word != typed)?;
    let head = text.strip_suffix(fields.resource)?;
    let tail = fields.resource.strip_prefix(typed)?;
    Some(format!("{head}{word}{tail}"))
}

/// Lists a few formats of the service, so that the reader sees what would do.
fn format_help(formats: &[Format]) -> String {
    let (shown, more) = a_few(formats.iter().map(|format| format.text).collect());
    let mut help = format!("its ARNs look like `{}`", shown.join("`, `"));
    if more {
        help.push_str(" and others");
    }
    help
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Code {
        arn(text).expect_err(text).code()
    }

    #[test]
    fn a_missing_colon_is_no_early_end() {
        for (text, help) in [
            (
                "arn:aws:s3::my-bucket/*",
                "did you mean `arn:aws:s3:::my-bucket/*`?",
            ),
            (
                "arn:aws:s3::my-bucket*",
                "did you mean `arn:aws:s3:::my-bucket*`?",
            ),
            (
                "arn:aws:dynamodb:us-east-1:table/orders*",
                "an ARN is `arn:partition:service:region:account:resource`; region and account may be empty",
            ),
        ] {
            let message = arn(text).unwrap_err();
            assert_eq!(message.code(), Code::MISSING_ARN_FIELD, "{text}");
            assert_eq!(message.help(), Some(help));
        }
        for text in [
            "arn:aws:s3*",
            "arn:aws:s3:::*",
            "arn:aws:iam::1234*",
            "arn:*",
        ] {
            assert!(arn(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn arns_pass() {
        for text in [
            "arn:aws:s3:::my-bucket",
            "arn:aws:s3:::my-bucket/${aws:username}/*",
            "arn:aws:dynamodb:us-east-1:123456789012:table/orders",
            "arn:aws:logs:us-east-1:123456789012:*",
            "arn:aws:secretsmanager:us-east-1:123456789012:secret:my-app/*",
            "arn:aws:iam::123456789012:root",
            "arn:aws:iam::${aws:PrincipalAccount}:role/app",
            "arn:aws:iam::aws:policy/ReadOnlyAccess",
            "arn:aws:sts::123456789012:assumed-role/app/session",
            "arn:aws-cn:s3:::my-bucket",
            "arn:*:s3:::my-bucket",
            "arn:aws:s3:*",
            "arn:aws:*",
        ] {
            assert!(arn(text).is_ok(), "{text}: {:?}", arn(text));
        }
    }

    #[test]
    fn each_fault_has_its_code() {
        assert_eq!(code("my-bucket"), Code::INVALID_ARN_PREFIX);
        assert_eq!(code("arn:aws:s3"), Code::MISSING_ARN_FIELD);
        assert_eq!(code("arn:aws:s3:::"), Code::INVALID_ARN_RESOURCE);
        assert_eq!(code("arn:aw:s3:::b"), Code::INVALID_PARTITION);
        assert_eq!(code("arn:aws:S3:::b"), Code::INVALID_ARN_SERVICE_CASE);
        assert_eq!(code("arn:aws:s33:::b"), Code::INVALID_SERVICE);
        assert_eq!(
            code("arn:aws:sqs:us-est-1:123456789012:q"),
            Code::INVALID_ARN_REGION
        );
        assert_eq!(
            code("arn:aws:sqs:us-east-1:12345:q"),
            Code::INVALID_ARN_ACCOUNT
        );
        assert_eq!(
            code("arn:aws:dynamodb:us-east-1:123456789012:tabel/orders"),
            Code::INVALID_ARN_RESOURCE
        );
        assert_eq!(
            code("arn:aws:s3:us-east-1::b"),
            Code::ARN_REGION_NOT_ALLOWED
        );
        assert_eq!(
            code("arn:aws:s3::123456789012:b"),
            Code::ARN_ACCOUNT_NOT_ALLOWED
        );
        assert_eq!(
            code("arn:aws:sqs::123456789012:q"),
            Code::MISSING_ARN_REGION
        );
        assert_eq!(code("arn:aws:sqs:us-east-1::q"), Code::MISSING_ARN_ACCOUNT);
        assert_eq!(
            code("arn:aws:s3:::b/${aws:username"),
            Code::MISSING_BRACE_IN_VARIABLE
        );
    }
}
