//! A role trusts some of the identities of an OIDC provider: anybody can have a token of most providers.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html>

use iam_dsl_catalog::oidc;

use super::oidc_provider::{GITHUB, is_claim_of, oidc_provider};
use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{ConditionValue, Document, Statement};
use crate::check::{Code, Message};

codes! {
    /// A role trusts an OIDC provider whatever its tokens say.
    ///
    /// Whoever has a token of that provider, for whichever application it was given out, can assume the role.
    ///
    /// Instead, compare the provider's `aud` and `sub` in `Condition`, with the application and the identity that are
    /// meant.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html>
    MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL = security_warning;
    /// A role trusts GitHub for workflows of any repository.
    ///
    /// Everybody can have a repository on GitHub, and its workflows can choose the audience of their tokens. All of
    /// them can assume the role.
    ///
    /// Instead, compare `token.actions.githubusercontent.com:sub` with your repository, as in
    /// `repo:my-org/my-repo:ref:refs/heads/main`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub>
    MISSING_GITHUB_REPO_CONDITION_KEY = security_warning;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Trust {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.allows()) {
        for principal in statement.principals_of("Federated") {
            let Some(provider) = principal.text.and_then(oidc_provider) else {
                continue;
            };
            let message = if provider.starts_with(GITHUB) {
                github(statement, provider)
            } else {
                other(statement, provider)
            };
            if let Some(message) = message {
                report.add_at(principal, message);
            }
        }
    }
}

fn other(statement: &Statement<'_>, provider: &str) -> Option<Message> {
    if asks(statement, |key, _| is_claim_of(key, provider)) {
        return None;
    }
    let message = Message::new(
        Code::MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL,
        format!("whoever has a token of `{provider}` can assume the role"),
    );
    Some(message.with_help(format!(
        "compare `{provider}:aud` and `{provider}:sub` in `Condition`"
    )))
}

/// An audience is not enough: each workflow of GitHub chooses its own.
fn github(statement: &Statement<'_>, provider: &str) -> Option<Message> {
    let names_somebody = |key: &str, values: &[ConditionValue<'_>]| {
        is_claim_of(key, provider)
            && oidc::names_somebody(key)
            && values.iter().all(ConditionValue::names_something)
    };
    if asks(statement, names_somebody) {
        return None;
    }
    let message = Message::new(
        Code::MISSING_GITHUB_REPO_CONDITION_KEY,
        "a workflow of any repository on GitHub can assume the role",
    );
    Some(message.with_help(format!(
        "compare `{provider}:sub` with a value such as `repo:my-org/my-repo:ref:refs/heads/main`"
    )))
}

fn asks(
    statement: &Statement<'_>,
    is_enough: impl Fn(&str, &[ConditionValue<'_>]) -> bool,
) -> bool {
    statement
        .wanted()
        .any(|(key, values)| key.text.is_none_or(|name| is_enough(name, values)))
}
