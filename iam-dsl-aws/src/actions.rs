use std::iter::FusedIterator;
use std::ops::Range;

use iam_dsl_catalog::Action;

/// The actions of one service, from `aws::<service>::actions()`.
#[derive(Clone, Debug)]
pub struct Actions(pub(crate) Range<u16>);

impl Iterator for Actions {
    type Item = Action;

    fn next(&mut self) -> Option<Action> {
        self.0.next().map(Action)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for Actions {
    fn next_back(&mut self) -> Option<Action> {
        self.0.next_back().map(Action)
    }
}

impl ExactSizeIterator for Actions {}
impl FusedIterator for Actions {}
