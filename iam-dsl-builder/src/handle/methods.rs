//! The methods that the handles of resources have in common, written once with the words of each.

/// What every handle has: a name, an ARN, and the trait by which it is granted. The type has a field `handle`.
///
/// A type that AWS knows by an id says so: `Key by "id"`.
macro_rules! handle_methods {
    ($Type:ident, $noun:literal) => {
        crate::handle::handle_methods!($Type by "name", $noun);
    };
    ($Type:ident by $name_word:literal, $noun:literal) => {
        impl $Type {
            #[doc = concat!("Returns the ", $name_word, " of the ", $noun, ".")]
            #[inline]
            pub fn name(&self) -> &str {
                self.handle.name()
            }

            #[doc = concat!("Returns the ARN of the ", $noun, ".")]
            #[inline]
            pub fn arn(&self) -> iam_dsl_core::Arn {
                self.handle.arn()
            }
        }

        impl crate::account::sealed::Sealed for $Type {}

        #[diagnostic::do_not_recommend]
        impl crate::AccountMember for $Type {
            #[inline]
            fn into_member(self) -> crate::account::Member {
                crate::account::resource(&self.handle)
            }
        }

        impl crate::account::sealed::Sealed for &$Type {}

        #[diagnostic::do_not_recommend]
        impl crate::AccountMember for &$Type {
            #[inline]
            fn into_member(self) -> crate::account::Member {
                crate::account::resource(&self.handle)
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

/// How a handle is made of a name in an account, or of an ARN. The type has `fn of(handle: Handle)`.
macro_rules! named_methods {
    ($Type:ident, $noun:literal, $path:literal, $name:literal, $arn:literal) => {
        crate::handle::named_methods!($Type by "name", $noun, $path, $name, $arn);
    };
    ($Type:ident by $name_word:literal, $noun:literal, $path:literal, $name:literal, $arn:literal) => {
        impl $Type {
            #[doc = concat!("The ", $noun, " of this ", $name_word, ", in the account and region of an environment.")]
            ///
            /// # Example
            ///
            /// ```
            /// use iam_dsl::prelude::*;
            ///
            /// let env = Env::new("123456789012", "us-east-1")?;
            #[doc = concat!("let one = iam_dsl::", $path, "::new(&env, \"", $name, "\");")]
            #[doc = concat!("assert_eq!(one.arn().to_string(), \"", $arn, "\");")]
            /// # Ok::<(), iam_dsl::ValueError>(())
            /// ```
            #[inline]
            pub fn new(env: &crate::Env, name: impl Into<String>) -> Self {
                let owner = crate::owner::Owner::Known(env.clone());
                Self::of(crate::handle::Handle::named(&CLASS, owner, name.into()))
            }

            #[doc = concat!("The ", $noun, " of this ", $name_word, ", in the account and region that everything is deployed to.")]
            #[inline]
            pub fn named(name: impl Into<String>) -> Self {
                let owner = crate::owner::Owner::Deploying;
                Self::of(crate::handle::Handle::named(&CLASS, owner, name.into()))
            }
        }

        crate::handle::from_arn_method!($Type, $noun, $path, $name, $arn);
    };
}

/// How a handle is made of an ARN. The type has `fn of(handle: Handle)`.
macro_rules! from_arn_method {
    ($Type:ident, $noun:literal, $path:literal, $name:literal, $arn:literal) => {
        impl $Type {
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
                crate::handle::Handle::from_arn(&CLASS, arn).map(Self::of)
            }
        }
    };
}

/// The policy that a resource has.
macro_rules! policy_methods {
    ($Type:ident, $noun:literal) => {
        impl $Type {
            #[doc = concat!("Adds a statement to the policy of the ", $noun, ".")]
            #[inline]
            pub fn add<E, P, R>(&self, statement: crate::Statement<E, P, R>)
            where
                E: crate::statement::state::Effect,
                P: crate::policy::ResourcePrincipal,
                R: crate::policy::ResourceResource,
            {
                self.handle.add(statement);
            }

            #[doc = concat!("Returns the policy of the ", $noun, ": a snapshot, in the order it was said.")]
            ///
            /// It is empty where all that was granted went to identities of the same account: AWS takes no empty policy.
            #[inline]
            pub fn policy(&self) -> crate::ResourcePolicy {
                self.handle.policy()
            }
        }
    };
}

/// The key that a resource is encrypted with.
macro_rules! key_methods {
    ($Type:ident, $noun:literal, $sample:literal) => {
        impl $Type {
            #[doc = concat!("Says that the ", $noun, " is encrypted with this key. Its grants then let the grantee use the key as well, as far as it has to.")]
            ///
            /// [`grant`](Self::grant) gives actions on keys, such as `kms:Decrypt`, on that key.
            ///
            /// # Example
            ///
            /// ```
            /// use iam_dsl::prelude::*;
            ///
            /// let key = iam_dsl::kms::Key::named("1234abcd-12ab-34cd-56ef-1234567890ab");
            #[doc = concat!("let one = iam_dsl::", $sample, ".encrypted_with(&key);")]
            /// let role = Role::new("app");
            /// let grant = one.grant_on_key(&role, actions![kms::Decrypt])?;
            /// assert_eq!(grant.identity_statements().len(), 1);
            /// # Ok::<(), iam_dsl::GrantError>(())
            /// ```
            #[must_use]
            #[inline]
            pub fn encrypted_with(mut self, key: &crate::kms::Key) -> Self {
                let key = Box::new(key.clone());
                self.handle.set_encryption(crate::handle::Encryption::Key(key));
                self
            }

            #[doc = concat!("Says that the ", $noun, " is encrypted with the service's own key in the account.")]
            ///
            /// Other accounts cannot use such a key, so that nothing can be granted to them.
            #[must_use]
            #[inline]
            pub fn encrypted_with_aws_managed_key(mut self) -> Self {
                self.handle.set_encryption(crate::handle::Encryption::AwsManaged);
                self
            }

            #[doc = concat!("Lets the grantee use the key of the ", $noun, " through the service, with these actions.")]
            ///
            /// # Errors
            ///
            #[doc = concat!("The ", $noun, " was not said to have a key, or an action is none of a key's. See [`GrantError`](crate::GrantError).")]
            #[inline]
            pub fn grant_on_key(
                &self,
                grantee: impl crate::Grantee,
                actions: impl crate::IntoActions,
            ) -> Result<crate::Grant, crate::GrantError> {
                crate::grant::give_on_key(self, grantee.into_party(), &actions.into_actions())
            }
        }
    };
}

/// A grant of single actions.
macro_rules! action_methods {
    ($Type:ident, $noun:literal, $sample:literal, $service:ident :: $action:ident) => {
        impl $Type {
            #[doc = concat!("Lets the grantee use these actions on the ", $noun, ", each on what it can act on.")]
            ///
            /// # Errors
            ///
            #[doc = concat!("An action is a pattern, or one that acts on no ", $noun, ". See also [`GrantError`](crate::GrantError).")]
            ///
            /// # Example
            ///
            /// ```
            /// use iam_dsl::prelude::*;
            ///
            /// let role = Role::new("app");
            #[doc = concat!("let one = iam_dsl::", $sample, ";")]
            #[doc = concat!("one.grant(&role, actions![", stringify!($service), "::", stringify!($action), "])?;")]
            #[doc = concat!("assert!(role.policy().to_json().contains(\"", service_prefix!($service), ":", stringify!($action), "\"));")]
            /// # Ok::<(), iam_dsl::GrantError>(())
            /// ```
            #[inline]
            pub fn grant(
                &self,
                grantee: impl crate::Grantee,
                actions: impl crate::IntoActions,
            ) -> Result<crate::Grant, crate::GrantError> {
                crate::grant::give_actions(self, grantee.into_party(), &actions.into_actions())
            }
        }
    };
}

pub(crate) use {
    action_methods, from_arn_method, handle_methods, key_methods, named_methods, policy_methods,
};
