//! AWS managed policies.

use iam_dsl_catalog::{managed_policies, suggest};

use super::arn_shape;
use crate::check::{Code, Message};

codes! {
    /// AWS has no managed policy of this name.
    ///
    /// Attaching it fails when the template or the program runs, which is late.
    ///
    /// Instead, write the name as AWS has it, with its path where it has one, as in
    /// `service-role/AWSLambdaBasicExecutionRole`.
    ///
    /// AWS: <https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html>
    INVALID_MANAGED_POLICY = error, own;
}

/// Checks the name or ARN of an [AWS managed policy] and returns its ARN.
///
/// AWS adds managed policies, so that an unknown name passes when it is not a misspelling of a
/// known one; its ARN is then taken to have no path.
///
/// [AWS managed policy]: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html
///
/// # Errors
///
/// When the name is malformed, or near a known one.
///
/// ```
/// use iam_dsl_rules::check::managed_policy;
///
/// assert_eq!(
///     managed_policy("ReadOnlyAccess")?,
///     "arn:aws:iam::aws:policy/ReadOnlyAccess",
/// );
/// assert_eq!(
///     managed_policy("ReadOnlyAcces").unwrap_err().help(),
///     Some("did you mean `ReadOnlyAccess`?"),
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn managed_policy(text: &str) -> Result<String, Message> {
    if let Some(known) = managed_policies::find(text) {
        if text.starts_with("arn:") {
            return Ok(text.to_owned());
        }
        return known
            .arn
            .map(str::to_owned)
            .ok_or_else(|| path_unknown(text));
    }
    let name = match text.strip_prefix("arn:") {
        Some(_) => name_of_arn(text)?,
        None => text,
    };
    if let Some(suggestion) = suggest::managed_policy(name) {
        return Err(unknown(text).with_suggestion(Some(suggestion)));
    }
    if !is_policy_name(name) {
        return Err(unknown(text).with_help("write its name, as in `ReadOnlyAccess`, or its ARN"));
    }
    Ok(if text.starts_with("arn:") {
        text.to_owned()
    } else {
        format!("arn:aws:iam::aws:policy/{name}")
    })
}

fn name_of_arn(text: &str) -> Result<&str, Message> {
    let arn = arn_shape(text).map_err(|message| message.with_code(Code::INVALID_MANAGED_POLICY))?;
    let path = arn.resource.strip_prefix("policy/");
    match path.filter(|_| arn.service == "iam" && arn.account == "aws") {
        Some(path) => Ok(path.rsplit('/').next().unwrap_or(path)),
        None => Err(Message::new(
            Code::INVALID_MANAGED_POLICY,
            format!("`{text}` is not the ARN of an AWS managed policy"),
        )
        .with_help("it looks like `arn:aws:iam::aws:policy/ReadOnlyAccess`")),
    }
}

/// Tells whether a text is a [policy name] of IAM.
///
/// [policy name]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
fn is_policy_name(name: &str) -> bool {
    (1..=128).contains(&name.len())
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+=,.@_-".contains(&b))
}

fn unknown(text: &str) -> Message {
    Message::new(
        Code::INVALID_MANAGED_POLICY,
        format!("unknown AWS managed policy `{text}`"),
    )
}

fn path_unknown(text: &str) -> Message {
    Message::new(
        Code::INVALID_MANAGED_POLICY,
        format!("the path of AWS managed policy `{text}` is not known"),
    )
    .with_help("write its whole ARN")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_arns_pass() {
        assert!(managed_policy("service-role/AWSLambdaBasicExecutionRole").is_err());
        assert_eq!(
            managed_policy("AWSLambdaBasicExecutionRole").unwrap(),
            "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
        );
        assert!(managed_policy("arn:aws:iam::aws:policy/AdministratorAccess").is_ok());
        assert!(managed_policy("QuantumTeapotFullControl").is_ok());
    }

    #[test]
    fn a_customer_policy_is_not_an_aws_managed_one() {
        let arn = "arn:aws:iam::123456789012:policy/mine";
        assert!(managed_policy(arn).is_err());
    }
}
