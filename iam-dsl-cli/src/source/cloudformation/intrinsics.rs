//! Calls of intrinsic functions: objects with one key, which YAML also writes as tags.

use iam_dsl_core::json::{Node, Value};

/// The name of the function and its argument, where the value is a call of one.
pub(super) fn call<'n, 'a>(node: &'n Node<'a>) -> Option<(&'n str, &'n Node<'a>)> {
    let Value::Object(members) = &node.value else {
        return None;
    };
    match &members[..] {
        [only] if only.key == "Ref" => Some(("Ref", &only.value)),
        [only] => Some((only.key.strip_prefix("Fn::")?, &only.value)),
        _ => None,
    }
}

/// Returns true for what takes the element away that has it as value.
pub(super) fn is_no_value(node: &Node<'_>) -> bool {
    call(node)
        .is_some_and(|(name, argument)| name == "Ref" && argument.as_str() == Some("AWS::NoValue"))
}

/// The two values of which a condition decides.
pub(super) fn branches<'n, 'a>(node: &'n Node<'a>) -> Option<[&'n Node<'a>; 2]> {
    let ("If", argument) = call(node)? else {
        return None;
    };
    match &argument.value {
        Value::Array(items) => match &items[..] {
            [_, yes, no] => Some([yes, no]),
            _ => None,
        },
        _ => None,
    }
}
