//! Who may make roles, or say what they may do, makes them under a boundary.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate>

use iam_dsl_core::{
    ActionElement, ActionPattern, ConditionBlock, Effect, PolicyDocument, PolicyStatement,
    check::Code,
};

use super::{Account, Members, Report};
use crate::{
    __internals::{HasPolicies, Permissions},
    Action, aws,
    statement::{is_about, is_everywhere},
};

/// What gives a role permissions.
const ACTIONS: [Action; 3] = [
    aws::iam::CreateRole,
    aws::iam::PutRolePolicy,
    aws::iam::AttachRolePolicy,
];

#[inline]
pub(super) fn check(_: &Account, members: &Members, report: &mut Report) {
    let roles = members
        .roles
        .iter()
        .map(|it| (it.label(), it.permissions()));
    let users = members
        .users
        .iter()
        .map(|it| (it.label(), it.permissions()));
    for (identity, permissions) in roles.chain(users) {
        let may = |action: &Action| may(&permissions, *action);
        if let Some(action) = ACTIONS.into_iter().find(may) {
            let text = format!("{identity} is allowed `{action}`, whatever boundary the role has");
            let help = "allow it where `iam:PermissionsBoundary` is the boundary of those roles alone, as \
                        `delegation::role_administration` does";
            report.add(identity, Code::UNBOUNDED_ROLE_CREATION, text, help);
        }
    }
}

#[inline]
fn may(permissions: &Permissions, action: Action) -> bool {
    let documents = || permissions.policies.iter().map(|(_, document)| document);
    let has_full_access = permissions
        .unknown
        .iter()
        .any(|arn| arn.ends_with("::aws:policy/IAMFullAccess"));
    let is_allowed = has_full_access
        || documents().any(|document| {
            // Administrators are told so by their policy.
            allows(document, action, |statement| !is_all(statement))
        });
    let is_denied = documents().any(|document| denies(document, action));
    is_allowed
        && !is_denied
        && match &permissions.boundary {
            // What it leaves is not known.
            Some((_, _, false)) => false,
            Some((_, limit, true)) => allows(limit, action, |_| true) && !denies(limit, action),
            None => true,
        }
}

#[inline]
fn allows(document: &PolicyDocument, action: Action, counts: fn(&PolicyStatement) -> bool) -> bool {
    document.statements().iter().any(|statement| {
        statement.effect() == Effect::Allow
            && is_about(statement, action)
            && !says_boundary(statement)
            && counts(statement)
    })
}

/// Whether the action is denied, or is denied without the right boundary.
#[inline]
fn denies(document: &PolicyDocument, action: Action) -> bool {
    document.statements().iter().any(|statement| {
        statement.effect() == Effect::Deny
            && is_about(statement, action)
            && (is_everywhere(statement) || says_boundary(statement))
    })
}

#[inline]
fn says_boundary(statement: &PolicyStatement) -> bool {
    let conditions = statement.condition().into_iter();
    let mut conditions = conditions.flat_map(ConditionBlock::conditions);
    conditions.any(|(_, key, _)| key.eq_ignore_ascii_case("iam:PermissionsBoundary"))
}

#[inline]
fn is_all(statement: &PolicyStatement) -> bool {
    matches!(statement.action(), Some(ActionElement::Action(actions)) if actions.iter().any(ActionPattern::is_everything))
}
