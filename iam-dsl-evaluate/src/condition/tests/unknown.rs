//! Values that only a deployment knows.

use iam_dsl_core::{ConditionBlock, ConditionOperator, ConditionValue, Effect, Template, Token};

use super::{KEY, holds_for, request, request_of};
use crate::Context;

fn block(operator: &str, others: &[&str]) -> ConditionBlock {
    let mut values = vec![ConditionValue::from(Template::from(Token::Region))];
    values.extend(others.iter().map(|value| ConditionValue::from(*value)));
    ConditionBlock::new().with(ConditionOperator::from(operator), KEY, values)
}

#[test]
fn an_allow_holds_for_less_and_a_deny_for_more() {
    for (operator, others, found, allowing, denying) in [
        ("StringEquals", &[][..], "eu-west-1", false, true),
        ("StringEquals", &["eu-west-1"], "eu-west-1", true, true),
        ("StringEquals", &[], "${AWS::Region}", true, true),
        ("StringNotEquals", &[], "eu-west-1", false, true),
        ("StringNotEquals", &[], "${AWS::Region}", false, true),
        ("StringNotEquals", &["eu-west-1"], "eu-west-1", false, false),
        ("NumericLessThan", &[], "5", false, true),
        ("IpAddress", &[], "10.0.0.1", false, true),
        ("NotIpAddress", &[], "10.0.0.1", false, true),
        ("ArnLike", &[], "arn:aws:s3:::a", false, true),
        ("Null", &[], "x", false, true),
        ("ForAllValues:StringEquals", &[], "eu-west-1", false, true),
        ("ForAnyValue:StringNotLike", &[], "eu-west-1", false, true),
    ] {
        let block = block(operator, others);
        let context = request(Some(found));
        assert_eq!(
            holds_for(Effect::Allow, &block, &context),
            allowing,
            "{operator} {others:?} {found}"
        );
        assert_eq!(
            holds_for(Effect::Deny, &block, &context),
            denying,
            "{operator} {others:?} {found}"
        );
    }
}

#[test]
fn absent_keys_have_the_answers_they_always_have() {
    for effect in [Effect::Allow, Effect::Deny] {
        assert!(!holds_for(
            effect,
            &block("StringEquals", &[]),
            &Context::new()
        ));
        assert!(holds_for(
            effect,
            &block("StringNotEquals", &[]),
            &Context::new()
        ));
        assert!(!holds_for(
            effect,
            &block("ForAnyValue:StringEquals", &[]),
            &request_of(&[])
        ));
    }
    assert!(!holds_for(
        Effect::Allow,
        &block("Null", &[]),
        &Context::new()
    ));
    assert!(holds_for(
        Effect::Deny,
        &block("Null", &[]),
        &Context::new()
    ));
}

#[test]
fn the_partition_is_known() {
    let arn = Template::from("arn:")
        .with_token(Token::Partition)
        .with_text(":s3:::a");
    let block =
        ConditionBlock::new().with(ConditionOperator::from("ArnEquals"), KEY, vec![arn.into()]);
    for effect in [Effect::Allow, Effect::Deny] {
        assert!(holds_for(effect, &block, &request(Some("arn:aws:s3:::a"))));
        assert!(!holds_for(
            effect,
            &block,
            &request(Some("arn:aws-cn:s3:::a"))
        ));
    }
}
