//! Statements have a resource where their kind of policy wants one, and only there.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Leaf, Statement};
use crate::check::{Code, Message};

codes! {
    /// A statement does not say which resources it is about.
    ///
    /// All policies but trust policies need that, and IAM does not save one without.
    ///
    /// Instead, add `Resource` with the ARNs of the resources, or `"*"` where the actions take none.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>
    MISSING_RESOURCE = error;
    /// A trust policy names a resource.
    ///
    /// It is about the role that it belongs to, and IAM does not save it with `Resource`.
    ///
    /// Instead, leave the element out.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html>
    ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE = error;
}

/// Services whose resource-based policies are without `Resource`: the policy's own resource is meant.
///
/// AWS: <https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html>,
/// <https://docs.aws.amazon.com/efs/latest/ug/create-file-system-policy.html>
const IMPLIED_RESOURCE: &[&str] = &["ecr", "ecr-public", "elasticfilesystem"];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in &document.statements {
        if document.kind == PolicyKind::Trust {
            not_in_trust(statement, report);
        } else if statement.resources.is_empty() && !is_implied(document.kind, statement) {
            report.add(
                statement.place,
                statement.span,
                Message::new(Code::MISSING_RESOURCE, "the statement has no `Resource`")
                    .with_help("add `\"Resource\"` with an ARN, or `\"*\"` for every resource"),
            );
        }
    }
}

fn not_in_trust(statement: &Statement<'_>, report: &mut Report) {
    for resource in &statement.resources {
        report.add(
            resource.place,
            resource.key_span,
            Message::new(
                Code::ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE,
                format!("a trust policy has no `{}`", resource.name),
            )
            .with_help("drop it: a trust policy is about the role it is attached to"),
        );
    }
}

fn is_implied(kind: PolicyKind, statement: &Statement<'_>) -> bool {
    let is_implied = |item: &Leaf<'_>| {
        item.text.is_none_or(|text| {
            let prefix = text.split(':').next().unwrap_or(text);
            IMPLIED_RESOURCE
                .iter()
                .any(|known| known.eq_ignore_ascii_case(prefix))
        })
    };
    kind == PolicyKind::Resource
        && statement
            .actions
            .iter()
            .all(|element| element.items.iter().all(is_implied))
}
