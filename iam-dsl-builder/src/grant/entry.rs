//! Grants as data.

use crate::Action;

/// One grant of a service: its method's name, what it lets do, and the actions on each form of the resource.
#[derive(Debug)]
pub(crate) struct Entry<F: 'static> {
    pub(crate) method: &'static str,
    pub(crate) purpose: &'static str,
    pub(crate) permissions: &'static [Permission<F>],
}

/// Actions, and the form of the resource that they act on.
#[derive(Debug)]
pub(crate) struct Permission<F: 'static> {
    pub(crate) actions: &'static [Action],
    pub(crate) on: F,
}
