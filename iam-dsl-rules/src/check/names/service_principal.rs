//! Service principals.

use iam_dsl_catalog::{Partition, service_principals, suggest};

use crate::check::{Code, Message};

codes! {
    /// A service principal is misspelt, or not in the form that its place wants.
    ///
    /// IAM does not save a policy that trusts a service it does not know, and a condition on such a name never holds.
    /// `kms:ViaService` wants the region as well.
    ///
    /// Instead, write the service's name under AWS's domain, as in `lambda.amazonaws.com`, and
    /// `s3.eu-west-1.amazonaws.com` for `kms:ViaService`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services>
    INVALID_SERVICE_PRINCIPAL_FORMAT = error;
}

/// Checks a [service principal], such as `lambda.amazonaws.com`.
///
/// No list of service principals is complete, so that an unknown name passes when it has the form
/// of one and is not a misspelling of a known one.
///
/// [service principal]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
///
/// # Errors
///
/// When the name is malformed, or near a known one.
///
/// ```
/// use iam_dsl_rules::check::service_principal;
///
/// assert!(service_principal("lambda.amazonaws.com").is_ok());
/// assert_eq!(
///     service_principal("lamdba.amazonaws.com").unwrap_err().help(),
///     Some("did you mean `lambda.amazonaws.com`?"),
/// );
/// ```
pub fn service_principal(text: &str) -> Result<(), Message> {
    let known = |name: &str| service_principals::find(name).is_some();
    let of_china = text.strip_suffix(".cn");
    if known(text)
        || of_china.is_some_and(known)
        || without_region(text).is_some_and(|name| known(&name))
    {
        return Ok(());
    }
    let suggestion = suggest::service_principal(text);
    if suggestion.is_none() && has_principal_form(text) {
        return Ok(());
    }
    let message = Message::new(
        Code::INVALID_SERVICE_PRINCIPAL_FORMAT,
        format!("unknown service principal `{text}`"),
    );
    Err(match suggestion {
        Some(name) => message.with_suggestion(Some(name)),
        None => message.with_help("a service principal looks like `lambda.amazonaws.com`"),
    })
}

/// Checks the name of a service in a region, which some condition keys have in place of a service principal.
///
/// AWS: <https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service>
pub(crate) fn service_in_region(key: &str, text: &str) -> Result<(), Message> {
    service_principal(text)?;
    let of_partition = |partition: Partition| {
        let service = text
            .strip_suffix(partition.dns_suffix())?
            .strip_suffix('.')?;
        (!service.contains('.')).then_some((service, partition))
    };
    let Some((service, partition)) = Partition::all().find_map(of_partition) else {
        return Ok(());
    };
    let region = partition.regions().next().unwrap_or("us-east-1");
    let help = format!("write `{service}.{region}.{}`", partition.dns_suffix());
    let text = format!("`{key}` holds a service in a region, and `{text}` has no region");
    Err(Message::new(Code::INVALID_SERVICE_PRINCIPAL_FORMAT, text).with_help(help))
}

/// Checks the principal of a service that calls others, which has one name before the domain.
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-calledvia>
pub(crate) fn calling_service(key: &str, text: &str) -> Result<(), Message> {
    service_principal(text)?;
    let of_partition = |partition: Partition| {
        let name = text.strip_suffix(partition.dns_suffix())?;
        Some((name.strip_suffix('.')?, partition.dns_suffix()))
    };
    match Partition::all().find_map(of_partition) {
        Some((name, suffix)) if name.contains('.') => Err(Message::new(
            Code::INVALID_SERVICE_PRINCIPAL_FORMAT,
            format!("`{key}` holds services by one name, and `{text}` has more than one"),
        )
        .with_help(format!(
            "write the service that makes the call, as in `athena.{suffix}`"
        ))),
        _ => Ok(()),
    }
}

/// Takes the region out of `logs.us-east-1.amazonaws.com`.
fn without_region(text: &str) -> Option<String> {
    let (service, rest) = text.split_once('.')?;
    let (region, suffix) = rest.split_once('.')?;
    Partition::of_region(region)?;
    let suffix = suffix.strip_suffix(".cn").unwrap_or(suffix);
    Some(format!("{service}.{suffix}"))
}

/// Tells whether a text is lower-case labels under a domain that AWS gives to services.
fn has_principal_form(text: &str) -> bool {
    let labels = |name: &str| {
        name.split('.').all(|label| {
            !label.is_empty()
                && label
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        })
    };
    ["amazon.com", "aws.internal"]
        .into_iter()
        .chain(Partition::all().map(iam_dsl_catalog::Partition::dns_suffix))
        .filter_map(|suffix| text.strip_suffix(suffix)?.strip_suffix('.'))
        .any(labels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regional_and_new_principals_pass() {
        for text in [
            "logs.us-east-1.amazonaws.com",
            "ec2.amazonaws.com.cn",
            "brandnewthing.amazonaws.com",
            "replication.ecr.amazonaws.com",
        ] {
            assert!(service_principal(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn malformed_principals_do_not() {
        for text in [
            "",
            "lambda",
            "lambda.amazonaws.org",
            "arn:aws:iam::123456789012:root",
            ".amazonaws.com",
        ] {
            assert!(service_principal(text).is_err(), "{text}");
        }
    }
}
