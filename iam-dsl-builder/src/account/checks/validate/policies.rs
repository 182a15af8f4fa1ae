//! Each policy of the account by itself.

use iam_dsl_core::check::Code;

use super::{Account, AccountFinding, Members, Report};
use crate::{Policy, identity::Identity, policy::Kind};

#[inline]
pub(super) fn check(account: &Account, members: &Members, report: &mut Report) {
    let mut each = Each { account, report };
    for role in &members.roles {
        if !role.trust_policy().is_empty() {
            each.policy(&role.label(), "trust policy", &role.trust_policy());
        }
        each.identity(role.identity());
    }
    for user in &members.users {
        each.identity(user.identity());
    }
    for group in &members.groups {
        each.identity(group.identity());
    }
    for policy in &members.policies {
        each.policy(&policy.label(), "policy", &policy.policy());
    }
    for boundary in &members.boundaries {
        if !members
            .policies
            .iter()
            .any(|known| boundary.is(&known.into()))
        {
            each.policy(&boundary.label(), "policy", &boundary.policy());
        }
    }
    for resource in &members.resources {
        if !resource.policy().is_empty() {
            each.policy(&resource.label(), "policy", &resource.policy());
        }
    }
}

struct Each<'a> {
    account: &'a Account,
    report: &'a mut Report,
}

impl Each<'_> {
    #[inline]
    fn identity(&mut self, identity: &Identity) {
        let own = identity.policy();
        if !own.is_empty() {
            self.policy(&identity.label(), "policy", &own);
        }
        for (name, policy) in identity.inline_policies() {
            self.policy(
                &identity.label(),
                &format!("inline policy `{name}`"),
                &policy,
            );
        }
    }

    #[inline]
    fn policy<K: Kind>(&mut self, of: &str, document: &str, policy: &Policy<K>) {
        let policy = policy.resolved(&|token| self.account.value_of(token));
        for finding in policy.validate() {
            // Policies are split where they are too large, and quotas raised: `REFUSED_BY_IAM` knows.
            if !is_of_size(finding.code()) {
                let (of, document) = (of.to_owned(), document.to_owned());
                let finding = AccountFinding::in_document(of, document, finding);
                self.report.findings.push(finding);
            }
        }
    }
}

#[inline]
fn is_of_size(code: Code) -> bool {
    [
        Code::POLICY_SIZE_EXCEEDS_BOUNDARY_QUOTA,
        Code::POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA,
        Code::POLICY_SIZE_EXCEEDS_MANAGED_POLICY_QUOTA,
        Code::POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA,
    ]
    .contains(&code)
}
