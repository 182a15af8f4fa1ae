//! Every file of a check is registered.

use std::collections::BTreeSet;
use std::path::Path;

use crate::check::codes::Check;
use crate::check::rules::RULES;

/// Files in `lints/` that are no lints: several lints share them.
#[cfg(feature = "validate")]
const SHARED: &[&str] = &[
    "actions",
    "allowed",
    "broad_action",
    "callers",
    "comparison",
    "exclusion",
    "oidc_provider",
    "redundant_items",
    "role_takers",
    "statement",
];

fn files(folder: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src/check")
        .join(folder);
    let names = std::fs::read_dir(folder).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        path.file_stem().unwrap().to_str().unwrap().to_owned()
    });
    names.filter(|name| name != "mod").collect()
}

fn all_are_registered(folder: &str, checks: &[Check], shared: &[&str]) {
    let names: Vec<&str> = checks.iter().map(|check| check.name).collect();
    assert!(names.is_sorted(), "in the order of the alphabet: {names:?}");
    let all = names.iter().chain(shared);
    let registered: BTreeSet<String> = all.map(|name| (*name).to_owned()).collect();
    let files = files(folder);
    let only_one: Vec<&String> = files.symmetric_difference(&registered).collect();
    assert!(
        only_one.is_empty(),
        "{folder} has or lists only: {only_one:?}"
    );
}

#[test]
fn every_rule_is_registered() {
    all_are_registered("rules", RULES, &[]);
}

#[cfg(feature = "validate")]
#[test]
fn every_lint_is_registered() {
    all_are_registered("lints", crate::check::lints::LINTS, SHARED);
}

#[cfg(feature = "validate")]
#[test]
fn every_code_is_of_one_check() {
    let mut seen = BTreeSet::new();
    for code in crate::check::Code::all() {
        assert!(seen.insert(code.name()), "two codes are {code}");
    }
}
