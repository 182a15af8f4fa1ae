//! Conditions on top of others that they must not widen.

use iam_dsl_core::{BaseOperator, ConditionBlock, ConditionOperator};

/// Both blocks at once: a comparison that `demands` has too is a further one, and no alternative.
///
/// IAM has one place for an operator and a key, so the further comparison goes where the same operator stands with
/// `IfExists`. That says the same: `demands` lets no request through that lacks the key. It may ask for a key's presence
/// itself, and then nothing can ask for its absence besides. Further comparisons of one key are alternatives of each other there, as anywhere.
pub(crate) fn narrowed(demands: ConditionBlock, further: ConditionBlock) -> ConditionBlock {
    if demands.is_empty() {
        return further;
    }
    let mut all = demands;
    for (operator, key, values) in further.conditions() {
        let is_further = compares(&all, operator, key);
        if is_further && *operator.base() == BaseOperator::Null {
            continue;
        }
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
