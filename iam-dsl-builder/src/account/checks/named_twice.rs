//! A name is used once.

use iam_dsl_core::check::Code;

use super::{Account, Members, Report};
use crate::account::member::Member;

#[inline]
pub(super) fn check(_: &Account, members: &Members, report: &mut Report) {
    let all = members.all();
    let names: Vec<String> = all.iter().map(Member::unique_name).collect();
    for (index, (member, name)) in all.iter().zip(&names).enumerate() {
        // IAM tells no two names apart by their case; other services do.
        let is_same = |other: &String| match member {
            Member::Resource(_) => other == name,
            _ => other.eq_ignore_ascii_case(name),
        };
        if names.iter().take(index).any(is_same) {
            let text = format!("{name} is there twice, by two handles");
            let help = "use one, or another name, whose case does not count";
            report.add(member.label(), Code::NAME_USED_TWICE, text, help);
        }
    }
}
