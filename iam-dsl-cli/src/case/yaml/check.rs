//! What the catalog says about a test.
//!
//! A misspelt action is denied by every policy. So a test that expects a denial must not pass for
//! that reason: what can be known to be wrong is an error.

use std::net::IpAddr;

use iam_dsl_catalog::{Action, KeyType, ValueType, oidc};
use iam_dsl_core::check::{Code, Finding, Message};
use iam_dsl_core::json::{Member, Node, Span, Value};
use iam_dsl_core::{PolicyKind, check};
use iam_dsl_evaluate::ContextValue;

use super::example;
use super::sentence::{Pair, Sentence};
use super::words::Said;
use crate::read::Mistake;

/// What to do about several actions.
pub(super) const ONE_ACTION: &str =
    "a test asks for one action: write a test for each that matters";

/// What to do about a name that is like none of the catalog's.
const VOUCH: &str = "where AWS has it, write `unchecked` before it";

/// Checks the action and the resource of a test, and returns the resource.
pub(super) fn resource(sentence: &Sentence) -> Result<String, Mistake> {
    let action = action(sentence)?;
    let Some(resource) = &sentence.resource else {
        let help = match action {
            Some(action) if action.resources().len() == 0 => return Ok("*".to_owned()),
            Some(_) => format!("add `on ARN`, as in `on {}`", example::resource_of(action)),
            None => "add `on ARN`; where the action has no resource, `on *`".to_owned(),
        };
        return Err(
            Mistake::new(sentence.action.span, "the test names no resource").with_help(help),
        );
    };
    match action {
        Some(action) if resource.value == "*" => without_resource(action, resource)?,
        _ => one_resource(sentence, action, resource)?,
    }
    Ok(resource.value.clone())
}

fn action(sentence: &Sentence) -> Result<Option<Action>, Mistake> {
    let action = &sentence.action;
    if action.value.contains(['*', '?']) {
        let message = format!("`{}` is a pattern", action.value);
        return Err(Mistake::new(action.span, message).with_help(ONE_ACTION.to_owned()));
    }
    if action.value.contains(',') {
        let message = format!("`{}` is more than one action", action.value);
        return Err(Mistake::new(action.span, message).with_help(ONE_ACTION.to_owned()));
    }
    if sentence.is_unchecked && action.value.contains(':') {
        return Ok(None);
    }
    check::action(&action.value)
        .map(Some)
        .map_err(|message| Mistake::checked(action.span, &message).or_help(VOUCH))
}

/// Refuses `*` for an action that acts on something: hardly any real request looks like that, and
/// most policies deny it.
fn without_resource(action: Action, resource: &Said<String>) -> Result<(), Mistake> {
    if action.resources().len() == 0 {
        return Ok(());
    }
    let message = format!("`{action}` acts on a resource, and `*` is none");
    Err(Mistake::new(resource.span, message).with_help(format!(
        "name one, as in `{}`; where AWS is asked without one, write `unchecked {action} on *`",
        example::resource_of(Some(action))
    )))
}

/// Checks that a resource is one that exists, and that the action can act on it.
fn one_resource(
    sentence: &Sentence,
    action: Option<Action>,
    resource: &Said<String>,
) -> Result<(), Mistake> {
    let name = &resource.value;
    if name != "*" && (name.contains(['*', '?']) || name.contains("${")) {
        let message = format!("`{name}` is a pattern");
        return Err(Mistake::new(resource.span, message).with_help(
            "a test asks for one resource: write what could be there in place of the pattern"
                .to_owned(),
        ));
    }
    let statement = [
        ("Effect", text("Allow")),
        ("Action", text(&sentence.action.value)),
        ("Resource", text(name)),
    ];
    let policy = object([("Statement", object(statement))]);
    let unchecked: &[&str] = if sentence.is_unchecked {
        &[&sentence.action.value]
    } else {
        &[]
    };
    let findings = check::document_except(&policy, PolicyKind::Identity, unchecked);
    match findings.first() {
        None => Ok(()),
        Some(finding) => {
            Err(Mistake::new(resource.span, finding.message()).with_help(meant(finding, action)))
        }
    }
}

/// What to write in place of a resource. Rules about policies suggest patterns, which no test has.
fn meant(finding: &Finding, action: Option<Action>) -> String {
    if action.is_some_and(|action| action.resources().len() == 0) {
        return "it takes no resource: leave `on` out".to_owned();
    }
    match finding.help() {
        Some(help) if help.starts_with("did you mean") && !help.contains(['*', '$']) => {
            help.to_owned()
        }
        _ => format!(
            "write the ARN of one resource, as in `{}`",
            example::resource_of(action)
        ),
    }
}

fn text(text: &str) -> Node<'_> {
    Node::unplaced(Value::String(text.into()))
}

fn object<'a, const N: usize>(members: [(&'a str, Node<'a>); N]) -> Node<'a> {
    let member = |(key, value): (&'a str, Node<'a>)| Member {
        key: key.into(),
        key_span: value.span,
        value,
    };
    Node::unplaced(Value::Object(members.into_iter().map(member).collect()))
}

