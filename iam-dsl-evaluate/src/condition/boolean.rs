//! `Bool`.

use iam_dsl_core::{ConditionValue, Effect};

use super::Setting;
use crate::Context;
use crate::text::{Reading, Text};

/// `true` and `false`, in any case.
#[derive(Debug, Default)]
pub(super) struct Booleans {
    wants_true: bool,
    wants_false: bool,
    /// Other texts, where variables work: those that become `true` or `false` can match.
    texts: Vec<Text>,
}

impl Booleans {
    pub(super) fn compile(values: &[&ConditionValue], setting: Setting) -> Self {
        // Where it is open whether they work, a Deny takes them to.
        let work = setting.options.variables_in_bool() || setting.effect == Effect::Deny;
        let fills_in = setting.variables && work;
        let reading = Reading {
            variables: true,
            wildcards: false,
        };
        let mut booleans = Self::default();
        for value in values {
            match boolean(&value.to_text()) {
                Some(true) => booleans.wants_true = true,
                Some(false) => booleans.wants_false = true,
                None if fills_in => booleans.texts.push(Text::of_value(value, reading)),
                None => {}
            }
        }
        booleans
    }

    pub(super) fn match_text(&self, value: &str, context: &Context) -> bool {
        let is_wanted = match boolean(value) {
            Some(true) => self.wants_true,
            Some(false) => self.wants_false,
            None => return false,
        };
        let equals = |text: &Text| text.equals_ignoring_case(value, context);
        is_wanted || self.texts.iter().any(equals)
    }
}

pub(super) fn boolean(text: &str) -> Option<bool> {
    if text.eq_ignore_ascii_case("true") {
        Some(true)
    } else if text.eq_ignore_ascii_case("false") {
        Some(false)
    } else {
        None
    }
}
