//! What a policy document consists of, for programs that read one.
//!
//! ```
//! use iam_dsl::document::ActionElement;
//! use iam_dsl::prelude::*;
//!
//! let policy: IdentityPolicy = r#"{
//!     "Version": "2012-10-17",
//!     "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", "s3:Get*"], "Resource": "*" }
//! }"#
//! .parse()?;
//! for statement in policy.minimized().document().statements() {
//!     let Some(ActionElement::Action(actions)) = statement.action() else { continue };
//!     assert_eq!(actions.as_slice()[0].as_str(), "s3:Get*");
//! }
//! # Ok::<(), iam_dsl::document::ReadError>(())
//! ```

pub use iam_dsl_core::{
    ActionElement, BaseOperator, ConditionBlock, ConditionOperator, ConditionValue, Elements,
    OperatorFamily, Part, PathSegment, PolicyVariable, PrincipalElement, PrincipalType, Principals,
    ReadError, ResourceElement, SetOperator, StatementTooLarge, quota,
};
