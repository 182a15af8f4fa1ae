//! Policies go to groups and roles, not to single users.
//!
//! AWS: <https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-2>

use iam_dsl_core::check::Code;

use super::{Account, Members, Report};

#[inline]
pub(super) fn check(_: &Account, members: &Members, report: &mut Report) {
    for user in &members.users {
        let has_own = !user.policy().is_empty() || !user.inline_policies().is_empty();
        if has_own || !user.managed_policies().is_empty() {
            let text = format!("{} has policies of its own", user.label());
            let help = "give them to a group, and put the user into it with `.in_group(&group)`";
            report.add(user.label(), Code::POLICY_ATTACHED_TO_USER, text, help);
        }
    }
}
