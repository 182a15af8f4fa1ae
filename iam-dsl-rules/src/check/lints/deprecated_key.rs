//! Global condition keys are those that AWS still documents.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>

use crate::check::names::condition_key;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for (key, _) in document.conditions().flat_map(|condition| &condition.keys) {
        let Some(name) = key.text else { continue };
        let entry = condition_key(name).ok().and_then(|checked| checked.entry());
        if entry.is_some_and(iam_dsl_catalog::ConditionKey::is_global_deprecated) {
            let message = Message::new(
                Code::DEPRECATED_GLOBAL_CONDITION_KEY,
                format!("AWS has given up the condition key `{name}`"),
            );
            report.add_at(
                key,
                message.with_help("use the key that AWS documents in its place"),
            );
        }
    }
}
