//! The fields of ARNs, each by itself.

use iam_dsl_catalog::suggest;

use super::arn_format::{is_literal_account, is_namespace};
use super::{ArnFields, account_id, arn, has_variable, partition, region, variables};
use crate::check::{Code, Message};

codes! {
    /// A resource does not begin with `arn:`.
    ///
    /// Policies name resources by their ARNs, since names alone do not say of which service they are. IAM does not save
    /// the policy.
    ///
    /// Instead, write the ARN, as in `arn:aws:s3:::reports/*`, or `"*"` for all resources.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>
    INVALID_ARN_PREFIX = error;
    /// The region of an ARN does not exist.
    ///
    /// No resource has such an ARN, so that the statement does nothing for it.
    ///
    /// Instead, write the code of a region, such as `eu-central-1`, or `*` for all of them.
    ///
    /// AWS: <https://docs.aws.amazon.com/general/latest/gr/rande.html>
    INVALID_ARN_REGION = error;
    /// The service of an ARN is not in lower case.
    ///
    /// IAM compares ARNs letter by letter, so that this one matches no resource.
    ///
    /// Instead, write the service in lower case, as in `arn:aws:s3:::reports`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>
    INVALID_ARN_SERVICE_CASE = error;
    /// An ARN or a condition key names a service that does not exist.
    ///
    /// Nothing has such an ARN or key, so that the statement does nothing, or more than was meant.
    ///
    /// Instead, write the prefix that the service has in policies, which often differs from its name: `es` for
    /// OpenSearch.
    ///
    /// AWS: <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>
    INVALID_SERVICE = error;
    /// An ARN has fewer than six fields.
    ///
    /// An ARN is `arn:partition:service:region:account:resource`; a field may be empty, but its colon stays. IAM does
    /// not save the policy.
    ///
    /// Instead, add the colons that are missing, as in `arn:aws:s3:::reports`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>
    MISSING_ARN_FIELD = error;
}

/// Checks everything but the resource part, and returns the fields.
///
/// That is all that can be checked of an ARN which need not name a resource of the catalog, such
/// as a principal's.
pub(crate) fn arn_shape(text: &str) -> Result<ArnFields<'_>, Message> {
    let Some(rest) = text.strip_prefix("arn:") else {
        return Err(no_prefix(text));
    };
    variables(text)?;
    let fields = split(rest).ok_or_else(|| missing_field(text))?;
    let within = |message: Message, code| {
        let help = message.help().map(str::to_owned);
        let message = Message::new(code, format!("{} in `{text}`", message.text()));
        match help {
            Some(help) => message.with_help(help),
            None => message,
        }
    };
    if !is_open(fields.partition) {
        partition(fields.partition).map_err(|message| within(message, Code::INVALID_PARTITION))?;
    }
    if !is_open(fields.service) {
        namespace(text, fields.service)?;
    }
    if !fields.region.is_empty() && !is_open(fields.region) {
        region(fields.region).map_err(|message| within(message, Code::INVALID_ARN_REGION))?;
    }
    if !fields.account.is_empty() && !is_open(fields.account) && !is_literal_account(fields.account)
    {
        account_id(fields.account).map_err(|message| within(message, Code::INVALID_ARN_ACCOUNT))?;
    }
    Ok(fields)
}

/// Tells whether a field has a wildcard or a variable, so that it can be anything.
pub(super) fn is_open(field: &str) -> bool {
    field.contains(['*', '?']) || has_variable(field)
}

/// Takes an ARN apart without checking its fields.
#[cfg(feature = "validate")]
pub(crate) fn arn_fields(text: &str) -> Option<ArnFields<'_>> {
    split(text.strip_prefix("arn:")?)
}

