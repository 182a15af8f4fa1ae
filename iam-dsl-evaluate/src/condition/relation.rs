//! Equal, less, greater.

use std::cmp::Ordering;

use iam_dsl_core::BaseOperator;

/// How a request's value must stand to a policy's for the two to match.
#[derive(Clone, Copy, Debug)]
pub(super) enum Relation {
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Relation {
    /// The relation of a numeric or date operator, not looking at whether it is negated.
    pub(super) const fn of(operator: &BaseOperator) -> Self {
        match operator {
            BaseOperator::NumericLessThan | BaseOperator::DateLessThan => Self::Less,
            BaseOperator::NumericLessThanEquals | BaseOperator::DateLessThanEquals => {
                Self::LessOrEqual
            }
            BaseOperator::NumericGreaterThan | BaseOperator::DateGreaterThan => Self::Greater,
            BaseOperator::NumericGreaterThanEquals | BaseOperator::DateGreaterThanEquals => {
                Self::GreaterOrEqual
            }
            _ => Self::Equal,
        }
    }

    pub(super) const fn admits(self, order: Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::Less => order.is_lt(),
            Self::LessOrEqual => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::GreaterOrEqual => order.is_ge(),
        }
    }
}
