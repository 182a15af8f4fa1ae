//! Documents of which it is known whether IAM saved them.
//!
//! They are not in the repository: `cargo test -p iam-dsl-core --features validate --test create_policy -- --ignored
//! --nocapture` reads them from the folder `IAM_DSL_SHARED`, by default `../../shared`.

#![allow(
    missing_docs,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests may fail loudly, in their helpers too"
)]

use std::path::PathBuf;

use iam_dsl_core::check::{self, create_policy};
use serde_json::Value;

#[test]
#[ignore = "reads files that are not part of the repository"]
fn conformance_of_what_iam_saves() {
    let folder = std::env::var_os("IAM_DSL_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    let file = folder.join("conformance/create-policy-errors.jsonl");
    let (mut saved, mut refused) = (0, 0);
    for line in std::fs::read_to_string(file).unwrap().lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let answer = create_policy(&row["policy"].to_string());
        match &answer {
            Ok(()) => saved += 1,
            Err(_) => refused += 1,
        }
        let answer = answer.as_ref().err();
        assert_eq!(
            answer.map(check::Refusal::message),
            row["expected_error_message"].as_str(),
            "{line}"
        );
        assert_eq!(
            answer.map(check::Refusal::code),
            row["expected_error_code"].as_str(),
            "{line}"
        );
    }
    println!("create policy: {saved} saved, {refused} refused, each with IAM's message");
}
