//! The methods that the handles of IAM have in common, written once with the words of each.

/// Name, account, path and ARN. The type has `fn identity(&self) -> &Identity`, as for all of these.
macro_rules! entity_methods {
    ($Type:ident, $noun:literal, $prefix:literal) => {
        impl $Type {
            #[doc = concat!("Says which account the ", $noun, " is of. One made from an ARN keeps the account of the ARN.")]
            ///
            /// # Example
            ///
            /// ```
            /// use iam_dsl::prelude::*;
            ///
            /// let env = Env::new("123456789012", "us-east-1")?;
            #[doc = concat!("let one = iam_dsl::", stringify!($Type), "::new(\"app\").with_env(&env);")]
            #[doc = concat!("assert_eq!(one.arn().to_string(), \"arn:aws:iam::123456789012:", $prefix, "app\");")]
            /// # Ok::<(), iam_dsl::ValueError>(())
            /// ```
            #[must_use]
            pub fn with_env(self, env: &crate::Env) -> Self {
                self.identity().lock().entity.set_env(env);
                self
            }

            #[doc = concat!("Puts the ", $noun, " under a path, which its ARN has before the name. One made from an ARN keeps its own.")]
            ///
            /// AWS: [friendly names and paths](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html).
            ///
            /// # Example
            ///
            /// ```
            #[doc = concat!("let one = iam_dsl::", stringify!($Type), "::new(\"app\").with_path(\"/payments/\");")]
            #[doc = concat!("assert!(one.arn().to_string().ends_with(\":", $prefix, "payments/app\"));")]
            /// ```
            #[must_use]
            pub fn with_path(self, path: impl Into<String>) -> Self {
                self.identity().lock().entity.set_path(path.into());
                self
            }

            #[doc = concat!("Allows a finding of the ", $noun, " and of its policies, and says why: [`Account::check`](crate::Account::check).")]
            ///
            /// An allowance that no finding needs any more is itself a finding, `STALE_ALLOWANCE`, and one without a
            /// reason allows nothing. With the feature `validate`.
            ///
            /// # Example
            ///
            /// ```
            /// use iam_dsl::check::Code;
            /// use iam_dsl::prelude::*;
            ///
            #[doc = concat!("let one = iam_dsl::", stringify!($Type), "::new(\"two words\").allow(Code::REFUSED_BY_IAM, \"it is renamed before it is deployed\");")]
            /// let account = iam_dsl::Account::new(&Env::new("123456789012", "us-east-1")?).with(&one);
            /// assert!(account.check().iter().all(|finding| finding.code() != Code::REFUSED_BY_IAM));
            /// # Ok::<(), iam_dsl::ValueError>(())
            /// ```
            #[cfg(feature = "validate")]
            #[must_use]
            #[inline]
            pub fn allow(
                self,
                code: iam_dsl_core::check::Code,
                reason: impl Into<String>,
            ) -> Self {
                let reason = reason.into();
                self.identity().lock().allowances.add(code, reason);
                self
            }

            #[doc = concat!("Returns the name of the ", $noun, ".")]
            pub fn name(&self) -> String {
                self.identity().name()
            }

            #[doc = concat!("Returns the path of the ", $noun, ": `/` unless there is another.")]
            pub fn path(&self) -> String {
                self.identity().lock().entity.path.clone()
            }

            #[doc = concat!("Returns the id of the account of the ", $noun, ", or nothing for the deploying account.")]
            pub fn account(&self) -> Option<String> {
                self.identity().account()
            }

            #[doc = concat!("Returns the ARN of the ", $noun, ".")]
            ///
            /// Without an [`Env`](crate::Env) its account is a token that a deployment fills in.
            pub fn arn(&self) -> iam_dsl_core::Arn {
                self.identity().arn()
            }

            /// As messages name it, such as ``role `app` ``.
            pub(crate) fn label(&self) -> String {
                self.identity().label()
            }
        }
    };
}

/// Tags, for all but groups, which have none.
macro_rules! tag_methods {
    ($Type:ident, $noun:literal) => {
        impl $Type {
            #[doc = concat!("Tags the ", $noun, ".")]
            ///
            /// AWS: [tagging IAM resources](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html).
            ///
            /// # Example
            ///
            /// ```
            #[doc = concat!("let one = iam_dsl::", stringify!($Type), "::new(\"app\").with_tag(\"team\", \"payments\");")]
            /// assert_eq!(one.tags(), [("team".to_owned(), "payments".to_owned())]);
            /// ```
            #[must_use]
            pub fn with_tag(self, key: impl Into<String>, value: impl Into<String>) -> Self {
                let tag = (key.into(), value.into());
                self.identity().lock().entity.tags.push(tag);
                self
            }

            #[doc = concat!("Returns the tags of the ", $noun, ".")]
            pub fn tags(&self) -> Vec<(String, String)> {
                self.identity().lock().entity.tags.clone()
            }
        }
    };
}

