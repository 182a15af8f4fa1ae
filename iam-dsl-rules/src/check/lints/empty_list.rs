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
    /// No value is in the list, so that the condition never holds and the statement does nothing. A negated one, such as
    /// `StringNotEquals`, always holds and limits nothing.
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
    let of_some = operator.set() == Some(SetOperator::ForAnyValue);
    let code = if operator.is_if_exists() {
        Code::EMPTY_ARRAY_CONDITION_IFEXISTS
    } else {
        match operator.set() {
            Some(SetOperator::ForAllValues) => Code::EMPTY_ARRAY_CONDITION_FORALLVALUES,
            Some(SetOperator::ForAnyValue) => Code::EMPTY_ARRAY_CONDITION_FORANYVALUE,
            None => Code::EMPTY_ARRAY_CONDITION,
        }
    };
    let lets_absent = operator.is_if_exists() || operator.set() == Some(SetOperator::ForAllValues);
    // Whatever the value is, it is none of those listed.
    let (holds, null) = match (operator.base().is_negated(), lets_absent) {
        (false, false) => ("of no request", None),
        (false, true) => ("only where the key is not there", Some("true")),
        (true, false) if of_some => ("wherever the key is there", Some("false")),
        (true, _) => ("of every request", None),
    };
    for (key, values) in &condition.keys {
        if let (Some(name), true) = (key.text, values.is_empty()) {
            let message = Message::new(
                code,
                format!("`{name}` is compared with no value, which holds {holds}"),
            );
            let help = match null {
                Some(is_absent) => {
                    format!(
                        "name values, or write `\"Null\": {{\"{name}\": \"{is_absent}\"}}` if that is meant"
                    )
                }
                None => "name values, or leave the key out".to_owned(),
            };
            report.add_at(key, message.with_help(help));
        }
    }
}
