//! A boundary leaves something of what it limits.

use iam_dsl_core::{ActionElement, ActionPattern, Effect, PolicyDocument, check::Code};

use super::{Account, Members, Report};
use crate::{
    __internals::{HasPolicies, Permissions},
    Action, PermissionsBoundary,
    statement::{is_about, is_everywhere},
};

#[inline]
pub(super) fn check(_: &Account, members: &Members, report: &mut Report) {
    for role in &members.roles {
        under(role.label(), &role.permissions(), role.boundary(), report);
    }
    for user in &members.users {
        under(user.label(), &user.permissions(), user.boundary(), report);
    }
}

#[inline]
fn under(
    identity: String,
    permissions: &Permissions,
    boundary: Option<PermissionsBoundary>,
    report: &mut Report,
) {
    // What is not known may allow anything.
    let known = boundary.filter(PermissionsBoundary::has_known_text);
    let (Some(boundary), true) = (known, permissions.unknown.is_empty()) else {
        return;
    };
    let limit = boundary.policy();
    let mut allowed = permissions
        .policies
        .iter()
        .flat_map(|(_, policy)| allowed(policy))
        .peekable();
    if allowed.peek().is_none() || allowed.any(|actions| leaves(limit.document(), actions)) {
        return;
    }
    let boundary = boundary.label();
    let text = format!("{boundary} allows nothing of what {identity} is allowed");
    let help = "together they allow nothing: give it another boundary, or let this one allow what it is for";
    report.add(identity, Code::BOUNDARY_ALLOWS_NOTHING, text, help);
}

#[inline]
fn allowed(document: &PolicyDocument) -> impl Iterator<Item = &ActionElement> {
    let allows = document
        .statements()
        .iter()
        .filter(|statement| statement.effect() == Effect::Allow);
    allows.filter_map(|statement| statement.action())
}

/// Whether a boundary allows one of these actions somewhere.
#[inline]
fn leaves(limit: &PolicyDocument, actions: &ActionElement) -> bool {
    match actions {
        ActionElement::Action(actions) => actions.iter().any(|actions| leaves_any(limit, actions)),
        // All actions but some nearly always have some in common with others.
        ActionElement::NotAction(_) => allowed(limit).next().is_some(),
    }
}

#[inline]
fn leaves_any(limit: &PolicyDocument, actions: &ActionPattern) -> bool {
    let mut known = actions.expand().peekable();
    if known.peek().is_some() {
        return known.any(|action| allows(limit, action));
    }
    // An action that the catalog lacks.
    allowed(limit).any(|limit| match limit {
        ActionElement::Action(limit) => limit.iter().any(|limit| limit.overlaps(actions)),
        ActionElement::NotAction(_) => true,
    })
}

#[inline]
fn allows(limit: &PolicyDocument, action: Action) -> bool {
    let mut is_allowed = false;
    for statement in limit.statements() {
        if is_about(statement, action) {
            match statement.effect() {
                Effect::Allow => is_allowed = true,
                Effect::Deny if is_everywhere(statement) => return false,
                Effect::Deny => {}
            }
        }
    }
    is_allowed
}
