//! What docs/policy-tests.md shows is run.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::run::{Run, command, run};

const PAGE: &str = include_str!("../../../docs/policy-tests.md");

/// The blocks of the page that are written in a language.
fn blocks(language: &str) -> Vec<&'static str> {
    let start = format!("```{language}\n");
    let after = PAGE.split(&start).skip(1);
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
    let blocks = blocks("yaml");
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
    let [block] = blocks("json")[..] else {
        panic!("one block of JSON");
    };
    let mut child = command(&["test", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(block.as_bytes())
        .unwrap();
    let run = Run::from(child.wait_with_output().unwrap());
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (Some(0), "1 passed\n"),
        "{run}"
    );
}
