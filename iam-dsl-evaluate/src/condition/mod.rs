//! Conditions, made ready.

mod arn;
mod binary;
mod boolean;
mod comparison;
mod date;
mod decimal;
mod ip_address;
mod null;
mod numeric;
mod relation;
mod string;
#[cfg(test)]
mod tests;
mod values;

use iam_dsl_core::{
    BaseOperator, ConditionBlock, ConditionOperator, ConditionValue, Effect, Elements,
    OperatorFamily, SetOperator,
};

use crate::trace::ConditionFailure;
use crate::{Context, ContextValue, Options};
use comparison::Comparison;
use null::Null;
use values::Values;

/// What holds for every condition of a statement.
#[derive(Clone, Copy, Debug)]
struct Setting {
    /// Policy variables work.
    variables: bool,
    effect: Effect,
    options: Options,
}

/// The conditions of a statement, all of which must hold.
///
/// AWS: [Condition](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html),
/// [condition operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html),
/// [multivalued context keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html).
#[derive(Debug)]
pub(crate) struct Conditions(Vec<Condition>);

/// One key under one operator.
#[derive(Debug)]
struct Condition {
    /// The key in lower case.
    key: String,
    test: Test,
    written: Written,
}

/// What is asked of a key.
#[derive(Debug)]
enum Test {
    /// Nothing: the answer is always the same.
    Constant(bool),
    Null(Null),
    Values(Values),
}

/// The condition as the policy has it.
#[derive(Debug)]
struct Written {
    operator: String,
    key: String,
    values: Vec<String>,
}

impl Conditions {
    /// Makes a block ready. `variables` says whether policy variables work.
    ///
    /// Fails closed: a value that only a deployment knows is taken for one with which an Allow
    /// allows less and a Deny denies more.
    pub(crate) fn compile(
        block: &ConditionBlock,
        variables: bool,
        effect: Effect,
        options: Options,
    ) -> Self {
        let setting = Setting {
            variables,
            effect,
            options,
        };
        let mut conditions = Vec::new();
        for (operator, keys) in block.iter() {
            for (key, values) in keys {
                conditions.push(Condition::compile(operator, key, values, setting));
            }
            // Even of no key, an operator that AWS does not have does not hold.
            if keys.is_empty() && operator.base().family() == OperatorFamily::Unknown {
                let values = Elements::list(Vec::new());
                conditions.push(Condition::compile(operator, "", &values, setting));
            }
        }
        Self(conditions)
    }

    /// Returns true when every condition holds.
    pub(crate) fn hold(&self, context: &Context) -> bool {
        self.0.iter().all(|condition| condition.holds(context))
    }

    /// Returns every condition, with what the request has.
    pub(crate) fn written(&self, context: &Context) -> Vec<ConditionFailure> {
        let each = self.0.iter();
        each.map(|condition| condition.failure(context)).collect()
    }

    /// Returns the conditions that do not hold.
    pub(crate) fn failures(&self, context: &Context) -> Vec<ConditionFailure> {
        let mut failures = Vec::new();
        for condition in &self.0 {
            if !condition.holds(context) {
                failures.push(condition.failure(context));
            }
        }
        failures
    }
}

impl Condition {
    fn compile(
        operator: &ConditionOperator,
        key: &str,
        values: &Elements<ConditionValue>,
        setting: Setting,
    ) -> Self {
        Self {
            key: key.to_ascii_lowercase(),
            test: Test::compile(operator, values, setting),
            written: Written::new(operator, key, values),
        }
    }

    fn holds(&self, context: &Context) -> bool {
        let found = context.get_lowercase(&self.key);
        let found = found.map_or(&[][..], ContextValue::values);
        match &self.test {
            Test::Constant(holds) => *holds,
            Test::Null(null) => null.holds(found),
            Test::Values(values) => values.hold(found, context),
        }
    }

    fn failure(&self, context: &Context) -> ConditionFailure {
        let found = context.get_lowercase(&self.key);
        ConditionFailure {
            operator: self.written.operator.clone(),
            key: self.written.key.clone(),
            wanted: self.written.values.clone(),
            found: found.map(|found| found.values().to_vec()),
        }
    }
}

impl Test {
    fn compile(
        operator: &ConditionOperator,
        values: &Elements<ConditionValue>,
        setting: Setting,
    ) -> Self {
        match (operator.base(), operator.set()) {
            (BaseOperator::Null, None) => Self::Null(Null::compile(values, setting)),
            // IAM Access Analyzer, NULL_WITH_QUALIFIER: the first is always true, the other never.
            (BaseOperator::Null, Some(set)) => Self::Constant(set == SetOperator::ForAllValues),
            _ => match Values::compile(operator, values, setting) {
                Some(values) => Self::Values(values),
                // Nothing is known of an operator that AWS does not have, and so it does not hold.
                None => Self::Constant(false),
            },
        }
    }
}

impl Written {
    fn new(operator: &ConditionOperator, key: &str, values: &Elements<ConditionValue>) -> Self {
        let mut texts = Vec::with_capacity(values.len());
        for value in values {
            texts.push(value.to_text().into_owned());
        }
        Self {
            operator: operator.to_string(),
            key: key.to_owned(),
            values: texts,
        }
    }
}

/// Returns true when a key has no value. AWS counts an empty text as none where it asks for a
/// set of values or for their presence.
fn is_null(found: &[String]) -> bool {
    found.iter().all(String::is_empty)
}
