//! A statement's conditions.

use super::ConditionValue;
use crate::{ConditionOperator, Elements};

/// The conditions of a statement, all of which must hold, in the order they were written.
///
/// AWS: [Condition](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html).
///
/// ```
/// use iam_dsl_core::{BaseOperator, ConditionBlock, ConditionValue, Elements};
///
/// let mut conditions = ConditionBlock::new();
/// conditions.add(BaseOperator::StringEquals, "aws:RequestedRegion", Elements::one("eu-west-1".into()));
/// conditions.add(BaseOperator::StringEquals, "aws:RequestedRegion", Elements::one("eu-north-1".into()));
/// let (_, keys) = conditions.iter().next().unwrap();
/// assert_eq!(keys[0].1.len(), 2, "values of the same operator and key are merged");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ConditionBlock(Vec<(ConditionOperator, Keys)>);

/// Condition keys and their values.
type Keys = Vec<(String, Elements<ConditionValue>)>;

impl ConditionBlock {
    /// No conditions.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a condition. Values of the same operator and key are merged, as alternatives; a key
    /// is the same in whatever case it is written.
    pub fn add(
        &mut self,
        operator: impl Into<ConditionOperator>,
        key: impl Into<String>,
        values: impl Into<Elements<ConditionValue>>,
    ) {
        let (key, values) = (key.into(), values.into());
        let keys = self.operator_mut(operator.into());
        match keys
            .iter_mut()
            .find(|(known, _)| known.eq_ignore_ascii_case(&key))
        {
            None => keys.push((key, values)),
            Some((_, known)) => {
                for value in values {
                    if !known.as_slice().contains(&value) {
                        known.push(value);
                    }
                }
            }
        }
    }

    /// The conditions with one more, as [`add`](Self::add) adds it.
    #[must_use]
    pub fn with(
        mut self,
        operator: impl Into<ConditionOperator>,
        key: impl Into<String>,
        values: impl Into<Elements<ConditionValue>>,
    ) -> Self {
        self.add(operator, key, values);
        self
    }

    /// Adds every condition of `other`.
    pub fn merge(&mut self, other: Self) {
        for (operator, keys) in other.0 {
            self.operator_mut(operator.clone());
            for (key, values) in keys {
                self.add(operator.clone(), key, values);
            }
        }
    }

    /// Each operator with its keys and their values.
    pub fn iter(
        &self,
    ) -> impl Iterator<Item = (&ConditionOperator, &[(String, Elements<ConditionValue>)])> {
        self.0
            .iter()
            .map(|(operator, keys)| (operator, keys.as_slice()))
    }

    /// Each condition: operator, key, values.
    ///
    /// ```
    /// use iam_dsl_core::{BaseOperator, ConditionBlock, ConditionValue};
    ///
    /// let block = ConditionBlock::new().with(BaseOperator::Bool, "aws:SecureTransport", vec![true.into()]);
    /// let (operator, key, values) = block.conditions().next().unwrap();
    /// assert_eq!((operator.to_string().as_str(), key, values.len()), ("Bool", "aws:SecureTransport", 1));
    /// ```
    pub fn conditions(
        &self,
    ) -> impl Iterator<Item = (&ConditionOperator, &str, &Elements<ConditionValue>)> {
        self.0.iter().flat_map(|(operator, keys)| {
            keys.iter()
                .map(move |(key, values)| (operator, key.as_str(), values))
        })
    }

    /// How many operators there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns true when there is no operator, as in `"Condition": {}`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds what was read, which has no duplicates.
    pub(crate) fn push(&mut self, operator: ConditionOperator, keys: Keys) {
        self.0.push((operator, keys));
    }

    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut Elements<ConditionValue>> {
        self.0
            .iter_mut()
            .flat_map(|(_, keys)| keys.iter_mut().map(|(_, values)| values))
    }

    fn operator_mut(&mut self, operator: ConditionOperator) -> &mut Keys {
        let is_same = |known: &ConditionOperator| known.to_text() == operator.to_text();
        let known = self.0.iter().position(|(known, _)| is_same(known));
        let index = known.unwrap_or_else(|| {
            self.0.push((operator, Vec::new()));
            self.0.len() - 1
        });
        #[allow(clippy::indexing_slicing, reason = "the index was just found or made")]
        &mut self.0[index].1
    }
}
