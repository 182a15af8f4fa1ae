//! `Version` is one of the two that IAM knows.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html>

use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// The version is not one of IAM's.
    ///
    /// `Version` says in which version of the policy language a policy is written. It is not the day on which the
    /// policy was changed, and IAM does not save other dates.
    ///
    /// Instead, write `"Version": "2012-10-17"`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html>
    INVALID_VERSION = error;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    let Some(version) = &document.version else {
        return;
    };
    if let Some(text) = version.text
        && !matches!(text, "2012-10-17" | "2008-10-17")
    {
        report.add_at(
            version,
            Message::new(
                Code::INVALID_VERSION,
                format!("unknown policy version `{text}`"),
            )
            .with_help("the version is a date of IAM's, not yours: write `2012-10-17`"),
        );
    }
}
