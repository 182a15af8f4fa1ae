//! No action of a list is covered by another.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html>

use std::borrow::Cow;

use super::redundant_items;
use crate::check::Code;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::pattern::subsumes_ignore_case;

codes! {
    /// A list has an action that another of its actions covers.
    ///
    /// It adds nothing. Who takes it out later believes that the action is no longer allowed, and it still is.
    ///
    /// Instead, leave out what is covered, or the pattern that covers it where that is too much.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html>
    REDUNDANT_ACTION = suggestion;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for element in document
        .statements
        .iter()
        .flat_map(|statement| &statement.actions)
    {
        redundant_items::check(
            element,
            Code::REDUNDANT_ACTION,
            |text| Cow::Owned(text.to_ascii_lowercase()),
            subsumes_ignore_case,
            report,
        );
    }
}
