//! What `iam-dsl-questions` sees of handles. Not for use by hand: it changes without notice.

pub use crate::{handle::Handle, identity::Permissions, owner::Owner};

use crate::{Group, ManagedPolicy, Role, User, grant::Granting};

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

/// A handle that has an owner and permissions.
pub trait HasPolicies {
    /// Returns whose account it is of.
    fn owner(&self) -> Owner;

    /// Returns what is known of its permissions.
    fn permissions(&self) -> Permissions;
}

macro_rules! has_policies {
    ($($Type:ident)*) => {
        $(impl HasPolicies for $Type {
            fn owner(&self) -> Owner {
                self.identity().owner()
            }

            fn permissions(&self) -> Permissions {
                self.identity().permissions()
            }
        })*
    };
}

has_policies!(Role User Group);

impl HasPolicies for ManagedPolicy {
    fn owner(&self) -> Owner {
        self.identity().owner()
    }

    fn permissions(&self) -> Permissions {
        let mut permissions = Permissions::default();
        permissions.add(self);
        permissions
    }
}
