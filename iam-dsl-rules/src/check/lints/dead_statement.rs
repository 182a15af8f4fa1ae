//! Some request meets all conditions of a statement.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html>

use iam_dsl_catalog::SOURCE;

use super::comparison::Comparison;
use super::exclusion::{exclude_each_other, is_day};
use crate::BaseOperator;
use crate::check::report::Report;
use crate::check::view::{Document, Statement};
use crate::check::{Code, Message};

codes! {
    /// No request meets the conditions of a statement.
    ///
    /// All operators and keys of a `Condition` have to hold together; only the values of one key are alternatives. Where two
    /// comparisons of one key exclude each other, an `Allow` never allows and a `Deny` never denies, so that what seems to be
    /// guarded is not. The same is true of a point in time that has passed.
    ///
    /// Instead, put alternatives in one list of values, or in statements of their own, and leave out what no longer applies.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html>
    DEAD_STATEMENT = warning, own;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in &document.statements {
        if !statement.conditions.is_empty() {
            one_statement(statement, report);
        }
    }
}

/// Says it once, however many comparisons exclude each other.
fn one_statement(statement: &Statement<'_>, report: &mut Report) {
    let comparisons = Comparison::all(statement).unwrap_or_default();
    for (index, later) in comparisons.iter().enumerate() {
        if has_passed(later, SOURCE.date) {
            report.add_at(later.key, passed(later));
            return;
        }
        let before = comparisons.iter().take(index);
        for first in before.filter(|first| first.is_of(later.name)) {
            let is_there = comparisons
                .iter()
                .any(|of| of.is_of(later.name) && of.demands_key());
            if is_there && exclude_each_other(first, later) {
                report.add_at(later.key, never_both(first, later));
                return;
            }
        }
    }
}

/// Tells whether a comparison asks for a time that has passed on a day such as `2026-01-31`.
fn has_passed(comparison: &Comparison<'_, '_>, today: &str) -> bool {
    let is_end = matches!(
        comparison.operator.base(),
        BaseOperator::DateLessThan | BaseOperator::DateLessThanEquals | BaseOperator::DateEquals
    );
    let is_past = |text: &str| {
        text.get(..today.len())
            .is_some_and(|day| is_day(day) && day < today)
    };
    is_end
        && comparison.is_of("aws:CurrentTime")
        && comparison
            .texts()
            .is_some_and(|texts| !texts.is_empty() && texts.into_iter().all(is_past))
}

fn never_both(first: &Comparison<'_, '_>, later: &Comparison<'_, '_>) -> Message {
    let (first, second) = (&first.operator, &later.operator);
    Message::new(
        Code::DEAD_STATEMENT,
        format!("no request meets this: what `{first}` and `{second}` say of `{}` is never true together", later.name),
    )
    .with_help("put alternatives in one list of values, or in two statements")
}

fn passed(comparison: &Comparison<'_, '_>) -> Message {
    Message::new(
        Code::DEAD_STATEMENT,
        format!(
            "no request meets this: what `{}` asks of `{}` is over",
            comparison.operator, comparison.name
        ),
    )
    .with_help("leave the statement out, or give it a later date")
}
