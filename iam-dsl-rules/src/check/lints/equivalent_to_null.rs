//! That a key is there, or is not, is said with `Null`.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null>

use crate::check::report::Report;
use crate::check::view::{Condition, ConditionValue, Document, Scalar};
use crate::check::{Code, Message};
use crate::{BaseOperator, ConditionOperator};

codes! {
    /// A condition compares a key with `*`, and holds whenever the key is there.
    ///
    /// It looks as if it limited the value, and `Null` says plainly that it does not.
    ///
    /// Instead, write `Null` with the value `false`, or name the values that are meant.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null>
    EQUIVALENT_TO_NULL_FALSE = suggestion;
    /// A negated condition compares a key with `*`, and holds only where the key is not there.
    ///
    /// No value differs from `*`, so that what is asked is whether there is one, which `Null` says plainly.
    ///
    /// Instead, write `Null` with the value `true`, or name the values that are meant.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null>
    EQUIVALENT_TO_NULL_TRUE = suggestion;
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
    if operator.is_if_exists() || operator.set().is_some() {
        return;
    }
    let (code, is_absent) = match operator.base() {
        BaseOperator::StringLike | BaseOperator::ArnLike | BaseOperator::ArnEquals => {
            (Code::EQUIVALENT_TO_NULL_FALSE, "false")
        }
        BaseOperator::StringNotLike | BaseOperator::ArnNotLike | BaseOperator::ArnNotEquals => {
            (Code::EQUIVALENT_TO_NULL_TRUE, "true")
        }
        _ => return,
    };
    for (key, values) in &condition.keys {
        let is_star = |value: &&ConditionValue<'_>| matches!(value.scalar, Scalar::Text("*"));
        let (Some(name), Some(star)) = (key.text, values.iter().find(is_star)) else {
            continue;
        };
        let message = Message::new(code, format!("`*` asks `{name}` only whether it is there"));
        let help = format!("write `\"Null\": {{\"{name}\": \"{is_absent}\"}}`");
        report.add(star.place, star.span, message.with_help(help));
    }
}
