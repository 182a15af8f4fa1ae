//! The request of a case.

use iam_dsl_core::json::{Node, Value};
use iam_dsl_evaluate::{Caller, Context, ContextValue, Request};

use crate::read::Mistake;
use crate::read::{given, members, only, text};

const MEMBERS: &[&str] = &[
    "principal",
    "action",
    "resource",
    "resourceAccountId",
    "context",
];

/// Reads the request of a case.
pub(super) fn request(node: &Node<'_>) -> Result<Request, Mistake> {
    only(members(node, "`request`")?, MEMBERS, "a request")?;
    let caller = caller(required(node, "principal")?)?;
    let action = action(required(node, "action")?)?;
    let resource = text(required(node, "resource")?, "`resource`")?;
    let mut request = Request::new(caller, action, resource);
    if let Some(account) = given(node, "resourceAccountId") {
        request = request.owned_by(text(account, "`resourceAccountId`")?);
    }
    match given(node, "context") {
        None => Ok(request),
        Some(keys) => Ok(request.with_context(context(keys)?)),
    }
}

fn required<'n, 'a>(node: &'n Node<'a>, key: &str) -> Result<&'n Node<'a>, Mistake> {
    given(node, key).ok_or_else(|| Mistake::new(node.span, format!("the request has no `{key}`")))
}

fn caller(node: &Node<'_>) -> Result<Caller, Mistake> {
    if let Value::Object(members) = &node.value {
        return match node.get("type").and_then(Node::as_str) {
            Some("Anonymous") if members.len() == 1 => Ok(Caller::anonymous()),
            _ => Err(
                Mistake::new(node.span, "`principal` is an unknown object").with_help(
                    "write an ARN, the name of a service, or `{\"type\": \"Anonymous\"}`"
                        .to_owned(),
                ),
            ),
        };
    }
    let name = text(node, "`principal`")?;
    name.parse()
        .map_err(|error| Mistake::new(node.span, format!("{error}")))
}

fn action<'n>(node: &'n Node<'_>) -> Result<&'n str, Mistake> {
    let name = text(node, "`action`")?;
    if name.contains(':') {
        return Ok(name);
    }
    let message = format!("action `{name}` has no service prefix");
    let help = "an action is a service prefix, a colon and a name, as in `s3:GetObject`";
    Err(Mistake::new(node.span, message).with_help(help.to_owned()))
}

fn context(node: &Node<'_>) -> Result<Context, Mistake> {
    let mut context = Context::new();
    for member in members(node, "`context`")? {
        context.set(&member.key, value(&member.value, &member.key)?);
    }
    Ok(context)
}

fn value(node: &Node<'_>, key: &str) -> Result<ContextValue, Mistake> {
    match &node.value {
        Value::Array(items) => {
            let values: Result<Vec<String>, Mistake> =
                items.iter().map(|item| scalar(item, key)).collect();
            values.map(ContextValue::Multi)
        }
        _ => scalar(node, key).map(ContextValue::Single),
    }
}

/// The text of a value. AWS knows texts alone, but `true` and `3` leave no doubt.
fn scalar(node: &Node<'_>, key: &str) -> Result<String, Mistake> {
    match &node.value {
        Value::String(text) => Ok(text.clone().into_owned()),
        Value::Number(digits) => Ok(digits.clone().into_owned()),
        Value::Bool(value) => Ok(value.to_string()),
        other => {
            let message = format!(
                "`{key}` is {}, not a string or a list of strings",
                other.describe()
            );
            let help = "a key that the request lacks is left out";
            Err(Mistake::new(node.span, message).with_help(help.to_owned()))
        }
    }
}
