//! Condition keys.

use iam_dsl_catalog::{ConditionKey, KeyType, Service, oidc, suggest};

use crate::check::{Code, Message};

codes! {
    /// A condition key has no prefix.
    ///
    /// A condition key is the prefix of a service, or `aws`, a colon and a name. IAM has no others, and does not save
    /// the policy.
    ///
    /// Instead, add the prefix, as in `aws:SourceIp`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
    INVALID_CONDITION_KEY_FORMAT = error;
    /// There is no such condition key with the prefix `aws`.
    ///
    /// No request ever has it. An `Allow` that asks for it allows nothing, and a `Deny` does not deny, or denies
    /// everything.
    ///
    /// Instead, write a key from the list of global condition keys; the message suggests the nearest.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
    INVALID_GLOBAL_CONDITION_KEY = error;
    /// The service has no such condition key.
    ///
    /// No request ever has it. An `Allow` that asks for it allows nothing, and a `Deny` does not deny, or denies
    /// everything.
    ///
    /// Instead, write a key from the service's list of condition keys; the message suggests the nearest.
    ///
    /// AWS: <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>
    INVALID_SERVICE_CONDITION_KEY = error;
    /// A condition key for tags does not say which tag.
    ///
    /// Such a key has the key of one tag behind a slash. Without it no request has the condition key, and the condition
    /// never holds.
    ///
    /// Instead, add the tag's key, as in `aws:ResourceTag/team`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html>
    MISSING_TAG_KEY_IN_CONDITION = error;
    /// A condition asks for a key that AWS no longer has.
    ///
    /// No request has it, so that the condition never holds, or always where it is negated.
    ///
    /// Instead, compare `aws:PrincipalArn` for who calls, or `aws:SourceArn` for the resource that a service acts for.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
    UNSUPPORTED_GLOBAL_CONDITION_KEY = error;
}

/// A condition key that exists: its spelling and its types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedKey {
    canonical: String,
    types: Vec<KeyType>,
    key: Option<ConditionKey>,
}

impl CheckedKey {
    /// Returns the key in AWS's spelling, holes as the author wrote them.
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    /// Returns the types of the key's values; nearly every key has one.
    pub fn types(&self) -> &[KeyType] {
        &self.types
    }

    /// Returns the catalog's entry; a claim of an OIDC provider has none.
    pub fn entry(&self) -> Option<ConditionKey> {
        self.key
    }
}

/// Finds the condition key a text names, ignoring ASCII case as IAM does.
///
/// Besides the [global] and service keys of the catalog these are the claims of any OIDC
/// provider, such as `token.actions.githubusercontent.com:sub`.
///
/// [global]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
///
/// # Errors
///
/// When there is no such key; the help names the nearest.
///
/// ```
/// use iam_dsl_rules::check::condition_key;
///
/// assert_eq!(condition_key("aws:sourceip")?.canonical(), "aws:SourceIp");
/// assert_eq!(
///     condition_key("aws:SourceIpp").unwrap_err().help(),
///     Some("did you mean `aws:SourceIp`?"),
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn condition_key(text: &str) -> Result<CheckedKey, Message> {
    if let Some(key) = ConditionKey::find(text) {
        // A bare pattern such as `aws:RequestTag/${TagKey}` stands in AWS's docs, never in a policy.
        return Ok(CheckedKey {
            canonical: key.canonical(text),
            types: key.key_types().collect(),
            key: Some(key),
        });
    }
    if let Some(found) = open_ended(text) {
        return Ok(found);
    }
    if let Some(claim) = oidc::claim(text) {
        return Ok(CheckedKey {
            canonical: text.to_owned(),
            types: vec![claim.key_type()],
            key: None,
        });
    }
    Err(unknown(text))
}

/// Finds a key that the reference ends with a slash, such as `glacier:ResourceTag/`: any tail fits.
fn open_ended(text: &str) -> Option<CheckedKey> {
    let (head, tail) = text.split_at(text.find('/')? + 1);
    let key = ConditionKey::find(head).filter(|_| !tail.is_empty())?;
    Some(CheckedKey {
        canonical: format!("{}{tail}", key.canonical(head)),
        types: key.key_types().collect(),
        key: Some(key),
    })
}

