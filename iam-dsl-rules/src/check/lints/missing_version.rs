//! A policy says its version: without one it is of 2008, and variables stand for themselves.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html>

use crate::check::report::Report;
use crate::check::view::{Document, Place};
use crate::check::{Code, Message};
use crate::json::Span;

codes! {
    /// The policy has no `Version`.
    ///
    /// It is then of the version of 2008, in which policy variables such as `${aws:username}` are plain text and match
    /// nothing.
    ///
    /// Instead, write `"Version": "2012-10-17"`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html>
    MISSING_VERSION = warning;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.version.is_none() {
        let message = Message::new(Code::MISSING_VERSION, "the policy has no `Version`")
            .with_help("add `\"Version\": \"2012-10-17\"`");
        report.add(Place::default(), Span { start: 0, end: 0 }, message);
    }
}
