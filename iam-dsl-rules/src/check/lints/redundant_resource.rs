//! No resource of a list is covered by another.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html>

use super::redundant_items;
use crate::check::Code;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::pattern::subsumes;

codes! {
    /// A resource that another of the list covers.
    REDUNDANT_RESOURCE = suggestion;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for element in document
        .statements
        .iter()
        .flat_map(|statement| &statement.resources)
    {
        redundant_items::check(
            element,
            Code::REDUNDANT_RESOURCE,
            str::to_owned,
            subsumes,
            report,
        );
    }
}