fn unknown(text: &str) -> Message {
    // AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-global-condition-key>
    if text.eq_ignore_ascii_case("aws:ARN") {
        return Message::new(
            Code::UNSUPPORTED_GLOBAL_CONDITION_KEY,
            format!("AWS no longer has the condition key `{text}`"),
        )
        .with_help("write `aws:PrincipalArn` for who calls, or `aws:SourceArn` for the resource a service calls for");
    }
    if ConditionKey::find(&format!("{text}/x")).is_some() {
        return Message::new(
            Code::MISSING_TAG_KEY_IN_CONDITION,
            format!("condition key `{text}` lacks the key of the tag"),
        )
        .with_help(format!("add it after a slash, as in `{text}/team`"));
    }
    let code = match text.split_once(':') {
        None => Code::INVALID_CONDITION_KEY_FORMAT,
        Some((prefix, _)) if prefix.eq_ignore_ascii_case("aws") => {
            Code::INVALID_GLOBAL_CONDITION_KEY
        }
        Some((prefix, _)) if !has_keys(prefix) => Code::INVALID_SERVICE,
        Some(_) => Code::INVALID_SERVICE_CONDITION_KEY,
    };
    let message = Message::new(code, format!("unknown condition key `{text}`"));
    if let Some(claim) = text.strip_prefix("https://") {
        return message.with_help(format!(
            "write the provider without `https://`, as in `{claim}`"
        ));
    }
    if code != Code::INVALID_CONDITION_KEY_FORMAT {
        return message.with_suggestion(suggest::condition_key(text));
    }
    let global = format!("aws:{text}");
    let suggestion = match ConditionKey::find(&global) {
        Some(key) => Some(key.canonical(&global)),
        None => suggest::condition_key(text).or_else(|| suggest::condition_key(&global)),
    };
    match suggestion {
        Some(name) => message.with_suggestion(Some(name)),
        None => message
            .with_help("a condition key is a prefix, a colon and a name, as in `aws:SourceIp`"),
    }
}

/// Tells whether condition keys may have the prefix: that of a service, of SAML, or the domain of an OIDC provider.
fn has_keys(prefix: &str) -> bool {
    prefix.contains('.') || prefix.eq_ignore_ascii_case("saml") || Service::find(prefix).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_with_a_hole_keeps_what_fills_it() {
        let key = condition_key("AWS:requesttag/Team").unwrap();
        assert_eq!(key.canonical(), "aws:RequestTag/Team");
    }

    #[test]
    fn a_key_that_ends_in_a_slash_takes_any_tail() {
        let key = condition_key("Glacier:resourcetag/LegalHold").unwrap();
        assert_eq!(key.canonical(), "glacier:ResourceTag/LegalHold");
        assert!(condition_key("s3:prefix/x").is_err());
    }

    #[test]
    fn claims_of_any_provider_pass() {
        assert!(condition_key("token.actions.githubusercontent.com:sub").is_ok());
        assert!(condition_key("oidc.eks.eu-west-1.amazonaws.com/id/ABC:aud").is_ok());
    }

    #[test]
    fn each_fault_has_its_code() {
        let code = |text| condition_key(text).unwrap_err().code();
        assert_eq!(code("aws:Sourceip4"), Code::INVALID_GLOBAL_CONDITION_KEY);
        assert_eq!(code("s3:prefixx"), Code::INVALID_SERVICE_CONDITION_KEY);
        assert_eq!(code("s33:prefix"), Code::INVALID_SERVICE);
        assert_eq!(code("SourceIp"), Code::INVALID_CONDITION_KEY_FORMAT);
        assert_eq!(code("aws:arn"), Code::UNSUPPORTED_GLOBAL_CONDITION_KEY);
        assert_eq!(code("https://gitlab.com:sub"), Code::INVALID_SERVICE);
        assert_eq!(code("aws:RequestTag"), Code::MISSING_TAG_KEY_IN_CONDITION);
    }
}
