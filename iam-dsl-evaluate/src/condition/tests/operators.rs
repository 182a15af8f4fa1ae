//! Each operator with one value on either side, and with none.

use iam_dsl_core::{
    BaseOperator, ConditionBlock, ConditionOperator, ConditionValue, Effect, PolicyDocument,
};

use super::{KEY, holds, holds_for, request};
use crate::Context;

fn check(rows: &[(&str, &str, &str, bool)]) {
    for (operator, wanted, found, expected) in rows {
        let found = request(Some(found));
        assert_eq!(
            holds(operator, &[wanted], &found),
            *expected,
            "{operator} {wanted} {found:?}"
        );
    }
}

#[test]
fn strings() {
    check(&[
        ("StringEquals", "a", "a", true),
        ("StringEquals", "a", "A", false),
        ("StringEquals", "a*", "a*", true),
        ("StringEquals", "a*", "ab", false),
        ("StringEquals", "", "", true),
        ("stringEQUALS", "a", "a", true),
        ("StringNotEquals", "a", "A", true),
        ("StringNotEquals", "a", "a", false),
        ("StringEqualsIgnoreCase", "AbC", "aBc", true),
        ("StringEqualsIgnoreCase", "a*", "abc", false),
        ("StringNotEqualsIgnoreCase", "ABC", "abc", false),
        ("StringLike", "home/*", "home/a/b", true),
        ("StringLike", "*", "", true),
        ("StringLike", "a?c", "abbc", false),
        ("StringLike", "A*", "abc", false),
        ("StringLike", "a[b]c", "abc", false),
        ("StringNotLike", "a*", "abc", false),
        ("StringNotLike", "b*", "abc", true),
    ]);
}

#[test]
fn numbers() {
    check(&[
        ("NumericEquals", "10", "10.0", true),
        ("NumericEquals", "1e1", "10", true),
        ("NumericEquals", "10", "abc", false),
        ("NumericEquals", "abc", "abc", false),
        (
            "NumericEquals",
            "123456789012345678901",
            "123456789012345678902",
            false,
        ),
        ("NumericNotEquals", "10", "10.0", false),
        ("NumericNotEquals", "10", "11", true),
        ("NumericLessThan", "10", "9", true),
        ("NumericLessThan", "10", "10", false),
        ("NumericLessThan", "-3", "-4", true),
        ("NumericLessThanEquals", "10", "10", true),
        ("NumericLessThanEquals", "10", "10.5", false),
        ("NumericGreaterThan", "9", "10", true),
        ("NumericGreaterThan", "10", "10", false),
        ("NumericGreaterThanEquals", "10", "10", true),
        ("NumericGreaterThanEquals", "10", "9", false),
        ("NumericGreaterThanEquals", "10", "", false),
    ]);
}

#[test]
fn dates() {
    check(&[
        (
            "DateEquals",
            "2024-01-01T00:00:00Z",
            "2024-01-01T01:00:00+01:00",
            true,
        ),
        ("DateEquals", "2024-01-01T00:00:00Z", "1704067200", true),
        ("DateEquals", "2024-01-01", "2024-01-01T00:00:01Z", false),
        ("DateEquals", "2024-01-*", "2024-01-01", false),
        ("DateNotEquals", "2024-01-01T00:00:00Z", "1704067200", false),
        ("DateLessThan", "1704153600", "1704067200", true),
        ("DateLessThan", "2024-01-02", "2024-01-02T00:00:00Z", false),
        (
            "DateLessThanEquals",
            "2024-01-01T00:00:00Z",
            "2024-01-01T00:00:00Z",
            true,
        ),
        (
            "DateLessThanEquals",
            "2024-01-01T00:00:00Z",
            "2024-01-01T00:00:00.001Z",
            false,
        ),
        (
            "DateGreaterThan",
            "2024-01-01T00:00:00Z",
            "1704153600",
            true,
        ),
        ("DateGreaterThan", "2024", "2024-01-01T00:00:00Z", false),
        (
            "DateGreaterThanEquals",
            "2024",
            "2024-01-01T00:00:00Z",
            true,
        ),
        ("DateGreaterThanEquals", "2024", "never", false),
    ]);
}

