//! Who hands a role to a service may pass it.
//!
//! Only actions that cannot go without a role count, and only those that are named: a policy with a pattern is seldom all
//! that somebody has.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html>

use super::actions::may_allow;
use super::role_takers::takes_role;
use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Element};
use crate::check::{Code, Message};

codes! {
    /// An action hands a role to a service, and nothing in the policy allows to pass one.
    ///
    /// Functions, clusters and jobs run with a role that is named when they are made. AWS then asks whether the caller may
    /// use the action, and also whether the caller may pass that role. Unless another policy allows that, the call fails.
    ///
    /// Instead, add `iam:PassRole` on the roles that are meant, with the service in the condition key
    /// `iam:PassedToService`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html>
    MISSING_DEPENDENT_ACTION = suggestion, own;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Identity {
        return;
    }
    let allowing = document.statements.iter().filter(|of| of.allows());
    let named = allowing
        .filter_map(|of| of.action())
        .flat_map(Element::known);
    let mut takers = named.filter(|(_, text)| takes_role(text));
    let Some((first, name)) = takers.next() else {
        return;
    };
    if !may_allow(document, "iam:PassRole") {
        report.add_at(first, missing(name, takers.count()));
    }
}

fn missing(name: &str, more: usize) -> Message {
    let who = match more {
        0 => format!("`{name}` also needs"),
        more => format!("`{name}` and {more} more also need"),
    };
    Message::new(
        Code::MISSING_DEPENDENT_ACTION,
        format!("{who} `iam:PassRole`, which this policy does not allow"),
    )
    .with_help("allow `iam:PassRole` on the role that is handed over, with the service in `iam:PassedToService`")
}
