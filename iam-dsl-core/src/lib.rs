//! AWS IAM policy documents and what can be said about them without a network:
//! reading and printing, ARNs, patterns, quotas.
//!
//! Users depend on `iam-dsl`, which re-exports what they need. This crate stands below the macros
//! too, so that a rule is written once and serves both `rustc` and run time.
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
pub mod check;
mod condition;
mod de;
mod document;
mod effect;
mod elements;
mod error;
pub mod json;
mod kind;
mod minimize;
mod path;
pub mod pattern;
mod principal;
mod print;
pub mod quota;
mod read;
mod resource;
mod ser;
mod statement;
mod template;
mod unresolved;

pub use action::{ActionElement, ActionPattern};
pub use arn::{Arn, ArnError};
pub use condition::{
    BaseOperator, ConditionBlock, ConditionOperator, ConditionValue, OperatorFamily, SetOperator,
};
pub use document::PolicyDocument;
pub use effect::Effect;
pub use elements::Elements;
pub use error::ReadError;
pub use kind::PolicyKind;
pub use path::{PathSegment, display_path};
pub use principal::{PrincipalElement, PrincipalType, Principals};
pub use resource::ResourceElement;
pub use statement::PolicyStatement;
pub use template::{Part, PolicyVariable, Template, Token};
pub use unresolved::Unresolved;
