//! What is no policy document, and how the error says so.

use iam_dsl_core::json::{Member, Node, Span, Value};
use iam_dsl_core::{PolicyDocument, ReadError};

use crate::fixtures;

fn kind(error: &ReadError) -> &'static str {
    match (
        error.is_syntax(),
        error.is_duplicate_key(),
        error.is_shape(),
        error.is_unknown_element(),
    ) {
        (true, false, false, false) => "syntax",
        (false, true, false, false) => "duplicate",
        (false, false, true, false) => "shape",
        (false, false, false, true) => "unknown",
        other => panic!("{other:?}"),
    }
}

#[test]
fn errors_say_what_where_and_what_to_do() {
    for case in fixtures::lines("refused.jsonl") {
        let text = case["text"].as_str().unwrap();
        let error = text.parse::<PolicyDocument>().expect_err(text);
        assert_eq!(error.to_string(), case["error"], "{text}");
        assert_eq!(error.help(), case["help"].as_str(), "{text}");
        assert_eq!(kind(&error), case["kind"], "{text}");
        assert!(!error.to_string().contains('\n'), "{text}");
    }
}

/// Through serde the same documents are refused, with the same path.
#[test]
fn serde_refuses_the_same() {
    for case in fixtures::lines("refused.jsonl") {
        let text = case["text"].as_str().unwrap();
        let error = serde_json::from_str::<PolicyDocument>(text).expect_err(text);
        if case["kind"] == "shape" || case["kind"] == "unknown" {
            let expected = case["error"].as_str().unwrap();
            let message = expected
                .rsplit_once(", line")
                .or(expected.rsplit_once(" at line"))
                .unwrap()
                .0;
            assert!(error.to_string().starts_with(message), "{error} {message}");
        }
    }
}

/// A key of a tree that macros built, where spans index tokens.
fn member(key: &'static str, at: u32, value: Value<'static>) -> Member<'static> {
    let key_span = Span::new(at, at + 1);
    let value = Node {
        span: Span::new(at + 1, at + 2),
        value,
    };
    Member {
        key: key.into(),
        key_span,
        value,
    }
}

#[test]
fn trees_keep_their_spans() {
    let tree = |members| Node {
        span: Span::new(0, 9),
        value: Value::Object(members),
    };

    let twice = tree(vec![
        member("Id", 1, Value::Opaque),
        member("Id", 3, Value::Opaque),
    ]);
    let error = PolicyDocument::from_node(&twice).unwrap_err();
    assert_eq!(
        (error.first_span(), error.span()),
        (Some(Span::new(1, 2)), Some(Span::new(3, 4)))
    );
    assert_eq!(
        (error.line(), error.to_string().as_str()),
        (None, "duplicate key `Id`")
    );

    let opaque = tree(vec![member("Id", 1, Value::Opaque)]);
    let error = PolicyDocument::from_node(&opaque).unwrap_err();
    assert_eq!(
        error.to_string(),
        "expression where a string is needed at Id"
    );
    assert_eq!(error.span(), Some(Span::new(2, 3)));

    let number = member(
        "Condition",
        1,
        Value::Object(vec![member(
            "NumericEquals",
            3,
            Value::Object(vec![member("a", 5, Value::Number("1x".into()))]),
        )]),
    );
    let statement = Value::Object(vec![
        member("Effect", 0, Value::String("Deny".into())),
        number,
    ]);
    let error =
        PolicyDocument::from_node(&tree(vec![member("Statement", 0, statement)])).unwrap_err();
    assert_eq!(
        error.to_string(),
        "not a JSON number at Statement.Condition.NumericEquals.a"
    );
}
