//! Files of the Serverless Framework: a template inside, with variables of its own.

use std::borrow::Cow;

use iam_dsl_core::json::{Member, Node, Value};

use super::unknown::Unknowns;

/// What a variable can start with.
///
/// <https://www.serverless.com/framework/docs/providers/aws/guide/variables>
const SOURCES: [&str; 11] = [
    "aws:accountId",
    "aws:region",
    "cf",
    "env:",
    "file(",
    "opt:",
    "param:",
    "s3:",
    "self:",
    "sls:",
    "ssm",
];

/// Returns true for a service.
pub(super) fn is_service(root: &Node<'_>) -> bool {
    root.get("service").is_some() && root.get("provider").is_some()
}

/// The tree with marks for variables.
pub(super) fn marked<'a>(node: Node<'a>, unknowns: &Unknowns) -> Node<'a> {
    let value = match node.value {
        Value::String(text) => Value::String(in_text(text, unknowns)),
        Value::Array(items) => Value::Array(
            items
                .into_iter()
                .map(|item| marked(item, unknowns))
                .collect(),
        ),
        Value::Object(members) => Value::Object(
            members
                .into_iter()
                .map(|member| Member {
                    value: marked(member.value, unknowns),
                    ..member
                })
                .collect(),
        ),
        other => other,
    };
    Node { value, ..node }
}

fn in_text<'a>(text: Cow<'a, str>, unknowns: &Unknowns) -> Cow<'a, str> {
    let mut filled = String::new();
    let mut rest = &*text;
    while let Some((before, after)) = rest.split_once("${") {
        filled.push_str(before);
        let is_own = SOURCES
            .iter()
            .any(|source| after.trim_start().starts_with(source));
        if let Some(length) = length(after).filter(|_| is_own) {
            filled.push(unknowns.mark(after.get(..length).unwrap_or("")));
            rest = after.get(length + 1..).unwrap_or("");
        } else {
            filled.push_str("${");
            rest = after;
        }
    }
    if filled.is_empty() {
        return text;
    }
    filled.push_str(rest);
    Cow::Owned(filled)
}

/// How far it is to the brace that closes a variable, which may have others in it.
fn length(variable: &str) -> Option<usize> {
    let mut open = 0;
    for (at, character) in variable.char_indices() {
        match character {
            '{' => open += 1,
            '}' if open == 0 => return Some(at),
            '}' => open -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_variables_are_marked() {
        let unknowns = Unknowns::default();
        let mark = unknowns.mark("self:custom.${opt:stage, 'dev'}.id");
        assert_eq!(
            in_text(
                "a/${self:custom.${opt:stage, 'dev'}.id}/${aws:username}".into(),
                &unknowns
            ),
            format!("a/{mark}/${{aws:username}}")
        );
        assert_eq!(in_text("${self:x".into(), &unknowns), "${self:x");
    }
}
