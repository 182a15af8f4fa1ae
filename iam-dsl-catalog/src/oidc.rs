//! Condition keys of OIDC providers, which no list can hold.
//!
//! With `sts:AssumeRoleWithWebIdentity` the claims of a token are condition keys named after the
//! provider: `token.actions.githubusercontent.com:sub`. See [keys for OIDC federation][aws].
//!
//! [aws]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif

use crate::suggest::edit_cost;
use crate::{KeyType, ValueType};

/// The claims that any provider's tokens have as condition keys.
const CLAIMS: [&str; 5] = ["amr", "aud", "azp", "oaud", "sub"];

/// A claim of an OIDC provider's token.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Claim<'k> {
    /// The provider: a host name, and a path where it has one.
    pub provider: &'k str,
    /// The claim's name: `amr`, `aud`, `azp`, `oaud` or `sub`.
    pub name: &'static str,
}

impl Claim<'_> {
    /// Returns the key's type: text, and several of them for `amr`.
    #[must_use]
    pub fn key_type(self) -> KeyType {
        KeyType {
            value: ValueType::String,
            multivalued: self.name == "amr",
        }
    }
}

/// Returns the claim that a condition key names, when it has the form of one.
///
/// The form is `<host>[/<path>]:<claim>`. Claims with other names are not known to IAM, save for
/// the providers that [`ConditionKey`](crate::ConditionKey) lists.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::oidc;
///
/// let claim = oidc::claim("token.actions.githubusercontent.com:sub").unwrap();
/// assert_eq!(claim.provider, "token.actions.githubusercontent.com");
/// assert_eq!(claim.name, "sub");
/// assert!(oidc::claim("s3:prefix").is_none());
/// ```
#[must_use]
pub fn claim(key: &str) -> Option<Claim<'_>> {
    let (provider, name) = key.rsplit_once(':')?;
    let name = CLAIMS
        .into_iter()
        .find(|claim| claim.eq_ignore_ascii_case(name))?;
    let (host, path) = provider.split_once('/').unwrap_or((provider, "-"));
    (is_host(host) && is_path(path)).then_some(Claim { provider, name })
}

/// Claims, beside the audience, that say something of a token and nothing of who it is about: every project of a
/// provider has a `main` branch, and whoever stars a stranger's repository is the actor of its workflows.
///
/// AWS: [keys for OIDC federation](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif).
const OF_NOBODY: [&str; 18] = [
    "actor",
    "actor_id",
    "amr",
    "app_id",
    "aud",
    "azp",
    "build_branch",
    "cluster_name",
    "environment",
    "oaud",
    "pipeline_slug",
    "pipeline_source",
    "ref",
    "ref_protected",
    "rpst_id",
    "runner_environment",
    "user_access_level",
    "workflow",
];

/// Returns true when a condition key is a claim that says whom a provider's token is about: its subject, or another
/// one that identities differ in, but not its audience.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::oidc;
///
/// assert!(oidc::names_somebody("token.actions.githubusercontent.com:sub"));
/// assert!(oidc::names_somebody("token.actions.githubusercontent.com:repository_id"));
/// assert!(!oidc::names_somebody("token.actions.githubusercontent.com:aud"));
/// assert!(!oidc::names_somebody("token.actions.githubusercontent.com:ref"));
/// assert!(!oidc::names_somebody("aws:SourceIp"));
/// ```
#[must_use]
pub fn names_somebody(key: &str) -> bool {
    let Some((provider, name)) = key.split_once(':') else {
        return false;
    };
    let (host, path) = provider.split_once('/').unwrap_or((provider, "-"));
    let name = name.rsplit('/').next().unwrap_or(name);
    is_host(host)
        && is_path(path)
        && !OF_NOBODY
            .iter()
            .any(|claim| claim.eq_ignore_ascii_case(name))
}

/// The key that was meant when only the claim's name is misspelt.
pub(crate) fn near(key: &str) -> Option<String> {
    let (provider, typed) = key.rsplit_once(':')?;
    let claims = CLAIMS.into_iter();
    let near =
        claims.filter_map(|claim| Some((edit_cost(typed.as_bytes(), claim.as_bytes())?, claim)));
    let (_, claim) = near.min()?;
    let whole = format!("{provider}:{claim}");
    self::claim(&whole).is_some().then_some(whole)
}

fn is_host(host: &str) -> bool {
    let labels = host.split('.');
    labels.clone().count() > 1
        && labels.into_iter().all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
}

fn is_path(path: &str) -> bool {
    !path.is_empty()
        && path
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::claim;

    #[test]
    fn a_path_belongs_to_the_provider() {
        let key = "oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE:SUB";
        let claim = claim(key).unwrap();
        assert_eq!(claim.name, "sub");
        assert!(
            claim
                .provider
                .ends_with("/id/EXAMPLED539D4633E53DE1B71EXAMPLE")
        );
    }

    #[test]
    fn only_amr_has_several_values() {
        assert!(claim("idp.example.com:amr").unwrap().key_type().multivalued);
        assert!(!claim("idp.example.com:aud").unwrap().key_type().multivalued);
    }

    #[test]
    fn ports_bare_names_and_other_claims_are_refused() {
        for key in [
            "idp.example.com:8443:sub",
            "localhost:sub",
            "idp.example.com:email",
            ".com:sub",
            "a.com/:sub",
            "saml:sub",
        ] {
            assert!(claim(key).is_none(), "{key}");
        }
    }
}
