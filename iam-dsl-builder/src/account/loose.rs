//! What hangs loose.

use iam_dsl_core::{ActionElement, Effect, PolicyDocument};

use super::{
    AccountFinding,
    member::{Member, Members},
};
use crate::{
    __internals::{HasPolicies, Permissions},
    ManagedPolicy, PermissionsBoundary,
};

#[inline]
pub(super) fn find(members: &Members) -> Vec<AccountFinding> {
    let mut findings = Vec::new();
    attached(members, &mut findings);
    trusted(members, &mut findings);
    bounded(members, &mut findings);
    named(members, &mut findings);
    grouped(members, &mut findings);
    profiles(members, &mut findings);
    for identity in &members.elsewhere {
        let identity = identity.clone();
        findings.push(AccountFinding::MadeElsewhere { identity });
    }
    refused(members, &mut findings);
    findings
}

#[inline]
fn attached(members: &Members, findings: &mut Vec<AccountFinding>) {
    let mut attached: Vec<ManagedPolicy> = Vec::new();
    let mut boundaries: Vec<PermissionsBoundary> = Vec::new();
    for role in &members.roles {
        attached.extend(role.managed_policies());
        boundaries.extend(role.boundary());
    }
    for user in &members.users {
        attached.extend(user.managed_policies());
        boundaries.extend(user.boundary());
    }
    for group in &members.groups {
        attached.extend(group.managed_policies());
    }
    let mut nobody =
        |policy: String| findings.push(AccountFinding::PolicyAttachedToNothing { policy });
    for policy in &members.policies {
        let is_boundary = boundaries.iter().any(|known| known.is(&policy.into()));
        if !is_boundary && !attached.iter().any(|known| known.is(policy)) {
            nobody(policy.label());
        }
    }
    for boundary in &members.boundaries {
        if !boundaries.iter().any(|known| known.is(boundary)) {
            nobody(boundary.label());
        }
    }
}

#[inline]
fn trusted(members: &Members, findings: &mut Vec<AccountFinding>) {
    for role in &members.roles {
        if role.trust_policy().is_empty() {
            let role = role.label();
            findings.push(AccountFinding::RoleTrustedByNobody { role });
        }
    }
}

#[inline]
fn bounded(members: &Members, findings: &mut Vec<AccountFinding>) {
    for role in &members.roles {
        under(role.label(), &role.permissions(), role.boundary(), findings);
    }
    for user in &members.users {
        under(user.label(), &user.permissions(), user.boundary(), findings);
    }
}

#[inline]
fn under(
    identity: String,
    permissions: &Permissions,
    boundary: Option<PermissionsBoundary>,
    findings: &mut Vec<AccountFinding>,
) {
    // What is not known may allow anything.
    let known = boundary.filter(PermissionsBoundary::has_known_text);
    let (Some(boundary), true) = (known, permissions.unknown.is_empty()) else {
        return;
    };
    let limit = boundary.policy();
    let mut policies = permissions.policies.iter().map(|(_, policy)| policy);
    let allows = policies
        .clone()
        .any(|policy| allowed(policy).next().is_some());
    if allows && !policies.any(|policy| overlaps(policy, limit.document())) {
        let boundary = boundary.label();
        findings.push(AccountFinding::BoundaryAllowsNothing { identity, boundary });
    }
}

/// Whether some action that one document allows may be one that the other allows as well.
#[inline]
fn overlaps(policy: &PolicyDocument, limit: &PolicyDocument) -> bool {
    allowed(policy).any(|left| {
        allowed(limit).any(|right| match (left, right) {
            (ActionElement::Action(left), ActionElement::Action(right)) => left
                .iter()
                .any(|left| right.iter().any(|right| left.overlaps(right))),
            // All actions but some nearly always have some in common with others.
            _ => true,
        })
    })
}

#[inline]
fn allowed(document: &PolicyDocument) -> impl Iterator<Item = &ActionElement> {
    let allows = document
        .statements()
        .iter()
        .filter(|statement| statement.effect() == Effect::Allow);
    allows.filter_map(|statement| statement.action())
}

#[inline]
fn named(members: &Members, findings: &mut Vec<AccountFinding>) {
    let all = members.all();
    let labels: Vec<String> = all.iter().map(Member::label).collect();
    for (index, (member, label)) in all.iter().zip(&labels).enumerate() {
        // IAM tells no two names apart by their case; other services do.
        let is_same = |other: &String| match member {
            Member::Resource(_) => other == label,
            _ => other.eq_ignore_ascii_case(label),
        };
        if labels.iter().take(index).any(is_same) {
            let identity = label.clone();
            findings.push(AccountFinding::NameUsedTwice { identity });
        }
    }
}

#[inline]
fn grouped(members: &Members, findings: &mut Vec<AccountFinding>) {
    for user in &members.users {
        for group in user.groups() {
            if !members.groups.iter().any(|known| known.name() == group) {
                let user = user.label();
                findings.push(AccountFinding::GroupIsMissing { user, group });
            }
        }
    }
}

#[inline]
fn profiles(members: &Members, findings: &mut Vec<AccountFinding>) {
    for profile in &members.profiles {
        if profile.roles().is_empty() {
            let profile = profile.label();
            findings.push(AccountFinding::ProfileWithoutRole { profile });
        }
    }
}

#[inline]
fn refused(members: &Members, findings: &mut Vec<AccountFinding>) {
    for member in members.all() {
        let mistakes = member.mistakes().into_iter();
        findings.extend(mistakes.map(AccountFinding::Refused));
    }
}
