//! Patterns of ARNs are compared as ARNs: the wildcards of text also match the `:` between the parts.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN>

use iam_dsl_catalog::ValueType;

use crate::check::names::condition_key;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};
use crate::{BaseOperator, ConditionOperator};

codes! {
    /// ARNs are compared as patterns of text.
    ///
    /// For `StringLike` a `*` also stands for colons, and so for more parts of the ARN than it seems to.
    ///
    /// Instead, write `ArnLike`, for which a `*` stays within its part.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN>
    STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS = security_warning;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        let Some(operator) = condition.operator.text.map(ConditionOperator::from) else {
            continue;
        };
        let instead = match operator.base() {
            BaseOperator::StringLike => "ArnLike",
            BaseOperator::StringNotLike => "ArnNotLike",
            _ => continue,
        };
        for (key, _) in &condition.keys {
            let Some(name) = key.text.filter(|name| holds_arns(name)) else {
                continue;
            };
            let message = Message::new(
                Code::STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS,
                format!(
                    "`{name}` holds ARNs, whose parts a `*` of `{}` crosses",
                    operator.base().as_str()
                ),
            );
            report.add_at(key, message.with_help(format!("write `{instead}`")));
        }
    }
}

/// Whether what a condition key holds is compared as ARNs.
pub(super) fn holds_arns(key: &str) -> bool {
    condition_key(key).is_ok_and(|key| {
        let mut types = key.types().iter();
        types.any(|holds| holds.value == ValueType::Arn)
    })
}
