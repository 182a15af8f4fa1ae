use insta::assert_snapshot;

use crate::run::run;

#[test]
fn reports() {
    assert_snapshot!(run(&[
        "test",
        "--verbose",
        "../../../../examples/policy-tests/reports.yaml"
    ]));
}

#[test]
fn deploy() {
    assert_snapshot!(run(&[
        "test",
        "--verbose",
        "../../../../examples/policy-tests/deploy.yaml"
    ]));
}