#[test]
fn booleans_and_binaries() {
    check(&[
        ("Bool", "true", "true", true),
        ("Bool", "True", "TRUE", true),
        ("Bool", "false", "true", false),
        ("Bool", "yes", "yes", false),
        ("BinaryEquals", "QmluYXJ5", "QmluYXJ5", true),
        ("BinaryEquals", "YWJj", "ywjj", false),
        ("BinaryEquals", "YQ==", "YQ", true),
        ("BinaryEquals", "YWI=", "YWI", true),
        ("BinaryEquals", "YQ==", "YQ=", false),
        ("BinaryEquals", "YQ", "YR", false),
        ("BinaryEquals", "YR==", "YR==", false),
        ("BinaryEquals", "YWJ=", "YWJ=", false),
        ("BinaryEquals", "A", "A", false),
        ("BinaryEquals", "====", "", false),
        ("BinaryEquals", "-_-_", "-_-_", false),
        ("BinaryEquals", "", "", true),
    ]);
}

#[test]
fn addresses() {
    check(&[
        ("IpAddress", "203.0.113.0/24", "203.0.113.255", true),
        ("IpAddress", "203.0.113.77/24", "203.0.113.9", true),
        ("IpAddress", "203.0.113.0/24", "203.0.114.0", false),
        ("IpAddress", "203.0.113.9", "203.0.113.9", true),
        ("IpAddress", "203.0.113.9", "203.0.113.8", false),
        ("IpAddress", "0.0.0.0/0", "8.8.8.8", true),
        ("IpAddress", "0.0.0.0/0", "2001:db8::1", false),
        ("IpAddress", "128.0.0.0/1", "127.255.255.255", false),
        ("IpAddress", "2001:db8::/32", "2001:db8:1::1", true),
        ("IpAddress", "2001:db8::/32", "2001:db9::1", false),
        ("IpAddress", "2001:DB8:0:0:0:0:0:1", "2001:db8::1", true),
        ("IpAddress", "::/0", "2001:db8::1", true),
        ("IpAddress", "::/0", "192.0.2.1", false),
        ("IpAddress", "10.0.0.0/8", "::ffff:10.0.0.1", false),
        ("IpAddress", "::ffff:10.0.0.0/104", "::ffff:10.0.0.1", true),
        ("IpAddress", "10.0.0.0/33", "10.0.0.0", false),
        ("IpAddress", "::/129", "::", false),
        ("IpAddress", "10.0.0.0/", "10.0.0.0", false),
        ("IpAddress", "10.0.0.0/+8", "10.0.0.0", false),
        ("IpAddress", "10.0.0.*", "10.0.0.1", false),
        ("IpAddress", "10.0.0.0/8", "10.0.0.1/32", false),
        ("IpAddress", "203.0.113.0/24", "not-an-ip", false),
        ("NotIpAddress", "203.0.113.0/24", "203.0.113.9", false),
        ("NotIpAddress", "203.0.113.0/24", "203.0.114.9", true),
        ("NotIpAddress", "203.0.113.0/24", "2001:db8::1", true),
    ]);
}

