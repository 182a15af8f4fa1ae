//! Texts against texts of requests.

use iam_dsl_core::pattern::glob;
use iam_dsl_core::{Template, Token};
use proptest::prelude::*;

use super::{Reading, Text};
use crate::Context;

const LIKE: Reading = Reading {
    variables: true,
    wildcards: true,
};

fn request() -> Context {
    Context::new()
        .with("aws:username", "ann")
        .with("aws:PrincipalTag/glob", "a*?")
        .with("aws:PrincipalTag/nested", "${aws:username}")
        .with("aws:PrincipalTag/empty", "")
        .with("aws:TagKeys", ["only"])
        .with("aws:CalledVia", Vec::<String>::new())
}

fn matches(template: impl Into<Template>, reading: Reading, value: &str) -> bool {
    Text::compile(&template.into(), reading).matches(value, &request())
}

#[test]
fn variables_are_filled_in_once_and_literally() {
    for (template, value, expected) in [
        ("home/${aws:username}/*", "home/ann/x", true),
        ("home/${AWS:UserName}", "home/ann", true),
        ("home/${aws:username}", "home/bob", false),
        ("*${aws:username}*", "xx-an-ann-yy", true),
        ("${aws:PrincipalTag/glob}", "a*?", true),
        ("${aws:PrincipalTag/glob}", "abc", false),
        ("${aws:PrincipalTag/nested}", "${aws:username}", true),
        ("${aws:PrincipalTag/nested}", "ann", false),
        ("a${*}b${?}c${$}d", "a*b?c$d", true),
        ("a${*}b", "axb", false),
        ("${$}{aws:username}", "${aws:username}", true),
        ("${aws:username, 'all'}", "ann", true),
        ("${aws:username, 'all'}", "all", false),
        ("${aws:userid, 'all'}", "all", true),
        ("${aws:userid, 'a*'}", "a*", true),
        ("${aws:userid, 'a*'}", "ab", false),
        ("${aws:CalledVia, 'none'}", "none", true),
    ] {
        assert_eq!(
            matches(template, LIKE, value),
            expected,
            "{template} {value}"
        );
    }
}

#[test]
fn what_has_no_value_matches_nothing() {
    for variable in [
        "${aws:userid}",
        "${aws:TagKeys}",
        "${aws:TagKeys, 'none'}",
        "${aws:PrincipalTag/empty}",
        "${aws:PrincipalTag/empty, 'none'}",
        "${aws:CalledVia}",
        "${aws: username}",
    ] {
        for value in ["", "a", "ann", "only", "none", variable] {
            assert!(!matches(variable, LIKE, value), "{variable} {value}");
        }
        let between_stars = format!("*{variable}*");
        assert!(
            !matches(between_stars.as_str(), LIKE, variable),
            "{variable}"
        );
    }
}

#[test]
fn an_older_version_has_no_variables() {
    let reading = Reading {
        variables: false,
        wildcards: true,
    };
    for (template, value, expected) in [
        ("${aws:username}", "${aws:username}", true),
        ("${aws:username}", "ann", false),
        ("a${*}b", "a${anything}b", true),
        ("a${?}b", "a${x}b", true),
        ("a${*}b", "a*b", false),
    ] {
        assert_eq!(
            matches(template, reading, value),
            expected,
            "{template} {value}"
        );
    }
}

#[test]
fn without_wildcards_a_star_is_a_star() {
    let reading = Reading {
        variables: true,
        wildcards: false,
    };
    for (template, value, expected) in [
        ("a*", "a*", true),
        ("a*", "ab", false),
        ("?", "x", false),
        ("${*}${aws:username}", "*ann", true),
        ("", "", true),
        ("", "a", false),
    ] {
        assert_eq!(
            matches(template, reading, value),
            expected,
            "{template} {value}"
        );
    }
}

#[test]
fn the_partition_is_aws_and_other_tokens_are_their_placeholders() {
    let arn = Template::from("arn:")
        .with_token(Token::Partition)
        .with_text(":s3:::a");
    assert!(matches(arn, LIKE, "arn:aws:s3:::a"));
    let star = Template::from("a").with_token(Token::Named("*".to_owned()));
    assert!(matches(star.clone(), LIKE, "a${*}"));
    assert!(!matches(star, LIKE, "a${b}"));
}

#[test]
fn letters_have_cases_in_every_script() {
    for (template, value, expected) in [
        ("AbC", "aBc", true),
        ("straße", "STRAẞE", true),
        ("ÉTÉ", "été", true),
        ("ΑΒΣ", "αβσ", true),
        ("abc", "abcd", false),
        ("abcd", "abc", false),
        ("a*", "abc", false),
        ("${aws:username}!", "ANN!", true),
        ("${aws:userid}", "", false),
    ] {
        let reading = Reading {
            variables: true,
            wildcards: false,
        };
        let text = Text::compile(&template.into(), reading);
        assert_eq!(
            text.equals_ignoring_case(value, &request()),
            expected,
            "{template} {value}"
        );
    }
}

proptest! {
    #[test]
    fn matches_as_a_glob_does(pattern in "[ab*?é]{0,10}", value in "[abé*]{0,10}") {
        prop_assert_eq!(matches(pattern.as_str(), LIKE, &value), glob(&pattern, &value));
    }

    #[test]
    fn a_filled_in_variable_is_its_value(
        before in "[ab*?]{0,4}",
        username in "[ab*?]{1,4}",
        after in "[ab*?]{0,4}",
        value in "[ab*?]{0,8}",
    ) {
        let context = Context::new().with("aws:username", username.as_str());
        let variable = Template::from(format!("{before}${{aws:username}}{after}"));
        let literal = Template::from(before.as_str())
            .with_template(&Template::literal(&username))
            .with_text(&after);
        let [variable, literal] = [variable, literal].map(|text| Text::compile(&text, LIKE));
        prop_assert_eq!(variable.matches(&value, &context), literal.matches(&value, &context));
    }
}
