//! The seeds of the fuzzer, and what it found, as a plain test.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests may fail loudly, in their helpers too"
)]

mod case;

use std::fs;
use std::path::Path;

/// Checks every file of the folder, and returns how many there are and how many hold a request.
fn each(folder: &str) -> (usize, usize) {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz");
    let (mut count, mut decided) = (0, 0);
    for file in fs::read_dir(fuzz.join(folder)).into_iter().flatten() {
        let path = file.unwrap().path();
        println!("{}", path.display());
        count += 1;
        if let Ok(text) = std::str::from_utf8(&fs::read(path).unwrap()) {
            decided += usize::from(case::check(text).is_some());
        }
    }
    // A package of this crate alone comes without its fuzzers.
    assert!(count > 0 || folder.starts_with("found") || !fuzz.exists());
    (count, decided)
}

#[test]
fn seeds() {
    let (count, decided) = each("seeds/evaluate");
    assert_eq!(decided, count, "a seed without a request starts nothing");
}

#[test]
fn found() {
    each("found/evaluate");
}
