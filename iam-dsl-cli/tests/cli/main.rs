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
mod check;
mod check_allowances;
mod check_files;
mod check_lines;
mod docs;
mod examples;
mod expand;
mod json_lines;
mod mistakes;
mod run;
mod sarif;
mod streams;
mod yaml;
