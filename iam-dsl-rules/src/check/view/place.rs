//! Where in a document something stands.

use crate::PathSegment;

/// A path of few steps that is copied along and spelt out only for a finding.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Place<'a> {
    steps: [Option<Step<'a>>; 6],
}

#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Key(&'a str),
    Name(&'a str),
    Index(usize),
}

impl<'a> Place<'a> {
    #[must_use]
    pub(crate) fn key(self, key: &'a str) -> Self {
        self.step(Step::Key(key))
    }

    /// Returns the place of the key itself, where this is the place of its value.
    #[must_use]
    pub(crate) fn named(mut self) -> Self {
        if let Some(Some(last)) = self.steps.iter_mut().rev().find(|slot| slot.is_some())
            && let Step::Key(key) = *last
        {
            *last = Step::Name(key);
        }
        self
    }

    #[must_use]
    pub(crate) fn index(self, index: usize) -> Self {
        self.step(Step::Index(index))
    }

    /// Adds a step; a path deeper than any of a policy stays where it is.
    fn step(mut self, step: Step<'a>) -> Self {
        if let Some(free) = self.steps.iter_mut().find(|slot| slot.is_none()) {
            *free = Some(step);
        }
        self
    }

    pub(crate) fn path(self) -> Vec<PathSegment> {
        self.steps
            .into_iter()
            .flatten()
            .map(|step| match step {
                Step::Key(key) => PathSegment::Key(key.to_owned()),
                Step::Name(key) => PathSegment::Name(key.to_owned()),
                Step::Index(index) => PathSegment::Index(index),
            })
            .collect()
    }
}
