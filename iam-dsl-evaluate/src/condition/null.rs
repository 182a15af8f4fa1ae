//! `Null`.

use iam_dsl_core::{ConditionValue, Effect, Elements};

use super::boolean::boolean;
use super::{Setting, is_null};
use crate::text::is_unknown_value;

/// Whether a key must be absent, present, or either.
#[derive(Debug, Default)]
pub(super) struct Null {
    may_be_absent: bool,
    may_be_present: bool,
}

impl Null {
    pub(super) fn compile(values: &Elements<ConditionValue>, setting: Setting) -> Self {
        let mut null = Self::default();
        for value in values {
            let may_be_either = is_unknown_value(value) && setting.effect == Effect::Deny;
            let wanted = boolean(&value.to_text());
            null.may_be_absent |= may_be_either || wanted == Some(true);
            null.may_be_present |= may_be_either || wanted == Some(false);
        }
        null
    }

    pub(super) fn holds(&self, found: &[String]) -> bool {
        if is_null(found) {
            self.may_be_absent
        } else {
            self.may_be_present
        }
    }
}
