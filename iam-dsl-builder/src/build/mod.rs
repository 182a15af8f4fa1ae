//! Policy documents from build scripts.
//!
//! A build script that depends on this crate writes its policies as JSON where the crate, a deployment tool or a
//! reviewer reads them. A bad policy stops the build with a line that says what is wrong.
//!
//! ```no_run
//! // build.rs
//! use std::process::ExitCode;
//!
//! use iam_dsl::{build, prelude::*, s3};
//!
//! fn main() -> ExitCode {
//!     let uploads = s3::Bucket::named("my-app-uploads");
//!     let policy = IdentityPolicy::new()
//!         .with(allow(actions![s3::GetObject]).on(uploads.objects("incoming/*")));
//!
//!     build::policies().write("processor.json", &policy).finish()
//! }
//! ```
//!
//! ```text
//! // src/main.rs
//! const POLICY: &str = include_str!(concat!(env!("OUT_DIR"), "/processor.json"));
//! ```

mod document;
mod documents;
mod problem;

pub use self::{
    document::{Document, IntoDocument},
    documents::{Documents, policies},
    problem::Problem,
};
