//! A role trusts some of the identities of an OIDC provider: an audience says what a token is for, not whose it is.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html>

use iam_dsl_catalog::oidc;

use super::oidc_provider::{GITHUB, is_claim_of, oidc_provider};
use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{ConditionValue, Document, Statement};
use crate::check::{Code, Message};

codes! {
    /// An OIDC provider is trusted for an audience, whoever has the token.
    ///
    /// The provider signs in the people of many organizations, or everybody of yours, and gives all of them tokens for the
    /// same audience.
    ///
    /// Instead, compare the subject as well: the condition key that begins with the provider's name and ends in `:sub`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html>
    OIDC_AUDIENCE_WITHOUT_SUBJECT = suggestion from Production, own;
    /// A provider of tokens for jobs or pods is trusted without saying which job or pod.
    ///
    /// Whoever can start a job at the provider, or a pod in the cluster, chooses the audience of the token themselves.
    /// With gitlab.com and others that is everybody in the world.
    ///
    /// Instead, compare the subject in full: the condition key that begins with the provider's name and ends in `:sub`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html>
    OIDC_TRUST_WITHOUT_SUBJECT = security_warning, own;
}

/// Providers that people sign in with for an app, which is what the audience names.
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif>
const OF_APPS: &[&str] = &[
    "accounts.google.com",
    "graph.facebook.com",
    "www.amazon.com",
];

/// Providers whose audience says whose tokens they are: an identity pool, a team.
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html>
const BY_AUDIENCE: &[&str] = &[
    "api.pulumi.com/oidc",
    "cognito-identity.amazonaws.com",
    "oidc.vercel.com",
    "sandboxes.cloud",
];

/// How the providers start whose tokens jobs and pods get, for an audience that they choose, and a subject of theirs.
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html>,
/// <https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html>; and the guides of
/// [Bitbucket](https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/)
/// and [CircleCI](https://circleci.com/docs/guides/permissions-authentication/openid-connect-tokens/).
const OF_JOBS: &[(&str, &str)] = &[
    (
        "agent.buildkite.com",
        "organization:ORG:pipeline:PIPELINE:ref:refs/heads/main:*",
    ),
    ("api.bitbucket.org/2.0/workspaces/", "{REPOSITORY-UUID}:*"),
    ("app.eu.terraform.io", TERRAFORM),
    ("app.terraform.io", TERRAFORM),
    (
        "gitlab.com",
        "project_path:GROUP/PROJECT:ref_type:branch:ref:main",
    ),
    ("oidc.circleci.com/org/", "org/ORG/project/PROJECT/user/*"),
    ("oidc.codefresh.io", "account:ACCOUNT:pipeline:PIPELINE:*"),
    ("oidc.eks.", "system:serviceaccount:NAMESPACE:NAME"),
    ("proidc.upbound.io", SOMEBODY),
    ("scalr.io", SOMEBODY),
    ("studio.datachain.ai/api", SOMEBODY),
    ("token.actions.", GITHUB_SUBJECT),
    ("tokens.cloud.shisho.dev", SOMEBODY),
    ("vstoken.actions.githubusercontent.com", GITHUB_SUBJECT),
];

const GITHUB_SUBJECT: &str = "repo:OWNER/REPOSITORY:ref:refs/heads/main";
const SOMEBODY: &str = "SUBJECT";
const TERRAFORM: &str = "organization:ORG:project:PROJECT:workspace:WORKSPACE:run_phase:apply";

/// How providers of GitHub Enterprise Servers end.
///
/// GitHub: <https://docs.github.com/en/enterprise-server@latest/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws>
const GITHUB_SERVER: &str = "/_services/token";

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Trust {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.allows()) {
        for principal in statement.principals_of("Federated") {
            let provider = principal.text.and_then(oidc_provider);
            // Of GitHub, and where nothing of the token is asked, Access Analyzer's checks speak.
            let Some(provider) = provider.filter(|of| !of.starts_with(GITHUB)) else {
                continue;
            };
            if asks_something(statement, provider) && !asks_who(statement, provider) {
                report.add_at(principal, message(provider));
            }
        }
    }
}

fn message(provider: &str) -> Message {
    if provider.starts_with("cognito-identity.") {
        return Message::new(
            Code::OIDC_TRUST_WITHOUT_SUBJECT,
            "the users of any identity pool, also one of another account, can assume the role",
        )
        .with_help(format!(
            "compare `{provider}:aud` with the id of your identity pool"
        ));
    }
    let subject = OF_JOBS
        .iter()
        .find(|(start, _)| provider.starts_with(start))
        .map(|(_, subject)| *subject)
        .or_else(|| provider.ends_with(GITHUB_SERVER).then_some(GITHUB_SUBJECT))
        .or_else(|| BY_AUDIENCE.contains(&provider).then_some(SOMEBODY));
    let (code, what) = match subject {
        Some(_) => (
            Code::OIDC_TRUST_WITHOUT_SUBJECT,
            "any job or pod that gets a token of",
        ),
        None => (
            Code::OIDC_AUDIENCE_WITHOUT_SUBJECT,
            "everybody who can sign in at",
        ),
    };
    let subject = subject.unwrap_or(SOMEBODY);
    Message::new(code, format!("{what} `{provider}` can assume the role")).with_help(format!(
        "compare `{provider}:sub` with who is meant, such as `{subject}`"
    ))
}

fn asks_something(statement: &Statement<'_>, provider: &str) -> bool {
    statement
        .wanted()
        .any(|(key, _)| key.text.is_none_or(|name| is_claim_of(name, provider)))
}

fn asks_who(statement: &Statement<'_>, provider: &str) -> bool {
    let is_for_app = OF_APPS.contains(&provider) || BY_AUDIENCE.contains(&provider);
    statement.wanted().any(|(key, values)| {
        let Some(name) = key.text else { return true };
        let says_who = oidc::names_somebody(name) || (is_for_app && names_app(name));
        let is_who = (is_claim_of(name, provider) && says_who) || is_tag_of_session(name);
        is_who && values.iter().all(ConditionValue::names_something)
    })
}

/// Some providers say whose a token is in tags of the session.
fn is_tag_of_session(key: &str) -> bool {
    let start = key.get(.."aws:RequestTag/".len());
    start.is_some_and(|start| start.eq_ignore_ascii_case("aws:RequestTag/"))
}

fn names_app(key: &str) -> bool {
    let claim = key.rsplit(':').next().unwrap_or(key);
    let names = ["aud", "app_id", "azp", "oaud"];
    names.iter().any(|of| of.eq_ignore_ascii_case(claim))
}
