//! What is looked for with the feature `validate`: how identities sign in and belong together, and each of the policies.

mod allowed;
mod credentials;
mod mfa;
mod passed_roles;
mod policies;
mod role_creation;
mod user_policies;

use super::{Account, AccountFinding, CHECKS, Check, Members, Report, run};

const MORE_CHECKS: &[Check] = &[
    user_policies::check,
    credentials::check,
    mfa::check,
    role_creation::check,
    passed_roles::check,
    policies::check,
];

#[inline]
pub(in crate::account) fn find_all(account: &Account) -> Vec<AccountFinding> {
    let findings = run(account, &[CHECKS, MORE_CHECKS]);
    allowed::take_out(account, findings)
}
