use insta::assert_snapshot;

use crate::run::run;

#[test]
fn every_part_of_the_form_counts() {
    assert_snapshot!(run(&["test", "--verbose", "meaning.yaml"]));
}

#[test]
fn what_aws_sends_is_there() {
    assert_snapshot!(run(&["test", "--verbose", "usual.yaml"]));
}

#[test]
fn failures_for_people() {
    assert_snapshot!(run(&["test", "failures.yml"]));
}

#[test]
fn failures_as_json() {
    assert_snapshot!(run(&["test", "failures.yml", "--format", "json"]));
}

#[test]
fn failures_as_junit() {
    assert_snapshot!(run(&["test", "failures.yml", "--format", "junit"]));
}
