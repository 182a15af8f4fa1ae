//! `ArnLike`, and `ArnEquals`, which is the same.

use iam_dsl_core::ConditionValue;

use super::Setting;
use crate::Context;
use crate::pattern::ArnPattern;
use crate::text::{Reading, Text};

/// Patterns of ARNs, of six segments each.
#[derive(Debug)]
pub(super) struct Arns(Vec<ArnPattern>);

impl Arns {
    pub(super) fn compile(values: &[&ConditionValue], setting: Setting) -> Self {
        let reading = Reading {
            variables: setting.variables,
            wildcards: true,
        };
        let mut patterns = Vec::with_capacity(values.len());
        for value in values {
            patterns.push(ArnPattern::new(Text::of_value(value, reading)));
        }
        Self(patterns)
    }

    pub(super) fn match_text(&self, value: &str, context: &Context) -> bool {
        self.0
            .iter()
            .any(|pattern| pattern.matches_arn(value, context))
    }
}
