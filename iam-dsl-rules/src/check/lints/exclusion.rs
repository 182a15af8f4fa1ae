//! Whether two comparisons of one key can both hold.

use std::cmp::Ordering;

use super::comparison::Comparison;
use crate::check::names::range;
use crate::pattern;
use crate::{BaseOperator, OperatorFamily, SetOperator};

/// How one value of a comparison bounds the key.
#[derive(Clone, Copy, PartialEq)]
enum Bound {
    Equal,
    Below { too: bool },
    Above { too: bool },
}

/// Tells whether no value of a key meets both, nor its absence; false where that is not certain.
pub(super) fn exclude_each_other(first: &Comparison<'_, '_>, second: &Comparison<'_, '_>) -> bool {
    let is_null = |of: &Comparison<'_, '_>| *of.operator.base() == BaseOperator::Null;
    if is_null(first) || is_null(second) {
        let absent = |null: &Comparison<'_, '_>, other: &Comparison<'_, '_>| {
            is_null(null) && null.lets_absent() && other.demands_key()
        };
        return absent(first, second) || absent(second, first);
    }
    let (Some(left), Some(right)) = (first.texts(), second.texts()) else {
        return false;
    };
    if left.is_empty() || right.is_empty() || !are_of_one_value(first, second) {
        return false;
    }
    let each_pair = |exclude: &dyn Fn(&str, &str) -> bool| {
        left.iter()
            .all(|one| right.iter().all(|other| exclude(one, other)))
    };
    match (
        first.operator.base().is_negated(),
        second.operator.base().is_negated(),
    ) {
        (true, true) => false,
        (false, false) => each_pair(&|one, other| differ(first, one, second, other)),
        (false, true) => left.iter().all(|one| {
            right
                .iter()
                .any(|other| is_ruled_out(first, one, second, other))
        }),
        (true, false) => right.iter().all(|one| {
            left.iter()
                .any(|other| is_ruled_out(second, one, first, other))
        }),
    }
}

/// Tells whether a text is a day such as `2026-01-31`.
pub(super) fn is_day(text: &str) -> bool {
    let is_digit_or_dash = |byte: u8| byte.is_ascii_digit() || byte == b'-';
    text.bytes().all(is_digit_or_dash) && text.split('-').map(str::len).eq([4, 2, 2])
}

/// Of several values of a key, one may meet the first comparison and another the second.
fn are_of_one_value(first: &Comparison<'_, '_>, second: &Comparison<'_, '_>) -> bool {
    use SetOperator::{ForAllValues, ForAnyValue};
    // Some value meets the one, and all values meet the other.
    matches!(
        (first.operator.set(), second.operator.set()),
        (None, None)
            | (Some(ForAnyValue), Some(ForAllValues))
            | (Some(ForAllValues), Some(ForAnyValue))
    )
}

/// Tells whether no value is as both say.
fn differ(first: &Comparison<'_, '_>, one: &str, second: &Comparison<'_, '_>, other: &str) -> bool {
    use OperatorFamily::{Arn, Bool, Date, IpAddress, Numeric, String};
    match (
        first.operator.base().family(),
        second.operator.base().family(),
    ) {
        (String | Arn, String | Arn) => {
            let (Some(one), Some(other)) = (as_pattern(first, one), as_pattern(second, other))
            else {
                return false;
            };
            // Of ARNs fewer meet; that the texts do not is enough.
            if ignores_case(first) || ignores_case(second) {
                !pattern::overlaps_ignore_case(one, other)
            } else {
                !pattern::overlaps(one, other)
            }
        }
        (Bool, Bool) => !one.eq_ignore_ascii_case(other),
        (IpAddress, IpAddress) => {
            let is_known = range(one).is_some() && range(other).is_some();
            is_known && !is_within(one, other) && !is_within(other, one)
        }
        (Numeric, Numeric) | (Date, Date) => {
            let (Some(left), Some(right)) = (bound(first), bound(second)) else {
                return false;
            };
            order(first, one, other).is_some_and(|order| apart(left, right, order))
        }
        _ => false,
    }
}

