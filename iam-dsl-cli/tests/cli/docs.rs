//! What docs/policy-tests.md and docs/check.md show is run.

use std::fs;
use std::path::{Path, PathBuf};

use crate::run::{Run, command, piped, run};

const TESTS: &str = include_str!("../../../docs/policy-tests.md");
const CHECK: &str = include_str!("../../../docs/check.md");

/// The blocks of a page that are written in a language.
fn blocks<'p>(page: &'p str, language: &str) -> Vec<&'p str> {
    let start = format!("```{language}\n");
    let after = page.split(&start).skip(1);
    after
        .map(|text| text.split("```").next().unwrap())
        .collect()
}

/// A folder that has the policies of the examples.
fn folder() -> PathBuf {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/policy-tests/policies");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("docs");
    fs::create_dir_all(folder.join("policies")).unwrap();
    for entry in fs::read_dir(examples).unwrap() {
        let path = entry.unwrap().path();
        let copy = folder.join("policies").join(path.file_name().unwrap());
        fs::copy(path, copy).unwrap();
    }
    folder
}

#[test]
fn sentences() {
    let blocks = blocks(TESTS, "yaml");
    let head = blocks[0].split("tests:").next().unwrap();
    let folder = folder();
    for (index, block) in blocks.iter().enumerate() {
        let file = folder.join(format!("{index}.yaml"));
        let head = if index == 0 { "" } else { head };
        fs::write(&file, format!("{head}{block}")).unwrap();
        let run = run(&["test", file.to_str().unwrap()]);
        assert_eq!(run.code, Some(0), "{block}\n{run}");
    }
    assert_eq!(blocks.len(), 5);
}

#[test]
fn lines() {
    let [block] = blocks(TESTS, "json")[..] else {
        panic!("one block of JSON");
    };
    let run = piped(&["test", "-"], block.as_bytes());
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (Some(0), "1 passed\n"),
        "{run}"
    );
}

/// A folder of its own with those files.
fn files(files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("docs-check");
    for (file, text) in files {
        let file = folder.join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    folder
}

#[test]
fn findings() {
    let app = r#"{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObjcet",
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}"#;
    let wide = include_str!("fixtures/check/wide.json");
    let folder = files(&[
        ("policies/app.json", app),
        ("app.json", wide),
        ("seen-in-cloudtrail.txt", "sqs:*\ndynamodb:GetItem\ns3:*"),
    ]);
    for block in blocks(CHECK, "console") {
        let (lines, expected) = block.split_once('\n').unwrap();
        let (lines, expected) = match expected.strip_prefix("$ ") {
            Some(second) => second.split_once('\n').unwrap(),
            None => (lines.strip_prefix("$ ").unwrap(), expected),
        };
        let arguments: Vec<&str> = lines.split(' ').skip(2).collect();
        let output = command(&arguments).current_dir(&folder).output().unwrap();
        let run = Run::from(output);
        assert!(run.stdout.contains(expected), "{expected}\n{run}");
    }
    assert_eq!(blocks(CHECK, "console").len(), 2);
}

#[test]
fn allowances() {
    let [allowances] = blocks(CHECK, "json")[..] else {
        panic!("one block of JSON");
    };
    let policy = r#"{"Version": "2012-10-17", "Statement": [
        {"Sid": "Deploy", "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"}]}"#;
    let folder = files(&[("allowed.json", policy), ("allowed.allow.json", allowances)]);
    let run = run(&["check", folder.join("allowed.json").to_str().unwrap()]);
    assert_eq!(run.stdout, "no findings in 1 policy\n");
}

#[test]
fn lines_to_check() {
    let [line] = blocks(CHECK, "jsonl")[..] else {
        panic!("one block of JSON Lines");
    };
    let run = piped(&["check", "--stdin-jsonl"], line.as_bytes());
    let start = r#"{"name":"reader","findings":[{"type":"ERROR","code":"INVALID_ACTION","path":["Statement","Action"],"#;
    assert!(run.stdout.starts_with(start), "{run}");
}
