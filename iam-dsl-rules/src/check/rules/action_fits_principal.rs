//! The way a role is assumed fits the principals that assume it.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp.html>

use iam_dsl_catalog as catalog;

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Leaf, Principal, PrincipalValue, Statement};
use crate::check::{Code, Message};

codes! {
    /// A role is to be assumed in a way that its principal cannot use.
    ///
    /// Users of a SAML provider assume roles with `sts:AssumeRoleWithSAML`, those of an OIDC provider with
    /// `sts:AssumeRoleWithWebIdentity`, and all others with `sts:AssumeRole`. With another action the trust does
    /// nothing.
    ///
    /// Instead, allow the action that fits the principal.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp.html>
    MISMATCHED_ACTION_FOR_PRINCIPAL = error;
}

const SAML: &str = "AssumeRoleWithSAML";
const WEB_IDENTITY: &str = "AssumeRoleWithWebIdentity";

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Trust {
        return;
    }
    for statement in &document.statements {
        if let Some(assumes) = ways_to_assume(statement) {
            for principal in statement
                .principals
                .iter()
                .filter(|p| p.name == "Principal")
            {
                one_principal(principal, &assumes, report);
            }
        }
    }
}

/// Returns the `AssumeRole…` actions, unless some action is not known or there are none.
fn ways_to_assume(statement: &Statement<'_>) -> Option<Vec<&'static str>> {
    let patterns = statement.action()?.all_known()?;
    let mut names = Vec::new();
    for pattern in patterns {
        let found = catalog::expand(pattern).map(catalog::Action::name);
        names.extend(found.filter(|name| name.starts_with("AssumeRole")));
    }
    (!names.is_empty()).then_some(names)
}

fn one_principal(principal: &Principal<'_>, assumes: &[&str], report: &mut Report) {
    let PrincipalValue::Map(types) = &principal.value else {
        return;
    };
    for (principal_type, values) in types {
        for value in values {
            let Some(text) = value.text else { continue };
            let wanted = match principal_type.text {
                Some("Federated") if text.contains(":saml-provider/") => SAML,
                Some("Federated") => WEB_IDENTITY,
                Some("AWS" | "Service") => "AssumeRole",
                _ => continue,
            };
            if !assumes.contains(&wanted) && (wanted != "AssumeRole" || only_value(types)) {
                report.add_at(value, mismatch(text, wanted, assumes));
            }
        }
    }
}

/// Tells whether all principals are of one type: a mixture may well share one action list.
fn only_value(types: &[(Leaf<'_>, Vec<Leaf<'_>>)]) -> bool {
    types.len() == 1
}

fn mismatch(principal: &str, wanted: &str, assumes: &[&str]) -> Message {
    let found = assumes.first().copied().unwrap_or_default();
    Message::new(
        Code::MISMATCHED_ACTION_FOR_PRINCIPAL,
        format!("`{principal}` cannot use `sts:{found}`"),
    )
    .with_help(format!(
        "such a principal assumes a role with `sts:{wanted}`"
    ))
}
