//! A pattern of subjects names an owner in full: else it is met by what somebody else calls theirs.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html>

use iam_dsl_catalog::oidc;

use crate::check::report::Report;
use crate::check::view::{Condition, ConditionValue, Document, Statement};
use crate::check::{Code, Message};
use crate::{BaseOperator, ConditionOperator, PolicyKind};

codes! {
    /// A pattern of subjects that somebody else's repository, project or namespace can meet.
    ///
    /// `repo:my-org*` is meant for one organization, and anybody can create `my-org-evil`. Its workflows then assume the
    /// role.
    ///
    /// Instead, write the owner in full and what ends it before the first `*`: `repo:my-org/…`, `project_path:my-group/…`,
    /// `organization:my-org:…`, `system:serviceaccount:my-namespace:…`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html>
    OIDC_SUBJECT_OF_STRANGERS = security_warning, own;
}

/// How subjects begin, and what ends the owner's name: GitHub, GitLab, HCP Terraform and Buildkite, Kubernetes, Codefresh
/// and Scalr, Vercel.
///
/// GitHub: <https://docs.github.com/en/actions/reference/security/oidc>, GitLab:
/// <https://docs.gitlab.com/ci/secrets/id_token_authentication/>, HashiCorp:
/// <https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens>,
/// Buildkite: <https://buildkite.com/docs/pipelines/security/oidc/aws>, Kubernetes:
/// <https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/>
const SHAPES: &[(&str, char)] = &[
    ("repo:", '/'),
    ("project_path:", '/'),
    ("organization:", ':'),
    ("system:serviceaccount:", ':'),
    ("account:", ':'),
    ("owner:", ':'),
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Trust {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.allows()) {
        for condition in &statement.conditions {
            if takes_patterns(condition) && !names_owner_otherwise(statement) {
                one_condition(condition, report);
            }
        }
    }
}

fn takes_patterns(condition: &Condition<'_>) -> bool {
    let operator = condition.operator.text.map(ConditionOperator::from);
    operator.is_some_and(|operator| *operator.base() == BaseOperator::StringLike)
}

fn one_condition(condition: &Condition<'_>, report: &mut Report) {
    for (key, values) in &condition.keys {
        let claim = key.text.and_then(oidc::claim);
        if claim.is_none_or(|claim| claim.name != "sub") {
            continue;
        }
        for value in values {
            let Some(text) = value.scalar.text().filter(|text| is_open(text)) else {
                continue;
            };
            let message = Message::new(
                Code::OIDC_SUBJECT_OF_STRANGERS,
                format!("`{text}` is also met by subjects of others"),
            );
            report.add(value.place, value.span, message.with_help(help(text)));
        }
    }
}

/// Whether the first wildcard comes before the owner's name has ended. Where it comes first of all, other lints speak.
fn is_open(text: &str) -> bool {
    let Some((fixed, _)) = text.split_once(['*', '?']) else {
        return false;
    };
    if fixed.is_empty() || fixed.contains("${") {
        return false;
    }
    SHAPES.iter().any(|(start, end)| {
        // The id after an `@` belongs to the name before it.
        let is_unended = |owner: &str| !owner.contains([*end, '@']);
        start.starts_with(fixed) || fixed.strip_prefix(start).is_some_and(is_unended)
    })
}

fn help(text: &str) -> String {
    let shape = SHAPES.iter().find(|(start, _)| text.starts_with(start));
    let (start, end) = shape.copied().unwrap_or(("repo:", '/'));
    format!("write the owner in full, as in `{start}NAME{end}*`")
}

/// Whether another claim than the subject says whose token it is: `repository_owner_id`, `namespace_id`.
fn names_owner_otherwise(statement: &Statement<'_>) -> bool {
    let is_whole = |value: &ConditionValue<'_>| {
        let text = value.scalar.text();
        text.is_none_or(|text| !text.contains(['*', '?']))
    };
    statement.wanted().any(|(key, values)| {
        key.text.is_some_and(|name| {
            let is_subject = oidc::claim(name).is_some_and(|claim| claim.name == "sub");
            !is_subject && oidc::names_somebody(name)
        }) && values.iter().all(is_whole)
    })
}
