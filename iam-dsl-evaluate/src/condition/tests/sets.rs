//! Several values on either side.

use iam_dsl_core::Effect;

use super::{block, holds, holds_for, request, request_of};
use crate::Context;

#[test]
fn one_value_of_the_policy_is_enough_and_negated_none_may_match() {
    for (operator, wanted, found, expected) in [
        ("StringEquals", &["a", "b"][..], "b", true),
        ("StringEquals", &["a", "b"], "c", false),
        ("StringEquals", &[], "c", false),
        ("StringLike", &["x*", "a*"], "abc", true),
        ("StringNotLike", &["x*", "a*"], "abc", false),
        ("StringNotEquals", &[], "c", true),
        ("NumericNotEquals", &["1", "2"], "2", false),
        ("NumericEquals", &["x", "2"], "2", true),
        (
            "NotIpAddress",
            &["10.0.0.0/8", "192.168.0.0/16"],
            "8.8.8.8",
            true,
        ),
        (
            "NotIpAddress",
            &["10.0.0.0/8", "192.168.0.0/16"],
            "192.168.1.1",
            false,
        ),
        ("Bool", &["true", "false"], "false", true),
    ] {
        assert_eq!(
            holds(operator, wanted, &request(Some(found))),
            expected,
            "{operator} {wanted:?} {found}"
        );
    }
}

#[test]
fn set_operators() {
    for (operator, wanted, found, expected) in [
        (
            "ForAllValues:StringEquals",
            &["a", "b"][..],
            &["a"][..],
            true,
        ),
        ("ForAllValues:StringEquals", &["a", "b"], &["a", "b"], true),
        ("ForAllValues:StringEquals", &["a", "b"], &["a", "c"], false),
        ("ForAllValues:StringEquals", &["a"], &["A"], false),
        ("ForAllValues:StringEquals", &["a"], &[], true),
        ("ForAllValues:StringEquals", &["a"], &[""], true),
        ("ForAllValues:StringEquals", &["a"], &["a", ""], false),
        ("ForAnyValue:StringEquals", &["a", "b"], &["c", "a"], true),
        ("ForAnyValue:StringEquals", &["a", "b"], &["c", "d"], false),
        ("ForAnyValue:StringEquals", &["a"], &[], false),
        ("ForAnyValue:StringEquals", &[""], &[""], false),
        ("forallvalues:stringlike", &["a*"], &["ab", "ac"], true),
        ("ForAllValues:StringLike", &["a*"], &["ab", "zz"], false),
        ("ForAnyValue:StringLike", &["a*"], &["zz", "ac"], true),
        (
            "ForAllValues:StringNotEquals",
            &["a", "b"],
            &["c", "d"],
            true,
        ),
        (
            "ForAllValues:StringNotEquals",
            &["a", "b"],
            &["c", "a"],
            false,
        ),
        ("ForAllValues:StringNotEquals", &["a"], &[], true),
        (
            "ForAnyValue:StringNotEquals",
            &["a", "b"],
            &["c", "a"],
            true,
        ),
        (
            "ForAnyValue:StringNotEquals",
            &["a", "b"],
            &["a", "b"],
            false,
        ),
        ("ForAnyValue:StringNotEquals", &["a"], &[], false),
        ("ForAnyValue:StringNotLike", &["a*"], &["ab", "b"], true),
        ("ForAllValues:NumericLessThan", &["10"], &["9", "8"], true),
        ("ForAllValues:NumericLessThan", &["10"], &["9", "x"], false),
        (
            "ForAnyValue:NotIpAddress",
            &["10.0.0.0/8"],
            &["10.0.0.1", "192.0.2.1"],
            true,
        ),
        (
            "ForAllValues:ArnNotLike",
            &["arn:aws:iam::*:role/a"],
            &["arn:aws:iam::1:role/b"],
            true,
        ),
    ] {
        let context = request_of(found);
        assert_eq!(
            holds(operator, wanted, &context),
            expected,
            "{operator} {wanted:?} {found:?}"
        );
    }
}

#[test]
fn set_operators_take_one_value_as_a_set_of_one() {
    for (operator, found, expected) in [
        ("ForAnyValue:StringEquals", "a", true),
        ("ForAnyValue:StringEquals", "b", false),
        ("ForAllValues:StringEquals", "a", true),
        ("ForAllValues:StringEquals", "b", false),
        ("ForAllValues:StringEquals", "", true),
        ("ForAnyValue:StringNotEquals", "", false),
    ] {
        assert_eq!(
            holds(operator, &["a"], &request(Some(found))),
            expected,
            "{operator} {found}"
        );
    }
}

#[test]
fn an_absent_key_is_an_empty_set_with_and_without_if_exists() {
    for operator in [
        "StringEquals",
        "StringNotEquals",
        "Bool",
        "NumericGreaterThan",
        "ArnNotLike",
    ] {
        for suffix in ["", "IfExists"] {
            let all = format!("ForAllValues:{operator}{suffix}");
            let any = format!("ForAnyValue:{operator}{suffix}");
            assert!(holds(&all, &["1"], &Context::new()), "{all}");
            assert!(!holds(&any, &["1"], &Context::new()), "{any}");
        }
    }
}

#[test]
fn null_with_a_set_operator_is_constant() {
    for wanted in ["true", "false"] {
        for found in [None, Some("a")] {
            assert!(holds("ForAllValues:Null", &[wanted], &request(found)));
            assert!(!holds("ForAnyValue:Null", &[wanted], &request(found)));
        }
    }
}

#[test]
fn several_values_without_a_set_operator_fail_closed() {
    for operator in [
        "StringEquals",
        "StringNotEquals",
        "StringEqualsIfExists",
        "StringNotLike",
    ] {
        for wanted in [&["a"][..], &["a", "b"], &["c"]] {
            let block = block(operator, wanted);
            let context = request_of(&["a", "b"]);
            assert!(!holds_for(Effect::Allow, &block, &context), "{block:?}");
            assert!(holds_for(Effect::Deny, &block, &context), "{block:?}");
        }
    }
}

#[test]
fn a_list_of_one_or_none_needs_no_set_operator() {
    assert!(holds("StringEquals", &["a"], &request_of(&["a"])));
    assert!(!holds("StringEquals", &["a"], &request_of(&["b"])));
    assert!(!holds("StringEquals", &["a"], &request_of(&[])));
    assert!(holds("StringNotEquals", &["a"], &request_of(&[])));
    assert!(holds("StringEqualsIfExists", &["a"], &request_of(&[])));
    assert!(holds("Null", &["true"], &request_of(&[])));
    assert!(holds("Null", &["false"], &request_of(&["a", "b"])));
}
