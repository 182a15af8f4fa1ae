//! A role that a service assumes is for what works on behalf of one account: else others can have the service use it.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html>

use iam_dsl_catalog::role_sources;

use super::callers::names_somebody;
use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Statement};
use crate::check::{Code, Message};

codes! {
    /// A role trusts a service for all its customers, although the service says for whom it acts.
    ///
    /// The service works for all customers of AWS. If one of them can make it use the ARN of your role, it works in your
    /// account on their behalf: the confused deputy. Services without such a key, such as AWS Lambda, are not reported.
    ///
    /// Instead, compare `aws:SourceAccount` with your account, or `aws:SourceArn` with the resource that needs the role.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html>
    SERVICE_TRUST_WITHOUT_SOURCE = warning from Production, own;
}

/// The keys that say for whom a service acts.
pub(super) const SOURCES: &[&str] = &[
    "aws:SourceAccount",
    "aws:SourceArn",
    "aws:SourceOrgID",
    "aws:SourceOrgPaths",
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Trust {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.allows()) {
        for principal in statement.principals_of("Service") {
            let Some(service) = principal.text else {
                continue;
            };
            let Some(source) = role_sources::find(service) else {
                continue;
            };
            if asks_for_source(statement) {
                continue;
            }
            let message = Message::new(
                Code::SERVICE_TRUST_WITHOUT_SOURCE,
                format!("`{service}` can assume the role on behalf of anybody, also of strangers"),
            );
            let help = if source.account {
                "compare `aws:SourceAccount` with the id of your account".to_owned()
            } else {
                format!(
                    "compare `aws:SourceArn` with an ARN in your account, such as `arn:aws:{}:*:123456789012:*`, using `ArnLike`",
                    source.service
                )
            };
            report.add_at(principal, message.with_help(help));
        }
    }
}

/// Returns true when a condition asks for whom the service acts, and names an account, a resource or an organization.
fn asks_for_source(statement: &Statement<'_>) -> bool {
    statement.conditions.iter().any(|condition| {
        condition.operator.text.is_none()
            || (condition.wants_keys()
                && condition.keys.iter().any(|(key, values)| {
                    key.text.is_none_or(|name| {
                        SOURCES.iter().any(|of| of.eq_ignore_ascii_case(name))
                            && names_somebody(condition, name, values)
                    })
                }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_service_with_a_source_is_a_principal() {
        for source in role_sources::all() {
            let checked = crate::check::service_principal(source.principal);
            assert!(checked.is_ok(), "{}", source.principal);
        }
    }
}
