//! `--stdin-jsonl`: a policy a line.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use insta::assert_snapshot;

use crate::run::{Run, command, piped, run};

fn answers(lines: &[u8], arguments: &[&str]) -> Run {
    piped(&[&["check", "--stdin-jsonl"], arguments].concat(), lines)
}

#[test]
fn every_line_is_answered() {
    let lines = [
        r#"{"name": "good", "policy": {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::a"}}}"#,
        r#"{"name": 7, "kind": "trust", "policy": {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRol", "Principal": {"Service": "ec2.amazonaws.com"}}}}"#,
        r#"{"policy": "{\n \"Version\": \"2012-10-17\"}"}"#,
        r#"{"name": "broken text", "policy": "{"}"#,
        r#"{"name": "twice", "policy": {"Version": "2012-10-17", "Version": "2008-10-17"}, "kind": "boundary"}"#,
        r#"{"name": "broken", "policy": {"a": [}"#,
        r#"{"name": "cut off", "policy": {"a": ["#,
        r#"{"name": "broken elsewhere", "policy": {}, "kind": trust}"#,
        r#"{"name": "wrong kind", "kind": "indentity", "policy": {}}"#,
        r#"{"name": "no policy"}"#,
        r#"{"name": "null", "policy": null}"#,
        r"[]",
        r"nothing",
        r"",
    ]
    .join("\n");
    let run = answers(lines.as_bytes(), &[]);
    assert_eq!(
        run.stdout.lines().count(),
        13,
        "the last line is empty: there is none"
    );
    assert_snapshot!(run);
}

#[test]
fn bytes_that_are_no_text_are_answered() {
    let lines = b"{\"name\": \"\xff\"}\n\n{\"name\": \"a\", \"policy\": {\"Id\": \"\xff\"}}";
    let run = answers(lines, &["--format", "json"]);
    let error =
        r#""findings":[{"type":"ERROR","code":"JSON_SYNTAX_ERROR","path":[],"line":1,"column":"#;
    let starts: Vec<&str> = run
        .stdout
        .lines()
        .filter_map(|line| Some(line.split_once(error)?.0))
        .collect();
    assert_eq!(
        starts,
        [r#"{"name":null,"#, r#"{"name":null,"#, r#"{"name":"a","#],
        "{run}"
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn an_answer_comes_before_the_next_line() {
    let mut child = command(&["check", "--stdin-jsonl", "--kind", "scp"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for name in ["a", "b"] {
        writeln!(
            stdin,
            r#"{{"name": "{name}", "policy": {{"Version": "2012-10-17"}}}}"#
        )
        .unwrap();
        let answer = answers.next().unwrap().unwrap();
        assert!(
            answer.starts_with(&format!("{{\"name\":\"{name}\",")),
            "{answer}"
        );
        assert!(answer.contains("MISSING_STATEMENT"), "{answer}");
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn other_formats_and_files_make_no_sense() {
    for arguments in [
        &["check", "--stdin-jsonl", "--format", "sarif"][..],
        &["check", "--stdin-jsonl", "check/app.json"],
        &["check"],
    ] {
        let run = run(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{run}");
        assert!(run.stderr.starts_with("error: "), "{run}");
    }
}
