//! A request as a policy, which the rules of policies can be asked about.
//!
//! A request reads like a statement of one action and one resource, whose conditions compare each
//! key with the value it has: so what is wrong with the one is wrong with the other.

use std::borrow::Cow;

use iam_dsl_catalog::{KeyType, ValueType};
use iam_dsl_rules::check;
use iam_dsl_rules::json::{Member, Node, Span as Place, Value};
use iam_dsl_rules::{BaseOperator, ConditionOperator};

use super::parse::Call;

/// The policy that the rules are asked about.
pub(super) fn document(call: &Call) -> Node<'static> {
    let mut statement = vec![
        member("Effect", Value::String(Cow::Borrowed("Allow"))),
        Member {
            value: call.action.clone(),
            ..member("Action", Value::Null)
        },
    ];
    let mut resource = call.on.clone().unwrap_or_else(|| node(Value::Opaque));
    // What is no ARN at all is refused in words that are about requests.
    if !resource.as_str().is_some_and(is_arn) {
        resource.value = Value::Opaque;
    }
    statement.push(Member {
        value: resource,
        ..member("Resource", Value::Null)
    });
    let conditions = conditions(&call.with);
    if !conditions.is_empty() {
        statement.push(member("Condition", Value::Object(conditions)));
    }
    let version = Value::String(Cow::Borrowed("2012-10-17"));
    node(Value::Object(vec![
        member("Version", version),
        member("Statement", Value::Object(statement)),
    ]))
}

/// Tells whether a text has the fields of an ARN.
pub(super) fn is_arn(text: &str) -> bool {
    text.starts_with("arn:") && text.splitn(6, ':').count() == 6
}

/// The keys, each under the operator that compares its type.
fn conditions(with: &[Member<'static>]) -> Vec<Member<'static>> {
    let mut operators: Vec<Member<'static>> = Vec::new();
    for key in with {
        let key_type = key_type(&key.key);
        let operator = ConditionOperator::equals(key_type);
        let mut key = key.clone();
        // Text is text in a request, whatever a policy would take it for; addresses are no ranges.
        if matches!(
            operator.base(),
            BaseOperator::StringEquals | BaseOperator::IpAddress
        ) {
            any_text(&mut key.value);
        }
        let operator = operator.to_string();
        match operators.iter_mut().find(|known| known.key == operator) {
            Some(Member {
                value:
                    Node {
                        value: Value::Object(keys),
                        ..
                    },
                ..
            }) => keys.push(key),
            _ => operators.push(Member {
                key: Cow::Owned(operator),
                ..member("", Value::Object(vec![key]))
            }),
        }
    }
    operators
}

fn any_text(node: &mut Node<'static>) {
    match &mut node.value {
        Value::Array(items) => items.iter_mut().for_each(any_text),
        value @ Value::String(_) => *value = Value::Opaque,
        _ => {}
    }
}

/// Returns the type of a key; of an unknown one, text.
pub(super) fn key_type(key: &str) -> KeyType {
    let checked = check::condition_key(key).ok();
    checked
        .and_then(|checked| checked.types().first().copied())
        .unwrap_or(KeyType {
            value: ValueType::String,
            multivalued: false,
        })
}

fn member(key: &'static str, value: Value<'static>) -> Member<'static> {
    Member {
        key: Cow::Borrowed(key),
        key_span: NOWHERE,
        value: node(value),
    }
}

fn node(value: Value<'static>) -> Node<'static> {
    Node {
        span: NOWHERE,
        value,
    }
}

/// The place of what no token stands for.
const NOWHERE: Place = Place::new(u32::MAX, u32::MAX);
