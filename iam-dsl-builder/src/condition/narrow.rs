//! Conditions on top of others that they must not widen.

use iam_dsl_core::{BaseOperator, ConditionBlock, ConditionOperator, ConditionValue, SetOperator};

/// Both blocks at once: a comparison that `demands` has too is a further one, and no alternative.
///
/// IAM has one place for an operator and a key, where values are alternatives. So the further comparison goes to another
/// operator that says the same of this request: where `demands` asks for the key, the operator with `IfExists`. Further
/// comparisons of one key and operator are alternatives of each other, as anywhere. What contradicts `demands`, and what
/// no place is left for, makes all of it hold of no request.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html>
pub(crate) fn narrowed(demands: ConditionBlock, further: ConditionBlock) -> ConditionBlock {
    if demands.is_empty() {
        return further;
    }
    let mut all = demands;
    for (operator, key, values) in further.conditions() {
        if !compares(&all, operator, key) || operator.base().is_negated() {
            // None of several values is a conjunction already.
            all.add(operator.clone(), key, values.clone());
        } else if *operator.base() == BaseOperator::Null {
            let is_said = all.conditions().any(|(known, name, said)| {
                known == operator && name.eq_ignore_ascii_case(key) && said == values
            });
            if !is_said {
                return never();
            }
        } else if let Some(free) = free_place(&all, operator, key) {
            all.add(free, key, values.clone());
        } else {
            return never();
        }
    }
    all
}

/// Whether a block has a comparison with this operator and key. A key is the same in whatever case it is written.
pub(super) fn compares(block: &ConditionBlock, operator: &ConditionOperator, key: &str) -> bool {
    block
        .conditions()
        .any(|(known, name, _)| known == operator && name.eq_ignore_ascii_case(key))
}

/// An operator that the block does not compare the key with, and that says the same as this one besides what it does.
///
/// Each of a request's values, and any of them, is the only one of a key with a single value. A key that is not there
/// passes `IfExists` and `ForAllValues`, which makes no difference where another comparison asks for it.
fn free_place(
    block: &ConditionBlock,
    operator: &ConditionOperator,
    key: &str,
) -> Option<ConditionOperator> {
    use SetOperator::{ForAllValues, ForAnyValue};

    let with = |set: Option<SetOperator>, if_exists: bool| {
        operator.clone().with_set(set).with_if_exists(if_exists)
    };
    let lets_absent = operator.is_if_exists() || operator.set() == Some(ForAllValues);
    let asks = |known: &ConditionOperator| {
        !known.is_if_exists()
            && known.set() != Some(ForAllValues)
            && !known.base().is_negated()
            && *known.base() != BaseOperator::Null
    };
    let is_asked_for = block
        .conditions()
        .any(|(known, name, _)| name.eq_ignore_ascii_case(key) && asks(known));
    // An empty text is no value at all to `ForAllValues`.
    let may_be_empty = block.conditions().any(|(known, name, values)| {
        known == operator
            && name.eq_ignore_ascii_case(key)
            && values.iter().any(|value| {
                let text = value.to_text();
                text.trim_start_matches('*').is_empty() || text.contains("${")
            })
    });
    let places = match operator.set() {
        Some(set) => vec![with(Some(set), !operator.is_if_exists())],
        None => vec![
            with(None, true),
            with(Some(ForAllValues), false),
            with(Some(ForAnyValue), false),
            with(None, false),
        ],
    };
    places.into_iter().find(|place| {
        let says_the_same = is_asked_for || lets_absent != asks(place);
        let is_new_set = place.set() == Some(ForAllValues) && operator.set().is_none();
        says_the_same && !(is_new_set && may_be_empty) && !compares(block, place, key)
    })
}

/// What holds of no request: that it is of before there were any.
fn never() -> ConditionBlock {
    ConditionBlock::new().with(
        BaseOperator::DateLessThan,
        "aws:CurrentTime",
        ConditionValue::from("1970-01-01T00:00:00Z"),
    )
}
