//! Hostile input is an error, never a panic or a stack overflow.

use iam_dsl_core::json::{self, MAX_DEPTH};
use iam_dsl_core::{PolicyDocument, ReadError};

const TEN_MEGABYTES: usize = 10 << 20;

fn error(text: &str) -> ReadError {
    text.parse::<PolicyDocument>().unwrap_err()
}

#[test]
fn ten_megabytes_of_nested_arrays() {
    for text in [
        "[".repeat(TEN_MEGABYTES),
        "[".repeat(TEN_MEGABYTES / 2) + &"]".repeat(TEN_MEGABYTES / 2),
        r#"{"a":"#.repeat(TEN_MEGABYTES / 5),
        format!(r#"{{"Statement":{}"#, "[".repeat(TEN_MEGABYTES)),
    ] {
        let error = error(&text);
        assert!(error.is_syntax());
        assert_eq!(error.message(), "nested deeper than 64 arrays and objects");
        assert_eq!(error.line(), Some(1));
        assert!(error.to_string().len() < 1000, "{error}");
    }
}

#[test]
fn the_deepest_that_is_read() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(json::parse(&nested(MAX_DEPTH)).is_ok());
    assert!(json::parse(&nested(MAX_DEPTH + 1)).is_err());

    let through_serde = |depth: usize| {
        serde_json::from_str::<PolicyDocument>(&nested(depth))
            .unwrap_err()
            .to_string()
    };
    assert!(through_serde(MAX_DEPTH).contains("the policy document is a list"));
    assert!(through_serde(MAX_DEPTH + 1).contains("nested deeper than 64"));
}

#[test]
fn ten_megabytes_side_by_side() {
    let lists = format!("[{}[]]", "[],".repeat(TEN_MEGABYTES / 3));
    assert!(error(&lists).is_shape());
    let open = format!("[{}", "[],".repeat(TEN_MEGABYTES / 3));
    assert!(error(&open).is_syntax());
}

/// A hundred thousand distinct keys, and one of them twice: hashing, not comparing each with each.
#[test]
fn many_keys() {
    use std::fmt::Write;

    let mut text = String::from("{");
    for key in 0..100_000 {
        write!(text, "\"{key}\":0,").unwrap();
    }
    text += "\"7\":0}";
    let error = error(&text);
    assert!(error.is_duplicate_key());
    assert!(
        error
            .to_string()
            .starts_with("duplicate key `7` (first at line 1 column "),
        "{error}"
    );
}

/// A message stays a line that people can read, whatever the input.
#[test]
fn long_keys_are_cut() {
    let key = "k".repeat(100_000);
    for text in [
        format!(r#"{{"Statement":{{"Effect":"Allow","Condition":{{"{key}":[]}}}}}}"#),
        format!(r#"{{"{key}":1}}"#),
        format!(r#"{{"Id":1,"Id":"{key}","{key}":2,"{key}":3}}"#),
        format!(r#"{{"Statement":{{"Effect":"{key}"}}}}"#),
    ] {
        let error = error(&text);
        assert!(error.to_string().len() < 500, "{error}");
    }
    let error = error(&format!(r#"{{"Id":{}}}"#, "1".repeat(100_000)));
    assert!(error.help().unwrap().len() < 500, "{error}");
}

/// What looks like many policy variables takes no longer than other text.
#[test]
fn many_broken_variables() {
    let template = iam_dsl_core::Template::from("${".repeat(500_000));
    assert_eq!(template.parts().count(), 1);
}
