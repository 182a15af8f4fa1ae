//! Global condition keys that AWS has replaced are left to old policies.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>

use crate::check::names::condition_key;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// A global condition key that AWS keeps for old policies alone.
    ///
    /// The key still works where it did, but services that are newer do not send it, so that a condition on it never holds
    /// for them.
    ///
    /// Instead, use the key that has replaced it: `aws:PrincipalArn` for `aws:ARN`, `aws:SourceAccount` or `aws:SourceArn`
    /// for `aws:SourceOwner`.
    ///
    /// AWS: <https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html>
    DEPRECATED_GLOBAL_CONDITION_KEY = warning;
}

/// Keys that old policies have, and what is used now.
const REPLACED: &[(&str, &str)] = &[
    // Access Analyzer's page names it here and as a key that is an error.
    ("aws:ARN", "`aws:PrincipalArn`"),
    // AWS: https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
    ("aws:SourceOwner", "`aws:SourceAccount` or `aws:SourceArn`"),
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        for (item, _) in &condition.keys {
            let Some(name) = item.text else { continue };
            if let Some(message) = replaced(name).or_else(|| dropped(name)) {
                report.add_at(item, message);
            }
        }
    }
}

fn replaced(name: &str) -> Option<Message> {
    let (_, now) = REPLACED
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    let text = format!("`{name}` is a key that new services no longer send");
    let message = Message::new(Code::DEPRECATED_GLOBAL_CONDITION_KEY, text);
    Some(message.with_help(format!("compare {now}")))
}

/// A key that AWS listed once and does so no longer.
fn dropped(name: &str) -> Option<Message> {
    // Most keys are not global: spares the look into the catalog.
    let prefix = name.get(..4)?;
    let key = prefix
        .eq_ignore_ascii_case("aws:")
        .then(|| condition_key(name).ok()?.entry())??;
    key.is_global_deprecated().then(|| {
        let text = format!("AWS no longer lists the condition key `{name}`");
        Message::new(Code::DEPRECATED_GLOBAL_CONDITION_KEY, text)
            .with_help("see the global condition keys for the one that is used now")
    })
}
