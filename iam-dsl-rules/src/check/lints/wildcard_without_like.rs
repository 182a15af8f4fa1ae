//! A `*` or `?` is a wildcard for the operators that take patterns, and itself for all others.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String>

use crate::check::report::Report;
use crate::check::view::{Document, Scalar};
use crate::check::{Code, Message};
use crate::{BaseOperator, ConditionOperator};

codes! {
    /// A value with `*` or `?` is compared by an operator for which these are plain characters.
    ///
    /// `StringEquals` compares letter by letter. No value has a `*` in it, so that the condition never holds, or always
    /// where it is negated.
    ///
    /// Instead, write `StringLike` where a pattern is meant, or the value in full.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String>
    WILDCARD_WITHOUT_LIKE_OPERATOR = warning;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        let Some(operator) = condition.operator.text.map(ConditionOperator::from) else {
            continue;
        };
        let like = match operator.base() {
            BaseOperator::StringEquals => BaseOperator::StringLike,
            BaseOperator::StringNotEquals => BaseOperator::StringNotLike,
            _ => continue,
        };
        for value in condition.keys.iter().flat_map(|(_, values)| values) {
            let Scalar::Text(text) = value.scalar else {
                continue;
            };
            // `${*}` and `${?}` are how a policy writes the characters themselves.
            if text
                .replace("${*}", "")
                .replace("${?}", "")
                .contains(['*', '?'])
            {
                let message = Message::new(
                    Code::WILDCARD_WITHOUT_LIKE_OPERATOR,
                    format!(
                        "`{}` takes the wildcards of `{text}` as plain characters",
                        operator.base().as_str()
                    ),
                );
                let help = format!("write `{}`, if it is a pattern", like.as_str());
                report.add(value.place, value.span, message.with_help(help));
            }
        }
    }
}
