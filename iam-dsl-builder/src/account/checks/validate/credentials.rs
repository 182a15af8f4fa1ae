//! Nobody has a key that works for ever.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html>

use iam_dsl_core::check::Code;

use super::{Account, Members, Report};
use crate::User;

/// What programs are called, as a word of a user's name.
const PROGRAMS: [&str; 16] = [
    "automation",
    "bot",
    "ci",
    "cicd",
    "circleci",
    "daemon",
    "deployer",
    "github",
    "gitlab",
    "jenkins",
    "lambda",
    "machine",
    "robot",
    "service",
    "svc",
    "terraform",
];

#[inline]
pub(super) fn check(_: &Account, members: &Members, report: &mut Report) {
    for user in &members.users {
        if is_program(user) {
            let text = format!("{} is a program's", user.label());
            let help = "give the program a role: of its service on AWS, by `trust::GitHubActions` and the like for \
                        deployments, by `trust::RolesAnywhere` for other servers";
            report.add(user.label(), Code::USER_FOR_SERVICE, text, help);
        } else if user.has_access_key() {
            let text = format!("{} is a person's and has an access key", user.label());
            let help = "let people sign in through IAM Identity Center, which gives them credentials for hours";
            report.add(user.label(), Code::USER_WITH_ACCESS_KEY, text, help);
        }
    }
}

/// Nobody signs in with a key alone but programs.
#[inline]
fn is_program(user: &User) -> bool {
    let name = user.name().to_ascii_lowercase();
    let mut words = name.split(|character: char| !character.is_ascii_alphanumeric());
    (user.has_access_key() && !user.has_console_access())
        || words.any(|word| PROGRAMS.contains(&word))
}
