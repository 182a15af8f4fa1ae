//! Policies are attached to somebody.

use iam_dsl_core::check::Code;

use super::{Account, Members, Report};
use crate::{ManagedPolicy, PermissionsBoundary};

#[inline]
pub(super) fn check(_: &Account, members: &Members, report: &mut Report) {
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
    let mut add = |policy: String| {
        let text = format!("{policy} is attached to nothing");
        let help = "attach it, or leave it out";
        report.add(policy, Code::POLICY_ATTACHED_TO_NOTHING, text, help);
    };
    for policy in &members.policies {
        let is_boundary = boundaries.iter().any(|known| known.is(&policy.into()));
        if !is_boundary && !attached.iter().any(|known| known.is(policy)) {
            add(policy.label());
        }
    }
    for boundary in &members.boundaries {
        if !boundaries.iter().any(|known| known.is(boundary)) {
            add(boundary.label());
        }
    }
}
