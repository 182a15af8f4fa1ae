//! Printing and reading gives the same document.

use iam_dsl_core::json::{self, Node, Value};
use iam_dsl_core::{PolicyDocument, PolicyStatement};
use proptest::prelude::*;

use crate::generate;

/// What `serde_json` makes of the same text.
fn in_serde_json(node: &Node<'_>) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Number(digits) => serde_json::from_str(digits).unwrap(),
        Value::String(text) => (**text).into(),
        Value::Array(items) => items.iter().map(in_serde_json).collect(),
        Value::Object(members) => members
            .iter()
            .map(|member| (&*member.key, in_serde_json(&member.value)))
            .collect(),
        Value::Opaque => unreachable!("no text reads as an expression"),
    }
}

fn has_number(document: &PolicyDocument) -> bool {
    document
        .statements()
        .iter()
        .filter_map(PolicyStatement::condition)
        .flat_map(iam_dsl_core::ConditionBlock::conditions)
        .flat_map(|(_, _, values)| values)
        .any(|value| matches!(value, iam_dsl_core::ConditionValue::Number(_)))
}

proptest! {
    #[test]
    fn text(document in generate::document()) {
        let json = document.to_json();
        prop_assert_eq!(json.parse::<PolicyDocument>(), Ok(document.clone()));
        prop_assert_eq!(json.parse::<PolicyDocument>().unwrap().to_json(), json);
        prop_assert_eq!(document.to_json_pretty().parse(), Ok(document.clone()));
        prop_assert_eq!(document.to_string(), document.to_json());
    }

    #[test]
    fn serde(document in generate::document()) {
        prop_assume!(!has_number(&document));
        let json = serde_json::to_string(&document).unwrap();
        prop_assert_eq!(&json, &document.to_json());
        prop_assert_eq!(serde_json::to_string_pretty(&document).unwrap(), document.to_json_pretty());
        prop_assert_eq!(&serde_json::from_str::<PolicyDocument>(&json).unwrap(), &document);
        // A `Value` keeps no order, so the value is compared, not the document.
        let value = serde_json::to_value(&document).unwrap();
        let again: PolicyDocument = serde_json::from_value(value.clone()).unwrap();
        prop_assert_eq!(serde_json::to_value(&again).unwrap(), value);
        for statement in document.statements() {
            let json = serde_json::to_string(statement).unwrap();
            prop_assert_eq!(&serde_json::from_str::<PolicyStatement>(&json).unwrap(), statement);
        }
    }

    /// The reader takes what `serde_json` takes, but for duplicate keys, and makes the same of it.
    #[test]
    fn reader_agrees_with_serde_json(text in r#"[\[\]{}:,"\\ 0-9eE.+\-utrfalsn\n\u{1}é]{0,24}"#) {
        match (json::parse(&text), serde_json::from_str::<serde_json::Value>(&text)) {
            (Ok(node), Ok(value)) => prop_assert_eq!(in_serde_json(&node), value),
            (Err(error), Err(_)) => prop_assert!(error.is_syntax() || error.is_duplicate_key()),
            (Err(error), Ok(_)) => prop_assert!(error.is_duplicate_key(), "{} in {:?}", error, text),
            // `serde_json` refuses numbers beyond a float; text is all that a policy has of them.
            (Ok(_), Err(error)) => prop_assert!(error.to_string().contains("out of range"), "{error}"),
        }
    }

    #[test]
    fn reader_never_panics(text in ".{0,64}") {
        let _ = json::parse(&text);
    }
}
