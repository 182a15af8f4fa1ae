//! Identity providers, and how their names are misspelt.

use std::collections::BTreeSet;

use iam_dsl_catalog::Action;
use iam_dsl_core::json::Span;
use iam_dsl_evaluate::Caller;

use crate::read::Mistake;

/// What the tokens of OIDC providers are for.
pub(super) const WITH_WEB_IDENTITY: &str = "sts:AssumeRoleWithWebIdentity";

/// What the assertions of SAML providers are for.
pub(super) const WITH_SAML: &str = "sts:AssumeRoleWithSAML";

/// The providers that AWS knows without an account having set them up: policies name them by host.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-federated-web-identity>
const BY_NAME: [&str; 4] = [
    "accounts.google.com",
    "cognito-identity.amazonaws.com",
    "graph.facebook.com",
    "www.amazon.com",
];

/// What stands in the ARN of an OIDC provider before its host.
const BEFORE_HOST: &str = ":oidc-provider/";

/// Tells whether a caller is an identity provider.
pub(super) fn is_provider(caller: &Caller) -> bool {
    *caller == Caller::identity_provider(caller.as_str())
}

/// Tells whether an identity provider is one of SAML; all others are of OIDC.
pub(super) fn is_saml(provider: &Caller) -> bool {
    provider.as_str().contains(":saml-provider/")
}

/// Tells whether policies name a provider by its host.
pub(super) fn is_known_by_host(host: &str) -> bool {
    BY_NAME.contains(&host)
}

/// The ARN that a provider has where an account has set it up.
pub(super) fn arn(host: &str) -> String {
    format!("arn:aws:iam::123456789012{BEFORE_HOST}{host}")
}

/// Refuses an OIDC provider that no policy would know: a host misspelt, or one without its account.
pub(super) fn known(provider: &str, span: Span) -> Result<(), Mistake> {
    let (head, url) = match provider.split_once(BEFORE_HOST) {
        Some((account, url)) => (Some(account), url),
        None if provider.starts_with("arn:") => return Ok(()),
        None => (None, provider),
    };
    if let Some(meant) = misspelt(url) {
        let meant = match head {
            Some(account) => format!("{account}{BEFORE_HOST}{meant}"),
            None if is_known_by_host(&meant) => meant,
            None => arn(&meant),
        };
        return Err(
            Mistake::new(span, format!("unknown identity provider `{provider}`"))
                .with_help(format!("did you mean `{meant}`?")),
        );
    }
    if head.is_some() || is_known_by_host(url) {
        return Ok(());
    }
    let message = format!("`{provider}` is no identity provider that AWS knows by its host");
    Err(Mistake::new(span, message).with_help(format!(
        "write the ARN that it has in an account: `{}`",
        arn(url)
    )))
}

/// The URL of a provider with its host put right, where that is one edit away from a host that the
/// catalog has condition keys of.
pub(super) fn misspelt(url: &str) -> Option<String> {
    let host = url.split('/').next().unwrap_or(url);
    let path = url.strip_prefix(host).unwrap_or("");
    let hosts = hosts();
    if hosts.contains(host) {
        return None;
    }
    let near = |known: &&&str| strsim::osa_distance(host, known) == 1;
    hosts
        .iter()
        .find(near)
        .map(|known| format!("{known}{path}"))
}

fn hosts() -> BTreeSet<&'static str> {
    let action = Action::find(WITH_WEB_IDENTITY);
    let keys = action.into_iter().flat_map(Action::condition_keys);
    let hosts = keys.filter_map(|key| key.name().split(['/', ':']).next());
    hosts
        .filter(|host| host.contains('.') && !host.contains("${"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_those_of_condition_keys() {
        let hosts = hosts();
        for host in BY_NAME {
            assert!(hosts.contains(host), "{host}");
        }
        assert!(hosts.contains("token.actions.githubusercontent.com"));
        assert!(!hosts.contains("aws"));
    }

    #[test]
    fn one_edit_is_a_slip() {
        for (url, meant) in [
            ("gitlab.con", Some("gitlab.com")),
            ("gitlab.example.com", None),
            ("gitlab.com", None),
            (
                "token.actions.githubusercontent.co/a",
                Some("token.actions.githubusercontent.com/a"),
            ),
            ("idp.example.com", None),
        ] {
            assert_eq!(misspelt(url).as_deref(), meant, "{url}");
        }
    }

    #[test]
    fn providers_of_accounts_are_named_by_arn() {
        let is_known = |name: &str| known(name, Span::default()).is_ok();
        for name in [
            "accounts.google.com",
            "arn:aws:iam::123456789012:oidc-provider/idp.example.com",
            "arn:aws:iam::123456789012:saml-provider/gitlab.con",
        ] {
            assert!(is_known(name), "{name}");
        }
        for name in [
            "token.actions.githubusercontent.com",
            "idp.example.com",
            "arn:aws:iam::123456789012:oidc-provider/gitlab.con",
        ] {
            assert!(!is_known(name), "{name}");
        }
    }
}
