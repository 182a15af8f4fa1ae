//! The operator `Null` takes `true` or `false`.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null>

use crate::check::names::{boolean, has_variable};
use crate::check::report::Report;
use crate::check::view::{ConditionValue, Document};
use crate::check::{Code, Message};
use crate::{BaseOperator, ConditionOperator};

codes! {}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        let is_null = |text| *ConditionOperator::from(text).base() == BaseOperator::Null;
        if !condition.operator.text.is_some_and(is_null) {
            continue;
        }
        for (_, values) in &condition.keys {
            for value in values {
                one_value(value, report);
            }
        }
    }
}

fn one_value(value: &ConditionValue<'_>, report: &mut Report) {
    let Some(text) = value.scalar.text() else {
        return;
    };
    // Of a policy variable the rule on values speaks.
    if !has_variable(text) && boolean(text).is_err() {
        report.add(
            value.place,
            value.span,
            Message::new(
                Code::TYPE_MISMATCH_BOOLEAN,
                format!("operator `Null` takes `true` or `false`, not `{text}`"),
            )
            .with_help("`true` asks that the key is absent, `false` that it is there"),
        );
    }
}
