//! Policy variables in values.

use iam_dsl_core::Effect;

use super::{block, holds, request};
use crate::condition::Conditions;
use crate::{Context, Options};

#[test]
fn strings_and_arns_take_variables() {
    const USER: &str = "arn:aws:iam::111122223333:user/ann";
    let known = |found: &str| {
        request(Some(found))
            .with("aws:username", "ann")
            .with("aws:PrincipalArn", USER)
            .with("aws:PrincipalAccount", "111122223333")
            .with("aws:PrincipalTag/glob", "*")
            .with("aws:PrincipalTag/n", "5")
    };
    for (operator, wanted, found, expected) in [
        ("StringEquals", "${aws:username}", "ann", true),
        ("StringEquals", "${aws:username}", "bob", false),
        ("StringEquals", "a${*}b", "a*b", true),
        ("StringEqualsIgnoreCase", "${aws:username}", "ANN", true),
        ("StringLike", "home/${aws:username}/*", "home/ann/x", true),
        ("StringLike", "${aws:PrincipalTag/glob}", "bob", false),
        ("StringLike", "a${*}b", "axb", false),
        ("StringNotEquals", "${aws:username}", "ann", false),
        (
            "ArnLike",
            "arn:aws:iam::111122223333:user/${aws:username}",
            USER,
            true,
        ),
        (
            "ArnLike",
            "arn:aws:iam::${aws:PrincipalAccount}:user/*",
            USER,
            true,
        ),
        ("ArnEquals", "${aws:PrincipalArn}", USER, true),
        ("ArnEquals", "${aws:PrincipalTag/glob}", USER, false),
        (
            "ArnLike",
            "arn:aws:iam::${aws:PrincipalTag/glob}:user/*",
            USER,
            false,
        ),
        (
            "ArnNotLike",
            "arn:*:iam::*:user/${aws:username}",
            USER,
            false,
        ),
        ("NumericEquals", "${aws:PrincipalTag/n}", "5", false),
        ("DateEquals", "${aws:PrincipalTag/n}", "5", false),
        ("IpAddress", "${aws:PrincipalTag/n}", "::5", false),
    ] {
        assert_eq!(
            holds(operator, &[wanted], &known(found)),
            expected,
            "{operator} {wanted} {found}"
        );
    }
}

#[test]
fn no_value_is_like_a_variable_without_one() {
    const USER: &str = "arn:aws:iam::111122223333:user/ann";
    for variable in [
        "${aws:username}",
        "arn:aws:iam::1:user/${aws:username}",
        "arn:aws:iam::${aws:username}:user/ann",
    ] {
        for found in [variable, "", "ann", USER] {
            let found = request(Some(found));
            for operator in [
                "StringEquals",
                "StringLike",
                "StringEqualsIgnoreCase",
                "ArnLike",
            ] {
                assert!(
                    !holds(operator, &[variable], &found),
                    "{operator} {variable} {found:?}"
                );
            }
            for operator in [
                "StringNotEquals",
                "StringNotLike",
                "StringNotEqualsIgnoreCase",
                "ArnNotLike",
            ] {
                assert!(
                    holds(operator, &[variable], &found),
                    "{operator} {variable} {found:?}"
                );
            }
        }
    }
    assert!(holds(
        "StringEquals",
        &["${aws:username, 'all'}"],
        &request(Some("all"))
    ));
}

#[test]
fn an_older_version_has_no_variables() {
    let block = block("StringEquals", &["${aws:username}"]);
    let conditions = Conditions::compile(&block, false, Effect::Allow, Options::new());
    assert!(conditions.hold(&request(Some("${aws:username}")).with("aws:username", "ann")));
    assert!(!conditions.hold(&request(Some("ann")).with("aws:username", "ann")));
}

#[test]
fn bool_takes_variables_by_choice() {
    let block = block("Bool", &["${aws:PrincipalTag/admin}"]);
    let choice = Options::new().with_variables_in_bool(true);
    let request = |found: &str, tag: &str| -> Context {
        request(Some(found)).with("aws:PrincipalTag/admin", tag)
    };
    for (found, tag, expected) in [
        ("true", "true", true),
        ("TRUE", "True", true),
        ("true", "false", false),
        ("yes", "yes", false),
    ] {
        let context = request(found, tag);
        let compile =
            |variables, options| Conditions::compile(&block, variables, Effect::Allow, options);
        assert_eq!(
            compile(true, choice).hold(&context),
            expected,
            "{found} {tag}"
        );
        assert!(
            !compile(true, Options::new()).hold(&context),
            "{found} {tag}"
        );
        assert!(!compile(false, choice).hold(&context), "{found} {tag}");
    }
}
