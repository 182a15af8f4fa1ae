//! The groups of users are in the account.

use iam_dsl_core::check::Code;

use super::{Account, Members, Report};

#[inline]
pub(super) fn check(_: &Account, members: &Members, report: &mut Report) {
    for user in &members.users {
        for group in user.groups() {
            if !members.groups.iter().any(|known| known.name() == group) {
                let user = user.label();
                let text = format!("group `{group}` of {user} is not in the account");
                report.add(user, Code::GROUP_NOT_IN_ACCOUNT, text, "add the group");
            }
        }
    }
}
