//! Conditions against requests.

mod operators;
mod properties;
mod sets;
mod unknown;
mod variables;

use iam_dsl_core::{ConditionBlock, ConditionOperator, ConditionValue, Effect, Elements};

use super::Conditions;
use crate::{Context, ContextValue, Options};

/// The key that conditions ask for, and that of requests, in another case.
const KEY: &str = "aws:PrincipalTag/Team";
const FOUND_KEY: &str = "AWS:principaltag/team";

fn block(operator: &str, values: &[&str]) -> ConditionBlock {
    let values: Elements<ConditionValue> = values
        .iter()
        .map(|value| ConditionValue::from(*value))
        .collect();
    ConditionBlock::new().with(ConditionOperator::from(operator), KEY, values)
}

fn request(found: Option<&str>) -> Context {
    match found {
        None => Context::new(),
        Some(found) => Context::new().with(FOUND_KEY, found),
    }
}

fn request_of(found: &[&str]) -> Context {
    let found = found.iter().map(|value| (*value).to_owned()).collect();
    Context::new().with(FOUND_KEY, ContextValue::Multi(found))
}

/// Whether the block holds, in a statement of either effect, which traces must agree with.
fn holds_for(effect: Effect, block: &ConditionBlock, context: &Context) -> bool {
    let conditions = Conditions::compile(block, true, effect, Options::new());
    let holds = conditions.hold(context);
    assert_eq!(conditions.failures(context).is_empty(), holds, "{block:?}");
    holds
}

/// Whether a condition holds, whichever effect its statement has.
fn holds(operator: &str, values: &[&str], context: &Context) -> bool {
    let block = block(operator, values);
    let allowing = holds_for(Effect::Allow, &block, context);
    assert_eq!(
        holds_for(Effect::Deny, &block, context),
        allowing,
        "{block:?} {context:?}"
    );
    allowing
}

#[test]
fn every_condition_must_hold() {
    let block = block("StringEquals", &["red"])
        .with(
            ConditionOperator::from("StringEquals"),
            "aws:username",
            vec!["ann".into()],
        )
        .with(
            ConditionOperator::from("IpAddress"),
            "aws:SourceIp",
            vec!["10.0.0.0/8".into()],
        );
    let full = request(Some("red"))
        .with("aws:username", "ann")
        .with("aws:SourceIp", "10.0.0.1");
    assert!(holds_for(Effect::Allow, &block, &full));
    for missing in [
        full.clone().with("aws:username", "bob"),
        full.clone().with("aws:SourceIp", "192.0.2.1"),
        full.with(FOUND_KEY, "blue"),
    ] {
        assert!(!holds_for(Effect::Allow, &block, &missing), "{missing:?}");
    }
    assert!(holds_for(
        Effect::Allow,
        &ConditionBlock::new(),
        &Context::new()
    ));
}

#[test]
fn a_failure_says_what_was_wanted_and_found() {
    let block = block("stringlike", &["a*", "${aws:username}"]).with(
        ConditionOperator::from("NumericLessThan"),
        "s3:max-keys",
        vec![10.into()],
    );
    let conditions = Conditions::compile(&block, true, Effect::Allow, Options::new());
    let failures = conditions.failures(&request(Some("red")));
    let [first, second] = failures.as_slice() else {
        panic!("both fail: {failures:?}");
    };
    assert_eq!((first.operator(), first.key()), ("stringlike", KEY));
    assert_eq!(first.wanted(), ["a*", "${aws:username}"]);
    assert_eq!(first.found(), Some(&["red".to_owned()][..]));
    assert_eq!(
        (second.operator(), second.key()),
        ("NumericLessThan", "s3:max-keys")
    );
    assert_eq!(
        (second.wanted(), second.found()),
        (&["10".to_owned()][..], None)
    );
}
