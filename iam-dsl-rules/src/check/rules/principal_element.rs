//! Statements have a principal where their kind of policy wants one, and only there.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Principal, PrincipalValue, Statement};
use crate::check::{Code, Message};

codes! {
    /// A statement of a resource-based policy without `Principal`.
    MISSING_PRINCIPAL = error;
    /// A resource control policy whose principal is not `*`.
    RCP_SYNTAX_ERROR_PRINCIPAL = error;
    /// `NotPrincipal` in a role trust policy.
    ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL = error;
    /// A bare `*` as principal of a role trust policy.
    ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL = error;
    /// A principal in a service control policy.
    SCP_SYNTAX_ERROR_PRINCIPAL = error;
    /// A principal in a kind of policy that has none.
    UNSUPPORTED_PRINCIPAL = error;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    let kind = document.kind;
    for statement in &document.statements {
        if kind.takes_principal() {
            demanded(kind, statement, report);
        } else {
            refused(kind, statement, report);
        }
    }
}

fn refused(kind: PolicyKind, statement: &Statement<'_>, report: &mut Report) {
    for principal in &statement.principals {
        let code = if kind == PolicyKind::Scp {
            Code::SCP_SYNTAX_ERROR_PRINCIPAL
        } else {
            Code::UNSUPPORTED_PRINCIPAL
        };
        report.add(
            principal.place,
            principal.key_span,
            Message::new(
                code,
                format!("{} {kind} has no `{}`", article(kind), principal.name),
            )
            .with_help("drop it: the policy is about whom it is attached to"),
        );
    }
}

fn article(kind: PolicyKind) -> &'static str {
    match kind {
        PolicyKind::Identity => "an",
        _ => "a",
    }
}

fn demanded(kind: PolicyKind, statement: &Statement<'_>, report: &mut Report) {
    if statement.principals.is_empty() {
        report.add(
            statement.place,
            statement.span,
            Message::new(Code::MISSING_PRINCIPAL, "the statement has no `Principal`")
                .with_help("add `\"Principal\"` with whom it is about"),
        );
    }
    for principal in &statement.principals {
        match kind {
            PolicyKind::Trust if principal.name == "NotPrincipal" => report.add(
                principal.place,
                principal.key_span,
                Message::new(
                    Code::ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL,
                    "a trust policy has no `NotPrincipal`",
                )
                .with_help("name whom the role trusts in `Principal`"),
            ),
            PolicyKind::Trust => not_everyone(principal, report),
            PolicyKind::Rcp => only_everyone(principal, report),
            _ => {}
        }
    }
}

/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html>
fn not_everyone(principal: &Principal<'_>, report: &mut Report) {
    let PrincipalValue::Text(text) = &principal.value else {
        return;
    };
    if text.text == Some("*") {
        report.add_at(
            text,
            Message::new(
                Code::ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL,
                "the principal of a trust policy is never a bare `*`",
            )
            .with_help("name whom the role trusts, such as `{\"AWS\": \"123456789012\"}`"),
        );
    }
}

/// AWS: <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html>
fn only_everyone(principal: &Principal<'_>, report: &mut Report) {
    let everyone = match &principal.value {
        PrincipalValue::Unknown => true,
        PrincipalValue::Text(text) => text.text.is_none_or(|text| text == "*"),
        PrincipalValue::Map(_) => false,
    };
    if principal.name == "NotPrincipal" || !everyone {
        report.add(
            principal.place,
            principal.key_span,
            Message::new(
                Code::RCP_SYNTAX_ERROR_PRINCIPAL,
                "the principal of a resource control policy is always `*`",
            )
            .with_help("write `\"Principal\": \"*\"` and narrow it in `Condition`"),
        );
    }
}
