//! No action of a list is covered by another.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html>

use super::redundant_items;
use crate::check::Code;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::pattern::subsumes_ignore_case;

codes! {
    /// An action that another of the list covers.
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
            str::to_ascii_lowercase,
            subsumes_ignore_case,
            report,
        );
    }
}
