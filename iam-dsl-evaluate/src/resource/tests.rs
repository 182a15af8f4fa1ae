//! Resources of statements against resources of requests.

use iam_dsl_core::pattern::arn_matches;
use iam_dsl_core::{Effect, Elements, ResourceElement, Template, Token};
use proptest::prelude::*;

use super::Resources;
use crate::Context;

fn request() -> Context {
    Context::new()
        .with("aws:username", "ann")
        .with("aws:PrincipalTag/glob", "*")
        .with("aws:TagKeys", ["team"])
}

fn is_about(effect: Effect, element: &ResourceElement, resource: &str) -> bool {
    Resources::compile(element, true, effect).matches(resource, &request())
}

fn named(pattern: impl Into<Template>) -> ResourceElement {
    ResourceElement::Resource(Elements::one(pattern.into()))
}

fn not_named(pattern: impl Into<Template>) -> ResourceElement {
    ResourceElement::NotResource(Elements::one(pattern.into()))
}

#[test]
fn patterns_match_segment_by_segment() {
    for (pattern, resource, expected) in [
        ("*", "arn:aws:s3:::bkt", true),
        ("*", "*", true),
        ("**", "*", true),
        ("?", "*", false),
        ("arn:aws:s3:::*", "*", false),
        ("arn:*", "*", false),
        ("arn:aws:s3:::bkt", "arn:aws:s3:::bkt", true),
        ("arn:aws:s3:::bkt", "arn:aws:s3:::bkt/key", false),
        ("arn:aws:s3:::BKT/*", "arn:aws:s3:::bkt/key", false),
        ("arn:aws:s3:::bkt*", "arn:aws:s3:::bkt", true),
        ("arn:aws:s3:::bkt/*", "arn:aws:s3:::bkt/", true),
        ("arn:aws:s3:::bkt/*", "arn:aws:s3:::bkt", false),
        ("arn:aws:s3:::bkt/*/x/*", "arn:aws:s3:::bkt/1/2/x/3:4", true),
        ("arn:aws:s3:::b?t/k", "arn:aws:s3:::bkt/k", true),
        ("arn:aws:s3:::b[k]t", "arn:aws:s3:::bkt", false),
        ("arn:*:s3:::bkt", "arn:aws-cn:s3:::bkt", true),
        ("arn:aws:*:::bkt", "arn:aws:s3:::bkt", true),
        (
            "arn:aws:sqs:*:*:q",
            "arn:aws:sqs:eu-west-1:111122223333:q",
            true,
        ),
        (
            "arn:aws:sqs:*:q",
            "arn:aws:sqs:eu-west-1:111122223333:q",
            false,
        ),
        (
            "arn:aws:sqs:*:*:q",
            "arn:aws:sqs:eu-west-1:111122223333:x:q",
            false,
        ),
        (
            "arn:aws:logs:*:*:log-group:*",
            "arn:aws:logs:eu-west-1:1:log-group:a:log-stream:b",
            true,
        ),
        ("arn:aws:s3*", "arn:aws:s3:::bkt", true),
        ("arn:aws:s3", "arn:aws:s3:::bkt", false),
        ("arn:aws:s3:::bkt", "arn:aws:s3", false),
        ("", "arn:aws:s3:::bkt", false),
    ] {
        assert_eq!(
            is_about(Effect::Allow, &named(pattern), resource),
            expected,
            "{pattern} {resource}"
        );
        assert_eq!(
            is_about(Effect::Deny, &not_named(pattern), resource),
            !expected,
            "{pattern} {resource}"
        );
    }
}

#[test]
fn variables_work_after_the_fifth_colon() {
    for (pattern, resource, expected) in [
        (
            "arn:aws:s3:::bkt/${aws:username}/*",
            "arn:aws:s3:::bkt/ann/x",
            true,
        ),
        ("arn:*:s3:::${aws:username}", "arn:aws:s3:::ann", true),
        (
            "arn:aws:s3:::bkt/${aws:PrincipalTag/glob}",
            "arn:aws:s3:::bkt/x",
            false,
        ),
        (
            "arn:aws:s3:::bkt/${aws:PrincipalTag/glob}",
            "arn:aws:s3:::bkt/*",
            true,
        ),
        (
            "arn:aws:iam::1:user:${aws:username}",
            "arn:aws:iam::1:user:ann",
            true,
        ),
        (
            "arn:aws:iam::${aws:username}:role/x",
            "arn:aws:iam::ann:role/x",
            false,
        ),
        (
            "arn:aws:iam::${aws:username}:role/x",
            "arn:aws:iam::${aws:username}:role/x",
            false,
        ),
        ("${aws:username}", "ann", false),
        (
            "arn:aws:s3:::bkt/${aws:userid}/*",
            "arn:aws:s3:::bkt//x",
            false,
        ),
        (
            "arn:aws:s3:::bkt/${aws:TagKeys}",
            "arn:aws:s3:::bkt/team",
            false,
        ),
        (
            "arn:aws:s3:::bkt/${aws:userid, 'all'}",
            "arn:aws:s3:::bkt/all",
            true,
        ),
    ] {
        assert_eq!(
            is_about(Effect::Allow, &named(pattern), resource),
            expected,
            "{pattern} {resource}"
        );
        assert_eq!(
            is_about(Effect::Deny, &not_named(pattern), resource),
            !expected,
            "{pattern} {resource}"
        );
    }
}

