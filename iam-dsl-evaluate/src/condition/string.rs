//! `StringEquals`, `StringEqualsIgnoreCase`, `StringLike`.

use iam_dsl_core::{BaseOperator, ConditionValue};

use super::Setting;
use crate::Context;
use crate::text::{Reading, Text};

/// Texts to be equal to, or patterns with `*` and `?`.
#[derive(Debug)]
pub(super) struct Strings {
    ignore_case: bool,
    texts: Vec<Text>,
}

impl Strings {
    pub(super) fn compile(
        operator: &BaseOperator,
        values: &[&ConditionValue],
        setting: Setting,
    ) -> Self {
        let reading = Reading {
            variables: setting.variables,
            wildcards: matches!(
                operator,
                BaseOperator::StringLike | BaseOperator::StringNotLike
            ),
        };
        let mut texts = Vec::with_capacity(values.len());
        for value in values {
            texts.push(Text::of_value(value, reading));
        }
        Self {
            ignore_case: matches!(
                operator,
                BaseOperator::StringEqualsIgnoreCase | BaseOperator::StringNotEqualsIgnoreCase
            ),
            texts,
        }
    }

    pub(super) fn match_text(&self, value: &str, context: &Context) -> bool {
        self.texts.iter().any(|text| {
            if self.ignore_case {
                text.equals_ignoring_case(value, context)
            } else {
                text.matches(value, context)
            }
        })
    }
}
