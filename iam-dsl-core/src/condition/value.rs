//! What a condition compares with.

use std::borrow::Cow;

use crate::Template;
use crate::json::Number;

/// A value of a condition key, of the JSON type it was written with.
///
/// IAM takes `true` for `"true"` and `5` for `"5"`; what was read prints as it was written.
///
/// ```
/// use iam_dsl_core::ConditionValue;
///
/// assert_eq!(ConditionValue::from(true).to_text(), "true");
/// assert_ne!(ConditionValue::from(true), ConditionValue::from("true"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ConditionValue {
    /// Text.
    String(Template),
    /// `true` or `false` without quotes.
    Bool(bool),
    /// A number without quotes.
    Number(Number),
}

impl ConditionValue {
    /// The value as the text IAM compares.
    #[must_use]
    pub fn to_text(&self) -> Cow<'_, str> {
        match self {
            Self::String(text) => text.to_text(),
            Self::Bool(true) => Cow::Borrowed("true"),
            Self::Bool(false) => Cow::Borrowed("false"),
            Self::Number(number) => Cow::Borrowed(number.as_str()),
        }
    }

    pub(crate) const fn as_template(&self) -> Option<&Template> {
        match self {
            Self::String(text) => Some(text),
            Self::Bool(_) | Self::Number(_) => None,
        }
    }
}

impl From<Template> for ConditionValue {
    fn from(text: Template) -> Self {
        Self::String(text)
    }
}

impl From<&str> for ConditionValue {
    fn from(text: &str) -> Self {
        Self::String(text.into())
    }
}

impl From<String> for ConditionValue {
    fn from(text: String) -> Self {
        Self::String(text.into())
    }
}

impl From<bool> for ConditionValue {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for ConditionValue {
    fn from(value: i64) -> Self {
        Self::Number(value.into())
    }
}

impl From<Number> for ConditionValue {
    fn from(value: Number) -> Self {
        Self::Number(value)
    }
}
