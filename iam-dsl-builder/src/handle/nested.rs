//! Handles of what is in something else, and has the names of both in its ARN.

use iam_dsl_core::Arn;

use super::{Class, Handle, not_the_arn};
use crate::{ValueError, owner::Owner};

/// How a handle is made of the name of what it is in and its own, or of an ARN. The type has `fn of(handle: Handle)`;
/// the ARNs of its class start before the outer name and may hold `/`.
macro_rules! nested_methods {
    ($Type:ident, $($rest:tt)*) => {
        crate::handle::nested_methods! { $Type by "name", $($rest)* }
    };
    (
        $Type:ident by $name_word:literal, $noun:literal, $path:literal, $outer:ident $outer_name:literal $between:literal $name:literal,
        $arn:literal
    ) => {
        impl $Type {
            #[doc = concat!("The ", $noun, " of this ", $name_word, ", in the account and region of an environment.")]
            ///
            /// # Example
            ///
            /// ```
            /// use iam_dsl::prelude::*;
            ///
            /// let env = Env::new("123456789012", "us-east-1")?;
            #[doc = concat!("let one = iam_dsl::", $path, "::new(&env, \"", $outer_name, "\", \"", $name, "\");")]
            #[doc = concat!("assert_eq!(one.arn().to_string(), \"", $arn, "\");")]
            /// # Ok::<(), iam_dsl::ValueError>(())
            /// ```
            #[inline]
            pub fn new(
                env: &crate::Env,
                $outer: impl AsRef<str>,
                name: impl Into<String>,
            ) -> Self {
                let owner = crate::owner::Owner::Known(env.clone());
                let name = name.into();
                Self::of(crate::handle::nested(&CLASS, owner, $outer.as_ref(), $between, name))
            }

            #[doc = concat!("The ", $noun, " of this ", $name_word, ", in the account and region that everything is deployed to.")]
            #[inline]
            pub fn named($outer: impl AsRef<str>, name: impl Into<String>) -> Self {
                let owner = crate::owner::Owner::Deploying;
                let name = name.into();
                Self::of(crate::handle::nested(&CLASS, owner, $outer.as_ref(), $between, name))
            }

            #[doc = concat!("The ", $noun, " that has this ARN: one that exists already.")]
            ///
            /// # Errors
            ///
            #[doc = concat!("The ARN is not that of one ", $noun, ".")]
            ///
            /// # Example
            ///
            /// ```
            /// use iam_dsl::prelude::*;
            ///
            #[doc = concat!("let one = iam_dsl::", $path, "::from_arn(arn!(\"", $arn, "\"))?;")]
            #[doc = concat!("assert_eq!(one.name(), \"", $name, "\");")]
            /// # Ok::<(), iam_dsl::ValueError>(())
            /// ```
            #[inline]
            pub fn from_arn(arn: iam_dsl_core::Arn) -> Result<Self, crate::ValueError> {
                crate::handle::nested_from_arn(&CLASS, arn, $between).map(Self::of)
            }
        }
    };
}

pub(crate) use nested_methods;

/// The handle of what is called `name` in `outer`.
#[inline]
pub(crate) fn nested(
    class: &'static Class,
    owner: Owner,
    outer: &str,
    between: &str,
    name: String,
) -> Handle {
    Handle::named(class, owner, format!("{outer}{between}{name}")).with_last_name(name)
}

/// The same of an ARN.
#[inline]
pub(crate) fn nested_from_arn(
    class: &'static Class,
    arn: Arn,
    between: &str,
) -> Result<Handle, ValueError> {
    let handle = Handle::from_arn(class, arn)?;
    let is_name = |name: &str| !name.is_empty() && !name.contains('/');
    let name = match handle.name().split_once(between) {
        Some((outer, name)) if is_name(outer) && is_name(name) => name.to_owned(),
        _ => return Err(not_the_arn(&handle.arn(), class.noun)),
    };
    Ok(handle.with_name(name))
}
