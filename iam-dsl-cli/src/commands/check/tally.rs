//! What was found in all files together.

use std::collections::BTreeMap;

use iam_dsl_core::check::{Code, FindingType};

use super::answer::Answer;
use super::choices::FailOn;
use super::remark::Remark;

/// What was found in all files together.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) checked: usize,
    pub(super) with_findings: usize,
    /// Files without a policy, among those that nobody named.
    pub(super) skipped: usize,
    pub(super) unreadable: usize,
    /// Policies whose kind nobody said, and their principals told.
    pub(super) guessed: usize,
    /// What was taken away, in all files.
    pub(super) fixed: usize,
    pub(super) findings: BTreeMap<FindingType, usize>,
    pub(super) codes: BTreeMap<&'static str, Code>,
    is_failed: bool,
}

impl Tally {
    pub(super) fn count(&mut self, answer: &Answer, remarks: &[Remark], fail_on: FailOn) {
        self.checked += answer.policies;
        // Remarks are of any of them.
        let remarked = usize::from(!remarks.is_empty());
        self.with_findings += answer.with_findings.max(remarked);
        let levels = answer.findings.iter().map(|found| found.level);
        for level in levels.chain(remarks.iter().map(|remark| remark.level)) {
            *self.findings.entry(level).or_default() += 1;
            self.is_failed |= fail_on.is_met_by(level);
        }
        let codes = answer.findings.iter().map(|found| found.code);
        self.codes.extend(codes.map(|code| (code.name(), code)));
    }

    /// Returns true when all is good.
    pub(super) const fn is_clean(&self) -> bool {
        !self.is_failed && self.unreadable == 0 && self.checked > 0
    }

    /// Returns 0 where nothing is wrong, 1 where something is, 2 where a file could not be read.
    pub(super) const fn exit_code(&self) -> u8 {
        match (self.unreadable, self.is_failed) {
            (0, false) => 0,
            (0, true) => 1,
            _ => crate::TROUBLE,
        }
    }
}
