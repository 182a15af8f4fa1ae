//! Questions that no request could ask.

use iam_dsl_catalog::{Action, ValueType};
use iam_dsl_core::check::{self, Code, Finding};
use iam_dsl_core::json::{Member, Node, Value};
use iam_dsl_core::{BaseOperator, ConditionOperator, PolicyKind, Template};
use iam_dsl_evaluate::ContextValue;

use crate::key::Name;

/// What a request would hold.
pub(crate) struct Parts<'a> {
    pub(crate) action: &'a str,
    pub(crate) resource: &'a str,
    /// Whether the resource is what a handle says, not an ARN by itself.
    pub(crate) is_handle: bool,
    /// The account that the question says owns the resource.
    pub(crate) account: Option<&'a str>,
    /// The account that handle or ARN say does.
    pub(crate) own_account: Option<&'a str>,
    pub(crate) context: &'a [(Name, ContextValue)],
}

/// Says what is wrong with a request: a denial of such a one would prove nothing.
///
/// A pattern is looked for in the keys of objects: ARNs of other handles, such as secrets, end in
/// wildcards of their own, and in an ARN by itself `*` may be part of a name.
pub(crate) fn find(parts: &Parts<'_>) -> Option<String> {
    let Parts {
        action, resource, ..
    } = parts;
    if let Some(account) = parts.account {
        if let Err(message) = check::account_id(account) {
            return Some(with_help(message.text(), message.help()));
        }
        if let Some(own) = parts.own_account.filter(|own| *own != account) {
            let message = format!("`{resource}` is of account {own}, not of {account}");
            return Some(with_help(&message, Some("leave the account away")));
        }
    }
    let known = Action::find(action);
    if *resource == "*" && known.is_some_and(|action| action.resources().len() > 0) {
        let message = format!("`{action}` acts on a resource, and none is given");
        return Some(with_help(&message, Some("say which with `on`")));
    }
    if parts.is_handle && is_object(resource) && resource.contains(['*', '?']) {
        let message = format!("`{resource}` is a pattern, and a request is on one resource");
        let help = "name one, such as `bucket.objects(\"a.txt\")`";
        return Some(with_help(&message, Some(help)));
    }
    cannot_act(action, resource).or_else(|| {
        let mut keys = parts.context.iter();
        keys.find_map(|(name, value)| wrong_key(action, name, value))
    })
}

fn is_object(resource: &str) -> bool {
    resource.split(':').nth(2) == Some("s3")
}

fn cannot_act(action: &str, resource: &str) -> Option<String> {
    let resource = text(&Template::literal(resource).to_string());
    let findings = findings(action, vec![member("Resource", resource)]);
    // A region or an account may be made up.
    let finding = findings
        .iter()
        .find(|finding| finding.code() == Code::UNSUPPORTED_RESOURCE_FOR_ACTION)?;
    let help = finding.help().unwrap_or("ask about what it acts on");
    Some(with_help(finding.message(), Some(help)))
}

fn wrong_key(action: &str, name: &Name, value: &ContextValue) -> Option<String> {
    let key = match check::condition_key(&name.text) {
        Ok(key) => key,
        Err(_) if name.is_settled => return None,
        Err(message) => return Some(with_help(message.text(), message.help())),
    };
    let is_multivalued = key.types().iter().any(|of| of.multivalued);
    if matches!(value, ContextValue::Multi(_)) && !is_multivalued {
        let key = key.canonical();
        let message = format!("a request has one value of `{key}`, not a list");
        return Some(with_help(&message, Some("ask once for each")));
    }
    // A policy compares an address with a range; a request has the address alone.
    let of = key.types().first()?;
    let is_range = |text: &&String| text.contains('/');
    if of.value == ValueType::IpAddress
        && let Some(range) = value.values().iter().find(is_range)
    {
        let message = format!("`{range}` is a range, and a request comes from one address");
        return Some(with_help(&message, Some("write an address of it")));
    }
    let is_no_arn = |text: &&String| !text.starts_with("arn:");
    if of.value == ValueType::Arn
        && let Some(text) = value.values().iter().find(is_no_arn)
    {
        let message = format!(
            "`{text}` is not an ARN, and `{}` holds one",
            key.canonical()
        );
        return Some(with_help(&message, Some("write all of it")));
    }
    let operator = ConditionOperator::equals(*of);
    // Text is text in a request, whatever a policy would take it for.
    let is_text = *operator.base() == BaseOperator::StringEquals;
    let node = |value: &String| {
        if is_text {
            Node::unplaced(Value::Opaque)
        } else {
            text(value)
        }
    };
    let values = Value::Array(value.values().iter().map(node).collect());
    let values = Node::unplaced(values);
    let keys = object(vec![member(key.canonical(), values)]);
    let condition = object(vec![member(&operator.to_string(), keys)]);
    let anything = member("Resource", text("*"));
    let findings = findings(action, vec![anything, member("Condition", condition)]);
    let finding = findings
        .iter()
        .find(|finding| finding.code().stops_compilation())?;
    Some(with_help(finding.message(), finding.help()))
}

/// What the rules find in a statement about this action.
fn findings(action: &str, members: Vec<Member<'static>>) -> Vec<Finding> {
    let mut statement = vec![
        member("Effect", text("Allow")),
        member("Action", text(action)),
    ];
    statement.extend(members);
    let version = member("Version", text("2012-10-17"));
    let document = object(vec![version, member("Statement", object(statement))]);
    // What the catalog does not know is here because it is taken on trust.
    let unchecked: &[&str] = match Action::find(action) {
        Some(_) => &[],
        None => &[action],
    };
    check::document_except(&document, PolicyKind::Identity, unchecked)
}

fn with_help(message: &str, help: Option<&str>) -> String {
    help.map_or_else(
        || message.to_owned(),
        |help| format!("{message}\nhelp: {help}"),
    )
}

fn object(members: Vec<Member<'static>>) -> Node<'static> {
    Node::unplaced(Value::Object(members))
}

fn member(key: &str, value: Node<'static>) -> Member<'static> {
    Member {
        key: key.to_owned().into(),
        key_span: value.span,
        value,
    }
}

fn text(text: &str) -> Node<'static> {
    Node::unplaced(Value::String(text.to_owned().into()))
}
