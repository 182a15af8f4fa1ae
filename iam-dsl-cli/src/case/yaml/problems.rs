//! Several problems at once.

use crate::output::Problem;

/// Why a part of a file cannot be used: one problem, or all that are in a policy.
pub(super) struct Problems(pub(super) Vec<Problem>);

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}
