//! What the fuzzer of the checks starts from, and what it found, as a plain test.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "tests may fail loudly, in their helpers too"
)]

mod case;

use std::fs;
use std::path::Path;

/// Checks every file of the folder, and returns how many findings they have.
fn each(folder: &str) -> usize {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut count = 0;
    // A package of this crate alone comes without these folders.
    for file in fs::read_dir(root.join(folder)).into_iter().flatten() {
        let path = file.unwrap().path();
        if let Ok(text) = fs::read_to_string(&path) {
            println!("{}", path.display());
            count += case::check(&text);
        }
    }
    count
}

#[test]
fn seeds() {
    let folder = "fuzz/seeds/document";
    assert!(each(folder) > 0 || !Path::new("../fuzz").exists());
    each("fuzz/found/validate");
}

/// The longest policy that is tried with each part missing, in bytes.
const LONGEST: usize = 3_000;

/// Each policy of the tests of the checks, and each with a part missing.
#[test]
fn policies_of_the_codes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/policies/findings");
    let mut count = 0;
    for file in fs::read_dir(&folder).into_iter().flatten() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let twins: serde_json::Value = serde_json::from_str(&text).unwrap();
        let lists = ["raises", "does_not"].map(|list| twins[list].as_array().unwrap().clone());
        for policy in lists.into_iter().flatten() {
            let policy = policy.to_string();
            // Those of the size of a quota would take minutes, and have nothing that others lack.
            if policy.len() > LONGEST {
                continue;
            }
            count += case::check(&policy);
            for (at, character) in policy.char_indices().step_by(181) {
                let mut shorter = policy.clone();
                shorter.replace_range(at..at + character.len_utf8(), "");
                case::check(&shorter);
            }
        }
    }
    assert!(count > 0 || !folder.exists(), "no policy has a finding");
}
