//! No resource of a list is covered by another.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html>

use std::borrow::Cow;

use super::redundant_items;
use crate::check::Code;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::pattern::subsumes;

codes! {
    /// A list has a resource that another of its resources covers.
    ///
    /// It adds nothing. Who takes it out later believes that the resource is no longer reached, and it still is.
    ///
    /// Instead, leave out what is covered, or the pattern that covers it where that is too much.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>
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
            |text| Cow::Borrowed(text),
            subsumes,
            report,
        );
    }
}
