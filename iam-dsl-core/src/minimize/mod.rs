//! Smaller statements that decide the same.

mod merge;
mod reduce;
mod sets;
mod template;

use crate::PolicyStatement;
use merge::{differing, merged};
use reduce::reduce;
use sets::Sets;

/// The statements, each reduced, and merged until no two can be.
///
/// Every merge takes a statement away, so this ends; what it ends with, it leaves alone.
#[inline]
pub(crate) fn statements(statements: &[PolicyStatement]) -> Vec<PolicyStatement> {
    let mut kept: Vec<Statement> = statements.iter().map(Statement::reduced).collect();
    while merge_once(&mut kept) {}
    kept.into_iter()
        .map(|statement| statement.statement)
        .collect()
}

/// A reduced statement, and what it says whatever the order it says it in.
struct Statement {
    statement: PolicyStatement,
    sets: Sets,
}

impl Statement {
    #[inline]
    fn reduced(statement: &PolicyStatement) -> Self {
        let statement = reduce(statement);
        let sets = Sets::of(&statement);
        Self { statement, sets }
    }
}

/// Merges every statement with those after it; returns true if any could be.
#[inline]
fn merge_once(kept: &mut Vec<Statement>) -> bool {
    let before = kept.len();
    let mut done: Vec<Statement> = Vec::with_capacity(before);
    let mut rest = std::mem::take(kept);
    while !rest.is_empty() {
        let mut first = rest.remove(0);
        while let Some(element) = rest.iter().find_map(|later| differing(&first, later)) {
            // All that differ there go at once: to reduce after each of them takes cubic time.
            let (others, left) = rest
                .into_iter()
                .partition(|later| differing(&first, later) == Some(element));
            rest = left;
            first = Statement::reduced(&merged(&first, &others, element));
        }
        done.push(first);
    }
    *kept = done;
    kept.len() < before
}
