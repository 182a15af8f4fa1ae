//! A role trusts the workflows of one branch of a repository on GitHub, which is where code is reviewed.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub>

use super::oidc_provider::GITHUB;
use crate::PolicyKind;
use crate::check::names::has_variable;
use crate::check::report::Report;
use crate::check::view::{ConditionValue, Document, Leaf, Statement};
use crate::check::{Code, Message};

codes! {
    /// A role trusts GitHub for more than one branch of one repository.
    ///
    /// A workflow runs on any branch, and on pull requests, before anybody has reviewed it. Whoever can push a branch can
    /// then use the role.
    ///
    /// Instead, compare `token.actions.githubusercontent.com:sub` with a repository and a branch, as in
    /// `repo:my-org/my-repo:ref:refs/heads/main`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub>
    SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED = warning;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Trust {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.allows()) {
        let has_branch = github_claims(statement, "ref").any(|(_, values)| {
            let mut texts = values.iter().filter_map(|value| value.scalar.text());
            !texts.any(is_pattern)
        });
        for (_, values) in github_claims(statement, "sub") {
            for value in values {
                one_subject(value, has_branch, report);
            }
        }
    }
}

/// Returns the conditions on a claim of GitHub's tokens that only tokens with the claim meet.
pub(super) fn github_claims<'s, 'a>(
    statement: &'s Statement<'a>,
    claim: &'s str,
) -> impl Iterator<Item = &'s (Leaf<'a>, Vec<ConditionValue<'a>>)> {
    let is_claim = move |key: &Leaf<'_>| {
        let parts = key.text.and_then(|text| text.rsplit_once(':'));
        parts.is_some_and(|(provider, name)| {
            provider.starts_with(GITHUB) && name.eq_ignore_ascii_case(claim)
        })
    };
    statement.wanted().filter(move |(key, _)| is_claim(key))
}

fn one_subject(value: &ConditionValue<'_>, has_branch: bool, report: &mut Report) {
    let Some(text) = value.scalar.text() else {
        return;
    };
    // A value that begins with a wildcard names no repository at all: another lint says so.
    if has_variable(text) || text.starts_with(['*', '?']) {
        return;
    }
    let names_branch = !is_pattern(text) && text.contains("ref:refs/");
    let names_repository = !text.split(':').take(2).any(is_pattern);
    if names_branch || (names_repository && has_branch) {
        return;
    }
    let (what, help) = if names_repository {
        (
            "names no single branch",
            format!(
                "write a value such as `{}`, or compare `{GITHUB}:ref` as well",
                of_branch(text)
            ),
        )
    } else {
        (
            "names no single repository",
            format!("write a value such as `{}`", of_branch(text)),
        )
    };
    let message = Message::new(
        Code::SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED,
        format!("`{text}` {what}"),
    );
    report.add(value.place, value.span, message.with_help(help));
}

/// Returns a subject of one branch, of the repository of another subject if that names one.
pub(super) fn of_branch(subject: &str) -> String {
    let rest = subject.strip_prefix("repo:");
    let names = rest.and_then(|rest| rest.split(':').next());
    let repository = names
        .filter(|names| names.contains('/') && !is_pattern(names) && !has_variable(names))
        .unwrap_or("my-org/my-repo");
    format!("repo:{repository}:ref:refs/heads/main")
}

fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?'])
}

#[cfg(test)]
mod tests {
    use super::of_branch;

    /// Whoever writes what is advised must not trust another repository than before.
    #[test]
    fn the_repository_stays() {
        for (subject, advised) in [
            ("repo:a/b:*", "repo:a/b:ref:refs/heads/main"),
            (
                "repo:a@1/b@2:pull_request",
                "repo:a@1/b@2:ref:refs/heads/main",
            ),
            ("repo:a/*", "repo:my-org/my-repo:ref:refs/heads/main"),
            ("environment:x", "repo:my-org/my-repo:ref:refs/heads/main"),
        ] {
            assert_eq!(of_branch(subject), advised);
        }
    }
}
