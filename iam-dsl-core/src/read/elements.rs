//! Texts and lists of texts.

use super::wrong_shape;
use crate::json::{Node, Value};
use crate::{Elements, ReadError, Template};
use iam_dsl_rules::quoted;

/// The text that `node` is.
pub(super) fn text<'n>(node: &'n Node<'_>, what: &str) -> Result<&'n str, ReadError> {
    match &node.value {
        Value::String(text) => Ok(text),
        Value::Number(number) => Err(wrong_shape(node, what, "a string").with_help(format!(
            "write it in quotes: {}",
            quoted(&format!("\"{number}\""))
        ))),
        _ => Err(wrong_shape(node, what, "a string")),
    }
}

/// One value or a list of them.
pub(super) fn one_or_many<T>(
    node: &Node<'_>,
    read: impl Fn(&Node<'_>) -> Result<T, ReadError>,
) -> Result<Elements<T>, ReadError> {
    match &node.value {
        Value::Array(items) => each(items, read).map(Elements::list),
        _ => read(node).map(Elements::one),
    }
}

/// Each value of a list.
pub(super) fn each<T>(
    items: &[Node<'_>],
    read: impl Fn(&Node<'_>) -> Result<T, ReadError>,
) -> Result<Vec<T>, ReadError> {
    let mut values = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        values.push(read(item).map_err(|error| error.inside(index))?);
    }
    Ok(values)
}

/// Text that may hold variables.
pub(crate) fn template(node: &Node<'_>) -> Result<Template, ReadError> {
    text(node, "the value").map(Template::from)
}
