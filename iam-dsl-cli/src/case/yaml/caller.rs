//! Who asks.

use iam_dsl_catalog::suggest;
use iam_dsl_core::check;
use iam_dsl_core::json::Span;
use iam_dsl_evaluate::Caller;

use super::provider;
use super::sentence::UNCHECKED;
use super::words::Said;
use crate::read::Mistake;
use crate::read::nearest;

/// Reads who asks: a name, which may have the word before it that vouches for it.
pub(super) fn caller(said: &Said<String>) -> Result<Caller, Mistake> {
    let (name, is_unchecked) = match said.value.strip_prefix(UNCHECKED) {
        Some(name) => (name.trim_start(), true),
        None => (&*said.value, false),
    };
    if name.contains(['*', '?']) || name.contains("${") {
        let message = format!("`{name}` is a pattern");
        return Err(Mistake::new(said.span, message).with_help(
            "a test has one caller: name one; who has no credentials is `anonymous`".to_owned(),
        ));
    }
    let caller = name
        .parse()
        .map_err(|error| Mistake::new(said.span, format!("{error}")).with_help(meant(name)))?;
    if is_unchecked {
        return Ok(caller);
    }
    checked(caller, said.span)
}

/// Refuses a service or a provider that is most likely another one misspelt: no policy would know
/// it.
fn checked(caller: Caller, span: Span) -> Result<Caller, Mistake> {
    let name = caller.as_str();
    let service =
        || check::service_principal(name).map_err(|message| Mistake::checked(span, &message));
    if caller == Caller::service(name) {
        service()?;
    } else if provider::is_provider(&caller) {
        // A service whose domain is misspelt looks like an identity provider, and so do the few
        // that have another domain than most.
        let is_domain = !name.contains(':')
            && !provider::is_known_by_host(name)
            && provider::misspelt(name).is_none();
        if is_domain && suggest::service_principal(name).is_some() {
            service()?;
        }
        if is_domain && service().is_ok() {
            return Ok(Caller::service(name));
        }
        provider::known(name, span)?;
    }
    Ok(caller)
}

/// What to write in place of a name that is nobody's.
fn meant(name: &str) -> String {
    if let Some(word) = nearest(name, &["anonymous"]) {
        return format!("did you mean `{word}`?");
    }
    if name.starts_with("arn:") {
        return meant_by_arn(name);
    }
    if name.eq_ignore_ascii_case("root") || check::account_id(name).is_ok() {
        let account = if name.starts_with(|first: char| first.is_ascii_digit()) {
            name
        } else {
            "123456789012"
        };
        return format!("the root user is named by its ARN: `arn:aws:iam::{account}:root`");
    }
    if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!(
            "an account id has 12 digits, this has {}; its root user is `arn:aws:iam::123456789012:root`",
            name.len()
        );
    }
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"+=,@_-".contains(&byte);
    let role = if !name.is_empty() && name.bytes().all(is_plain) {
        name
    } else {
        "app"
    };
    format!("a caller is named by its ARN, as in `arn:aws:iam::123456789012:role/{role}`")
}

fn meant_by_arn(arn: &str) -> String {
    let help = check::arn(arn).err().and_then(|message| {
        let help = message.help()?.to_owned();
        (!help.contains(['*', '$'])).then_some(help)
    });
    let fields: Vec<&str> = arn.splitn(6, ':').collect();
    let [_, partition, _, _, account, resource] = *fields else {
        return help.unwrap_or_else(|| meant("app"));
    };
    match resource.split_once('/') {
        Some(("group", _)) => format!(
            "a group asks for nothing itself: name a user of it, as in `arn:{partition}:iam::{account}:user/ann`"
        ),
        Some(("assumed-role", role)) if !role.is_empty() => {
            let role = role.trim_end_matches('/');
            format!(
                "add the name of the session, as in `arn:{partition}:sts::{account}:assumed-role/{role}/session`, \
                 or name the role: `arn:{partition}:iam::{account}:role/{role}`"
            )
        }
        _ => help.unwrap_or_else(|| meant("app")),
    }
}
