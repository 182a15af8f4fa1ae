//! The values of a condition key are all strings, all numbers or all booleans.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-condition-data-type>

use crate::check::report::Report;
use crate::check::view::{Condition, ConditionValue, Document, Scalar};
use crate::check::{Code, Message};
use crate::{ConditionOperator, OperatorFamily};

codes! {
    /// The values of one condition key are of several JSON types.
    ///
    /// IAM wants them to be all strings, all numbers or all booleans.
    ///
    /// Instead, write all of them as strings.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
    INVALID_CONDITION_DATA_TYPE = error;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions().filter(|one| !is_boolean(one)) {
        for (key, values) in &condition.keys {
            let mut kinds = values.iter().filter_map(kind);
            let Some(first) = kinds.next() else { continue };
            if let Some(other) = kinds.find(|other| *other != first) {
                let name = key.text.unwrap_or("the key");
                let message = Message::new(
                    Code::INVALID_CONDITION_DATA_TYPE,
                    format!("`{name}` is compared with {first} and {other}"),
                );
                report.add_at(key, message.with_help("write all of its values as strings"));
            }
        }
    }
}

/// Several booleans are a mistake of their own.
fn is_boolean(condition: &Condition<'_>) -> bool {
    let operator = condition.operator.text.map(ConditionOperator::from);
    operator.is_some_and(|operator| operator.base().family() == OperatorFamily::Bool)
}

fn kind(value: &ConditionValue<'_>) -> Option<&'static str> {
    match value.scalar {
        Scalar::Unknown => None,
        Scalar::Text(_) => Some("strings"),
        Scalar::Bool(_) => Some("booleans"),
        Scalar::Number(_) => Some("numbers"),
    }
}