#[test]
fn arns() {
    const TOPIC: &str = "arn:aws:sns:us-east-1:111122223333:t";
    const FINANCE: &str =
        "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt";
    for operator in ["ArnLike", "ArnEquals"] {
        check(&[
            (operator, TOPIC, TOPIC, true),
            (
                operator,
                "arn:aws:sns:us-east-1:111122223333:T",
                TOPIC,
                false,
            ),
            (operator, "arn:aws:sns:*:111122223333:*", TOPIC, true),
            (
                operator,
                "arn:aws:sns:us-east-?:111122223333:t",
                TOPIC,
                true,
            ),
            (operator, "arn:*:*:*:*:*", TOPIC, true),
            (operator, "*:*:*:*:*:*", TOPIC, true),
            (
                operator,
                "arn:aws:someservice:*:111122223333:finance/*",
                FINANCE,
                false,
            ),
            (
                operator,
                "arn:aws:someservice:*:*:store/*:finance/*",
                FINANCE,
                true,
            ),
            (operator, TOPIC, "not-an-arn", false),
            (operator, "*", TOPIC, false),
            (operator, "arn:aws:sns:*", TOPIC, false),
            (operator, "not-an-arn", "not-an-arn", false),
            (operator, "*:*:*:*:*:*", "urn:a:b:c:d:e", false),
        ]);
    }
    for operator in ["ArnNotLike", "ArnNotEquals"] {
        check(&[
            (operator, TOPIC, TOPIC, false),
            (operator, "arn:aws:sns:*:111122223333:*", TOPIC, false),
            (
                operator,
                "arn:aws:someservice:*:111122223333:finance/*",
                FINANCE,
                true,
            ),
            (operator, TOPIC, "not-an-arn", true),
        ]);
    }
}

#[test]
fn null_asks_for_presence() {
    for (wanted, found, expected) in [
        (&["true"][..], None, true),
        (&["false"], None, false),
        (&["true"], Some("x"), false),
        (&["False"], Some("x"), true),
        (&["true"], Some(""), true),
        (&["false"], Some(""), false),
        (&["true", "false"], None, true),
        (&["true", "false"], Some("x"), true),
        (&["maybe"], None, false),
        (&["maybe"], Some("x"), false),
        (&[], None, false),
        (&[], Some("x"), false),
    ] {
        assert_eq!(
            holds("Null", wanted, &request(found)),
            expected,
            "{wanted:?} {found:?}"
        );
    }
}

#[test]
fn an_absent_key_has_an_answer_for_each_operator() {
    for base in BaseOperator::ALL {
        if *base == BaseOperator::Null {
            continue;
        }
        let operator = ConditionOperator::new(base.clone());
        let absent = Context::new();
        assert_eq!(
            holds(&operator.to_string(), &["1"], &absent),
            base.is_negated(),
            "{operator}"
        );
        let if_exists = operator.with_if_exists(true);
        assert!(
            holds(&if_exists.to_string(), &["1"], &absent),
            "{if_exists}"
        );
    }
}

#[test]
fn a_key_that_exists_is_compared_whatever_the_suffix() {
    check(&[
        ("StringEqualsIfExists", "a", "b", false),
        ("StringEqualsIfExists", "a", "a", true),
        ("StringNotEqualsIfExists", "a", "a", false),
        ("StringNotEqualsIfExists", "a", "b", true),
        ("NumericLessThanIfExists", "1", "2", false),
    ]);
}

#[test]
fn what_is_no_operator_never_holds() {
    for operator in [
        "StringEqualz",
        "NullIfExists",
        "ForSomeValues:StringEquals",
        "BinaryNotEquals",
        "",
    ] {
        for found in [None, Some("a")] {
            assert!(!holds(operator, &["a"], &request(found)), "{operator}");
        }
    }
    let document: PolicyDocument =
        r#"{"Statement": {"Effect": "Allow", "Condition": {"StringEqualz": {}}}}"#
            .parse()
            .unwrap();
    let of_no_key = document.statements()[0].condition().unwrap();
    assert!(!holds_for(Effect::Allow, of_no_key, &Context::new()));
}

#[test]
fn json_booleans_and_numbers_are_texts() {
    for (operator, value, found) in [
        ("Bool", ConditionValue::from(true), "true"),
        ("StringEquals", ConditionValue::from(false), "false"),
        ("NumericEquals", ConditionValue::from(5), "5.0"),
        ("StringLike", ConditionValue::from(5), "5"),
        (
            "DateEquals",
            ConditionValue::from(1_704_067_200),
            "2024-01-01T00:00:00Z",
        ),
        ("Null", ConditionValue::from(false), "x"),
    ] {
        let block = ConditionBlock::new().with(ConditionOperator::from(operator), KEY, vec![value]);
        assert!(
            holds_for(Effect::Allow, &block, &request(Some(found))),
            "{operator}"
        );
    }
}
