//! Who asks.

use iam_dsl_catalog::suggest;
use iam_dsl_core::check;
use iam_dsl_evaluate::Caller;

use super::sentence::UNCHECKED;
use super::words::Said;
use crate::case::members::nearest;
use crate::case::mistake::Mistake;

/// Reads who asks: a name, which may have the word before it that vouches for it.
pub(super) fn caller(said: &Said<String>) -> Result<Caller, Mistake> {
    let (name, is_unchecked) = match said.value.strip_prefix(UNCHECKED) {
        Some(name) => (name.trim_start(), true),
        None => (&*said.value, false),
    };
    let caller: Caller = name
        .parse()
        .map_err(|error| Mistake::new(said.span, format!("{error}")).with_help(meant(name)))?;
    if !is_unchecked {
        not_misspelt(name, &caller).map_err(|message| Mistake::checked(said.span, &message))?;
    }
    Ok(caller)
}

/// What to write in place of a name that is nobody's.
fn meant(name: &str) -> Option<String> {
    if let Some(word) = nearest(name, &["anonymous"]) {
        return Some(format!("did you mean `{word}`?"));
    }
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"+=,@_-".contains(&byte);
    (!name.is_empty() && name.bytes().all(is_plain)).then(|| {
        format!("a caller is named by its ARN, as in `arn:aws:iam::123456789012:role/{name}`")
    })
}

/// Refuses a service that is most likely another one misspelt: no policy would know it. A service
/// whose domain is misspelt looks like an identity provider.
fn not_misspelt(name: &str, caller: &Caller) -> Result<(), check::Message> {
    let is_service = *caller == Caller::service(name);
    let is_domain = *caller == Caller::identity_provider(name) && !name.contains(':');
    let is_near = is_domain && suggest::service_principal(name).is_some_and(|it| it != name);
    if is_service || is_near {
        check::service_principal(name)
    } else {
        Ok(())
    }
}
