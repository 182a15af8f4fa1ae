//! Every check of IAM Access Analyzer has its code here, of the same type.

use std::collections::BTreeSet;

use iam_dsl_core::check::Code;

#[test]
fn every_code_of_access_analyzer_and_no_other() {
    let theirs: BTreeSet<(&str, &str)> = include_str!("../fixtures/access-analyzer-codes.txt")
        .lines()
        .map(|line| line.split_once(' ').unwrap())
        .collect();
    let codes = Code::all();
    let ours: BTreeSet<(&str, &str)> = codes
        .iter()
        .filter(|code| !code.is_own())
        .map(|code| (code.name(), code.finding_type().as_str()))
        .collect();
    let missing: Vec<_> = theirs.difference(&ours).collect();
    let unknown: Vec<_> = ours.difference(&theirs).collect();
    assert!(missing.is_empty(), "not checked here: {missing:?}");
    assert!(
        unknown.is_empty(),
        "not of Access Analyzer, and not marked `own`: {unknown:?}"
    );
}
