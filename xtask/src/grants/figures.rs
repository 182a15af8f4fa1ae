//! How precise grants are, in figures.

use std::collections::BTreeSet;

use super::{
    cdk::Cdk,
    matrix::Row,
    statement::{Statement, can_match},
};

/// What grants hold that they should not.
#[derive(Default)]
pub(super) struct Figures {
    pub(super) grants: usize,
    /// Patterns of actions, each once a method.
    pub(super) patterns: usize,
    /// Actions on resources that they cannot act on, each once a method.
    pub(super) mismatches: usize,
    /// All actions on resources, each once a method.
    pub(super) pairs: usize,
}

impl Figures {
    pub(super) fn of_ours(rows: &[Row]) -> Self {
        let statements = rows.iter().map(|row| {
            let method = format!("{}.{}.{}", row.module, row.class, row.method);
            (method, row.all().collect())
        });
        Self::of(statements)
    }

    pub(super) fn of_cdk(cdk: &Cdk) -> Self {
        let statements = cdk.cases.iter().map(|case| {
            let all = case.all().collect();
            (case.method.clone(), all)
        });
        Self::of(statements)
    }

    fn of<'a>(grants: impl Iterator<Item = (String, Vec<&'a Statement>)>) -> Self {
        let mut methods = BTreeSet::new();
        let mut patterns = BTreeSet::new();
        let mut pairs = BTreeSet::new();
        for (method, statements) in grants {
            for statement in statements
                .into_iter()
                .filter(|statement| statement.is_allow)
            {
                for pattern in statement.patterns() {
                    patterns.insert((method.clone(), pattern.to_owned()));
                }
                for pair in statement.pairs() {
                    pairs.insert((method.clone(), pair));
                }
            }
            methods.insert(method);
        }
        let mismatches = pairs
            .iter()
            .filter(|(_, (action, resource))| !can_match(action, resource));
        Self {
            grants: methods.len(),
            patterns: patterns.len(),
            mismatches: mismatches.count(),
            pairs: pairs.len(),
        }
    }
}
