//! Conditions on top of others that they must not widen.

use iam_dsl_core::{ConditionBlock, ConditionOperator};

/// Both blocks at once: a comparison that `demands` has too is a further one, and no alternative.
///
/// IAM has one place for an operator and a key, so the further comparison goes where the same operator stands with
/// `IfExists`. That says the same: `demands` lets no request through that lacks the key, so it asks for no `Null`, and
/// for nothing that holds `IfExists`. Further comparisons of one key are alternatives of each other there, as anywhere.
pub(crate) fn narrowed(demands: ConditionBlock, further: ConditionBlock) -> ConditionBlock {
    if demands.is_empty() {
        return further;
    }
    let mut all = demands;
    for (operator, key, values) in further.conditions() {
        let is_further = compares(&all, operator, key);
        let if_exists = is_further || operator.is_if_exists();
        let operator = operator.clone().with_if_exists(if_exists);
        all.add(operator, key, values.clone());
    }
    all
}

/// Whether a block has a comparison with this operator and key. A key is the same in whatever case it is written.
pub(super) fn compares(block: &ConditionBlock, operator: &ConditionOperator, key: &str) -> bool {
    block
        .conditions()
        .any(|(known, name, _)| known == operator && name.eq_ignore_ascii_case(key))
}
