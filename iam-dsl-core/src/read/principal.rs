//! `Principal` and `NotPrincipal`.

use super::elements::{one_or_many, text};
use super::wrong_shape;
use crate::json::{Node, Value};
use crate::{PrincipalType, Principals, ReadError, Template};

pub(crate) fn principals(node: &Node<'_>) -> Result<Principals, ReadError> {
    match &node.value {
        Value::String(text) if text == "*" => Ok(Principals::Any),
        Value::Object(members) => {
            let mut types = Vec::with_capacity(members.len());
            for member in members {
                let names = one_or_many(&member.value, |node| {
                    text(node, "a principal").map(Template::from)
                });
                let names = names.map_err(|error| error.inside(&*member.key))?;
                types.push((PrincipalType::from(&*member.key), names));
            }
            Ok(Principals::Map(types))
        }
        _ => Err(wrong_shape(node, "the principal", "`\"*\"` or an object")
            .with_help("write `{\"AWS\": …}` or `{\"Service\": …}`")),
    }
}
