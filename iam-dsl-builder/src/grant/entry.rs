//! Grants as data.

use iam_dsl_core::{BaseOperator, ConditionValue, SetOperator};

use crate::{Action, condition::Condition};

/// One grant of a service: its method's name, what it lets do, and the actions on each form of the resource.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) method: &'static str,
    /// What the grantee may do, such as `send messages to`.
    pub(crate) lets: &'static str,
    pub(crate) permissions: &'static [Permission],
    /// What it needs of the key that the resource is encrypted with.
    pub(crate) key: &'static [Action],
}

/// Actions, the form of the resource that they act on, and the conditions under which they are allowed.
#[derive(Debug)]
pub(crate) struct Permission {
    pub(crate) actions: &'static [Action],
    pub(crate) on: On,
    pub(crate) when: &'static [Given],
}

/// A comparison of a condition key that a grant always makes.
#[derive(Debug)]
pub(crate) struct Given {
    pub(crate) set: Option<SetOperator>,
    pub(crate) operator: BaseOperator,
    pub(crate) key: &'static str,
    pub(crate) values: &'static [&'static str],
}

impl Given {
    #[inline]
    pub(super) fn condition(&self) -> Condition {
        let values = self.values.iter().copied().map(ConditionValue::from);
        Condition::new(
            self.set,
            self.operator.clone(),
            self.key.to_owned(),
            values.collect(),
        )
    }
}

/// What of a resource a permission is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum On {
    /// The resource.
    Itself,
    /// What is under it, such as `/*`.
    Under(&'static str),
    /// It and what is under it.
    ItselfAnd(&'static str),
    /// What is beside it, with its name where `{name}` stands, such as `execution:{name}:*`.
    Beside(&'static str),
    /// Everything: the actions take no resource.
    Everything,
    /// The objects that were chosen of a bucket.
    Objects,
    /// The bucket, as far as listing those objects goes.
    Listing,
    /// A table and the indexes that were chosen of it.
    TableAndIndexes,
    /// Those indexes alone.
    Indexes,
}
