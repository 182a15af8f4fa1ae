//! The checks: any text, as each kind of policy.

#![no_main]

// The seeds run as a plain test of that crate, which is packaged without this folder.
#[path = "../../iam-dsl-core/tests/validate_seeds/case.rs"]
mod case;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    case::check(text);
});
