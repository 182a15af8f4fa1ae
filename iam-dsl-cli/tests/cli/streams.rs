//! Standard input and output.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Stdio};
use std::thread;

use insta::assert_snapshot;

use crate::run::{Run, command, fixtures, run};

fn piped(arguments: &[&str]) -> Child {
    command(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn standard_input_is_read_as_json_lines() {
    let lines = fs::read(fixtures().join("layers.jsonl")).unwrap();
    let mut child = piped(&["test", "-", "--format", "json"]);
    let mut stdin = child.stdin.take().unwrap();
    let writer = thread::spawn(move || stdin.write_all(&lines).unwrap());
    let answers = Run::from(child.wait_with_output().unwrap());
    writer.join().unwrap();
    let of_the_file = run(&["test", "layers.jsonl", "--format", "json"]);
    assert_eq!(answers.to_string(), of_the_file.to_string());
    assert_eq!(answers.stdout.lines().count(), 27);
}

#[test]
fn an_answer_comes_before_the_next_case() {
    let lines = fs::read_to_string(fixtures().join("answers.jsonl")).unwrap();
    let mut child = piped(&["test", "-", "--format", "json"]);
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for (line, id) in lines.lines().zip(["allowed", "denied", "wrong"]) {
        writeln!(stdin, "{line}").unwrap();
        let answer = answers.next().unwrap().unwrap();
        assert!(
            answer.starts_with(&format!("{{\"id\":\"{id}\",")),
            "{answer}"
        );
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let lines = fs::read(fixtures().join("layers.jsonl")).unwrap();
    for format in ["json", "human"] {
        let mut child = piped(&["test", "-", "--verbose", "--format", format]);
        drop(child.stdout.take());
        // The binary may end before it has read everything.
        let _ = child.stdin.take().unwrap().write_all(&lines);
        let run = Run::from(child.wait_with_output().unwrap());
        assert_eq!((run.code, run.stderr.as_str()), (Some(2), ""), "{format}");
    }
}

/// What comes of a text on standard input.
fn run_on(text: &str, format: &str) -> Run {
    let mut child = piped(&["test", "-", "--format", format]);
    child
        .stdin
        .take()
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
    Run::from(child.wait_with_output().unwrap())
}

#[test]
fn no_cases_at_all() {
    for blank in ["", "\n", "\u{feff}", " \n\n"] {
        let run = run_on(blank, "human");
        assert_eq!(run.code, Some(2), "{blank:?}");
        assert!(
            run.stderr.starts_with("error: standard input is empty"),
            "{blank:?}\n{run}"
        );
    }
}

#[test]
fn yaml_on_standard_input_is_one_mistake() {
    let yaml = fs::read_to_string(fixtures().join("usual.yaml")).unwrap();
    assert_snapshot!(run_on(&yaml, "human"));
    assert_eq!(run_on(&yaml, "json").stdout.lines().count(), 1);
}

#[test]
fn cases_behind_a_foreign_line_are_answered() {
    let lines = fs::read_to_string(fixtures().join("layers.jsonl")).unwrap();
    let run = run_on(&format!("# layers\n\n# and more\n{lines}[]\n"), "human");
    assert_eq!(run.code, Some(2));
    assert_eq!(run.stdout, "27 passed, 2 unreadable\n");
}
