//! What IAM saves is kept verbatim, however odd.

use iam_dsl_core::PolicyDocument;

use crate::fixtures;

/// The fixtures have the canonical element order, so that printing gives the very text back.
#[test]
fn odd_documents_print_as_they_were_written() {
    for case in fixtures::lines("saved.jsonl") {
        let (name, text) = (&case["name"], case["text"].as_str().unwrap());
        let policy: PolicyDocument = text
            .parse()
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let expected = text.replace("\\u007f", "\u{7f}");
        assert_eq!(policy.to_json(), expected, "{name}");
        assert_eq!(
            policy.to_json_pretty().parse(),
            Ok(policy.clone()),
            "{name}"
        );
    }
}

#[test]
fn elements_print_in_canonical_order() {
    let text = r#"{"Statement":[{"Condition":{},"NotResource":"*","NotAction":"a:b","NotPrincipal":"*","Effect":"Deny","Sid":"x"}],"Id":"i","Version":"2012-10-17"}"#;
    let policy: PolicyDocument = text.parse().unwrap();
    assert_eq!(
        policy.to_json(),
        r#"{"Version":"2012-10-17","Id":"i","Statement":[{"Sid":"x","Effect":"Deny","NotPrincipal":"*","NotAction":"a:b","NotResource":"*","Condition":{}}]}"#
    );
}

/// Through serde every odd document survives too, but for numbers that no 64 bits hold.
#[test]
fn odd_documents_survive_serde() {
    for case in fixtures::lines("saved.jsonl") {
        let text = case["text"].as_str().unwrap();
        if text.contains("1E999") {
            continue;
        }
        let policy: PolicyDocument = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&policy).unwrap(), policy.to_json());
        assert_eq!(text.parse(), Ok(policy), "{text}");
    }
}

#[test]
fn numbers_beyond_serde_stay_numbers() {
    let text = r#"{"Statement":{"Effect":"Allow","Condition":{"NumericEquals":{"a":[1.50,1E999,-1E999]}}}}"#;
    let policy: PolicyDocument = text.parse().unwrap();
    assert_eq!(policy.to_json(), text);
    let value = serde_json::to_value(&policy).unwrap();
    let numbers = &value["Statement"]["Condition"]["NumericEquals"]["a"];
    assert_eq!(numbers[0], 1.5);
    assert_eq!(numbers[1], f64::MAX);
    assert_eq!(numbers[2], f64::MIN);
}

/// However operators and principal types are made, a key prints once.
#[test]
fn keys_print_once() {
    use iam_dsl_core::{BaseOperator, ConditionBlock, ConditionValue, PrincipalType, Principals};

    let block = ConditionBlock::new()
        .with(BaseOperator::Bool, "a", ConditionValue::from(true))
        .with(
            BaseOperator::Unknown("Bool".into()),
            "A",
            ConditionValue::from(false),
        );
    assert_eq!(
        serde_json::to_string(&block).unwrap(),
        r#"{"Bool":{"a":[true,false]}}"#
    );
    let principals =
        Principals::from((PrincipalType::Aws, "1")).with(PrincipalType::Other("AWS".into()), "2");
    assert_eq!(
        serde_json::to_string(&principals).unwrap(),
        r#"{"AWS":["1","2"]}"#
    );
}
