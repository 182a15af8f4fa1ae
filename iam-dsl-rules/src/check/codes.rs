//! How a check says which codes it has.

/// The codes of a check, with their documentation, as constants of [`Code`](super::Code).
///
/// `NAME = kind;`, or `NAME = kind from Profile, own;`: the kinds are constructors of `Code`, `from` says in which accounts
/// it matters, and `own` that Access Analyzer has no such check.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $kind:ident $(from $profile:ident)? $(, $own:ident)?;)*) => {
        impl $crate::check::Code {
            $($(#[doc = $doc])+ pub const $name: Self = {
                let code = Self::$kind(stringify!($name));
                $(let code = code.from($crate::check::Profile::$profile);)?
                $(let code = code.$own();)?
                #[cfg(feature = "validate")]
                let code = code.meaning_of(concat!($($doc, "\n"),+));
                code
            };)*
        }

        pub(in crate::check) const CODES: &[$crate::check::Code] =
            &[$($crate::check::Code::$name),*];
    };
}

/// The checks of these modules.
macro_rules! checks {
    ($($module:ident),* $(,)?) => {
        &[$($crate::check::codes::Check {
            #[cfg(test)]
            name: stringify!($module),
            run: $module::check,
            codes: $module::CODES,
        }),*]
    };
}

/// A check: looks at a document and reports what it finds, with one of its codes or a common one.
pub(super) struct Check {
    #[cfg(test)]
    pub(super) name: &'static str,
    pub(super) run: fn(&super::view::Document<'_>, &mut super::report::Report),
    pub(super) codes: &'static [super::Code],
}