#[test]
fn a_variable_without_value_never_allows_more() {
    for pattern in [
        "arn:aws:s3:::bkt/${aws:userid}",
        "arn:aws:iam::${aws:username}:role/x",
    ] {
        assert!(
            !is_about(Effect::Allow, &named(pattern), "arn:aws:s3:::other"),
            "{pattern}"
        );
        assert!(
            !is_about(Effect::Allow, &not_named(pattern), "arn:aws:s3:::other"),
            "{pattern}"
        );
        assert!(
            is_about(Effect::Deny, &not_named(pattern), "arn:aws:s3:::other"),
            "{pattern}"
        );
    }
    let known = not_named("arn:aws:s3:::bkt/${aws:username}");
    assert!(is_about(Effect::Allow, &known, "arn:aws:s3:::other"));
}

#[test]
fn other_entries_do_not_suffer_from_one_without_value() {
    let both = vec![
        "arn:aws:s3:::bkt/${aws:userid}".into(),
        "arn:aws:s3:::bkt/x".into(),
    ];
    let element = ResourceElement::Resource(Elements::from(both));
    for effect in [Effect::Allow, Effect::Deny] {
        assert!(is_about(effect, &element, "arn:aws:s3:::bkt/x"));
    }
}

#[test]
fn an_older_version_has_no_variables() {
    let element = named("arn:aws:s3:::bkt/${aws:username}");
    let resources = Resources::compile(&element, false, Effect::Allow);
    assert!(resources.matches("arn:aws:s3:::bkt/${aws:username}", &request()));
    assert!(!resources.matches("arn:aws:s3:::bkt/ann", &request()));
}

#[test]
fn an_unknown_resource_may_be_any_where_that_allows_less() {
    let queue = || {
        Template::from("arn:aws:sqs:")
            .with_token(Token::Region)
            .with_text(":")
            .with_token(Token::AccountId)
            .with_text(":orders")
    };
    let (itself, other) = (
        "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:orders",
        "arn:aws:s3:::bkt",
    );
    for (effect, element, about_itself, about_other) in [
        (Effect::Allow, named(queue()), true, false),
        (Effect::Allow, not_named(queue()), false, false),
        (Effect::Deny, named(queue()), true, true),
        (Effect::Deny, not_named(queue()), false, true),
    ] {
        assert_eq!(
            is_about(effect, &element, itself),
            about_itself,
            "{effect} {element:?}"
        );
        assert_eq!(
            is_about(effect, &element, other),
            about_other,
            "{effect} {element:?}"
        );
    }
}

#[test]
fn the_colons_of_a_placeholder_part_no_segments() {
    let resource = "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:orders";
    assert!(is_about(
        Effect::Allow,
        &named("arn:aws:sqs:*:*:orders"),
        resource
    ));
    let region = Template::from("arn:aws:sqs:")
        .with_token(Token::Region)
        .with_text(":*:orders");
    assert!(is_about(Effect::Allow, &named(region.clone()), resource));
    assert!(!is_about(
        Effect::Allow,
        &named(region),
        "arn:aws:sqs:${AWS::Region}:1:x:orders"
    ));
}

#[test]
fn no_resource_is_named_by_an_empty_list() {
    let none = || Elements::list(Vec::new());
    assert!(!is_about(
        Effect::Allow,
        &ResourceElement::Resource(none()),
        "*"
    ));
    assert!(is_about(
        Effect::Deny,
        &ResourceElement::NotResource(none()),
        "*"
    ));
}

proptest! {
    #[test]
    fn matches_as_arn_patterns_do(pattern in "([ab]{0,2}:){0,3}[ab*?:]{0,9}", resource in "([ab]{0,2}:){0,6}[ab:]{0,4}") {
        prop_assert_eq!(
            is_about(Effect::Allow, &named(pattern.as_str()), &resource),
            arn_matches(&pattern, &resource),
        );
    }

    #[test]
    fn order_never_matters(
        patterns in proptest::collection::vec("arn:aws:s3:::[ab*?]{0,3}(\\$\\{aws:user(name|id)\\})?", 0..4),
        resource in "arn:aws:s3:::[ab]{0,3}(ann)?",
        is_not: bool,
        denies: bool,
    ) {
        let element = |patterns: Vec<String>| {
            let elements = patterns.into_iter().map(Template::from).collect();
            if is_not { ResourceElement::NotResource(elements) } else { ResourceElement::Resource(elements) }
        };
        let effect = if denies { Effect::Deny } else { Effect::Allow };
        let backwards = patterns.iter().rev().cloned().collect();
        prop_assert_eq!(
            is_about(effect, &element(patterns), &resource),
            is_about(effect, &element(backwards), &resource),
        );
    }
}