/// What roles, users and groups may do. The type has an `Identity`.
macro_rules! permission_methods {
    ($Type:ident, $noun:literal) => {
        impl $Type {
            #[doc = concat!("Attaches a managed policy to the ", $noun, ", by value or by reference.")]
            ///
            /// # Example
            ///
            /// ```
            /// use iam_dsl::ManagedPolicy;
            /// use iam_dsl::prelude::*;
            ///
            /// let orders_read = ManagedPolicy::new("orders-read");
            #[doc = concat!("let one = iam_dsl::", stringify!($Type), "::new(\"app\")")]
            ///     .with_managed_policy(&orders_read)
            ///     .with_managed_policy(managed_policy!("ReadOnlyAccess"));
            /// assert_eq!(one.managed_policies().len(), 2);
            /// ```
            #[must_use]
            pub fn with_managed_policy(self, policy: impl crate::Attachable) -> Self {
                self.identity().attach(policy.into());
                self
            }

            #[doc = concat!("Gives the ", $noun, " an inline policy under a name of its own.")]
            ///
            /// # Example
            ///
            /// ```
            /// use iam_dsl::prelude::*;
            ///
            /// let list = IdentityPolicy::new().with(allow(actions![s3::ListAllMyBuckets]).on(any()));
            #[doc = concat!("let one = iam_dsl::", stringify!($Type), "::new(\"app\").with_inline_policy(\"list-buckets\", list);")]
            /// assert_eq!(one.inline_policies()[0].0, "list-buckets");
            /// ```
            #[must_use]
            pub fn with_inline_policy(
                self,
                name: impl Into<String>,
                policy: crate::IdentityPolicy,
            ) -> Self {
                let policy = (name.into(), policy);
                self.identity().lock().inline.push(policy);
                self
            }

            #[doc = concat!("Returns the statements that the ", $noun, " was given: a snapshot, in the order it was said.")]
            ///
            /// Where the account and the region are known, nothing of them is left open.
            pub fn policy(&self) -> crate::IdentityPolicy {
                self.identity().policy()
            }

            /// Returns the inline policies that have a name of their own.
            pub fn inline_policies(&self) -> Vec<(String, crate::IdentityPolicy)> {
                self.identity().inline_policies()
            }

            #[doc = concat!("Returns the managed policies attached to the ", $noun, ".")]
            pub fn managed_policies(&self) -> Vec<crate::ManagedPolicy> {
                self.identity().lock().managed_policies()
            }

            #[doc = concat!("Returns the policies of the ", $noun, " in the form that IAM takes them.")]
            ///
            /// What outgrows the quota of inline policies is minimized; if it still does, the statements that were
            /// added one by one become managed policies, none lost and in their order.
            ///
            /// AWS: [IAM and STS quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
            ///
            /// # Errors
            ///
            /// One statement is too large for a managed policy, or more managed policies are needed than may be attached.
            /// The error says which statement, or how many, and by how much.
            ///
            /// # Example
            ///
            /// ```
            /// use iam_dsl::prelude::*;
            ///
            #[doc = concat!("let one = iam_dsl::", stringify!($Type), "::new(\"app\");")]
            /// one.add(allow(actions![s3::ListAllMyBuckets]).on(any()));
            /// assert_eq!(one.attached_policies()?.inline().len(), 1);
            /// # Ok::<(), iam_dsl::IdentityError>(())
            /// ```
            #[inline]
            pub fn attached_policies(
                &self,
            ) -> Result<crate::AttachedPolicies, crate::IdentityError> {
                self.identity().attached_policies()
            }

            /// Whether both are handles of one.
            pub(crate) fn is(&self, other: &Self) -> bool {
                self.identity().is(other.identity())
            }
        }
    };
}

/// What limits roles and users, and not groups.
macro_rules! boundary_methods {
    ($Type:ident, $noun:literal) => {
        impl $Type {
            #[doc = concat!("Sets the permissions boundary: what the ", $noun, " may do at most, whatever its policies say.")]
            ///
            /// AWS: [permissions boundaries](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html).
            ///
            /// # Example
            ///
            /// ```
            /// use iam_dsl::PermissionsBoundary;
            /// use iam_dsl::prelude::*;
            ///
            /// let boundary = PermissionsBoundary::new("payments-boundary");
            /// boundary.add(allow(actions![s3:*]).on(any()));
            #[doc = concat!("let one = iam_dsl::", stringify!($Type), "::new(\"app\").with_boundary(&boundary);")]
            /// one.add(allow(actions![*]).on(any()));
            /// assert_allows!(one, s3::ListAllMyBuckets);
            /// assert_denies!(one, iam::ListUsers);
            /// ```
            #[must_use]
            pub fn with_boundary(self, boundary: impl crate::Bounding) -> Self {
                let boundary = boundary.into();
                self.identity().lock().boundary = Some(boundary);
                self
            }

            #[doc = concat!("Returns the permissions boundary of the ", $noun, ", if it has one.")]
            pub fn boundary(&self) -> Option<crate::PermissionsBoundary> {
                let state = self.identity().lock();
                let boundary = state.boundary.as_ref()?;
                Some(boundary.in_partition_of(&state.entity.arn()))
            }

            /// Says how many managed policies the account lets be attached: 20 to a role and 10 to a user, unless AWS has
            /// raised the quota.
            ///
            /// AWS: [IAM and STS quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
            ///
            /// # Example
            ///
            /// ```
            /// use iam_dsl::ManagedPolicy;
            ///
            #[doc = concat!("let one = (0..21).fold(iam_dsl::", stringify!($Type), "::new(\"app\"), |one, number| {")]
            ///     one.with_managed_policy(ManagedPolicy::new(format!("policy-{number}")))
            /// });
            /// assert_eq!(one.mistakes().len(), 1);
            /// assert!(one.with_managed_policy_limit(25).mistakes().is_empty());
            /// ```
            #[must_use]
            pub fn with_managed_policy_limit(self, limit: usize) -> Self {
                self.identity().lock().managed_limit = limit;
                self
            }
        }
    };
}

pub(crate) use {boundary_methods, entity_methods, permission_methods, tag_methods};
