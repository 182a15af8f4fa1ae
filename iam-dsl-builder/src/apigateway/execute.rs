//! What can be executed of APIs: how ARNs name it.

use iam_dsl_core::Arn;

use crate::{
    ValueError,
    handle::{Class, Handle},
    owner::Owner,
};

/// The API with this id. Its ARN is that of all that can be executed of it.
#[inline]
pub(super) fn api(class: &'static Class, owner: Owner, id: String) -> Handle {
    Handle::named(class, owner, format!("{id}/*")).with_name(id)
}

/// The same of an ARN, with or without what is executed.
#[inline]
pub(super) fn api_from_arn(class: &'static Class, arn: Arn) -> Result<Handle, ValueError> {
    let resource = arn.resource().to_string();
    let arn = match resource.strip_suffix("/*") {
        Some(id) => arn.with_resource(id.to_owned()),
        None => arn,
    };
    let handle = Handle::from_arn(class, arn)?;
    let (owner, id) = (handle.owner().clone(), handle.name().to_owned());
    Ok(Handle::new(class, owner, id, handle.sub_arn("/*")))
}

/// The ARN of a method or a route of an API: `*` for each parameter in the path, and for any method.
#[inline]
pub(super) fn executed(api: &Handle, stage: &str, method: &str, path: &str) -> Arn {
    let method = if method.eq_ignore_ascii_case("ANY") {
        "*".to_owned()
    } else {
        method.to_ascii_uppercase()
    };
    let path = without_parameters(path.strip_prefix('/').unwrap_or(path));
    api.arn_beside(&format!("{{name}}/{stage}/{method}/{path}"))
}

/// A path with `*` for each `{parameter}`.
#[inline]
fn without_parameters(path: &str) -> String {
    let mut plain = String::with_capacity(path.len());
    let mut is_parameter = false;
    for character in path.chars() {
        match character {
            '{' => {
                is_parameter = true;
                plain.push('*');
            }
            '}' if is_parameter => is_parameter = false,
            _ if is_parameter => {}
            _ => plain.push(character),
        }
    }
    plain
}

/// How the handles of APIs are made: of an id in an account, or of an ARN.
macro_rules! api_methods {
    ($Type:ident, $noun:literal, $path:literal) => {
        crate::handle::handle_methods!($Type by "id", $noun);

        impl $Type {
            #[doc = concat!("The ", $noun, " with this id, in the account and region of an environment.")]
            ///
            /// # Example
            ///
            /// ```
            /// use iam_dsl::prelude::*;
            ///
            /// let env = Env::new("123456789012", "us-east-1")?;
            #[doc = concat!("let one = iam_dsl::", $path, "::new(&env, \"a1b2c3d4e5\");")]
            /// assert_eq!(one.arn().to_string(), "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/*");
            /// # Ok::<(), iam_dsl::ValueError>(())
            /// ```
            #[inline]
            pub fn new(env: &crate::Env, id: impl Into<String>) -> Self {
                let owner = crate::owner::Owner::Known(env.clone());
                Self::of(super::execute::api(&CLASS, owner, id.into()))
            }

            #[doc = concat!("The ", $noun, " with this id, in the account and region that everything is deployed to.")]
            #[inline]
            pub fn named(id: impl Into<String>) -> Self {
                let owner = crate::owner::Owner::Deploying;
                Self::of(super::execute::api(&CLASS, owner, id.into()))
            }

            #[doc = concat!("The ", $noun, " that has this ARN: one that exists already.")]
            ///
            /// # Errors
            ///
            #[doc = concat!("The ARN is not that of one ", $noun, ", as `execute-api` names it.")]
            ///
            /// # Example
            ///
            /// ```
            /// use iam_dsl::prelude::*;
            ///
            #[doc = concat!("let one = iam_dsl::", $path, "::from_arn(arn!(\"arn:aws:execute-api:us-east-1:999999999999:a1b2c3d4e5/*\"))?;")]
            /// assert_eq!(one.name(), "a1b2c3d4e5");
            /// # Ok::<(), iam_dsl::ValueError>(())
            /// ```
            #[inline]
            pub fn from_arn(arn: iam_dsl_core::Arn) -> Result<Self, crate::ValueError> {
                super::execute::api_from_arn(&CLASS, arn).map(Self::of)
            }

            #[inline]
            fn of(handle: crate::handle::Handle) -> Self {
                Self { handle }
            }
        }

        impl crate::grant::Granting for $Type {
            #[inline]
            fn handle(&self) -> &crate::handle::Handle {
                &self.handle
            }
        }
    };
}

pub(super) use api_methods;

/// A part of an API that can be executed, which is granted by the API's handle. The type has fields `api`, `arn` and
/// `label`.
macro_rules! executed_methods {
    ($Type:ident, $noun:literal) => {
        impl $Type {
            #[doc = concat!("Returns the ARN of the ", $noun, ".")]
            #[inline]
            pub fn arn(&self) -> iam_dsl_core::Arn {
                self.arn.clone()
            }
        }

        impl crate::grant::Granting for $Type {
            #[inline]
            fn handle(&self) -> &crate::handle::Handle {
                &self.api
            }

            #[inline]
            fn label(&self) -> String {
                self.label.clone()
            }

            #[inline]
            fn scope(
                &self,
                _on: crate::grant::On,
            ) -> Result<crate::grant::Scope, crate::GrantError> {
                Ok(crate::grant::Scope::on(self.arn()))
            }
        }

        #[diagnostic::do_not_recommend]
        impl crate::IntoResources for &$Type {
            #[inline]
            fn into_resources(self) -> Vec<iam_dsl_core::Template> {
                self.arn().into_resources()
            }
        }
    };
}

pub(super) use executed_methods;
