//! Policy variables, filled in.

use iam_dsl_core::PolicyVariable;

use crate::{Context, ContextValue};

/// A policy variable.
///
/// AWS: [policy variables with no value](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value).
#[derive(Clone, Debug)]
pub(crate) struct Variable {
    /// The condition key, in lower case.
    key: String,
    default: Option<String>,
}

impl Variable {
    pub(super) fn new(variable: &PolicyVariable<'_>) -> Self {
        Self {
            key: variable.key().to_ascii_lowercase(),
            default: variable.default_value().map(str::to_owned),
        }
    }

    /// The text that takes the variable's place. A key of many values has none, and neither has
    /// an empty one: nobody who wrote a variable meant nothing at all. The default is for
    /// requests that lack the key.
    pub(crate) fn value<'a>(&'a self, context: &'a Context) -> Option<&'a str> {
        match context.get_lowercase(&self.key) {
            Some(ContextValue::Single(value)) => Some(value.as_str()).filter(|v| !v.is_empty()),
            Some(ContextValue::Multi(values)) if !values.is_empty() => None,
            Some(ContextValue::Multi(_)) | None => self.default.as_deref(),
        }
    }
}
