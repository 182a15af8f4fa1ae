//! `Condition`.

use super::elements::one_or_many;
use super::{members, wrong_shape};
use crate::json::{Node, Number, Value};
use crate::{ConditionBlock, ConditionOperator, ConditionValue, Elements, ReadError};

pub(crate) fn block(node: &Node<'_>) -> Result<ConditionBlock, ReadError> {
    let mut block = ConditionBlock::new();
    for member in members(node, "`Condition`")? {
        let keys = keys(&member.value).map_err(|error| error.inside(&*member.key))?;
        block.push(ConditionOperator::from(&*member.key), keys);
    }
    Ok(block)
}

fn keys(node: &Node<'_>) -> Result<Vec<(String, Elements<ConditionValue>)>, ReadError> {
    let members = members(node, "a condition operator's value")?;
    let mut keys = Vec::with_capacity(members.len());
    for member in members {
        let values =
            one_or_many(&member.value, value).map_err(|error| error.inside(&*member.key))?;
        keys.push((member.key.clone().into_owned(), values));
    }
    Ok(keys)
}

pub(crate) fn value(node: &Node<'_>) -> Result<ConditionValue, ReadError> {
    match &node.value {
        Value::String(text) => Ok(ConditionValue::from(&**text)),
        Value::Bool(value) => Ok(ConditionValue::Bool(*value)),
        Value::Number(digits) => match digits.parse::<Number>() {
            Ok(number) => Ok(ConditionValue::Number(number)),
            Err(error) => Err(ReadError::shape(node.span, error.to_string())),
        },
        _ => Err(wrong_shape(
            node,
            "the condition's value",
            "text, a boolean or a number",
        )),
    }
}
