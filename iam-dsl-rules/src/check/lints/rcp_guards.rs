//! A resource control policy is about principals or about services: a key that the others lack needs a guard.
//!
//! Only conditions that a request without the key meets need one.
//!
//! AWS: <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html>

use crate::check::report::Report;
use crate::check::view::{Condition, ConditionValue, Document, Leaf, Statement};
use crate::check::{Code, Message};
use crate::{BaseOperator, ConditionOperator, PolicyKind, SetOperator};

codes! {
    /// A resource control policy about principals denies AWS services as well.
    ///
    /// Requests that a service makes for you have no such key, and a negated condition holds of those. Services that
    /// write to your buckets or queues stop working.
    ///
    /// Instead, add `"BoolIfExists": {"aws:PrincipalIsAWSService": "false"}`.
    ///
    /// AWS: <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html>
    RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY = warning;
    /// A resource control policy about AWS services denies all other principals as well.
    ///
    /// Only requests of services have such a key, and a negated condition holds of all that lack it. Your own roles and
    /// users are locked out.
    ///
    /// Instead, add `"BoolIfExists": {"aws:PrincipalIsAWSService": "true"}`.
    ///
    /// AWS: <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html>
    RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY = warning;
    /// A resource control policy denies AWS services that do not say whom they act for.
    ///
    /// Some services send no source with some of their requests, and a negated condition holds of those. They stop
    /// working.
    ///
    /// Instead, add `"Null": {"aws:SourceAccount": "false"}`, so that only services with a source are asked for it.
    ///
    /// AWS: <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html>
    RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK = warning;
}

/// Keys that requests of services lack.
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties>
const OF_PRINCIPALS: &[&str] = &[
    "aws:PrincipalAccount",
    "aws:PrincipalArn",
    "aws:PrincipalOrgID",
    "aws:PrincipalOrgPaths",
];

/// Keys that requests of other principals lack, and of some services.
const OF_SERVICES: &[&str] = &[
    "aws:SourceAccount",
    "aws:SourceArn",
    "aws:SourceOrgID",
    "aws:SourceOrgPaths",
];

const IS_SERVICE: &str = "aws:PrincipalIsAWSService";

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Rcp {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.denies()) {
        one_statement(statement, report);
    }
}

fn one_statement(statement: &Statement<'_>, report: &mut Report) {
    let holds = |key: &str, value: &str| asks(statement, &BaseOperator::Bool, key, value);
    let is_there = |key: &str| asks(statement, &BaseOperator::Null, key, "false");
    let spares_services = holds(IS_SERVICE, "false");
    let spares_principals = holds(IS_SERVICE, "true");
    let spares_integrations = is_there("aws:SourceAccount") || is_there("aws:SourceArn");
    for condition in statement.conditions.iter().filter(|of| lets_absent(of)) {
        for (key, _) in &condition.keys {
            let Some(name) = key.text else { continue };
            let is_of = |keys: &[&str]| keys.iter().any(|of| of.eq_ignore_ascii_case(name));
            if is_of(OF_PRINCIPALS) && !spares_services && !is_there(name) {
                related(key, name, false, report);
            }
            if is_of(OF_SERVICES) && !spares_principals {
                related(key, name, true, report);
            }
            if is_of(OF_SERVICES) && !spares_integrations {
                null_check(key, name, report);
            }
        }
    }
}

/// Whether requests without the keys meet the condition.
fn lets_absent(condition: &Condition<'_>) -> bool {
    let operator = condition.operator.text.map(ConditionOperator::from);
    operator.is_some_and(|operator| {
        operator.is_if_exists()
            || operator.base().is_negated()
            || operator.set() == Some(SetOperator::ForAllValues)
    })
}

/// Whether a condition of the statement asks for one value of a key.
fn asks(statement: &Statement<'_>, with: &BaseOperator, key: &str, value: &str) -> bool {
    let is_key = |of: &Leaf<'_>| of.text.is_none_or(|text| text.eq_ignore_ascii_case(key));
    let is_value = |of: &ConditionValue<'_>| {
        let text = of.scalar.text();
        text.is_none_or(|text| text.eq_ignore_ascii_case(value))
    };
    statement.conditions.iter().any(|condition| {
        let operator = condition.operator.text.map(ConditionOperator::from);
        operator.is_none_or(|operator| operator.base() == with)
            && condition
                .keys
                .iter()
                .any(|(of, values)| is_key(of) && values.iter().all(is_value))
    })
}

fn related(key: &Leaf<'_>, name: &str, of_services: bool, report: &mut Report) {
    let (code, others) = if of_services {
        let code = Code::RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY;
        (code, "principals that are no service")
    } else {
        let code = Code::RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY;
        (code, "services that act for you")
    };
    let message = Message::new(
        code,
        format!("this denies {others}, too: their requests have no `{name}`"),
    );
    report.add_at(
        key,
        message.with_help(format!(
            "add `\"BoolIfExists\": {{\"{IS_SERVICE}\": \"{of_services}\"}}`"
        )),
    );
}

fn null_check(key: &Leaf<'_>, name: &str, report: &mut Report) {
    let message = Message::new(
        Code::RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK,
        format!(
            "this denies services that do not say whom they act for: some requests have no `{name}`"
        ),
    );
    report.add_at(
        key,
        message.with_help("add `\"Null\": {\"aws:SourceAccount\": \"false\"}`"),
    );
}
