//! Every action exists, and every pattern matches one that does.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html>

use crate::check::names::{action_pattern, has_variable};
use crate::check::report::Report;
use crate::check::view::Document;

codes! {}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in &document.statements {
        for element in &statement.actions {
            for (item, text) in element.known() {
                // Variables have a rule of their own.
                if has_variable(text) {
                    continue;
                }
                if let Err(message) = action_pattern(text) {
                    report.add_at(item, message);
                }
            }
        }
    }
}
