//! Principals are what their type calls for: account ids, ARNs, service principals, providers.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>

use crate::PolicyKind;
use crate::check::names::{account_id, arn, arn_shape, has_variable, service_principal};
use crate::check::report::Report;
use crate::check::view::{Document, Leaf, Principal, PrincipalValue};
use crate::check::{Code, Message, nearest};

codes! {
    /// `Principal` is an empty object.
    ///
    /// The statement is about nobody, so that it allows and denies nothing.
    ///
    /// Instead, name who is meant, or leave the statement out.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
    EMPTY_OBJECT_PRINCIPAL = certain_suggestion;
    /// A trust policy names an identity provider that is neither a domain nor the ARN of a provider.
    ///
    /// Nobody comes from such a provider, so that nobody can assume the role.
    ///
    /// Instead, write the ARN of the SAML or OIDC provider in IAM, or a domain that AWS knows, such as
    /// `cognito-identity.amazonaws.com`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp.html>
    INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY = error;
    /// A principal does not say of what type it is.
    ///
    /// All but `*` is written under its type, and what stands under `AWS` is an account, a role, a user or a session.
    /// IAM does not save the policy.
    ///
    /// Instead, write the type as well, as in `{"AWS": "123456789012"}` or `{"Service": "lambda.amazonaws.com"}`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
    INVALID_PRINCIPAL_FORMAT = error;
    /// There is no such type of principal.
    ///
    /// The types are `AWS`, `Service`, `Federated` and `CanonicalUser`, in this spelling. AWS does not save the policy.
    ///
    /// Instead, write the one that fits: `AWS` for accounts, roles and users, `Service` for services.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
    INVALID_PRINCIPAL_KEY = error;
    /// A principal has a wildcard in its name.
    ///
    /// Principals are not compared as patterns: a `*` within an ARN does not stand for all that fits. AWS does not save
    /// the policy.
    ///
    /// Instead, name each principal in full, or name the account and compare `aws:PrincipalArn` in `Condition`, where
    /// patterns work.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
    UNSUPPORTED_WILDCARD_IN_PRINCIPAL = error;
}

/// The principal types there are.
const TYPES: &[&str] = &["AWS", "Service", "Federated", "CanonicalUser"];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in &document.statements {
        for principal in &statement.principals {
            one_element(document.kind, principal, report);
        }
    }
}

fn one_element(kind: PolicyKind, principal: &Principal<'_>, report: &mut Report) {
    match &principal.value {
        PrincipalValue::Unknown => {}
        PrincipalValue::Text(text) => bare(text, report),
        PrincipalValue::Map(types) => {
            if types.is_empty() {
                report.add(principal.place, principal.key_span, nobody(principal.name));
            }
            for (principal_type, values) in types {
                typed(kind, principal_type, values, report);
            }
        }
    }
}

/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html>
fn nobody(element: &str) -> Message {
    Message::new(
        Code::EMPTY_OBJECT_PRINCIPAL,
        format!("`{element}` names nobody"),
    )
    .with_help("name at least one principal, or leave the statement out")
}

fn bare(principal: &Leaf<'_>, report: &mut Report) {
    let Some(text) = principal.text.filter(|text| *text != "*") else {
        return;
    };
    let principal_type = if service_principal(text).is_ok() {
        "Service"
    } else {
        "AWS"
    };
    report.add_at(
        principal,
        Message::new(
            Code::INVALID_PRINCIPAL_FORMAT,
            format!("principal `{text}` has no type"),
        )
        .with_help(format!("write `{{\"{principal_type}\": \"{text}\"}}`")),
    );
}

fn typed(kind: PolicyKind, principal_type: &Leaf<'_>, values: &[Leaf<'_>], report: &mut Report) {
    let Some(name) = principal_type.text else {
        return;
    };
    let known = |item: &Leaf<'_>| item.text.is_some();
    for value in values.iter().filter(|item| known(item)) {
        let Some(text) = value.text else { continue };
        let checked = if has_variable(text) {
            // The rule on policy variables speaks of it.
            Ok(())
        } else {
            match name {
                "AWS" => aws_principal(text),
                "Service" | "Federated" | "CanonicalUser" if text.contains(['*', '?']) => {
                    Err(with_wildcard(name, text))
                }
                "Service" => service_principal(text),
                "Federated" if kind == PolicyKind::Trust => federated(text),
                _ => Ok(()),
            }
        };
        if let Err(message) = checked {
            report.add_at(value, message);
        }
    }
    if !TYPES.contains(&name) {
        let message = Message::new(
            Code::INVALID_PRINCIPAL_KEY,
            format!("unknown principal type `{name}`"),
        );
        report.add_at(
            principal_type,
            match nearest(name, TYPES) {
                Some(nearest) => message.with_suggestion(Some(nearest)),
                None => message
                    .with_help("the types are `AWS`, `Service`, `Federated` and `CanonicalUser`"),
            },
        );
    }
}

