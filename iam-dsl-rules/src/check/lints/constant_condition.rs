//! A condition asks something: it neither holds of every request nor of none.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-key-due-to-wildcard-in-condition>

use crate::check::report::Report;
use crate::check::view::{Condition, ConditionValue, Document, Scalar};
use crate::check::{Code, Message};
use crate::{BaseOperator, ConditionOperator, SetOperator};

codes! {
    /// A condition compares a key with `*`, and holds of every request.
    ///
    /// With `IfExists` or `ForAllValues` the key may also be missing, so that nothing is left that the condition could
    /// refuse. It looks like a limit and is none.
    ///
    /// Instead, leave it out, or name the values that are meant.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
    REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION = suggestion;
    /// A condition compares a key with `*`, and holds of no request.
    ///
    /// No value differs from `*`, so that the statement allows and denies nothing.
    ///
    /// Instead, leave the statement out, or name the values that are meant.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
    REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION = suggestion;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        one_condition(condition, report);
    }
}

fn one_condition(condition: &Condition<'_>, report: &mut Report) {
    let Some(text) = condition.operator.text else {
        return;
    };
    let Some(always) = with_star(&ConditionOperator::from(text)) else {
        return;
    };
    for (key, values) in &condition.keys {
        let is_star = |value: &ConditionValue<'_>| matches!(value.scalar, Scalar::Text("*"));
        let Some(name) = key.text.filter(|_| values.iter().any(is_star)) else {
            continue;
        };
        let (code, holds, help) = if always {
            (
                Code::REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION,
                "every request",
                "leave the key out, or name what it may be",
            )
        } else {
            (
                Code::REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION,
                "no request",
                "leave the statement out, or name what the key may not be",
            )
        };
        let text = format!("`{text}` of `{name}` and `*` holds of {holds}");
        report.add_at(key, Message::new(code, text).with_help(help));
    }
}

/// Tells whether the operator always holds with `*`, or never; nothing if that depends on the request.
fn with_star(operator: &ConditionOperator) -> Option<bool> {
    let of_absent = operator.is_if_exists() || operator.set() == Some(SetOperator::ForAllValues);
    match operator.base() {
        BaseOperator::StringLike | BaseOperator::ArnLike | BaseOperator::ArnEquals => {
            of_absent.then_some(true)
        }
        // Without `ForAnyValue` the negation holds of a request that lacks the key.
        BaseOperator::StringNotLike | BaseOperator::ArnNotLike | BaseOperator::ArnNotEquals => {
            let of_some = operator.set() == Some(SetOperator::ForAnyValue);
            (of_some && !of_absent).then_some(false)
        }
        _ => None,
    }
}
