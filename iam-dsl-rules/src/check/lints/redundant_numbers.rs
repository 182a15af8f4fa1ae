//! One bound is enough: of several, only the widest counts.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-condition-value-num>

use crate::check::report::Report;
use crate::check::view::{ConditionValue, Document};
use crate::check::{Code, Message};
use crate::{BaseOperator, ConditionOperator};

codes! {
    /// A number is compared with several bounds, of which one counts.
    ///
    /// A list means that one of its values is enough, so that the widest bound decides and the others do nothing.
    ///
    /// Instead, write the one that is meant.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric>
    REDUNDANT_CONDITION_VALUE_NUM = suggestion;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        let Some(operator) = condition.operator.text.map(ConditionOperator::from) else {
            continue;
        };
        let (which, sign) = match operator.base() {
            BaseOperator::NumericLessThan | BaseOperator::NumericLessThanEquals => {
                ("greatest", 1.0)
            }
            BaseOperator::NumericGreaterThan | BaseOperator::NumericGreaterThanEquals => {
                ("least", -1.0)
            }
            _ => continue,
        };
        for (key, values) in condition.keys.iter().filter(|(_, values)| values.len() > 1) {
            let Some(numbers) = values.iter().map(number).collect::<Option<Vec<_>>>() else {
                continue;
            };
            let widest = numbers
                .iter()
                .max_by(|(left, _), (right, _)| (sign * left).total_cmp(&(sign * right)));
            if let (Some(name), Some((_, bound))) = (key.text, widest) {
                let message = Message::new(
                    Code::REDUNDANT_CONDITION_VALUE_NUM,
                    format!("of the values of `{name}`, only the {which} counts"),
                );
                report.add_at(key, message.with_help(format!("write `{bound}` alone")));
            }
        }
    }
}

fn number<'a>(value: &ConditionValue<'a>) -> Option<(f64, &'a str)> {
    let text = value.scalar.text()?;
    Some((text.parse().ok()?, text))
}
