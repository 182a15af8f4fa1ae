//! The kinds of policy, which differ in what their statements hold, how long they may be and who reads them.

use iam_dsl_core::PolicyKind;

/// A kind of policy.
pub trait Kind: sealed::Sealed {
    #[doc(hidden)]
    const KIND: PolicyKind;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug)]
            pub enum $name {}

            impl sealed::Sealed for $name {}

            impl Kind for $name {
                const KIND: PolicyKind = PolicyKind::$name;
            }
        )*
    };
}

kinds! {
    /// What a role, a user or a group may do.
    Identity
    /// Who may do what to the resource the policy hangs on.
    Resource
    /// Who may assume a role.
    Trust
    /// What an identity may do at most.
    Boundary
    /// What a session may do at most.
    Session
    /// What the accounts of an organization may do at most: a service control policy.
    Scp
    /// What may be done to the resources of an organization at most: a resource control policy.
    Rcp
    /// What may be done through a VPC endpoint.
    VpcEndpoint
}
