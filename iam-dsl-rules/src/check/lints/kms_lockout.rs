//! Somebody can change the policy of a key: else nobody can but AWS Support, not even an administrator.
//!
//! AWS: <https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html>

use super::callers::everybody;
use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Leaf, PrincipalValue, Statement};
use crate::check::{Code, Message};

codes! {
    /// A key policy that nobody can change.
    ///
    /// A KMS key is managed by those alone whom its own policy lets do so, and policies of IAM count only if the key policy
    /// names the account. Without anybody who may call `kms:PutKeyPolicy` the key cannot be repaired, nor deleted.
    ///
    /// Instead, let the account decide with its own policies: allow `kms:*` to `arn:aws:iam::ACCOUNT:root`. A `Deny` of
    /// `kms:PutKeyPolicy` needs a condition that leaves the administrators out, such as `ArnNotLike` on
    /// `aws:PrincipalArn`.
    ///
    /// AWS: <https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html>
    KMS_KEY_LOCKOUT = warning, own;
}

/// What changes a key policy; nobody of another account can.
const PUT: &str = "kms:PutKeyPolicy";

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Resource || !is_key_policy(document) {
        return;
    }
    let allows: Vec<&Statement<'_>> = document
        .statements
        .iter()
        .filter(|of| of.allows() && of.acts_on(PUT) && is_for_identities(of))
        .collect();
    if allows.is_empty() {
        if let Some(first) = document.statements.first() {
            let message = Message::new(
                Code::KMS_KEY_LOCKOUT,
                format!(
                    "nobody is allowed `{PUT}`, so that nobody can change the policy of the key"
                ),
            );
            report.add(first.place, first.span, message.with_help("allow `kms:*` to the account of the key: `\"AWS\": \"arn:aws:iam::ACCOUNT:root\"`"));
        }
        return;
    }
    for deny in document.statements.iter().filter(|of| of.denies()) {
        if deny.conditions.is_empty() && deny.acts_on(PUT) && denies_all_of(deny, &allows) {
            let message = Message::new(
                Code::KMS_KEY_LOCKOUT,
                format!(
                    "everybody is denied `{PUT}`, so that nobody can change the policy of the key"
                ),
            );
            report.add(deny.place, deny.span, message.with_help("leave the administrators out with a condition: `\"ArnNotLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::ACCOUNT:role/admin\"}`"));
        }
    }
}

/// Services manage no keys.
fn is_for_identities(statement: &Statement<'_>) -> bool {
    everybody(statement).is_some() || statement.principals_of("AWS").next().is_some()
}

/// Whether all of it is known, and on KMS alone.
fn is_key_policy(document: &Document<'_>) -> bool {
    let is_known = |statement: &Statement<'_>| {
        statement.effect.is_some_and(|effect| effect.text.is_some())
            && statement
                .principals
                .iter()
                .all(|principal| match &principal.value {
                    PrincipalValue::Unknown => false,
                    PrincipalValue::Text(text) => text.text.is_some(),
                    PrincipalValue::Map(types) => types
                        .iter()
                        .all(|(_, values)| values.iter().all(|value| value.text.is_some())),
                })
            && statement.actions.iter().all(|element| {
                element
                    .items
                    .iter()
                    .all(|item| item.text.is_some_and(is_of_kms))
            })
    };
    let mut elements = document.statements.iter().flat_map(|of| &of.actions);
    elements.any(|element| !element.items.is_empty()) && document.statements.iter().all(is_known)
}

fn is_of_kms(action: &str) -> bool {
    action
        .get(..4)
        .is_some_and(|prefix| prefix.eq_ignore_ascii_case("kms:"))
}

/// Whether whoever is allowed is denied as well, by name or with the account.
fn denies_all_of(deny: &Statement<'_>, allows: &[&Statement<'_>]) -> bool {
    if everybody(deny).is_some() {
        return true;
    }
    let is_denied = |who: &Leaf<'_>| {
        let mut denied = deny.principals_of("AWS").filter_map(|of| of.text);
        denied.any(|denied| {
            who.text == Some(denied)
                || denied.strip_suffix(":root").is_some_and(|account| {
                    who.text
                        .and_then(|text| text.strip_prefix(account))
                        .is_some_and(|rest| rest.starts_with(':'))
                })
        })
    };
    allows
        .iter()
        .all(|allow| everybody(allow).is_none() && allow.principals_of("AWS").all(is_denied))
}