/// Splits at the first four colons that are not within a variable.
fn split(rest: &str) -> Option<ArnFields<'_>> {
    let mut fields = Vec::with_capacity(5);
    let mut rest = rest;
    while fields.len() < 4 {
        let Some(colon) = next_colon(rest) else {
            break;
        };
        let (field, tail) = rest.split_at(colon);
        fields.push(field);
        rest = tail.strip_prefix(':').unwrap_or(tail);
    }
    match *fields.as_slice() {
        [partition, service, region, account] if !service.is_empty() => Some(ArnFields {
            partition,
            service,
            region,
            account,
            resource: rest,
        }),
        // IAM lets a pattern end early in a wildcard, which then covers the fields that follow.
        [] if ends_early(rest) => Some(open(rest, "*", "*", "*")),
        [partition] if ends_early(rest) => Some(open(partition, rest, "*", "*")),
        [partition, service] if ends_early(rest) => Some(open(partition, service, rest, "*")),
        [partition, service, region] if ends_early(rest) && !rest.contains(char::is_alphabetic) => {
            Some(open(partition, service, region, rest))
        }
        _ => None,
    }
}

/// Tells whether the last of too few fields is a pattern for what belongs there. In
/// `arn:aws:s3::my-bucket/*` it is a resource, which lacks a colon before it.
fn ends_early(field: &str) -> bool {
    field.ends_with('*')
        && field
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || "-*?".contains(character))
}

fn open<'a>(
    partition: &'a str,
    service: &'a str,
    region: &'a str,
    account: &'a str,
) -> ArnFields<'a> {
    ArnFields {
        partition,
        service,
        region,
        account,
        resource: "*",
    }
}

fn next_colon(text: &str) -> Option<usize> {
    let mut in_variable = false;
    let mut previous = None;
    for (at, c) in text.char_indices() {
        match c {
            '{' if previous == Some('$') => in_variable = true,
            '}' => in_variable = false,
            ':' if !in_variable => return Some(at),
            _ => {}
        }
        previous = Some(c);
    }
    None
}

fn no_prefix(text: &str) -> Message {
    let message = Message::new(Code::INVALID_ARN_PREFIX, format!("`{text}` is not an ARN"));
    if text
        .split_once(':')
        .is_some_and(|(first, _)| first.starts_with("aws"))
    {
        message.with_suggestion(Some(format!("arn:{text}")))
    } else if !text.contains([':', '/', ' ', '*']) && !text.is_empty() {
        message.with_help(format!(
            "an ARN starts with `arn:`, as in `arn:aws:s3:::{text}`"
        ))
    } else {
        message.with_help("an ARN looks like `arn:aws:s3:::my-bucket/*`")
    }
}

fn missing_field(text: &str) -> Message {
    Message::new(
        Code::MISSING_ARN_FIELD,
        format!("the ARN `{text}` lacks a field"),
    )
    .with_help(match with_a_colon_more(text) {
        Some(arn) => format!("did you mean `{arn}`?"),
        None => "an ARN is `arn:partition:service:region:account:resource`; region and account may be empty".to_owned(),
    })
}

/// The ARN that one more colon before the last field makes, if that is one.
fn with_a_colon_more(text: &str) -> Option<String> {
    let (fields, resource) = text.rsplit_once(':')?;
    let candidate = format!("{fields}::{resource}");
    (candidate.matches(':').count() == 5 && arn(&candidate).is_ok()).then_some(candidate)
}

fn namespace(text: &str, service: &str) -> Result<(), Message> {
    if is_namespace(service) {
        return Ok(());
    }
    let lower = service.to_ascii_lowercase();
    if is_namespace(&lower) {
        return Err(Message::new(
            Code::INVALID_ARN_SERVICE_CASE,
            format!("the service `{service}` in `{text}` is not in lower case"),
        )
        .with_suggestion(Some(lower)));
    }
    let suggestion = suggest::service(service).filter(|name| is_namespace(name));
    Err(Message::new(
        Code::INVALID_SERVICE,
        format!("unknown service `{service}` in `{text}`"),
    )
    .with_suggestion(suggestion))
}
