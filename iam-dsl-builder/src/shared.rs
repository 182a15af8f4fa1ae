//! State that the clones of a handle share.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A value that clones share. Who holds one lock takes others only downwards: of a user its groups, of an identity its
/// managed policies, of an instance profile its roles; never the other way.
#[derive(Debug, Default)]
pub(crate) struct Shared<T>(Arc<Mutex<T>>);

impl<T> Shared<T> {
    pub(crate) fn new(value: T) -> Self {
        Self(Arc::new(Mutex::new(value)))
    }

    /// The value, for as long as the guard lives. A panic elsewhere leaves it as it was between two accesses, so a
    /// poisoned lock is still good.
    pub(crate) fn lock(&self) -> MutexGuard<'_, T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn with<R>(&self, access: impl FnOnce(&mut T) -> R) -> R {
        access(&mut self.lock())
    }

    /// Whether both are clones of one handle.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}
