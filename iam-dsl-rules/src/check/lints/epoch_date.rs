//! A date is written as one, not as seconds since 1970.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-invalid-date-value>

use crate::check::report::Report;
use crate::check::view::{Document, Leaf};
use crate::check::{Code, Message};
use crate::{ConditionOperator, OperatorFamily};

codes! {
    /// A date is written in seconds since 1970.
    ///
    /// IAM reads it, but people do not, and what is a date too many or too few digits away goes unseen.
    ///
    /// Instead, write `2026-12-31`, or `2026-12-31T23:59:59Z` with a time.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date>
    INVALID_DATE_VALUE = warning;
}

/// Keys that AWS documents in seconds.
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-epochtime>,
/// <https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-valid-to>
const IN_SECONDS: &[&str] = &["aws:EpochTime", "kms:ValidTo"];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        let operator = condition.operator.text.map(ConditionOperator::from);
        if operator.is_none_or(|operator| operator.base().family() != OperatorFamily::Date) {
            continue;
        }
        for (_, values) in condition.keys.iter().filter(|(key, _)| !in_seconds(key)) {
            for value in values {
                let Some(text) = value.scalar.text().filter(|text| is_epoch(text)) else {
                    continue;
                };
                let message = Message::new(
                    Code::INVALID_DATE_VALUE,
                    format!("`{text}` is read as seconds since 1970"),
                );
                let help = "write it as `2026-12-31` or `2026-12-31T23:59:59Z`";
                report.add(value.place, value.span, message.with_help(help));
            }
        }
    }
}

fn in_seconds(key: &Leaf<'_>) -> bool {
    let is = |name: &str| {
        IN_SECONDS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(name))
    };
    key.text.is_some_and(is)
}

/// Four digits are a year.
fn is_epoch(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number && text.len() != 4
}
