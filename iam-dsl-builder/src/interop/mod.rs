//! Policies as other crates have them, each behind a feature of the crate's name.

#[cfg(feature = "aws_lambda_events")]
mod aws_lambda_events;
#[cfg(feature = "serde_json")]
mod serde_json;
