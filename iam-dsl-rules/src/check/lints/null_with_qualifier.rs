//! `Null` asks for a key, not for its values.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null>

use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};
use crate::{BaseOperator, ConditionOperator};

codes! {
    /// `Null` has a set operator.
    ///
    /// `Null` asks whether a key is there, and set operators compare values. `ForAllValues:Null` always holds, and
    /// `ForAnyValue:Null` never.
    ///
    /// Instead, write `Null` alone.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null>
    NULL_WITH_QUALIFIER = suggestion;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        let Some(text) = condition.operator.text else {
            continue;
        };
        let operator = ConditionOperator::from(text);
        if *operator.base() == BaseOperator::Null && operator.set().is_some() {
            let message = Message::new(
                Code::NULL_WITH_QUALIFIER,
                format!("`{text}` does not depend on the values of its keys"),
            );
            report.add_at(&condition.operator, message.with_help("write `Null`"));
        }
    }
}
