//! Statements that say what one before them says.

use std::collections::HashSet;

use iam_dsl_core::json::{Node, Value};

/// Returns the statements that, but for their Sid, say the same as one before them.
pub(super) fn said_before(statements: &[Node<'_>]) -> Vec<usize> {
    let mut before = HashSet::new();
    let statements = statements.iter().enumerate();
    let is_said = statements.filter(|(_, statement)| !before.insert(said(statement)));
    is_said.map(|(index, _)| index).collect()
}

/// All of a statement but its Sid, in an order of its own.
fn said(statement: &Node<'_>) -> String {
    let Value::Object(members) = &statement.value else {
        return format!("{:?}", statement.span);
    };
    let mut parts: Vec<String> = members
        .iter()
        .filter(|member| member.key != "Sid")
        .map(|member| {
            let said = value(&member.value);
            let said = if member.key.ends_with("Action") {
                said.to_ascii_lowercase()
            } else {
                said
            };
            format!("{:?}: {said}", member.key)
        })
        .collect();
    parts.sort_unstable();
    parts.join(", ")
}

/// A value in which order makes no difference; one by itself is a list of one.
fn value(node: &Node<'_>) -> String {
    match &node.value {
        Value::Object(members) => {
            let mut parts: Vec<String> = members
                .iter()
                .map(|member| format!("{:?}: {}", member.key, value(&member.value)))
                .collect();
            parts.sort_unstable();
            format!("{{{}}}", parts.join(", "))
        }
        Value::Array(items) => {
            let mut items: Vec<String> = items
                .iter()
                .map(|item| format!("{:?}", item.value))
                .collect();
            items.sort_unstable();
            format!("[{}]", items.join(", "))
        }
        single => format!("[{single:?}]"),
    }
}
