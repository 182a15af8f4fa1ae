//! What the crate promises, through its public API.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests may fail loudly, in their helpers too"
)]

mod cases;
mod format;
mod generate;
mod layers;
mod properties;
mod rearrange;
mod usual;
mod world;
