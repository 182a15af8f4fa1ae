//! Operators compare what their condition key holds.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>

use iam_dsl_catalog::{KeyType, ValueType};

use crate::check::names::condition_key;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};
use crate::{ConditionOperator, OperatorFamily};

codes! {
    /// An operator compares another type of value than its condition key holds.
    ///
    /// A boolean, for one, is not compared as a string. The condition does not hold when it should.
    ///
    /// Instead, write an operator of the key's type, which the message names.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
    TYPE_MISMATCH = certain_warning;
}

/// Date keys that AWS documents in seconds, for numeric operators too.
///
/// AWS: <https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-valid-to>
const DATES_IN_SECONDS: &[&str] = &["aws:EpochTime", "kms:ValidTo"];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        let Some(operator) = condition.operator.text else {
            continue;
        };
        for (key, _) in &condition.keys {
            let Some(text) = key.text else { continue };
            if let Some(holds) = misfit(&ConditionOperator::from(operator), text) {
                report.add_at(key, mismatch(operator, text, holds));
            }
        }
    }
}

/// Returns what a condition key holds if that is nothing the operator compares.
pub(super) fn misfit(operator: &ConditionOperator, key: &str) -> Option<KeyType> {
    let family = operator.base().family();
    let checked = condition_key(key).ok()?;
    let in_seconds =
        family == OperatorFamily::Numeric && DATES_IN_SECONDS.contains(&checked.canonical());
    let fits = in_seconds
        || checked
            .types()
            .iter()
            .any(|key_type| fits(family, key_type.value));
    checked.types().first().copied().filter(|_| !fits)
}

/// Text and ARN operators read each other's keys, as Access Analyzer has it.
fn fits(family: OperatorFamily, value: ValueType) -> bool {
    match family {
        OperatorFamily::String | OperatorFamily::Arn => {
            matches!(value, ValueType::String | ValueType::Arn)
        }
        OperatorFamily::Numeric => value == ValueType::Numeric,
        OperatorFamily::Date => value == ValueType::Date,
        OperatorFamily::Bool => value == ValueType::Bool,
        OperatorFamily::Binary => matches!(value, ValueType::Binary | ValueType::String),
        OperatorFamily::IpAddress => value == ValueType::IpAddress,
        OperatorFamily::Null | OperatorFamily::Unknown => true,
    }
}

fn mismatch(operator: &str, key: &str, key_type: KeyType) -> Message {
    let (holds, instead) = match key_type.value {
        ValueType::String => ("text", "`StringEquals` or `StringLike`"),
        ValueType::Arn => ("an ARN", "`ArnLike` or `ArnEquals`"),
        ValueType::Bool => ("a boolean", "`Bool`"),
        ValueType::Numeric => (
            "a number",
            "`NumericEquals`, `NumericLessThan` or another numeric one",
        ),
        ValueType::Date => (
            "a date",
            "`DateLessThan`, `DateGreaterThan` or another for dates",
        ),
        ValueType::IpAddress => ("an IP address", "`IpAddress` or `NotIpAddress`"),
        ValueType::Binary => ("binary data", "`BinaryEquals`"),
        _ => ("something else", "another operator"),
    };
    Message::new(
        Code::TYPE_MISMATCH,
        format!("operator `{operator}` does not fit `{key}`, which holds {holds}"),
    )
    .with_help(format!("use {instead}"))
}