/// Checks what a policy has under `"Principal": {"AWS": ..}`: an account id, `*`, or the ARN of one who can call AWS.
///
/// # Errors
///
/// It is none of these, such as the ARN of a group, or has a wildcard in it.
///
/// # Example
///
/// ```
/// use iam_dsl_rules::check::aws_principal;
///
/// assert!(aws_principal("arn:aws:iam::123456789012:role/reader").is_ok());
/// assert!(aws_principal("arn:aws:iam::123456789012:group/readers").is_err());
/// ```
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
pub fn aws_principal(text: &str) -> Result<(), Message> {
    if text == "*" || is_unique_id(text) {
        return Ok(());
    }
    if text.contains(['*', '?']) {
        return Err(Message::new(
            Code::UNSUPPORTED_WILDCARD_IN_PRINCIPAL,
            format!("principal `{text}` has a wildcard in it"),
        )
        .with_help("name the principal in full, or allow `*` and narrow it with the condition key `aws:PrincipalArn`"));
    }
    if text.starts_with("arn:") {
        return principal_arn(text);
    }
    if service_principal(text).is_ok() {
        return Err(Message::new(
            Code::INVALID_PRINCIPAL_FORMAT,
            format!("`{text}` is a service, not an AWS principal"),
        )
        .with_help(format!("write `\"Service\": \"{text}\"`")));
    }
    account_id(text).map_err(|message| {
        let code = message.code();
        Message::new(
            code,
            format!("`{text}` is neither an account id nor an ARN"),
        )
        .with_help("write an account id such as `123456789012` or the ARN of a role or user")
    })
}

/// How the resource part of a principal's ARN starts. Groups are no principals.
const PRINCIPALS: &[&str] = &["role", "user", "assumed-role", "federated-user"];

fn principal_arn(text: &str) -> Result<(), Message> {
    let fields = arn_shape(text)?;
    let message = || {
        Message::new(
            Code::INVALID_PRINCIPAL_FORMAT,
            format!("`{text}` is no principal"),
        )
    };
    if !matches!(fields.service, "iam" | "sts") {
        return Err(message().with_help(
            "a principal is a role, a user, a session or an account: its ARN is one of `iam` or `sts`",
        ));
    }
    let (word, tail) = match fields.resource.split_once('/') {
        Some((word, tail)) => (word, Some(tail)),
        None => (fields.resource, None),
    };
    let known = match tail {
        Some(_) => PRINCIPALS.contains(&word),
        None => word == "root",
    };
    if known {
        return arn(text).map(|_| ());
    }
    let meant = match tail {
        Some(_) => nearest(word, PRINCIPALS),
        None => nearest(word, &["root"]),
    };
    let head = text.strip_suffix(fields.resource);
    Err(match (head, meant, tail) {
        (Some(head), Some(meant), Some(tail)) => {
            message().with_suggestion(Some(format!("{head}{meant}/{tail}")))
        }
        (Some(head), Some(meant), None) => {
            message().with_suggestion(Some(format!("{head}{meant}")))
        }
        _ => message().with_help("a principal is a role, a user, a session or an account"),
    })
}

/// Tells whether a text is the [unique id] that IAM puts in place of a deleted principal's ARN.
///
/// [unique id]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
fn is_unique_id(text: &str) -> bool {
    (text.starts_with("AROA") || text.starts_with("AIDA"))
        && text
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

/// Only `AWS` takes a `*`, and that by itself.
fn with_wildcard(principal_type: &str, text: &str) -> Message {
    Message::new(
        Code::UNSUPPORTED_WILDCARD_IN_PRINCIPAL,
        format!("`{principal_type}` takes no wildcard such as `{text}`"),
    )
    .with_help("name each one in full")
}

fn federated(text: &str) -> Result<(), Message> {
    if text.starts_with("arn:") {
        let fields = arn_shape(text)?;
        let provider = ["saml-provider/", "oidc-provider/"]
            .iter()
            .any(|start| fields.resource.starts_with(start));
        if fields.service == "iam" && provider {
            return Ok(());
        }
    } else if is_domain(text) {
        return Ok(());
    }
    Err(Message::new(
        Code::INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY,
        format!("`{text}` is no identity provider"),
    )
    .with_help("write the ARN of a SAML or OIDC provider, or a domain such as `cognito-identity.amazonaws.com`"))
}

fn is_domain(text: &str) -> bool {
    let host = text.split('/').next().unwrap_or(text);
    host.contains('.')
        && host.split('.').all(|label| {
            !label.is_empty()
                && label
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'-')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn principals_pass() {
        for text in [
            "*",
            "123456789012",
            "AROAEXAMPLE",
            "arn:aws:iam::123456789012:root",
            "arn:aws-cn:iam::123456789012:role/path/app",
            "arn:aws:iam::123456789012:user/ann",
            "arn:aws:sts::123456789012:assumed-role/app/session",
            "arn:aws:sts::123456789012:federated-user/ann",
            "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity EH1HDMB1FH2TC",
        ] {
            assert!(
                aws_principal(text).is_ok(),
                "{text}: {:?}",
                aws_principal(text)
            );
        }
    }

    #[test]
    fn what_cannot_call_is_no_principal() {
        let help = |text| aws_principal(text).unwrap_err().help().map(str::to_owned);
        assert_eq!(
            help("arn:aws:iam::123456789012:rol/app").as_deref(),
            Some("did you mean `arn:aws:iam::123456789012:role/app`?"),
        );
        assert_eq!(
            help("arn:aws:iam::123456789012:rot").as_deref(),
            Some("did you mean `arn:aws:iam::123456789012:root`?"),
        );
        for text in [
            "arn:aws:iam::123456789012:group/admins",
            "arn:aws:iam::123456789012:role",
            "arn:aws:iam:us-east-1:123456789012:role/app",
            "arn:aws:s3:::my-bucket",
            "arn:aws:iam::12345:root",
        ] {
            assert!(aws_principal(text).is_err(), "{text}");
        }
    }
}
