//! Statements have a principal where their kind of policy wants one, and only there.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Principal, PrincipalValue, Statement};
use crate::check::{Code, Message};

codes! {
    /// A statement of a resource's policy does not say whom it is about.
    ///
    /// The policy of a resource, unlike that of a role or user, has to say who is meant. AWS does not save it without.
    ///
    /// Instead, add `Principal`, as in `{"AWS": "arn:aws:iam::123456789012:role/app"}`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
    MISSING_PRINCIPAL = error;
    /// The principal of a resource control policy is not `*`.
    ///
    /// Such a policy is about everybody who uses the organization's resources, and AWS Organizations saves no others.
    ///
    /// Instead, write `"Principal": "*"`, and say in `Condition` whom it spares, as with `aws:PrincipalArn`.
    ///
    /// AWS: <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html>
    RCP_SYNTAX_ERROR_PRINCIPAL = error;
    /// A trust policy has `NotPrincipal`.
    ///
    /// It would trust everybody in the world but a few, and IAM does not save it.
    ///
    /// Instead, name in `Principal` whom the role trusts.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html>
    ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL = error;
    /// The principal of a trust policy is a bare `*`.
    ///
    /// IAM does not save it, since the role would trust everybody in the world.
    ///
    /// Instead, name whom the role trusts, as in `{"AWS": "arn:aws:iam::123456789012:role/deploy"}`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
    ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL = error;
    /// A service control policy has a principal.
    ///
    /// It is about everybody in the accounts that it is attached to, and AWS Organizations saves none that names
    /// principals.
    ///
    /// Instead, leave the element out, and say in `Condition` whom it is about or spares, as with `aws:PrincipalArn`.
    ///
    /// AWS: <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html>
    SCP_SYNTAX_ERROR_PRINCIPAL = error;
    /// A policy that is attached to an identity names a principal.
    ///
    /// It is about the user or role that it is attached to, and IAM does not save it with a principal.
    ///
    /// Instead, leave the element out; to let in others, name them in the trust policy or in the resource's policy.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html>
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
