//! What is found in policies and accounts, what is asked of an account, and what is accepted.
//!
//! ```
//! use iam_dsl::check::{Code, Profile};
//! use iam_dsl::prelude::*;
//!
//! let deploy = IdentityPolicy::new().with(
//!     allow(actions![iam::PassRole])
//!         .on(any())
//!         .allow(Code::PASS_ROLE_WITH_STAR_IN_RESOURCE, "the boundary holds it to the team's roles"),
//! );
//! assert_eq!(deploy.validate_for(Profile::Production), []);
//! ```
//!
//! What is more than a certain mistake, and what is allowed, comes with the feature `validate`. Errors can be allowed as
//! well, since AWS may be ahead of the catalog; that does not make AWS take the policy.

#[cfg(feature = "validate")]
pub use iam_dsl_core::check::{Allowance, except_allowed, validate};
pub use iam_dsl_core::check::{Code, Finding, FindingType, Message, Profile};
