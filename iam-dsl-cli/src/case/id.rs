//! What a case is called.

use std::fmt;

use iam_dsl_core::json::{Node, Value};
use serde::ser::{Serialize, Serializer};

/// What a case is called: a text, a number, or nothing.
#[derive(Clone, Debug)]
pub(crate) struct Id(serde_json::Value);

impl Id {
    /// Of a case without one.
    pub(crate) const fn none() -> Self {
        Self(serde_json::Value::Null)
    }

    /// Reads the id of a case. What cannot be one is none: the case itself is still decided.
    pub(crate) fn of(node: &Node<'_>) -> Self {
        match &node.value {
            Value::String(text) => Self::from(text.clone().into_owned()),
            Value::Number(digits) => Self(serde_json::from_str(digits).unwrap_or_default()),
            _ => Self::none(),
        }
    }

    /// Returns true where there is none.
    pub(crate) fn is_none(&self) -> bool {
        self.0.is_null()
    }
}

impl From<String> for Id {
    fn from(text: String) -> Self {
        Self(serde_json::Value::String(text))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            serde_json::Value::String(text) => formatter.write_str(text),
            other => other.fmt(formatter),
        }
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
