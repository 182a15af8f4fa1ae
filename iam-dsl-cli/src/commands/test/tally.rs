//! How many cases went how.

use std::fmt;

/// How many cases went how.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    passed: usize,
    failed: usize,
    /// Nothing was expected of them.
    decided: usize,
    unreadable: usize,
}

impl Tally {
    /// Counts a case by whether it went as expected.
    pub(super) const fn count(&mut self, is_expected: Option<bool>) {
        match is_expected {
            Some(true) => self.passed += 1,
            Some(false) => self.failed += 1,
            None => self.decided += 1,
        }
    }

    pub(super) const fn count_unreadable(&mut self) {
        self.unreadable += 1;
    }

    /// Tells whether there is nothing to complain about.
    pub(super) const fn is_clean(&self) -> bool {
        self.exit_code() == 0
    }

    /// Returns 0 where all is as expected, 1 where a decision is not, 2 where something could not
    /// be read.
    pub(super) const fn exit_code(&self) -> u8 {
        match (self.unreadable, self.failed) {
            (0, 0) => 0,
            (0, _) => 1,
            _ => crate::TROUBLE,
        }
    }
}

/// Prints `3 passed, 1 failed`, and what else there was.
impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.passed, "passed"),
            (self.failed, "failed"),
            (self.decided, "decided"),
            (self.unreadable, "unreadable"),
        ];
        let mut is_first = true;
        for (count, word) in counts {
            if count > 0 {
                let comma = if is_first { "" } else { ", " };
                write!(formatter, "{comma}{count} {word}")?;
                is_first = false;
            }
        }
        if is_first {
            formatter.write_str("no cases")?;
        }
        Ok(())
    }
}
