use std::fmt::Write;
use std::fs;

use insta::assert_snapshot;

use crate::run::{fixtures, run};

#[test]
fn in_tests() {
    assert_snapshot!(run(&["test", "mistakes.yaml"]));
}

#[test]
fn in_files() {
    let mut files: Vec<_> = fs::read_dir(fixtures().join("broken"))
        .unwrap()
        .map(Result::unwrap)
        .filter(|entry| entry.path().is_file())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    files.sort();
    let mut all = String::new();
    for file in files {
        writeln!(all, "{}", run(&["test", &format!("broken/{file}")])).unwrap();
    }
    assert_snapshot!(all);
}

#[test]
fn a_file_that_is_none_leaves_the_others_alone() {
    let run = run(&[
        "test",
        "missing.yaml",
        "missing.jsonl",
        "policies",
        "run.rs",
        "layers.jsonl",
    ]);
    assert_eq!(run.code, Some(2));
    for message in [
        "cannot read `missing.yaml`",
        "cannot read `missing.jsonl`",
        "cannot read `policies`",
        "not a file of policy tests",
    ] {
        assert!(run.stderr.contains(message), "{message}\n{}", run.stderr);
    }
    assert_eq!(run.stdout, "27 passed, 4 unreadable\n");
}

#[test]
fn a_policy_that_is_missing_is_pointed_at() {
    let run = run(&["test", "missing_policy.yaml"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr
            .starts_with("error: cannot read `policies/missing.json`: "),
        "{run}"
    );
    assert!(run.stderr.contains("--> missing_policy.yaml:2:13"), "{run}");
}
