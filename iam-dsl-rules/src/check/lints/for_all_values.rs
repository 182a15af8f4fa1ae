//! `ForAllValues` is for keys with several values: it also holds of a request that lacks the key.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>

use crate::check::names::condition_key;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};
use crate::{ConditionOperator, SetOperator};

codes! {
    /// An `Allow` compares a key of one value with `ForAllValues`.
    ///
    /// `ForAllValues` also holds of a request that lacks the key. Who leaves it out is let in.
    ///
    /// Instead, write the operator without `ForAllValues:`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>
    FORALLVALUES_WITH_SINGLE_VALUED_KEY = security_warning;
}

/// Keys that the reference gives one value, while policies of AWS's own ask for all of several.
///
/// AWS: <https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonCodeGuruReviewerFullAccess.html>,
/// <https://docs.aws.amazon.com/dtconsole/latest/userguide/rename.html>
const PERHAPS_SEVERAL: &[&str] = &[
    "codeconnections:ProviderAction",
    "codestar-connections:ProviderAction",
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in document.statements.iter().filter(|of| of.allows()) {
        for condition in &statement.conditions {
            let operator = condition.operator.text.map(ConditionOperator::from);
            if operator.is_none_or(|operator| operator.set() != Some(SetOperator::ForAllValues)) {
                continue;
            }
            for (key, _) in &condition.keys {
                let Some(name) = key.text.filter(|name| has_one_value(name)) else {
                    continue;
                };
                let message = Message::new(
                    Code::FORALLVALUES_WITH_SINGLE_VALUED_KEY,
                    format!(
                        "`{name}` has one value, and `ForAllValues` also holds where it has none"
                    ),
                );
                report.add_at(key, message.with_help("leave `ForAllValues:` out"));
            }
        }
    }
}

fn has_one_value(key: &str) -> bool {
    let is_it = |known: &&str| known.eq_ignore_ascii_case(key);
    if PERHAPS_SEVERAL.iter().any(is_it) {
        return false;
    }
    condition_key(key).is_ok_and(|key| {
        let types = key.types();
        !types.is_empty() && types.iter().all(|holds| !holds.multivalued)
    })
}
