//! AWS IAM policy documents: reading, printing, minimizing, and the ARNs and templates in them.
//!
//! Users depend on `iam-dsl`, which re-exports what they need. The modules are those of
//! `iam-dsl-rules`, which the macros stand on as well.
//!
//! ```
//! use iam_dsl_core::PolicyDocument;
//!
//! let policy: PolicyDocument = r#"{
//!     "Version": "2012-10-17",
//!     "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
//! }"#
//! .parse()?;
//! assert_eq!(policy.statements().len(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | module | what |
//! |---|---|
//! | [`check`] | the rules that names and documents must keep, as they compile and at run time |
//! | [`json`] | a JSON reader that keeps the place of every value |
//! | [`pattern`] | globs and ARN patterns: match, subsume, overlap |
//! | [`quota`] | how large a policy may be |

mod action;
mod arn;
mod condition;
mod de;
mod document;
mod effect;
mod elements;
mod json_path;
mod minimize;
mod principal;
mod print;
mod read;
mod resource;
mod ser;
mod split;
mod statement;
mod template;
mod unresolved;
#[doc(hidden)]
pub mod writer;

pub use action::{ActionElement, ActionPattern};
pub use arn::{Arn, ArnError};
pub use condition::{ConditionBlock, ConditionValue};
pub use document::PolicyDocument;
pub use effect::Effect;
pub use elements::Elements;
pub use iam_dsl_rules::{
    BaseOperator, ConditionOperator, OperatorFamily, PathSegment, PolicyKind, ReadError,
    SetOperator, check, display_path, json, pattern, quota,
};
pub use json_path::json_path;
pub use principal::{PrincipalElement, PrincipalType, Principals};
pub use resource::ResourceElement;
pub use split::StatementTooLarge;
pub use statement::PolicyStatement;
pub use template::{Part, PolicyVariable, Template, Token};
pub use unresolved::Unresolved;
