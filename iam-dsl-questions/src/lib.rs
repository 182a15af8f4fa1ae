//! What policies allow, and why: tests of roles and policies, and the evaluator they are made with.
//!
//! [`assert_allows!`] and [`assert_denies!`] are the tests most people write; a failing one prints
//! why the request was decided as it was. They are made with a [`Question`], which
//! [`HasPermissions::can`] begins, for a role, a user, a group or a policy. Documents that are no handle's, and layers
//! that handles do not know, such as service control policies, go to an [`Evaluator`] directly.
//!
//! Users find this as `iam_dsl::evaluate`. It is a crate of its own so that Cargo compiles the builders
//! and the evaluator, of which this is made, beside each other.
//!
//! [`assert_allows!`]: https://docs.rs/iam-dsl/latest/iam_dsl/macro.assert_allows.html
//! [`assert_denies!`]: https://docs.rs/iam-dsl/latest/iam_dsl/macro.assert_denies.html
//!
//! # Example
//!
//! ```
//! use iam_dsl::prelude::*;
//! use iam_dsl::s3;
//!
//! let uploads = s3::Bucket::named("my-app-uploads");
//! let role = Role::new("app");
//! uploads.grant_read(&role)?;
//!
//! assert_allows!(role, s3::GetObject, on = uploads.objects("a.txt"));
//! assert_denies!(role, s3::DeleteObject, on = uploads.objects("a.txt"));
//! assert!(role.can(aws::s3::ListBucket).on(&uploads).is_allowed());
//! # Ok::<(), iam_dsl::GrantError>(())
//! ```
//!
//! # What a question knows
//!
//! - The policies of both sides as they are: those of the role, or of the user and its groups, with the managed
//!   policies and the boundary that the program itself makes; and that of a resource given as a handle. An
//!   ARN by itself has no policy. AWS's managed policies and those of other programs are known by name only, so that
//!   they allow nothing here, nor deny anything; [`Question::with_policy`] adds their text, and
//!   [`Question::with_boundary`] that of such a boundary. A denial that such a policy could
//!   turn is none to `assert_denies!`.
//! - The condition keys that AWS always sends, as a direct call over TLS has them:
//!   `aws:PrincipalArn`, `aws:PrincipalAccount`, `aws:PrincipalType`, `aws:PrincipalIsAWSService`,
//!   `aws:ViaAWSService`, `aws:SecureTransport`, `aws:ResourceAccount`, and `aws:RequestedRegion` where
//!   the resource's region is known; `aws:username` of a user, and the identity's tags as `aws:PrincipalTag/…`.
//!   [`Question::with`] adds others and replaces these. What is not
//!   there is absent, and a condition on it decides as AWS would without the key.
//!
//! AWS: [global condition context keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html).
//!
//! # Whose account
//!
//! Where only a deployment knows account and region, both sides of a question are deployed to the
//! same: the [`Env`](iam_dsl_builder::Env) that one of them has; for a role without one, the account and region
//! in the ARN that is asked about; else a made-up account, `000000000000`, in a region that no policy
//! names. Give the role an `Env` to ask about another account's resource by its ARN.

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod action;
mod assertion;
mod context;
mod deployment;
mod identity;
mod key;
mod mistake;
mod question;
mod resource;

#[doc(inline)]
pub use iam_dsl_evaluate::*;

pub use crate::{
    action::RequestAction, assertion::AsQuestion, identity::HasPermissions, key::RequestKey,
    question::Question, resource::RequestResource,
};
