//! What is allowed is no finding, and what allows nothing is one.

use iam_dsl_core::check::Allowance;

use super::{Account, AccountFinding};
use crate::{account::Allowed, identity::Identity};

#[inline]
pub(super) fn take_out(
    account: &Account,
    mut findings: Vec<AccountFinding>,
) -> Vec<AccountFinding> {
    let mut about = Vec::new();
    let mut good = Vec::new();
    for allowed in all(account) {
        let allowance = &allowed.allowance;
        let message = if !allowance.has_reason() {
            allowance.without_reason()
        } else if findings.iter().any(|finding| allowed.has(finding)) {
            good.push(allowed);
            continue;
        } else {
            allowance.stale()
        };
        let of = allowed.of.unwrap_or_else(|| "the account".to_owned());
        about.push(AccountFinding::new(of, message));
    }
    findings.retain(|finding| !good.iter().any(|allowed| allowed.has(finding)));
    findings.append(&mut about);
    findings
}

impl Allowed {
    #[inline]
    fn has(&self, finding: &AccountFinding) -> bool {
        finding.code() == self.allowance.code()
            && self.of.as_ref().is_none_or(|of| of == finding.of())
    }
}

/// What is allowed of the account, and of each of its identities.
#[inline]
fn all(account: &Account) -> Vec<Allowed> {
    let mut all = account.allowances.clone();
    let members = account.collected();
    let mut of_identity = |identity: &Identity| {
        let of = |allowance: &Allowance| Allowed {
            of: Some(identity.label()),
            allowance: allowance.clone(),
        };
        let allowances = identity.lock().allowances.clone();
        all.extend(allowances.as_slice().iter().map(of));
    };
    members
        .roles
        .iter()
        .for_each(|it| of_identity(it.identity()));
    members
        .users
        .iter()
        .for_each(|it| of_identity(it.identity()));
    members
        .groups
        .iter()
        .for_each(|it| of_identity(it.identity()));
    members
        .policies
        .iter()
        .for_each(|it| of_identity(it.identity()));
    members
        .profiles
        .iter()
        .for_each(|it| of_identity(it.identity()));
    for boundary in &members.boundaries {
        if !members
            .policies
            .iter()
            .any(|known| boundary.is(&known.into()))
        {
            of_identity(boundary.identity());
        }
    }
    all
}
