//! Without the feature `validate` there is nothing to allow.

#![allow(
    clippy::unused_self,
    reason = "the methods are those of the allowances that there are with the feature"
)]

use std::ops::Range;

#[derive(Clone, Debug, Default)]
pub(crate) struct Allowances(());

impl Allowances {
    #[inline]
    pub(crate) fn add_statement(&mut self, _index: usize, _of_statement: Self) {}

    #[inline]
    pub(crate) fn remove_statement(&mut self, _gone: usize) {}

    #[inline]
    pub(crate) fn part(&self, _statements: Range<usize>) -> Self {
        Self(())
    }
}