/// Tells whether a negated comparison rules out all that one value of another one takes in.
fn is_ruled_out(
    positive: &Comparison<'_, '_>,
    one: &str,
    negated: &Comparison<'_, '_>,
    other: &str,
) -> bool {
    use OperatorFamily::{Arn, Date, IpAddress, Numeric, String};
    match (
        positive.operator.base().family(),
        negated.operator.base().family(),
    ) {
        (String | Arn, of @ (String | Arn)) => {
            let (Some(one), Some(other)) = (as_pattern(positive, one), as_pattern(negated, other))
            else {
                return false;
            };
            if of == Arn {
                pattern::arn_subsumes(other, one)
            } else if ignores_case(negated) {
                pattern::subsumes_ignore_case(other, one)
            } else {
                !ignores_case(positive) && pattern::subsumes(other, one)
            }
        }
        (IpAddress, IpAddress) => is_within(one, other),
        (Numeric, Numeric) | (Date, Date) => {
            bound(positive) == Some(Bound::Equal)
                && order(positive, one, other) == Some(Ordering::Equal)
        }
        _ => false,
    }
}

/// Returns the value as a pattern; without `Like` a `*` is a letter like others, which patterns cannot say.
fn as_pattern<'t>(of: &Comparison<'_, '_>, text: &'t str) -> Option<&'t str> {
    let is_literal = !matches!(
        of.operator.base(),
        BaseOperator::StringLike | BaseOperator::StringNotLike
    ) && of.operator.base().family() == OperatorFamily::String;
    (!is_literal || !text.contains(['*', '?'])).then_some(text)
}

fn ignores_case(of: &Comparison<'_, '_>) -> bool {
    matches!(
        of.operator.base(),
        BaseOperator::StringEqualsIgnoreCase | BaseOperator::StringNotEqualsIgnoreCase
    )
}

fn is_within(narrow: &str, wide: &str) -> bool {
    let (Some((narrow, length)), Some((wide, shortest))) = (range(narrow), range(wide)) else {
        return false;
    };
    if length < shortest {
        return false;
    }
    let same = |left: u128, right: u128, bits: u32| {
        let rest = bits - u32::from(shortest);
        left.checked_shr(rest).unwrap_or(0) == right.checked_shr(rest).unwrap_or(0)
    };
    match (narrow, wide) {
        (std::net::IpAddr::V4(left), std::net::IpAddr::V4(right)) => {
            same(left.to_bits().into(), right.to_bits().into(), 32)
        }
        (std::net::IpAddr::V6(left), std::net::IpAddr::V6(right)) => {
            same(left.to_bits(), right.to_bits(), 128)
        }
        _ => false,
    }
}

fn bound(of: &Comparison<'_, '_>) -> Option<Bound> {
    Some(match of.operator.base() {
        BaseOperator::NumericEquals | BaseOperator::DateEquals => Bound::Equal,
        BaseOperator::NumericLessThan | BaseOperator::DateLessThan => Bound::Below { too: false },
        BaseOperator::NumericLessThanEquals | BaseOperator::DateLessThanEquals => {
            Bound::Below { too: true }
        }
        BaseOperator::NumericGreaterThan | BaseOperator::DateGreaterThan => {
            Bound::Above { too: false }
        }
        BaseOperator::NumericGreaterThanEquals | BaseOperator::DateGreaterThanEquals => {
            Bound::Above { too: true }
        }
        _ => return None,
    })
}

/// How two values of the operator's family relate.
fn order(of: &Comparison<'_, '_>, one: &str, other: &str) -> Option<Ordering> {
    if of.operator.base().family() == OperatorFamily::Numeric {
        let (one, other): (f64, f64) = (one.parse().ok()?, other.parse().ok()?);
        return one.partial_cmp(&other);
    }
    // Days are enough: what is on one day may be before or after, and is not decided.
    let day = |text: &str| text.get(..10).filter(|day| is_day(day)).map(str::to_owned);
    let order = day(one)?.cmp(&day(other)?);
    (order != Ordering::Equal).then_some(order)
}

/// Tells whether bounds at values of that order leave nothing between them.
fn apart(first: Bound, second: Bound, order: Ordering) -> bool {
    use Bound::{Above, Below, Equal};
    match (first, second) {
        (Equal, Equal) => order != Ordering::Equal,
        (Equal | Above { too: true }, Below { too }) => {
            order == Ordering::Greater || !too && order == Ordering::Equal
        }
        (Above { too: false }, Below { .. }) => order != Ordering::Less,
        (Equal | Below { too: true }, Above { too }) => {
            order == Ordering::Less || !too && order == Ordering::Equal
        }
        (Below { too: false }, Above { .. }) => order != Ordering::Greater,
        (Below { .. } | Above { .. }, Equal) => apart(second, first, order.reverse()),
        (Below { .. }, Below { .. }) | (Above { .. }, Above { .. }) => false,
    }
}
