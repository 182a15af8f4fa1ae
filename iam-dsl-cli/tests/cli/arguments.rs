use insta::assert_snapshot;

use crate::run::{command, run};

#[test]
fn cargo_passes_iam_as_first_argument() {
    let by_cargo = run(&["iam", "test", "answers.jsonl"]);
    assert_eq!(
        by_cargo.to_string(),
        run(&["test", "answers.jsonl"]).to_string()
    );
    assert_eq!(by_cargo.code, Some(1));
}

#[test]
fn help_of_test() {
    assert_snapshot!(run(&["test", "--help"]));
}

#[test]
fn help_names_the_formats_that_a_command_has() {
    for (command, expected) in [
        ("check", "human, json, sarif, github"),
        ("expand", "human, json"),
        ("test", "human, json, junit"),
    ] {
        let values = format!("[possible values: {expected}]");
        let help = run(&[command, "-h"]);
        assert!(help.stdout.contains(&values), "{help}");
        let unknown = run(&[command, "x", "--format", "xml"]);
        assert!(unknown.stderr.contains(&values), "{unknown}");
    }
}

#[test]
fn usage_errors_end_with_2() {
    for arguments in [
        &["test"][..],
        &["tset", "x.jsonl"],
        &[],
        &["test", "--format", "xml", "x.jsonl"],
    ] {
        let run = run(arguments);
        assert_eq!(run.code, Some(2), "{arguments:?}");
        assert_eq!(run.stdout, "", "{arguments:?}");
        assert!(
            run.stderr.contains("Usage:") || run.stderr.contains("--help"),
            "{arguments:?}"
        );
    }
}

#[test]
fn a_format_that_does_not_exist() {
    assert_snapshot!(run(&["--format", "sarif", "test", "answers.jsonl"]));
}

#[test]
fn the_format_may_stand_before_and_after_the_command() {
    let before = run(&["--format", "json", "test", "answers.jsonl"]);
    let after = run(&["test", "answers.jsonl", "--format", "json"]);
    assert_eq!(before.to_string(), after.to_string());
    let by_cargo = run(&["iam", "--format", "json", "check", "check/app.json"]);
    let after = run(&["check", "check/app.json", "--format", "json"]);
    assert_eq!(by_cargo.to_string(), after.to_string());
    assert!(after.stdout.starts_with('{'), "{after}");
}

#[test]
fn colours_bring_signs() {
    let mut forced = command(&["test", "--verbose", "answers.jsonl"]);
    let output = forced.env("CLICOLOR_FORCE", "1").output().unwrap();
    assert_snapshot!(String::from_utf8(output.stdout).unwrap().escape_debug());
}

#[test]
fn no_color_is_honoured() {
    let mut plain = command(&["test", "answers.jsonl", "unreadable.jsonl"]);
    let output = plain.env("NO_COLOR", "1").output().unwrap();
    assert!(!output.stdout.contains(&b'\x1b') && !output.stderr.contains(&b'\x1b'));
    assert!(output.stdout.starts_with(b"FAILED"));
}
