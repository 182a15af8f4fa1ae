//! Every AWS action as a path: `aws::s3::GetObject`.
//!
//! Services and actions are spelled as AWS does, with `_` for `-` and `.`, and a trailing `_`
//! where the name is a Rust keyword. An action that is missing here can be written with
//! [`Action::unchecked`](crate::Action::unchecked).
//!
//! # Example
//!
//! ```
//! use iam_dsl::aws;
//!
//! assert_eq!(aws::s3::GetObject.to_string(), "s3:GetObject");
//! assert!(aws::sqs::actions().any(|action| action == aws::sqs::SendMessage));
//! ```

pub use iam_dsl_aws::*;
