use std::fmt::Write;
use std::fs;
use std::path::Path;

use insta::assert_snapshot;

use crate::run::{fixtures, run};

#[test]
fn in_tests() {
    assert_snapshot!(run(&["test", "mistakes.yaml"]));
}

#[test]
fn in_tests_have_names() {
    let run = run(&["test", "mistakes.yaml", "--format", "json"]);
    let starts = |line: &str| line.split(",\"error\"").next().unwrap().to_owned();
    let ids: Vec<String> = run.stdout.lines().map(starts).collect();
    assert_snapshot!(ids.join("\n"));
}

#[test]
fn in_files() {
    let mut all = String::new();
    for file in broken() {
        writeln!(all, "{}", run(&["test", &file])).unwrap();
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
fn endings_are_taken_in_any_case() {
    let layers = scratch(
        "layers.JSONL",
        &fs::read(fixtures().join("layers.jsonl")).unwrap(),
    );
    assert_eq!(run(&["test", &layers]).stdout, "27 passed\n");
    let empty = scratch("empty.YAML", b"");
    assert!(run(&["test", &empty]).stderr.contains("is empty"));
}

#[test]
fn marks_at_the_start_of_files_are_skipped() {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    let with_mark = |text: &[u8]| [MARK, text].concat();
    let policy = fs::read(fixtures().join("policies/storage.json")).unwrap();
    scratch("storage.json", &with_mark(&policy));
    let tests = "policies: { identity: storage.json }
as: arn:aws:iam::123456789012:role/app
tests: [allow s3:ListAllMyBuckets]\n";
    let yaml = scratch("mark.yaml", &with_mark(tests.as_bytes()));
    let lines = fs::read(fixtures().join("layers.jsonl")).unwrap();
    let jsonl = scratch("mark.jsonl", &with_mark(&lines));
    assert_eq!(run(&["test", &yaml, &jsonl]).stdout, "28 passed\n");
}

/// Writes a file that is not committed, and returns its name.
fn scratch(name: &str, text: &[u8]) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mistakes");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    fs::write(&file, text).unwrap();
    file.into_os_string().into_string().unwrap()
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

#[test]
fn every_one_says_what_to_do() {
    let mut files = broken();
    files.push("mistakes.yaml".to_owned());
    for file in files {
        let run = run(&["test", &file, "--format", "json"]);
        for line in run.stdout.lines().filter(|line| line.contains("\"error\"")) {
            assert!(line.contains("\"help\":"), "{file}: {line}");
        }
    }
}

/// The files that cannot be read, at least in part.
fn broken() -> Vec<String> {
    let mut files: Vec<_> = fs::read_dir(fixtures().join("broken"))
        .unwrap()
        .map(Result::unwrap)
        .filter(|entry| entry.path().is_file())
        .map(|entry| format!("broken/{}", entry.file_name().into_string().unwrap()))
        .collect();
    files.sort();
    files
}