/// Checks that requests for the action can have the condition keys that the test itself names.
pub(super) fn keys(sentence: &Sentence) -> Result<(), Mistake> {
    if sentence.is_unchecked {
        return Ok(());
    }
    for pair in &sentence.with {
        if !pair.is_unchecked {
            has_key(&sentence.action.value, &pair.key.value).map_err(|finding| {
                Mistake::new(pair.key.span, finding.message())
                    .with_help(finding.help().map(str::to_owned))
                    .or_help("leave it out, or ask for an action that has it")
            })?;
        }
    }
    Ok(())
}

/// Checks that requests for an action can have a condition key: as in a policy that asks for it.
pub(super) fn has_key(action: &str, key: &str) -> Result<(), Box<Finding>> {
    let condition = object([("Null", object([(key, text("false"))]))]);
    let statement = [
        ("Effect", text("Allow")),
        ("Action", text(action)),
        ("Resource", text("*")),
        ("Condition", condition),
    ];
    let policy = object([("Statement", object(statement))]);
    let findings = check::document(&policy, PolicyKind::Identity);
    let is_it = |finding: &Finding| finding.code() == Code::UNSUPPORTED_ACTION_FOR_CONDITION_KEY;
    let found = findings.into_iter().find(is_it);
    found.map_or(Ok(()), |finding| Err(Box::new(finding)))
}

/// Checks a condition key and its value, and returns the value as AWS would send it.
pub(super) fn value(pair: &Pair) -> Result<ContextValue, Mistake> {
    let value = &pair.value;
    if pair.is_unchecked {
        return Ok(value.value.clone());
    }
    let key = check::condition_key(&pair.key.value)
        .map_err(|message| unknown_key(&pair.key, &message))?;
    for text in value.value.values() {
        let fits = |of: &KeyType| fits(*of, key.canonical(), text, value.span);
        let fits = key.types().iter().map(fits);
        fits.reduce(Result::or).unwrap_or(Ok(()))?;
    }
    let multivalued = |of: &KeyType| of.multivalued;
    match &value.value {
        ContextValue::Single(text) if key.types().iter().all(multivalued) => {
            Ok(ContextValue::Multi(vec![text.clone()]))
        }
        ContextValue::Multi(_) if !key.types().iter().any(multivalued) => {
            let message = format!(
                "a request has one value of `{}`, not a list",
                key.canonical()
            );
            Err(Mistake::new(value.span, message)
                .with_help("write a test for each value".to_owned()))
        }
        value => Ok(value.clone()),
    }
}

/// A key that the catalog lacks. Of a token people know claims by their names, which IAM shortens.
fn unknown_key(key: &Said<String>, message: &Message) -> Mistake {
    let mistake = Mistake::checked(key.span, message);
    let claim = key.value.rsplit_once(':').and_then(|(provider, name)| {
        let is_provider = oidc::claim(&format!("{provider}:sub")).is_some();
        is_provider.then_some((provider, name))
    });
    match claim {
        Some((provider, "subject")) => {
            mistake.with_help(format!("did you mean `{provider}:sub`?"))
        }
        Some((provider, "audience")) => {
            mistake.with_help(format!("did you mean `{provider}:aud`?"))
        }
        Some(_) => mistake.or_help(
            "of a token, IAM knows `aud`, `sub`, `amr`, `azp` and `oaud`, and more of a few providers",
        ),
        None => mistake.or_help(VOUCH),
    }
}

fn fits(of: KeyType, key: &str, text: &str, span: Span) -> Result<(), Mistake> {
    let checked = match of.value {
        ValueType::Arn => return arn(key, text, span),
        ValueType::Bool => check::boolean(text),
        ValueType::Numeric => check::numeric(text),
        ValueType::Date => check::date(text),
        ValueType::IpAddress if text.parse::<IpAddr>().is_err() => {
            let message = format!("`{text}` is not an IP address");
            return Err(Mistake::new(span, message)
                .with_help("a request comes from one address, as in `203.0.113.7`".to_owned()));
        }
        _ => Ok(()),
    };
    checked.map_err(|message| Mistake::checked(span, &message))
}

/// Checks the form of an ARN, but not that the catalog has a format for its resource: the values of
/// keys name what the reference has no resource type for.
fn arn(key: &str, text: &str, span: Span) -> Result<(), Mistake> {
    const OF_FORMATS: [Code; 5] = [
        Code::INVALID_ARN_RESOURCE,
        Code::ARN_REGION_NOT_ALLOWED,
        Code::MISSING_ARN_REGION,
        Code::ARN_ACCOUNT_NOT_ALLOWED,
        Code::MISSING_ARN_ACCOUNT,
    ];
    let Err(message) = check::arn(text) else {
        return Ok(());
    };
    if OF_FORMATS.contains(&message.code()) && !text.ends_with(':') {
        return Ok(());
    }
    let example = if key == "aws:PrincipalArn" {
        "arn:aws:iam::123456789012:role/app"
    } else {
        "arn:aws:s3:::my-bucket"
    };
    let mistake = Mistake::new(span, message.text());
    Err(match message.help() {
        Some(help) if help.starts_with("did you mean") => mistake.with_help(help.to_owned()),
        _ => mistake.with_help(format!(
            "a request has an ARN as the value of `{key}`, as in `{example}`"
        )),
    })
}
