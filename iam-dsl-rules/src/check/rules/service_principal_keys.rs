//! Services are asked whom they act for, not which organization they are in: they are in none.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid>

use crate::check::report::Report;
use crate::check::view::{Condition, Document, Leaf, PrincipalValue, Statement};
use crate::check::{Code, Message};

codes! {
    /// A condition asks to which organization an AWS service belongs.
    ///
    /// Services belong to none, so that their requests lack the key and the condition never holds.
    ///
    /// Instead, ask whom the service acts for, with `aws:SourceOrgID`, `aws:SourceAccount` or `aws:SourceArn`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid>
    UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL = error;
}

/// Keys that a request has only where its principal is of an organization, and what to ask instead.
const OF_MEMBERS: &[(&str, &str)] = &[
    ("aws:PrincipalOrgID", "aws:SourceOrgID"),
    ("aws:PrincipalOrgPaths", "aws:SourceOrgPaths"),
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in &document.statements {
        if statement.allows() && only_services(statement) {
            // No service has the key, so that none meets the condition.
            for condition in statement.conditions.iter().filter(|of| of.wants_keys()) {
                one_condition(condition, report);
            }
        }
    }
}

fn only_services(statement: &Statement<'_>) -> bool {
    !statement.principals.is_empty()
        && statement.principals.iter().all(|principal| {
            let PrincipalValue::Map(types) = &principal.value else {
                return false;
            };
            let is_service = |name: &Leaf<'_>| name.text == Some("Service");
            principal.name == "Principal" && types.iter().all(|(name, _)| is_service(name))
        })
}

fn one_condition(condition: &Condition<'_>, report: &mut Report) {
    for (key, _) in &condition.keys {
        let Some(name) = key.text else { continue };
        let found = OF_MEMBERS
            .iter()
            .find(|(member, _)| member.eq_ignore_ascii_case(name));
        if let Some((_, instead)) = found {
            let message = Message::new(
                Code::UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL,
                format!("requests of a service never have `{name}`"),
            );
            report.add_at(
                key,
                message.with_help(format!(
                    "compare `{instead}`: where the service acts for somebody"
                )),
            );
        }
    }
}
