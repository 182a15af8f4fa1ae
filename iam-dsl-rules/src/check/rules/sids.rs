//! Sids are of the characters the kind of policy takes, and no two are the same.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html>

use std::collections::HashSet;

use crate::PolicyKind;
use crate::check::names::{has_variable, sid};
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// Two statements have the same Sid.
    ///
    /// A Sid names one statement. IAM and AWS Organizations do not save a policy with two of one name.
    ///
    /// Instead, give each statement a Sid of its own, or leave Sids out.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html>
    UNIQUE_SIDS_REQUIRED = error;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    // The services that keep policies of resources let two of them be the same, which only a lint minds.
    let are_unique = !matches!(
        document.kind,
        PolicyKind::Resource | PolicyKind::VpcEndpoint
    );
    let mut seen = HashSet::new();
    for item in document
        .statements
        .iter()
        .filter_map(|statement| statement.sid.as_ref())
    {
        let Some(text) = item.text.filter(|text| !has_variable(text)) else {
            continue;
        };
        if let Err(message) = sid(text, document.kind) {
            report.add_at(item, message);
        }
        // IAM treats an empty Sid as none.
        if are_unique && !text.is_empty() && !seen.insert(text) {
            report.add_at(
                item,
                Message::new(
                    Code::UNIQUE_SIDS_REQUIRED,
                    format!("another statement has the Sid `{text}`"),
                )
                .with_help("give each statement a Sid of its own, or none"),
            );
        }
    }
}
