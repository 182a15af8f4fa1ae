//! What is looked for in an account, one check a file, all listed here.
//!
//! The codes and what they mean are in `iam-dsl-rules`, `check/account.rs`.

mod attached_to_nothing;
mod bounded;
mod elsewhere;
mod grouped;
mod named_twice;
mod profiles;
mod refused;
mod trusted;
#[cfg(feature = "validate")]
mod validate;

use iam_dsl_core::check::{Code, Message};

#[cfg(feature = "validate")]
pub(super) use self::validate::find_all;
use super::{Account, AccountFinding, member::Members};

type Check = fn(&Account, &Members, &mut Report);

/// What hangs loose, and what IAM would refuse.
const CHECKS: &[Check] = &[
    attached_to_nothing::check,
    trusted::check,
    bounded::check,
    named_twice::check,
    grouped::check,
    profiles::check,
    elsewhere::check,
    refused::check,
];

#[inline]
pub(super) fn find(account: &Account) -> Vec<AccountFinding> {
    run(account, &[CHECKS])
}

#[inline]
fn run(account: &Account, checks: &[&[Check]]) -> Vec<AccountFinding> {
    let members = account.collected();
    let mut report = Report::default();
    for check in checks.iter().copied().flatten() {
        check(account, &members, &mut report);
    }
    report.findings
}

/// The findings so far.
#[derive(Debug, Default)]
struct Report {
    findings: Vec<AccountFinding>,
}

impl Report {
    /// Says what is wrong with an identity or a resource, and what to do about it.
    #[inline]
    fn add(&mut self, of: String, code: Code, text: String, help: &str) {
        let message = Message::new(code, text).with_help(help);
        self.findings.push(AccountFinding::new(of, message));
    }
}
