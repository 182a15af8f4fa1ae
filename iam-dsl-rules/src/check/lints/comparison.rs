//! What a statement asks of its condition keys, one key a comparison.

use crate::check::view::{Condition, ConditionValue, Leaf, Statement};
use crate::{BaseOperator, ConditionOperator, SetOperator};

/// One key of a condition, with its operator and its values.
pub(super) struct Comparison<'s, 'a> {
    pub(super) operator: ConditionOperator,
    pub(super) key: &'s Leaf<'a>,
    pub(super) name: &'a str,
    pub(super) values: &'s [ConditionValue<'a>],
}

impl<'s, 'a> Comparison<'s, 'a> {
    /// Returns all that a statement asks, or nothing where some of it is not known.
    pub(super) fn all(statement: &'s Statement<'a>) -> Option<Vec<Self>> {
        let mut all = Vec::new();
        for Condition { operator, keys } in &statement.conditions {
            for (key, values) in keys {
                all.push(Self {
                    operator: ConditionOperator::from(operator.text?),
                    key,
                    name: key.text?,
                    values,
                });
            }
        }
        Some(all)
    }

    pub(super) fn is_of(&self, key: &str) -> bool {
        self.name.eq_ignore_ascii_case(key)
    }

    pub(super) fn is_of_any(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.is_of(key))
    }

    /// Whether all values are this one, ASCII letters in either case.
    pub(super) fn asks(&self, value: &str) -> bool {
        let is_it = |of: &ConditionValue<'_>| {
            let text = of.scalar.text();
            text.is_some_and(|text| text.eq_ignore_ascii_case(value))
        };
        !self.values.is_empty() && self.values.iter().all(is_it)
    }

    /// Returns the values, or nothing where one is not known or has a variable.
    pub(super) fn texts(&self) -> Option<Vec<&'a str>> {
        let text = |value: &ConditionValue<'a>| value.scalar.text().filter(|of| !of.contains("${"));
        self.values.iter().map(text).collect()
    }

    /// Whether no request without the key meets it.
    pub(super) fn demands_key(&self) -> bool {
        match self.operator.base() {
            BaseOperator::Unknown(_) => false,
            BaseOperator::Null => self.asks("false"),
            base => {
                let of_some = self.operator.set() == Some(SetOperator::ForAnyValue);
                let is_open = self.operator.is_if_exists()
                    || self.operator.set() == Some(SetOperator::ForAllValues);
                !is_open && (of_some || !base.is_negated())
            }
        }
    }

    /// Whether every request without the key meets it.
    pub(super) fn lets_absent(&self) -> bool {
        match self.operator.base() {
            BaseOperator::Unknown(_) => false,
            BaseOperator::Null => self.asks("true"),
            _ => !self.demands_key(),
        }
    }
}
