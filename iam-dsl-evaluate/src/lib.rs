//! Whether AWS IAM policies allow a request, and why.
//!
//! [`Policies`] holds every policy that has a say, an [`Evaluator`] is made of them once, and each
//! [`Request`] is decided with it: as AWS decides, layer by layer, a Deny before all else.
//!
//! ```
//! use iam_dsl_evaluate::{Decision, Evaluator, Policies, Request};
//!
//! let policies = Policies::new().with_identity_policy(
//!     r#"{"Version": "2012-10-17", "Statement": [
//!         {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*"}
//!     ]}"#.parse::<iam_dsl_core::PolicyDocument>()?,
//! );
//! let evaluator = Evaluator::new(&policies);
//! let ann = "arn:aws:iam::123456789012:user/ann".parse::<iam_dsl_evaluate::Caller>()?;
//! let read = Request::new(ann, "s3:GetObject", "arn:aws:s3:::reports/q1.csv").owned_by("123456789012");
//! assert_eq!(evaluator.decide(&read), Decision::Allowed);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod action_index;
mod caller;
mod condition;
mod context;
mod decision;
mod evaluator;
mod judgement;
mod layer;
mod options;
mod pattern;
mod policies;
mod principal;
mod request;
mod resource;
mod statement;
mod text;
pub mod trace;
mod usual;
mod verdicts;

pub use caller::{Caller, CallerError};
pub use context::{Context, ContextValue};
pub use decision::Decision;
pub use evaluator::Evaluator;
pub use options::Options;
pub use policies::{Level, NamedPolicy, Policies};
pub use request::Request;
pub use trace::Trace;
