use insta::assert_snapshot;

use crate::run::run;

#[test]
fn every_layer_counts() {
    assert_snapshot!(run(&["test", "--verbose", "layers.jsonl"]));
}

#[test]
fn answers_for_people() {
    assert_snapshot!(run(&["test", "answers.jsonl"]));
}

#[test]
fn answers_as_json() {
    assert_snapshot!(run(&["test", "answers.jsonl", "--format", "json"]));
}

#[test]
fn answers_as_junit() {
    assert_snapshot!(run(&[
        "test",
        "answers.jsonl",
        "layers.jsonl",
        "--format",
        "junit"
    ]));
}

#[test]
fn lines_that_cannot_be_read_for_people() {
    assert_snapshot!(run(&["test", "unreadable.jsonl"]));
}

#[test]
fn lines_that_cannot_be_read_as_json() {
    assert_snapshot!(run(&["test", "unreadable.jsonl", "--format", "json"]));
}

#[test]
fn lines_that_cannot_be_read_as_junit() {
    assert_snapshot!(run(&["test", "unreadable.jsonl", "--format", "junit"]));
}
