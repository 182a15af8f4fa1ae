//! `cargo iam` as users run it: the binary, its output, its exit codes.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests may fail loudly, in their helpers too"
)]

mod arguments;
mod docs;
mod examples;
mod json_lines;
mod mistakes;
mod run;
mod streams;
mod yaml;
