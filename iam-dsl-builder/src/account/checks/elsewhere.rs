//! An account has what is made here.

use iam_dsl_core::check::Code;

use super::{Account, Members, Report};

#[inline]
pub(super) fn check(_: &Account, members: &Members, report: &mut Report) {
    for identity in &members.elsewhere {
        let text = format!("{identity} exists already, by its ARN");
        let help = "an account has what is made here, so leave it out";
        report.add(identity.clone(), Code::IDENTITY_MADE_ELSEWHERE, text, help);
    }
}
