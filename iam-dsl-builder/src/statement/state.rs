//! What a [`Statement`](super::Statement) says so far, tracked in its type.

macro_rules! states {
    ($($(#[$doc:meta])* $name:ident)*) => {
        $($(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub enum $name {})*
    };
}

states! {
    /// The statement allows.
    Allow
    /// The statement denies.
    Deny
    /// The statement names no principal.
    NoPrincipal
    /// The statement names principals: `.to(..)`.
    ToPrincipals
    /// The statement is about everyone: `.to(anyone())`.
    ToAnyone
    /// The statement is about everyone but some principals: `.to_all_except(..)`.
    ToAllExcept
    /// The statement names no resource.
    NoResource
    /// The statement names resources: `.on(..)`.
    OnResources
    /// The statement is about every resource but some: `.on_all_except(..)`.
    OnAllExcept
    /// The statement is about the resource its policy hangs on, without naming it: `.on_itself()`.
    OnItself
}

/// Whether a statement allows or denies.
pub trait Effect: sealed::Sealed {
    #[doc(hidden)]
    const EFFECT: iam_dsl_core::Effect;
}

impl Effect for Allow {
    const EFFECT: iam_dsl_core::Effect = iam_dsl_core::Effect::Allow;
}

impl Effect for Deny {
    const EFFECT: iam_dsl_core::Effect = iam_dsl_core::Effect::Deny;
}

/// Principals that may stand beside others in one statement: those that are named.
#[diagnostic::on_unimplemented(
    message = "`anyone()` or an organization stands alone: write a statement of its own for it",
    label = "these principals cannot be combined",
    note = "everyone beside others is everyone, and the condition on an organization would hold of the others too"
)]
pub trait Combinable {}

#[diagnostic::do_not_recommend]
impl Combinable for ToPrincipals {}

/// What may be about everyone but some: a deny.
#[diagnostic::on_unimplemented(
    message = "`.to_all_except(..)` is for `deny` only: name whom to allow with `.to(..)`",
    label = "this statement allows",
    note = "an Allow with `NotPrincipal` lets in everyone else, anonymous callers included"
)]
pub trait DenyOnly: sealed::Sealed {}

#[diagnostic::do_not_recommend]
impl DenyOnly for Deny {}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Allow {}
    impl Sealed for super::Deny {}
}
