//! A `*` or `?` is a wildcard for the operators that take patterns, and itself for all others.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String>

use super::string_like_with_arn::holds_arns;
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
    /// Instead, write `StringLike` where a pattern is meant, `ArnLike` for keys that hold ARNs, or the value in full.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String>
    WILDCARD_WITHOUT_LIKE_OPERATOR = warning;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        let Some(operator) = condition.operator.text.map(ConditionOperator::from) else {
            continue;
        };
        let (of_text, of_arns) = match operator.base() {
            BaseOperator::StringEquals => ("StringLike", "ArnLike"),
            BaseOperator::StringNotEquals => ("StringNotLike", "ArnNotLike"),
            _ => continue,
        };
        let keys = condition.keys.iter();
        for (key, value) in keys.flat_map(|(key, values)| values.iter().map(move |it| (key, it))) {
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
                let like = if key.text.is_some_and(holds_arns) {
                    of_arns
                } else {
                    of_text
                };
                let help = format!("write `{like}`, if it is a pattern");
                report.add(value.place, value.span, message.with_help(help));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{PolicyKind, check, json};

    /// `StringLike` on a key of ARNs is a finding itself.
    #[test]
    fn arns_are_compared_as_arns() {
        for (key, operator) in [
            ("aws:PrincipalArn", "`ArnLike`"),
            ("aws:userid", "`StringLike`"),
        ] {
            let policy = format!(
                r#"{{"Version": "2012-10-17", "Statement": {{"Effect": "Allow", "Action": "s3:GetObject",
                    "Resource": "arn:aws:s3:::b/*", "Condition": {{"StringEquals": {{"{key}": "x*"}}}}}}}}"#
            );
            let node = json::parse(&policy).unwrap();
            let found = check::validate_node(&node, None, PolicyKind::Identity);
            let help = found.iter().find_map(check::Finding::help).unwrap();
            assert!(help.contains(operator), "{help}");
        }
    }
}
