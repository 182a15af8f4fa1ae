//! Tables of grants: of each row comes an entry, a method, and its documentation.

/// The grants of a type of resource, a row each.
///
/// The type has a field `handle` and implements `Granting`. What follows its name is whether it has a policy of its own,
/// what sentences call it, how an example makes one, and what messages call that one.
///
/// What a row lets do stands before the resource in sentences: `"send messages to"`. Its second part, if there is one,
/// differs between the types that share a table.
macro_rules! grants {
    ($Type:ident, $($rest:tt)*) => {
        crate::grant::grants! { @ $Type without_policy; $($rest)* }
    };
    ($Type:ident with policy, $($rest:tt)*) => {
        crate::grant::grants! { @ $Type with_policy; $($rest)* }
    };
    (
        @ $Type:ident $policy:ident; $noun:tt, $sample:literal, $label:literal;
        $(
            $(#[$doc:meta])*
            $method:ident => $lets:literal $($to:literal)? {
                $($on:ident $(($form:tt))?: [$($service:ident :: $Action:ident),+ $(,)?]
                    $(if $operator:ident $key:literal is $value:literal)?),+ $(,)?
                $(; key: [$($key_action:ident),+ $(,)?])?
            }
        )+
    ) => {
        crate::grant::entries! { entries;
            $(
                $method => $lets $($to)? {
                    $($on $(($form))?: [$($service :: $Action),+]
                        $(if $operator $key is $value)?),+
                    $(; key: [$($key_action),+])?
                }
            )+
        }

        impl $Type {
            $(
                #[doc = concat!("Lets the grantee ", $lets, $(" ", $to,)? " the ", $noun, ".")]
                ///
                /// It allows
                $(
                    #[doc = concat!(
                        "- ", $("`", service_prefix!($service), ":", stringify!($Action), "` ",)+
                        "on ", place_in_words!($noun, $on $(($form))?),
                        $(", where `", $key, "` is `", $value, "`",)?
                    )]
                )+
                $(
                    #[doc = concat!("- ", $("`kms:", stringify!($key_action), "` ",)+ "on its key, where it is encrypted with one")]
                )?
                ///
                $(#[$doc])*
                ///
                /// # Errors
                ///
                #[doc = refusal_in_words!($policy, $noun)]
                ///
                /// # Example
                ///
                /// ```
                /// use iam_dsl::prelude::*;
                ///
                /// let role = Role::new("app");
                #[doc = concat!("let one = iam_dsl::", $sample, ";")]
                #[doc = concat!("let grant = one.", stringify!($method), "(&role)?;")]
                #[doc = concat!("assert_eq!(grant.to_string(), \"role `app` may ", $lets, $(" ", $to,)? " ", $label, "\");")]
                /// # Ok::<(), iam_dsl::GrantError>(())
                /// ```
                #[inline]
                pub fn $method(&self, grantee: impl crate::Grantee) -> Result<crate::Grant, crate::GrantError> {
                    crate::grant::give(self, &entries::$method, grantee)
                }
            )+
        }
    };
}

/// The entries alone, for methods with more arguments than the grantee.
macro_rules! entries {
    (
        $module:ident;
        $(
            $method:ident => $lets:literal $($to:literal)? {
                $($on:ident $(($form:tt))?: [$($service:ident :: $Action:ident),+ $(,)?]
                    $(if $operator:ident $key:literal is $value:literal)?),+ $(,)?
                $(; key: [$($key_action:ident),+ $(,)?])?
            }
        )+
    ) => {
        #[expect(non_upper_case_globals, reason = "an entry has the name of its method")]
        pub(crate) mod $module {
            use crate::{aws, grant::{Entry, On, Permission}};

            $(
                pub(crate) const $method: Entry = Entry {
                    method: stringify!($method),
                    lets: concat!($lets $(, " ", $to)?),
                    permissions: &[$(Permission {
                        actions: &[$(aws::$service::$Action),+],
                        on: On::$on $(($form))?,
                        when: &[$(crate::grant::Given {
                            set: None,
                            operator: iam_dsl_core::BaseOperator::$operator,
                            key: $key,
                            values: &[$value],
                        })?],
                    }),+],
                    key: &[$($(aws::kms::$key_action),+)?],
                };
            )+
        }
    };
}

pub(crate) use {entries, grants};
