//! What keeps a role from trusting everybody at a provider.

/// A provider that is not narrowed yet, so that no role takes it.
#[derive(Clone, Copy, Debug)]
pub enum NotNarrowed {}

/// Makes a type that no role trusts, and an error that says which method to call.
///
/// Nothing implements the trait, so there is nothing to run.
macro_rules! not_narrowed {
    ($(#[$doc:meta])* $condition:ident for $type:ident, $message:literal, $label:literal) => {
        $(#[$doc])*
        #[diagnostic::on_unimplemented(
            message = $message,
            label = $label,
            note = "see https://docs.rs/iam-dsl/latest/iam_dsl/trust for what each provider vouches for"
        )]
        pub trait $condition {
            #[doc(hidden)]
            fn never(whom: $type<Self>) -> crate::principal::Trust
            where
                Self: Sized;
        }

        impl<S: $condition> crate::principal::IntoTrust for $type<S> {
            #[inline]
            fn into_trust(self) -> crate::principal::Trust {
                S::never(self)
            }
        }
    };
}

pub(super) use not_narrowed;
