//! A role is for workflows that run reviewed code: what a pull request or any branch holds, nobody has looked at yet.
//!
//! GitHub: <https://docs.github.com/en/actions/reference/security/oidc>

use super::github_branch::{github_claims, of_branch};
use super::oidc_provider::GITHUB;
use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{ConditionValue, Document, Statement};
use crate::check::{Code, Message};

codes! {
    /// The workflows of pull requests, or of any branch on GitLab, can assume the role.
    ///
    /// What such a workflow runs is what the pull request or the branch says, before anybody has reviewed it. Whoever may
    /// open one has what the role can do; where a repository gives workflows of forks tokens, that is everybody.
    ///
    /// Instead, name the branch whose code is reviewed: `repo:my-org/my-repo:ref:refs/heads/main`, or an environment that
    /// such branches alone may deploy to.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub>
    UNREVIEWED_CODE_TRUSTED = warning, own;
}

/// How subjects of GitLab begin.
const GITLAB: &str = "project_path:";

/// Claims of GitHub that a workflow of a pull request cannot have as it likes.
const NARROWING: &[&str] = &["environment", "job_workflow_ref", "ref"];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Trust {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.allows()) {
        if !is_narrowed(statement) {
            for (_, values) in github_claims(statement, "sub") {
                report_each(values, is_of_pull_requests, "pull requests", report);
            }
        }
        if !wants_protected_ref(statement) {
            for (key, values) in statement.wanted() {
                if key.text.is_some_and(|name| name.ends_with(":sub")) {
                    report_each(values, is_of_any_branch, "any branch", report);
                }
            }
        }
    }
}

fn report_each(
    values: &[ConditionValue<'_>],
    is_found: fn(&str) -> bool,
    whose: &str,
    report: &mut Report,
) {
    for value in values {
        let Some(text) = value.scalar.text().filter(|text| is_found(text)) else {
            continue;
        };
        let message = Message::new(
            Code::UNREVIEWED_CODE_TRUSTED,
            format!("`{text}` trusts the code of {whose}"),
        );
        let help = if text.starts_with(GITLAB) {
            "name a branch, as in `project_path:my-group/my-project:ref_type:branch:ref:main`"
                .to_owned()
        } else {
            format!(
                "name a branch, as in `{}`, or an environment, and the branch in `{GITHUB}:ref`",
                of_branch(text)
            )
        };
        report.add(value.place, value.span, message.with_help(help));
    }
}

/// Whether a subject of GitHub can be `repo:OWNER/REPO:pull_request`. Colons are in no name there.
fn is_of_pull_requests(subject: &str) -> bool {
    let Some(rest) = subject.strip_prefix("repo:") else {
        return false;
    };
    match rest.split_once(':') {
        Some((_, context)) => crate::pattern::glob(context, "pull_request"),
        None => rest.ends_with('*'),
    }
}

/// Whether a subject of GitLab is a pattern that leaves the branch open.
fn is_of_any_branch(subject: &str) -> bool {
    let Some(rest) = subject.strip_prefix(GITLAB) else {
        return false;
    };
    match rest.split_once(":ref:") {
        Some((_, branch)) => branch.starts_with('*'),
        None => rest.ends_with('*'),
    }
}

fn is_narrowed(statement: &Statement<'_>) -> bool {
    NARROWING
        .iter()
        .flat_map(|claim| github_claims(statement, claim))
        .any(|(_, values)| {
            values.iter().all(|value| {
                let text = value.scalar.text();
                let is_of_pull_requests = text.is_some_and(|text| text.starts_with("refs/pull/"));
                value.names_something() && !is_of_pull_requests
            })
        })
}

fn wants_protected_ref(statement: &Statement<'_>) -> bool {
    statement
        .wanted()
        .any(|(key, _)| key.text.is_none_or(|name| name.ends_with(":ref_protected")))
}
