//! A repository on GitHub is trusted by its ids, which it keeps, rather than by names, which it does not.
//!
//! GitHub: <https://github.blog/changelog/2026-04-23-immutable-subject-claims-for-github-actions-oidc-tokens/>

use super::github_branch::github_claims;
use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// A repository on GitHub is trusted by its name alone.
    ///
    /// Once the repository or its owner is renamed, its workflows lose the role; GitHub puts ids into the subjects of
    /// renamed and of new repositories. Somebody else may take the name that has become free, and what they have is
    /// trusted then.
    ///
    /// Instead, write the ids of owner and repository into the subject, as in
    /// `repo:my-org@123456/my-repo@456789:ref:refs/heads/main`, if the repository has such subjects, or compare the claim
    /// `repository_id` as well. `gh api repos/OWNER/REPO --jq '.owner.id, .id'` prints both ids.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif>
    GITHUB_SUBJECT_WITHOUT_IDS = suggestion from Production, own;
}

/// Claims that say by an id whose token it is.
const IDS: &[&str] = &["enterprise_id", "repository_id", "repository_owner_id"];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Trust {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.allows()) {
        let mut ids = IDS.iter().flat_map(|claim| github_claims(statement, claim));
        if ids.next().is_some() {
            continue;
        }
        for (key, values) in github_claims(statement, "sub") {
            let provider = key.text.and_then(|name| name.rsplit_once(':'));
            for value in values {
                let text = value.scalar.text();
                let (Some(text), Some((provider, _))) = (text, provider) else {
                    continue;
                };
                if let Some((with_ids, claim)) = with_ids(text) {
                    let message = Message::new(
                        Code::GITHUB_SUBJECT_WITHOUT_IDS,
                        format!("`{text}` trusts whatever has these names on GitHub"),
                    );
                    report.add(value.place, value.span, message.with_help(format!(
                        "write `{with_ids}` with the ids, or compare `{provider}:{claim}` as well"
                    )));
                }
            }
        }
    }
}

/// Returns a subject of names with holes for ids, and the claim that says an id as well; nothing if it has ids, or names
/// no owner.
fn with_ids(subject: &str) -> Option<(String, &'static str)> {
    let rest = subject.strip_prefix("repo:")?;
    let (names, context) = rest.split_once(':').unwrap_or((rest, "*"));
    let (owner, name) = names.split_once('/')?;
    if owner.contains(['@', '*', '?', '$']) {
        return None;
    }
    let (name, claim) = if name.contains(['*', '?', '$']) {
        (name.to_owned(), "repository_owner_id")
    } else {
        (format!("{name}@REPOSITORY_ID"), "repository_id")
    };
    Some((format!("repo:{owner}@OWNER_ID/{name}:{context}"), claim))
}
