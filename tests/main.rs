//! Integration tests.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests may fail loudly, in their helpers too"
)]

mod account;
mod account_checks;
mod allowances;
mod conformance_merges;
mod conformance_principals;
mod conformance_refusals;
mod conformance_rows;
mod evaluate_denials;
mod evaluate_handles;
mod grants_many;
mod identity_attached;
mod identity_handles;
mod identity_limits;
mod interop;
mod multi_team_account;
mod roles;
mod snapshot_build;
mod snapshot_conditions;
mod snapshot_evaluate;
mod snapshot_examples;
mod snapshot_grants;
mod snapshot_identities;
mod snapshot_kinds;
mod trust_accounts;
mod trust_ask;
mod trust_errors;
mod trust_github;
mod trust_narrowing;
mod trust_oidc;
mod trust_presets;
mod trust_services;

mod include_policy_rebuild;
mod scratch_app;
mod ui;
mod without_evaluate;
