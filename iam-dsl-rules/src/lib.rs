//! What names and documents of AWS IAM must keep, and what it takes to say so: a JSON reader that
//! knows places, patterns, the rules themselves.
//!
//! Users depend on `iam-dsl`, which re-exports what they need. This crate is the part that the
//! macros stand on, so that a rule is written once and serves both `rustc` and run time; it
//! depends on the catalog alone, since all of it is compiled before the first line of a user's.
//!
//! ```
//! use iam_dsl_rules::{PolicyKind, check, json};
//!
//! let policy = json::parse(r#"{"Version": "2012-10-17", "Statement": [
//!     { "Effect": "Allow", "Action": "s3:GetObjcet", "Resource": "*" }
//! ]}"#)?;
//! let findings = check::document(&policy, PolicyKind::Identity);
//! assert_eq!(findings[0].to_string(), "unknown action `s3:GetObjcet` at Statement[0].Action");
//! # Ok::<(), iam_dsl_rules::ReadError>(())
//! ```
//!
//! | module | what |
//! |---|---|
//! | [`check`] | the rules that names and documents must keep, as they compile and at run time |
//! | [`json`] | a JSON reader that keeps the place of every value |
//! | [`pattern`] | globs and ARN patterns: match, subsume, overlap |
//! | [`quota`] | how large a policy may be |

pub mod check;
mod condition;
mod error;
pub mod json;
mod kind;
mod path;
pub mod pattern;
pub mod quota;

pub use condition::{BaseOperator, ConditionOperator, OperatorFamily, SetOperator};
pub use error::{ReadError, quoted};
pub use kind::PolicyKind;
pub use path::{PathSegment, display_path};
