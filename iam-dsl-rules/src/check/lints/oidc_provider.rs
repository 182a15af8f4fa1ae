//! OIDC providers as principals, and their claims as condition keys.

/// The provider of GitHub Actions. One of an enterprise has a path behind it.
pub(super) const GITHUB: &str = "token.actions.githubusercontent.com";

/// Returns the provider that a federated principal names: a host name, and a path where it has one.
pub(super) fn oidc_provider(principal: &str) -> Option<&str> {
    if principal.starts_with("arn:") {
        return principal
            .split_once(":oidc-provider/")
            .map(|(_, provider)| provider);
    }
    Some(principal)
}

pub(super) fn is_claim_of(key: &str, provider: &str) -> bool {
    key.rsplit_once(':')
        .is_some_and(|(of, _)| of.eq_ignore_ascii_case(provider))
}
