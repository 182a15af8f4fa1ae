//! `NumericEquals` and the numeric operators that compare.

use iam_dsl_core::{BaseOperator, ConditionValue};

use super::decimal::Decimal;
use super::relation::Relation;

/// Numbers to compare with.
#[derive(Debug)]
pub(super) struct Numbers {
    relation: Relation,
    numbers: Vec<Decimal>,
}

impl Numbers {
    pub(super) fn compile(operator: &BaseOperator, values: &[&ConditionValue]) -> Self {
        let mut numbers = Vec::with_capacity(values.len());
        for value in values {
            numbers.extend(Decimal::parse(&value.to_text()));
        }
        Self {
            relation: Relation::of(operator),
            numbers,
        }
    }

    pub(super) fn match_text(&self, value: &str) -> bool {
        let Some(value) = Decimal::parse(value) else {
            return false;
        };
        let relates = |number: &Decimal| self.relation.admits(value.compare(number));
        self.numbers.iter().any(relates)
    }
}
