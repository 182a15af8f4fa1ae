//! A key of many values is compared with `ForAllValues` or `ForAnyValue`.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>

use crate::check::names::condition_key;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};
use crate::{BaseOperator, ConditionOperator};

codes! {
    /// A key of many values is compared as if it had one.
    ///
    /// A request can have several values there, and IAM wants to know whether one of them is enough or all of them have
    /// to fit.
    ///
    /// Instead, write `ForAnyValue:` before the operator where one is enough, or `ForAllValues:` where all have to fit.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>
    MISSING_QUALIFIER = error;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        let Some(text) = condition.operator.text else {
            continue;
        };
        let operator = ConditionOperator::from(text);
        if operator.set().is_some()
            || matches!(
                operator.base(),
                BaseOperator::Null | BaseOperator::Unknown(_)
            )
        {
            continue;
        }
        for (key, _) in &condition.keys {
            let Some(name) = key.text else { continue };
            let Ok(checked) = condition_key(name) else {
                continue;
            };
            let types = checked.types();
            if !types.is_empty() && types.iter().all(|key_type| key_type.multivalued) {
                report.add_at(
                    key,
                    Message::new(
                        Code::MISSING_QUALIFIER,
                        format!("`{name}` has many values, and `{text}` compares one"),
                    )
                    .with_help(format!("use `ForAnyValue:{text}` or `ForAllValues:{text}`")),
                );
            }
        }
    }
}
