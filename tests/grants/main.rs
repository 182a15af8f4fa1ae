//! Tests over every grant, to every sort of grantee.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests may fail loudly, in their helpers too"
)]

#[path = "../../examples/grant_matrix/grantees.rs"]
mod grantees;
#[path = "../../examples/grant_matrix/matrix.rs"]
mod matrix;
#[path = "../../examples/grant_matrix/services/mod.rs"]
mod services;

mod actions;
mod atoms;
mod cdk;
mod cdk_grantees;
mod completeness;
mod conformance;
mod conjunction;
mod connectors;
mod differences;
mod domains;
mod enough;
mod faults;
mod functions;
mod halves;
mod keys;
mod models;
mod names;
mod precision;
mod roles;
mod tables;
mod web_identities;
