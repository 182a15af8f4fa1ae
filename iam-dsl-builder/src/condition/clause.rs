//! One comparison of a statement's condition block.

use iam_dsl_core::{BaseOperator, ConditionBlock, ConditionOperator, ConditionValue, SetOperator};

use super::narrow::compares;

/// One comparison: an operator, a condition key and the values it is compared with.
///
/// Made by the methods of a [`Key`](super::Key) and given to `.when(..)` of a statement, a principal or a role's trust.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let in_house = key!("aws:PrincipalOrgID").equals("o-a1b2c3d4e5").if_exists();
/// let statement = deny(actions![s3:*]).on(any()).when(in_house);
/// assert!(IdentityPolicy::new().with(statement).to_json().contains("StringEqualsIfExists"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a condition does nothing until a statement has it"]
pub struct Condition {
    operator: ConditionOperator,
    key: String,
    values: Vec<ConditionValue>,
    or_absent: bool,
}

impl Condition {
    pub(crate) fn new(
        set: Option<SetOperator>,
        base: BaseOperator,
        key: String,
        values: Vec<ConditionValue>,
    ) -> Self {
        Self {
            operator: ConditionOperator::new(base).with_set(set),
            key,
            values,
            or_absent: false,
        }
    }

    /// Adds `IfExists`: the comparison also holds when the request lacks the key.
    pub fn if_exists(mut self) -> Self {
        self.or_absent = true;
        // `Null` asks for the key itself and takes no `IfExists`.
        if *self.operator.base() != BaseOperator::Null {
            self.operator = self.operator.with_if_exists(true);
        }
        self
    }

    /// Lets requests through that lack the key.
    ///
    /// Of a `ForAllValues` comparison this takes back the demand that an Allow makes otherwise (see
    /// [`Key::for_all_values`](super::Key::for_all_values)); any other comparison gets `IfExists`.
    pub fn or_absent(mut self) -> Self {
        if self.is_all_values() {
            self.or_absent = true;
            return self;
        }
        self.if_exists()
    }

    /// Whether a block compares the same key in the same way.
    #[inline]
    pub(crate) fn is_compared_in(&self, block: &ConditionBlock) -> bool {
        compares(block, &self.operator, &self.key)
    }

    fn is_all_values(&self) -> bool {
        self.operator.set() == Some(SetOperator::ForAllValues)
    }

    /// Adds the comparison to a statement's block. An Allow also gets the `Null` that keeps `ForAllValues`
    /// from holding of a missing key.
    pub(crate) fn add_to(self, block: &mut ConditionBlock, allows: bool) {
        let demand = (allows && self.is_all_values() && !self.or_absent).then(|| self.key.clone());
        // An empty list of values matches nothing, so it has to stay.
        block.add(self.operator, &self.key, self.values);
        if let Some(key) = demand {
            block.add(
                ConditionOperator::new(BaseOperator::Null),
                &key,
                ConditionValue::from("false"),
            );
        }
    }
}

/// What `.when(..)` takes: a comparison, or that a key is there or is not.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a condition",
    label = "not a condition",
    note = "a condition compares a key with a value: `key!(\"aws:SourceIp\").within(cidr!(\"10.0.0.0/8\"))`, `key!(\"aws:SecureTransport\").is(true)`, `key!(\"aws:username\").equals(\"..\")`, or asks for it: `.is_present()`"
)]
pub trait IntoCondition {
    /// Turns the value into a condition.
    fn into_condition(self) -> Condition;
}

impl IntoCondition for Condition {
    fn into_condition(self) -> Condition {
        self
    }
}
