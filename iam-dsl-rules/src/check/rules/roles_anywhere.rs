//! A role for IAM Roles Anywhere lets it assume the role, tag the session and say whose certificate it is.
//!
//! AWS: <https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html>

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Element, Leaf, Statement};
use crate::check::{Code, Message};
use crate::pattern::glob_ignore_case;

codes! {
    /// IAM Roles Anywhere may not do all that it needs to give out credentials.
    ///
    /// It assumes the role, tags the session and says whose certificate it is, which are three actions. If one is
    /// missing, nobody gets credentials.
    ///
    /// Instead, allow `sts:AssumeRole`, `sts:SetSourceIdentity` and `sts:TagSession`.
    ///
    /// AWS: <https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html>
    MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY = error;
}

const SERVICE: &str = "rolesanywhere.amazonaws.com";

const NEEDED: &[&str] = &["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Trust {
        return;
    }
    let mut first: Option<&Leaf<'_>> = None;
    let mut allowed = Vec::new();
    for statement in document.statements.iter().filter(|of| of.allows()) {
        let Some(service) = service_in(statement) else {
            continue;
        };
        let Some(patterns) = statement.action().and_then(Element::all_known) else {
            return;
        };
        first = first.or(Some(service));
        allowed.extend(patterns);
    }
    let Some(service) = first else { return };
    let is_allowed = |action: &str| {
        allowed
            .iter()
            .any(|pattern| glob_ignore_case(pattern, action))
    };
    let missing: Vec<String> = NEEDED
        .iter()
        .filter(|action| !is_allowed(action))
        .map(|action| format!("`{action}`"))
        .collect();
    if missing.is_empty() {
        return;
    }
    let message = Message::new(
        Code::MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY,
        format!(
            "`{SERVICE}` cannot use the role without {}",
            missing.join(" and ")
        ),
    );
    report.add_at(
        service,
        message.with_help(format!("allow it {}", missing.join(" and "))),
    );
}

fn service_in<'s>(statement: &'s Statement<'_>) -> Option<&'s Leaf<'s>> {
    statement
        .principals_of("Service")
        .find(|service| service.text == Some(SERVICE))
}
