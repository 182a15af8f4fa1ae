//! How answers are written, in whatever format.

use super::file::Checked;
use super::tally::Tally;
use crate::output::Problem;

/// Makes text of answers. Many threads ask for it, so that it knows nothing of the answers before.
pub(super) trait Reporter: Sync {
    /// What stands before all answers.
    fn start(&self) -> String {
        String::new()
    }

    /// What stands between two texts.
    fn separator(&self) -> &'static str {
        ""
    }

    fn checked(&self, checked: &Checked) -> String;

    fn unreadable(&self, problem: &Problem) -> Written;

    /// What stands after all answers.
    fn finish(&self, _tally: &Tally) -> String {
        String::new()
    }
}

/// A text, and where it goes.
pub(super) enum Written {
    Output(String),
    Error(String),
}
