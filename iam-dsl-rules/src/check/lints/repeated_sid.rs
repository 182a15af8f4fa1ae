//! Each statement has a Sid of its own, also where AWS does not insist.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html>

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// Two statements with one Sid, in a policy whose service lets that pass.
    ///
    /// A Sid is how people and tools speak of a statement, and some services replace or remove a statement by its Sid. With
    /// two of a name, nobody can tell which one is meant.
    ///
    /// Instead, give each statement a Sid of its own, or leave it out.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html>
    UNIQUE_SIDS_RECOMMENDED = warning;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    // Elsewhere it is an error, which a rule finds.
    if !matches!(
        document.kind,
        PolicyKind::Resource | PolicyKind::VpcEndpoint
    ) {
        return;
    }
    let sids = || document.statements.iter().filter_map(|of| of.sid.as_ref());
    for (index, item) in sids().enumerate() {
        let Some(text) = item.text.filter(|text| !text.is_empty()) else {
            continue;
        };
        if sids().take(index).any(|before| before.text == Some(text)) {
            let message = Message::new(
                Code::UNIQUE_SIDS_RECOMMENDED,
                format!("another statement has the Sid `{text}`"),
            );
            report.add_at(
                item,
                message.with_help("give each statement a Sid of its own, or none"),
            );
        }
    }
}
