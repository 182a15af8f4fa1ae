//! Every AWS action as a path: `aws::s3::GetObject`.
//!
//! Users find this as `iam_dsl::aws`. It is a crate of its own because it needs nothing but the
//! catalog, and so compiles beside the rest.

mod actions;
mod paths;

pub use actions::Actions;
pub use paths::*;
