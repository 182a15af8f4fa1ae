//! Every condition key exists.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>

use crate::check::names::condition_key;
use crate::check::report::Report;
use crate::check::view::Document;

codes! {}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        for (key, _) in &condition.keys {
            if let Some(Err(message)) = key.text.map(condition_key) {
                report.add_at(key, message);
            }
        }
    }
}
