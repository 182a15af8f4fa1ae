//! Roles are trusted by somebody.

use iam_dsl_core::check::Code;

use super::{Account, Members, Report};

#[inline]
pub(super) fn check(_: &Account, members: &Members, report: &mut Report) {
    for role in &members.roles {
        if role.trust_policy().is_empty() {
            let text = format!("{} is trusted by nobody", role.label());
            let help = "say who may assume it with `.trusted_by(..)`";
            report.add(role.label(), Code::ROLE_WITHOUT_TRUST, text, help);
        }
    }
}
