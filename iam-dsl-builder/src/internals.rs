//! What `iam-dsl-questions` sees of handles. Not for use by hand: it changes without notice.

pub use crate::{handle::Handle, owner::Owner};

use crate::{Role, grant::Granting};

/// A handle of a resource that has a policy.
pub trait HasHandle {
    /// The handle behind it.
    fn handle(&self) -> &Handle;
}

impl<T: Granting> HasHandle for T {
    fn handle(&self) -> &Handle {
        Granting::handle(self)
    }
}

/// Returns whose account the role is of.
pub fn owner_of(role: &Role) -> Owner {
    role.owner()
}
