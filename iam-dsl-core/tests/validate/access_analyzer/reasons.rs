//! Why both sides differ: a line for each difference, and no line more.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::compared::Difference;

const FILE: &str = "tests/fixtures/access-analyzer-differences.tsv";

pub(super) struct Reasons {
    by_difference: BTreeMap<[&'static str; 3], &'static str>,
}

impl Reasons {
    pub(super) fn read() -> Self {
        let text = include_str!("../../fixtures/access-analyzer-differences.tsv");
        let mut by_difference = BTreeMap::new();
        for line in text.lines().skip(1) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [policy, code, path, reason] = *columns.as_slice() else {
                panic!("{FILE}: not four columns: {line}");
            };
            match by_difference.entry([policy, code, path]) {
                Entry::Vacant(free) => free.insert(reason),
                Entry::Occupied(_) => panic!("{FILE}: there twice: {line}"),
            };
        }
        Self { by_difference }
    }

    pub(super) fn of(&self, difference: &Difference) -> Option<&'static str> {
        let key = [
            difference.policy.as_str(),
            &difference.said.code,
            &difference.said.path,
        ];
        self.by_difference.get(&key).copied()
    }

    /// Fails unless these are the differences that have a reason.
    pub(super) fn are_of(&self, differences: &[Difference]) {
        for difference in differences {
            assert!(
                self.of(difference).is_some(),
                "{FILE} has no reason for {difference}"
            );
        }
        assert_eq!(
            self.by_difference.len(),
            differences.len(),
            "{FILE} has reasons that no difference needs"
        );
    }
}
