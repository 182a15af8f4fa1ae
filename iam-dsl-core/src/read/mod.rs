//! From JSON values to a document.

mod condition;
mod elements;
mod names;
mod principal;
mod statement;

use crate::json::{Member, Node, Value, reject_duplicates};
use crate::{Elements, PolicyDocument, ReadError};

pub(crate) use condition::{block as condition_block, value as condition_value};
pub(crate) use elements::template;
use elements::{each, text};
use names::unknown_element;
pub(crate) use principal::principals;
pub(crate) use statement::{action, effect, statement};

/// Reads a whole tree, which did not come from [`json::parse`](crate::json::parse) and so may have
/// duplicate keys.
pub(crate) fn whole<T>(
    node: &Node<'_>,
    read: fn(&Node<'_>) -> Result<T, ReadError>,
) -> Result<T, ReadError> {
    without_duplicates(node)
        .and_then(|()| read(node))
        .map_err(ReadError::at_root)
}

fn without_duplicates(node: &Node<'_>) -> Result<(), ReadError> {
    match &node.value {
        Value::Array(items) => items.iter().enumerate().try_for_each(|(index, item)| {
            without_duplicates(item).map_err(|error| error.inside(index))
        }),
        Value::Object(members) => {
            reject_duplicates(members)?;
            members.iter().try_for_each(|member| {
                without_duplicates(&member.value).map_err(|error| error.inside(&*member.key))
            })
        }
        _ => Ok(()),
    }
}

const DOCUMENT_ELEMENTS: &[&str] = &["Version", "Id", "Statement"];

/// Reads a document from a tree without duplicate keys.
pub(crate) fn document(node: &Node<'_>) -> Result<PolicyDocument, ReadError> {
    let Value::Object(members) = &node.value else {
        return Err(wrong_shape(node, "the policy document", "an object"));
    };
    let (mut version, mut id, mut statements) = (None, None, None);
    for member in members {
        let value = &member.value;
        let read = match &*member.key {
            "Version" => text(value, "`Version`").map(|text| version = Some(known_version(text))),
            "Id" => text(value, "`Id`").map(|text| id = Some(text.to_owned())),
            "Statement" => all_statements(value).map(|all| statements = Some(all)),
            _ => return Err(unknown_element(member, DOCUMENT_ELEMENTS)),
        };
        read.map_err(|error| error.inside(&*member.key))?;
    }
    match statements {
        Some(statements) => Ok(PolicyDocument::from_parts(version, id, statements)),
        None => Err(ReadError::shape(node.span, "missing element `Statement`")
            .with_help("a policy document holds its statements in `Statement`")),
    }
}

fn known_version(text: &str) -> std::borrow::Cow<'static, str> {
    if text == PolicyDocument::VERSION {
        PolicyDocument::VERSION.into()
    } else {
        text.to_owned().into()
    }
}

fn all_statements(node: &Node<'_>) -> Result<Elements<crate::PolicyStatement>, ReadError> {
    match &node.value {
        Value::Object(_) => Ok(Elements::one(statement(node)?)),
        Value::Array(items) => each(items, statement).map(Elements::list),
        _ => Err(wrong_shape(
            node,
            "`Statement`",
            "an object or a list of objects",
        )),
    }
}

/// The members of an object.
fn members<'n, 'a>(node: &'n Node<'a>, what: &str) -> Result<&'n [Member<'a>], ReadError> {
    match &node.value {
        Value::Object(members) => Ok(members),
        _ => Err(wrong_shape(node, what, "an object")),
    }
}

fn wrong_shape(node: &Node<'_>, what: &str, expected: &str) -> ReadError {
    if matches!(node.value, Value::Opaque) {
        return ReadError::shape(node.span, format!("expression where {expected} is needed"));
    }
    let found = node.value.describe();
    ReadError::shape(node.span, format!("{what} is {found}, not {expected}"))
}
