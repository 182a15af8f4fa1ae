//! The values of a request, held against those of a policy.

use iam_dsl_core::{ConditionOperator, ConditionValue, Effect, Elements, SetOperator};

use super::{Comparison, Setting, is_null};
use crate::Context;
use crate::text::is_unknown_value;

/// What is asked of the values of a key.
#[derive(Debug)]
pub(super) struct Values {
    quantifier: Quantifier,
    /// The values of the policy are those that must not match.
    is_negated: bool,
    /// One of the policy's values is unknown and must be taken for the one that matches.
    matches_all: bool,
    comparison: Comparison,
}

/// How many of the request's values must do.
#[derive(Debug)]
enum Quantifier {
    All,
    Any,
    /// There is no set operator.
    One {
        /// The answer for a request that lacks the key.
        when_absent: bool,
        /// The answer for a key of several values. AWS asks for a set operator there and does not
        /// say what happens without: an Allow allows nothing, a Deny denies.
        when_several: bool,
    },
}

impl Values {
    /// Returns nothing for an operator that AWS does not have.
    pub(super) fn compile(
        operator: &ConditionOperator,
        values: &Elements<ConditionValue>,
        setting: Setting,
    ) -> Option<Self> {
        let is_negated = operator.base().is_negated();
        let denies = setting.effect == Effect::Deny;
        let mut matches_all = false;
        let mut known = Vec::with_capacity(values.len());
        for value in values {
            match (is_unknown_value(value), denies, is_negated) {
                // An unknown value that an Allow asks for is its placeholder, which handles hold.
                (false, _, _) | (true, false, false) => known.push(value),
                (true, true, false) | (true, false, true) => matches_all = true,
                (true, true, true) => {}
            }
        }
        Some(Self {
            quantifier: match operator.set() {
                // `IfExists` changes nothing here: with a set operator, absent keys have an answer.
                Some(SetOperator::ForAllValues) => Quantifier::All,
                Some(SetOperator::ForAnyValue) => Quantifier::Any,
                None => Quantifier::One {
                    when_absent: is_negated || operator.is_if_exists(),
                    when_several: denies,
                },
            },
            is_negated,
            matches_all,
            comparison: Comparison::compile(operator.base(), &known, setting)?,
        })
    }

    pub(super) fn hold(&self, found: &[String], context: &Context) -> bool {
        let holds = |value: &String| self.one_holds(value, context);
        match self.quantifier {
            Quantifier::All => is_null(found) || found.iter().all(holds),
            Quantifier::Any => !is_null(found) && found.iter().any(holds),
            Quantifier::One {
                when_absent,
                when_several,
            } => match found {
                [] => when_absent,
                [value] => holds(value),
                _ => when_several,
            },
        }
    }

    /// Returns true when one of the policy's values matches, or with a negated operator none.
    fn one_holds(&self, value: &str, context: &Context) -> bool {
        let matches = self.matches_all || self.comparison.matches(value, context);
        matches != self.is_negated
    }
}
