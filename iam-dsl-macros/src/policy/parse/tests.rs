//! Tokens that are JSON, and tokens that are not.

use super::*;

fn read(source: &str) -> (Node<'static>, Vec<String>) {
    let mut errors = Diagnostics::default();
    let mut input = Input::new(source.parse().unwrap(), Span::call_site());
    let (node, _) = document(&mut input, &mut errors).unwrap();
    (
        node,
        errors.texts().into_iter().map(str::to_owned).collect(),
    )
}

fn get<'n>(node: &'n Node<'static>, key: &str) -> &'n Value<'static> {
    &node.get(key).unwrap().value
}

#[test]
fn json_is_json() {
    let (node, errors) = read(r#"{ "a": "x", "b": [1, -2.5, true, null,], "c": {}, }"#);
    assert_eq!(errors, Vec::<String>::new());
    assert_eq!(get(&node, "a"), &Value::String("x".into()));
    let Value::Array(items) = get(&node, "b") else {
        panic!()
    };
    assert_eq!(items.len(), 4);
    assert_eq!(items[1].value, Value::Number("-2.5".into()));
}

#[test]
fn expressions_end_at_the_comma_that_is_theirs() {
    let (node, errors) = read(
        r#"{ "a": f::<A, B>(x, y), "b": "x".to_string(), "c": <T as U<A, B>>::z(), "d": a < b, "e": &c }"#,
    );
    assert_eq!(errors, Vec::<String>::new());
    for key in ["a", "b", "c", "d", "e"] {
        assert_eq!(get(&node, key), &Value::Opaque, "{key}");
    }
}

#[test]
fn actions_are_read_as_in_actions() {
    let (node, errors) =
        read(r#"{ "Action": [s3::GetObject, s3:Put*, "s3:X", mine, f(a)], "NotAction": s3:* }"#);
    assert_eq!(errors, Vec::<String>::new());
    let Value::Array(items) = get(&node, "Action") else {
        panic!()
    };
    assert_eq!(items[0].value, Value::String("s3:GetObject".into()));
    assert_eq!(items[1].value, Value::String("s3:Put*".into()));
    assert_eq!(items[3].value, Value::Opaque);
    assert_eq!(items[4].value, Value::Opaque);
    assert_eq!(get(&node, "NotAction"), &Value::String("s3:*".into()));
}

#[test]
fn forgotten_commas_are_told_one_by_one() {
    let (node, errors) = read(r#"{ "a": "x" "b": [1 2] "c": f(x) "d": 1 }"#);
    assert_eq!(errors.len(), 4, "{errors:?}");
    assert!(
        errors[0].starts_with("expected `,` before `\"b\"`"),
        "{errors:?}"
    );
    assert!(
        errors[1].starts_with("expected `,` before `2`"),
        "{errors:?}"
    );
    assert_eq!(get(&node, "d"), &Value::Number("1".into()));
}

#[test]
fn keys_are_strings() {
    let (_, errors) = read(r#"{ Effect: "Allow", "Sid" "x", "Action": , 5: 6 }"#);
    assert_eq!(errors.len(), 4, "{errors:?}");
    assert!(errors[0].contains("`Effect`"), "{errors:?}");
}
