//! Decisions: any policies and any request.

#![no_main]

// The seeds run as a plain test of that crate, which is packaged without this folder.
#[path = "../../iam-dsl-evaluate/tests/seeds/case.rs"]
mod case;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = case::check(text);
});
