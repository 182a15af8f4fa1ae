//! Instance profiles give a role.

use iam_dsl_core::check::Code;

use super::{Account, Members, Report};

#[inline]
pub(super) fn check(_: &Account, members: &Members, report: &mut Report) {
    for profile in &members.profiles {
        if profile.roles().is_empty() {
            let text = format!("{} gives no role", profile.label());
            let help = "say which with `.with_role(..)`";
            let code = Code::INSTANCE_PROFILE_WITHOUT_ROLE;
            report.add(profile.label(), code, text, help);
        }
    }
}
