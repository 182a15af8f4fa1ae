//! Lists name something: with an empty one a statement matches nothing.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html>

use crate::check::report::Report;
use crate::check::view::{Condition, Document};
use crate::check::{Code, Message};
use crate::{ConditionOperator, SetOperator};

codes! {
    /// A condition compares a key with an empty list.
    ///
    /// No value is in the list, so that the condition never holds and the statement does nothing.
    ///
    /// Instead, name the values that are meant.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html>
    EMPTY_ARRAY_CONDITION = suggestion;
    /// A `ForAllValues` condition compares a key with an empty list.
    ///
    /// It holds of those requests only that lack the key, which `Null` says more plainly.
    ///
    /// Instead, write `Null` with the value `true`, or name the values that are meant.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null>
    EMPTY_ARRAY_CONDITION_FORALLVALUES = suggestion;
    /// A `ForAnyValue` condition compares a key with an empty list.
    ///
    /// No value is in the list, so that the condition never holds and the statement does nothing.
    ///
    /// Instead, name the values that are meant.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>
    EMPTY_ARRAY_CONDITION_FORANYVALUE = suggestion;
    /// An `IfExists` condition compares a key with an empty list.
    ///
    /// It holds of those requests only that lack the key, which `Null` says more plainly.
    ///
    /// Instead, write `Null` with the value `true`, or name the values that are meant.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null>
    EMPTY_ARRAY_CONDITION_IFEXISTS = suggestion;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        one_condition(condition, report);
    }
}

fn one_condition(condition: &Condition<'_>, report: &mut Report) {
    let Some(operator) = condition.operator.text.map(ConditionOperator::from) else {
        return;
    };
    let (code, holds, help) = if operator.is_if_exists() {
        let help = "write `\"Null\": {..: \"true\"}`, if that is meant";
        (
            Code::EMPTY_ARRAY_CONDITION_IFEXISTS,
            "only where the key is not there",
            help,
        )
    } else if operator.set() == Some(SetOperator::ForAllValues) {
        let help = "write `\"Null\": {..: \"true\"}`, if that is meant";
        (
            Code::EMPTY_ARRAY_CONDITION_FORALLVALUES,
            "only where the key is not there",
            help,
        )
    } else if operator.set() == Some(SetOperator::ForAnyValue) {
        (
            Code::EMPTY_ARRAY_CONDITION_FORANYVALUE,
            "of no request",
            "name values",
        )
    } else {
        (Code::EMPTY_ARRAY_CONDITION, "of no request", "name values")
    };
    for (key, values) in &condition.keys {
        if let (Some(name), true) = (key.text, values.is_empty()) {
            let message = Message::new(
                code,
                format!("`{name}` is compared with no value, which holds {holds}"),
            );
            report.add_at(key, message.with_help(help));
        }
    }
}
