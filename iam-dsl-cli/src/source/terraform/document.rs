//! `data "aws_iam_policy_document"`: a policy in the words of Terraform.

use std::borrow::Cow;

use iam_dsl_core::json::{Member, Node, Span, Value};

/// The policy that a document describes. `None`: all of it is taken from others.
///
/// <https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document>
pub(super) fn policy(document: Node<'_>) -> Option<Node<'_>> {
    let span = document.span;
    let Value::Object(members) = document.value else {
        return None;
    };
    let mut policy = Vec::new();
    let mut statements = None;
    let mut has_version = false;
    for member in members {
        let name = match &*member.key {
            "version" => {
                has_version = true;
                "Version"
            }
            "policy_id" => "Id",
            "statement" => {
                statements = Some((member.key_span, listed(member.value)));
                continue;
            }
            _ => continue,
        };
        policy.push(renamed(name, member));
    }
    let (key_span, items) = statements?;
    if !has_version {
        policy.insert(0, made("Version", key_span, text("2012-10-17")));
    }
    let statements = items.into_iter().map(statement).collect();
    policy.push(made("Statement", key_span, Value::Array(statements)));
    let value = Value::Object(policy);
    Some(Node { span, value })
}

fn statement(block: Node<'_>) -> Node<'_> {
    let span = block.span;
    let Value::Object(members) = block.value else {
        return block;
    };
    let mut statement = Vec::new();
    if !members.iter().any(|member| member.key == "effect") {
        let start = Span::new(span.start, span.start);
        statement.push(made("Effect", start, text("Allow")));
    }
    for member in members {
        let name = match &*member.key {
            "sid" => "Sid",
            "effect" => "Effect",
            "actions" => "Action",
            "not_actions" => "NotAction",
            "resources" => "Resource",
            "not_resources" => "NotResource",
            "principals" | "not_principals" => {
                let name = if member.key == "principals" {
                    "Principal"
                } else {
                    "NotPrincipal"
                };
                let value = principals(listed(member.value));
                statement.push(made(name, member.key_span, value));
                continue;
            }
            "condition" => {
                let value = conditions(listed(member.value));
                statement.push(made("Condition", member.key_span, value));
                continue;
            }
            _ => continue,
        };
        // As an argument that is not given.
        if member.value.value != Value::Null && member.value.value != Value::Array(Vec::new()) {
            statement.push(renamed(name, member));
        }
    }
    let value = Value::Object(statement);
    Node { span, value }
}

fn principals(blocks: Vec<Node<'_>>) -> Value<'_> {
    let mut principals: Vec<Member<'_>> = Vec::new();
    for block in blocks {
        let (Some(kind), Some(identifiers)) = (block.get("type"), block.get("identifiers")) else {
            return Value::Opaque;
        };
        let Value::String(name) = &kind.value else {
            return Value::Opaque;
        };
        let identifiers = with_variables(identifiers.clone());
        if name == "*" {
            return text("*");
        }
        let (name, span) = (name.clone(), kind.span);
        add(&mut principals, name, span, identifiers);
    }
    Value::Object(principals)
}

fn conditions(blocks: Vec<Node<'_>>) -> Value<'_> {
    let mut operators: Vec<Member<'_>> = Vec::new();
    for block in blocks {
        let part = |name: &str| block.get(name);
        let (Some(test), Some(variable), Some(values)) =
            (part("test"), part("variable"), part("values"))
        else {
            return Value::Opaque;
        };
        let (Value::String(operator), Value::String(key)) = (&test.value, &variable.value) else {
            return Value::Opaque;
        };
        let values = with_variables(values.clone());
        let known = operators.iter_mut().find(|known| known.key == *operator);
        if let Some(Value::Object(keys)) = known.map(|known| &mut known.value.value) {
            add(keys, key.clone(), variable.span, values);
        } else {
            let mut keys = Vec::new();
            add(&mut keys, key.clone(), variable.span, values);
            operators.push(Member {
                key: operator.clone(),
                key_span: test.span,
                value: Node {
                    span: block.span,
                    value: Value::Object(keys),
                },
            });
        }
    }
    Value::Object(operators)
}

/// Adds values to those of a key.
fn add<'a>(members: &mut Vec<Member<'a>>, key: Cow<'a, str>, key_span: Span, values: Node<'a>) {
    let Some(known) = members.iter_mut().find(|member| member.key == key) else {
        members.push(Member {
            key,
            key_span,
            value: values,
        });
        return;
    };
    let before = std::mem::replace(&mut known.value.value, Value::Null);
    let span = known.value.span;
    let mut all = listed(Node {
        span,
        value: before,
    });
    all.extend(listed(values));
    known.value.value = Value::Array(all);
}

fn renamed<'a>(name: &'static str, member: Member<'a>) -> Member<'a> {
    Member {
        key: Cow::Borrowed(name),
        key_span: member.key_span,
        value: with_variables(member.value),
    }
}

fn made<'a>(name: &'static str, span: Span, value: Value<'a>) -> Member<'a> {
    Member {
        key: Cow::Borrowed(name),
        key_span: span,
        value: Node { span, value },
    }
}

fn text<'a>(text: &'static str) -> Value<'a> {
    Value::String(Cow::Borrowed(text))
}

fn listed(node: Node<'_>) -> Vec<Node<'_>> {
    match node.value {
        Value::Array(items) => items,
        _ => vec![node],
    }
}

/// The value with policy variables as IAM has them: `&{aws:username}` is `${aws:username}`.
fn with_variables(node: Node<'_>) -> Node<'_> {
    let value = match node.value {
        Value::String(text) if text.contains("&{") => {
            Value::String(Cow::Owned(text.replace("&{", "${")))
        }
        Value::Array(items) => Value::Array(items.into_iter().map(with_variables).collect()),
        other => other,
    };
    Node { value, ..node }
}
