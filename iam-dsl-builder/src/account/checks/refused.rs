//! IAM takes all names, paths, tags, counts and sizes.

use iam_dsl_core::check::Code;

use super::{Account, Members, Report};

#[inline]
pub(super) fn check(_: &Account, members: &Members, report: &mut Report) {
    for member in members.all() {
        for error in member.mistakes() {
            let text = error.to_string();
            report.add(member.label(), Code::REFUSED_BY_IAM, text, error.help());
        }
    }
}
