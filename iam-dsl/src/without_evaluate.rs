//! What the assertions say without the feature `evaluate`.

/// Needs the feature `evaluate`.
#[macro_export]
macro_rules! assert_allows {
    ($($tokens:tt)*) => {
        $crate::__needs_evaluate!("assert_allows!")
    };
}

/// Needs the feature `evaluate`.
#[macro_export]
macro_rules! assert_denies {
    ($($tokens:tt)*) => {
        $crate::__needs_evaluate!("assert_denies!")
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __needs_evaluate {
    ($name:literal) => {
        ::core::compile_error!(::core::concat!(
            "`",
            $name,
            "` needs a feature of iam-dsl\n",
            "help: in Cargo.toml, under `[dev-dependencies]`: ",
            "`iam-dsl = { version = \"0.1\", features = [\"evaluate\"] }`",
        ))
    };
}
