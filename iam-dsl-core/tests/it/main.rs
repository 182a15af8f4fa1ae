//! What the crate promises, through its public API.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests may fail loudly, in their helpers too"
)]

mod arn;
mod catalog;
mod depth;
mod fixtures;
mod generate;
mod minimize;
mod patterns;
mod refused;
mod round_trip;
mod saved;
mod seeds;
mod split;
mod tokens;
