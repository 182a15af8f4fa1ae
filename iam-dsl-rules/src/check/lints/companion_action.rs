//! Who may be given a source identity, tags or a context is let have them by the same statement.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html>,
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html>

use super::actions::may_allow;
use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Element, Leaf};
use crate::check::{Code, Message};
use crate::pattern::glob_ignore_case;

codes! {
    /// A condition on what a session is given, without the action that lets it be given.
    ///
    /// A session has a source identity only where `sts:SetSourceIdentity` is allowed, and tags only where `sts:TagSession`
    /// is. Without them the condition asks for something that no request may carry, so that nobody can assume the role.
    ///
    /// Instead, add the action beside `sts:AssumeRole` in the same statement.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html#id_credentials_temp_control-access_monitor-perms>
    MISSING_ACTION_FOR_CONDITION_KEY = error_of_text;
}

/// Keys of requests to assume a role, and the action without which no request has them.
const COMPANIONS: &[(&str, &str)] = &[
    // AWS: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html#id_credentials_temp_control-access_monitor-perms
    ("sts:SourceIdentity", "sts:SetSourceIdentity"),
    // AWS: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required
    ("aws:RequestTag/*", "sts:TagSession"),
    ("aws:TagKeys", "sts:TagSession"),
    ("sts:TransitiveTagKeys", "sts:TagSession"),
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    // Policies of organizations let nobody do anything.
    if matches!(document.kind, PolicyKind::Scp | PolicyKind::Rcp) {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.allows()) {
        if statement.action().is_none_or(|of| !assumes_roles(of)) {
            continue;
        }
        let wanted = statement.conditions.iter().filter(|of| of.wants_keys());
        for (item, _) in wanted.flat_map(|condition| &condition.keys) {
            let Some((key, action)) = item.text.and_then(companion) else {
                continue;
            };
            if !may_allow(document, action) {
                report.add_at(item, missing(key, action));
            }
        }
    }
}

/// Tells whether all of the actions are known to be for assuming a role.
fn assumes_roles(actions: &Element<'_>) -> bool {
    let assumes = |item: &Leaf<'_>| {
        item.text
            .is_some_and(|text| glob_ignore_case("sts:AssumeRole*", text))
    };
    !actions.items.is_empty() && actions.items.iter().all(assumes)
}

fn companion(name: &str) -> Option<(&str, &'static str)> {
    let found = COMPANIONS
        .iter()
        .find(|(pattern, _)| glob_ignore_case(pattern, name));
    found.map(|(_, action)| (name, *action))
}

fn missing(key: &str, action: &str) -> Message {
    let text = format!("no request may have `{key}` where `{action}` is not allowed");
    Message::new(Code::MISSING_ACTION_FOR_CONDITION_KEY, text)
        .with_help(format!("add `{action}` to the actions of the statement"))
}
